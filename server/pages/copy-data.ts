// The answer about a copy as data: schemas/verification.schema.json.
import type { TextInForce, Verification, VerifiedRevision } from '../../schemas/types.ts';
import { recordMark } from '../documents/copy-mark.ts';
import { linksTo } from '../documents/published-revision.ts';
import { nameOfRevision } from '../model/revision-name.ts';
import type { CopyAnswer, CopyText } from './copy-answer.ts';
import { copyWords } from './copy-words.ts';
import { publishedStanding } from './marks.ts';

export function copyData(answer: CopyAnswer): Verification {
  const { copy, sha256, claims, text } = answer;
  const { heading, sentences, advice } = copyWords(answer);
  return {
    copy,
    sha256,
    claims: claims && nameOfRevision(claims.code, claims.number),
    revision: text && verified(text),
    inForce: text && textInForce(text),
    sentences: [`${heading}.`, ...sentences, advice],
  };
}

function verified({ standing, marks, found, official }: CopyText): VerifiedRevision {
  const { revision } = standing;
  return {
    classId: revision.subjectId,
    code: revision.body.code ?? '',
    title: revision.body.title,
    number: revision.number,
    effectiveOn: revision.effectiveOn,
    standing: publishedStanding(standing, marks, found),
    officialSha256: official?.sha256 ?? null,
    record: official && recordMark(official.anchor),
    links: linksTo(`/classes/${found.code}/revisions/${revision.number}`),
  };
}

function textInForce({ found }: CopyText): TextInForce | null {
  const standing = found.standings.find(({ kind }) => kind === 'in force');
  if (!standing) return null;
  const { number, effectiveOn } = standing.revision;
  return { number, effectiveOn, links: linksTo(`/classes/${found.code}/revisions/${number}`) };
}
