// The classes that a specification names: that they exist, and are still called so.
import { isClassName, isPartOfLonger, type Mention } from '../class-names.ts';
import { type Hit, quoted, sentenceAround } from '../finding.ts';
import type { Passage } from '../passages.ts';
import { type ClassRule, nameOf, ownPassages, type Subject } from '../rule.ts';
import { toldBy } from './series-statements.ts';

const named = String.raw`(\p{Lu}[\p{L}\p{N}&/'’-]*(?:\s(?:(?:of|and|for)\s)?\p{Lu}[\p{L}\p{N}&/'’-]*){0,7})`;
/** Ways in which one class is set against another. */
const comparisons = [
  new RegExp(
    String.raw`\b(?:distinguished|differs|differentiated) from (?:that of )?(?:the|an?) ${named}`,
    'gu',
  ),
  new RegExp(String.raw`\bThe ${named}, the next (?:lower|higher) (?:class|level)`, 'gu'),
];

export const siblingUnknown: ClassRule = {
  id: 'sibling.unknown',
  severity: 'warning',
  title: 'A class that is compared with does not exist',
  why: 'A distinction from a class that the plan does not have distinguishes nothing, and an appeal cannot be decided by it.',
  mend: 'Compare with a class of the plan, bring the missing class into the plan, or take the sentence out.',
  over: 'class',
  isMutual: true,
  check: (subject) => {
    const found = new Map<string, Hit>();
    const note = (passage: Passage, name: string, evidence: string) => {
      if (isKnown(subject, name) || found.has(name)) return;
      const message = `The text speaks of the class ${name}, which the plan does not have.`;
      found.set(name, { at: passage.at, message, evidence });
    };
    for (const passage of ownPassages(subject, 'summary', 'distinguishing', 'additional'))
      for (const comparison of comparisons)
        for (const match of passage.text.matchAll(comparison))
          note(
            passage,
            nameIn(subject, match[1] ?? ''),
            sentenceAround(passage.text, match.index, match[0].length),
          );
    for (const { passage, statement, levels } of toldBy(subject))
      if (!levels) for (const name of statement.names) note(passage, name, quoted(statement.sentence));
    return [...found.values()];
  },
};

/** The plan's own title where one begins here: 'Librarian Plus' is no Librarian, but 'Librarians' are. */
function nameIn({ index }: Subject, written: string): string {
  const mention = index.names.at(written, 0);
  const rest = mention ? written.slice(mention.end) : '-';
  return mention && !/^\s\p{Lu}/u.test(rest) ? mention.name : written;
}

function isKnown({ index }: Subject, name: string): boolean {
  return index.names.titled(name) !== null;
}

export const referenceDead: ClassRule = {
  id: 'reference.dead',
  severity: 'error',
  title: 'The text names a class by a title or code that is no more',
  why: 'The class was renamed, recoded or abolished, and readers will look for it in vain.',
  mend: 'Write the title or code that the class has today; where it was abolished, take the reference out.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    ownPassages(subject, ...proseSections).flatMap((passage) =>
      subject.index.names.mentionsIn(passage.text).flatMap((mention) => dead(subject, passage, mention)),
    ),
};

const proseSections = [
  'summary',
  'distinguishing',
  'duties',
  'knowledgeSkills',
  'supervisionReceived',
  'supervisionExercised',
  'education',
  'experience',
  'equivalency',
  'desirable',
  'licensure',
  'additional',
] as const;

function dead(
  { index, text }: Subject,
  { at, text: words }: Passage,
  { name, past, index: from, end }: Mention,
): Hit[] {
  if (!past || isPartOfLonger(words, end) || !isClassName(words, from, name)) return [];
  if (past.classId === text.classId && /\bformer/i.test(words)) return [];
  const now = index.classes.get(past.classId);
  const message =
    past.isAbolished || !now
      ? `The class ${name} was abolished on ${past.until}.`
      : `The class ${name} is ${nameOf(now)} since ${past.until}.`;
  return [{ at, message, evidence: sentenceAround(words, from, end - from), others: [past.classId] }];
}
