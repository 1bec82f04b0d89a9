// The answer about a copy as its page shows it: the words, the facts to compare, the ways on.
import { recordMark } from '../documents/copy-mark.ts';
import { inWords } from '../model/calendar-date.ts';
import type { CopyAnswer, CopyText } from './copy-answer.ts';
import { copyWords, nameOf } from './copy-words.ts';

const signs = { good: '✓', care: '!', bad: '✕', plain: 'i' } as const;

export function copyView(answer: CopyAnswer) {
  const words = copyWords(answer);
  const { text } = answer;
  return {
    ...words,
    sign: signs[words.tone],
    facts: [...(text ? factsOf(text) : []), ...hashesOf(answer)],
    links: text ? linksOf(text) : [{ href: '/classes', text: 'Find a class' }],
  };
}

function factsOf(text: CopyText) {
  const { revision } = text.standing;
  const { official } = text;
  const facts = [
    { label: 'Revision', text: nameOf(text), isHash: false },
    { label: 'Title', text: revision.body.title, isHash: false },
    { label: 'Effective date', text: inWords(revision.effectiveOn), isHash: false },
  ];
  if (!official) return facts;
  const record = { label: 'Record, as its pages say', text: recordMark(official.anchor), isHash: true };
  return [...facts, record];
}

/** Where they agree, once. */
function hashesOf({ sha256, text }: CopyAnswer) {
  const official = text?.official?.sha256 ?? null;
  const hash = (label: string, text: string) => ({ label, text, isHash: true });
  return [
    ...(sha256 !== null && sha256 !== official ? [hash('SHA-256 of the copy', sha256)] : []),
    ...(official === null ? [] : [hash('SHA-256 of the official PDF', official)]),
  ];
}

function linksOf({ found, standing }: CopyText) {
  const { revision, kind } = standing;
  const own = `/classes/${found.code}/revisions/${revision.number}`;
  const links = [
    { href: `${own}.pdf`, text: `Official PDF of revision ${revision.number}` },
    { href: own, text: `Revision ${revision.number} as a page` },
  ];
  const hasOther = kind !== 'in force' && found.standings.some((each) => each.kind === 'in force');
  return hasOther ? [{ href: `/classes/${found.code}`, text: 'The text in force today' }, ...links] : links;
}
