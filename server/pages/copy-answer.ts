// What the record says of a copy: whether its bytes are those of an official PDF, of which revision, and where that stands
// today. A hash decides; what a file claims only tells which genuine copy to point to.
import type { CopyKind, OfficialDocument } from '../../schemas/types.ts';
import type { RevisionName } from '../model/revision-name.ts';
import type { Standing } from '../model/standing.ts';
import { type ClassRevision, currentCode } from '../store/classes.ts';
import { type FoundRevision, revisionNamed, revisionOfDocument } from '../store/named-revisions.ts';
import { officialDocumentFacts } from '../store/official-documents.ts';
import { endOfTime } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { type ClassFound, knownClass } from './class-text.ts';
import type { CopyAsked } from './copy-asked.ts';
import { type Marks, marksOf } from './marks.ts';

type Plan = Pick<ClassFound, 'settings' | 'today'>;

/** A revision with where it stands, and its official PDF where it is printed. */
export interface CopyText {
  readonly found: ClassFound;
  readonly standing: Standing<ClassRevision>;
  readonly marks: Marks;
  readonly official: OfficialDocument | null;
}

export interface CopyAnswer {
  readonly copy: CopyKind;
  readonly sha256: string | null;
  readonly claims: RevisionName | null;
  readonly text: CopyText | null;
}

/** Null where nothing was asked. */
export async function copyAnswer(tools: Tools, plan: Plan, asked: CopyAsked): Promise<CopyAnswer | null> {
  const { sha256, revision } = asked;
  if (sha256 !== null) return answerOfHash(tools, plan, sha256, asked.claims);
  if (revision === null) return null;
  return { copy: 'named', sha256, claims: revision, text: await textNamed(tools, plan, revision) };
}

async function answerOfHash(
  tools: Tools,
  plan: Plan,
  sha256: string,
  claims: RevisionName | null,
): Promise<CopyAnswer> {
  const official = await revisionOfDocument(tools.store, sha256);
  if (official) return { copy: 'official', sha256, claims, text: await textOf(tools, plan, official) };
  if (claims === null) return { copy: 'unknown', sha256, claims, text: null };
  return { copy: 'altered', sha256, claims, text: await textNamed(tools, plan, claims) };
}

async function textNamed(tools: Tools, plan: Plan, name: RevisionName): Promise<CopyText | null> {
  const found = await revisionNamed(tools.store, name, plan.today);
  return found ? textOf(tools, plan, found) : null;
}

async function textOf(tools: Tools, plan: Plan, { classId, number }: FoundRevision): Promise<CopyText> {
  const { today, settings } = plan;
  const asOf = { today, on: today, knownAt: endOfTime, timeZone: settings.timeZone };
  const found = await knownClass(tools, plan, asOf, await currentCode(tools.store, classId, today));
  const standing = found.standings.find(({ revision }) => revision.number === number);
  if (!standing)
    throw new Error(`Class ${classId} has no revision ${number}, and its index says that it has`);
  const marks = await marksOf(tools, found, standing);
  const official = await officialDocumentFacts(tools.store, standing.revision.seq);
  return { found, standing, marks, official };
}
