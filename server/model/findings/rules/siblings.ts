// What a specification says of other classes: that they exist, and that they still are what it says they are.
import { type Mention } from '../class-names.ts';
import { type Hit, quoted, sentenceAround } from '../finding.ts';
import { passagesOf, type Passage } from '../passages.ts';
import type { ClassText } from '../plan-view.ts';
import { type ClassRule, nameOf, ownPassages, type Subject } from '../rule.ts';
import { covered, stemsIn } from '../stems.ts';
import { sentencesOf } from '../../readability.ts';
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

/** A single word, such as 'Librarian', is a class only behind an article. */
function isClassName(text: string, index: number, name: string): boolean {
  return /\s|\d/.test(name) || /\b(?:the|an?)\s$/i.test(text.slice(Math.max(0, index - 5), index));
}

/** 'Parks Worker' in 'Parks Worker Senior' names another class. */
function isPartOfLonger(text: string, end: number): boolean {
  return /^\s\p{Lu}/u.test(text.slice(end, end + 2));
}

/** A restatement says what the sibling says, in words of its own; less than this is said of another class. */
const enough = 0.5;
/** Where a sentence of the sibling was plainly copied, all but a word of it should still be there. */
const copied = 0.6;

export const siblingDrift: ClassRule = {
  id: 'sibling.drift',
  severity: 'warning',
  title: 'What is said of a sibling is no longer what the sibling says',
  why: 'A specification that restates its neighbours goes stale when a neighbour is revised. Two texts then disagree about the same class.',
  mend: 'Read the sibling’s text of today and restate it, or state only how the classes differ.',
  over: 'class',
  isMutual: true,
  check: (subject) =>
    ownPassages(subject, 'distinguishing').flatMap((passage) =>
      sentencesOf(passage.text).flatMap((sentence) =>
        restatements(subject, sentence).flatMap((told) => drifted(told, passage.at)),
      ),
    ),
};

/** What is longer is no sentence that restates anything. */
const longestRestatement = 2000;

interface Restatement {
  readonly sibling: ClassText;
  readonly words: string;
}

/** 'the Librarian, which performs …', 'The Librarian, the next lower class, performs …', 'The Librarian performs …' */
function restatements({ index, text }: Subject, sentence: string): Restatement[] {
  if (sentence.length > longestRestatement) return [];
  return index.names.mentionsIn(sentence).flatMap(({ classIds, past, index: from, end }) => {
    const sibling = index.classes.get(classIds[0] ?? '');
    if (past || !sibling || sibling.classId === text.classId || classIds.length > 1) return [];
    if (isPartOfLonger(sentence, end)) return [];
    const rest = sentence.slice(end);
    const clause =
      /^,? (?:which|who|that) (.+)$/.exec(rest)?.[1] ??
      (/^(?:The )?$/.test(sentence.slice(0, from))
        ? /^(?:, the next (?:lower|higher) (?:class|level),)? (?!is distinguished|differs|class\b|series\b)(.+)$/.exec(
            rest,
          )?.[1]
        : undefined);
    return clause === undefined ? [] : [{ sibling, words: clause }];
  });
}

const stemsOf = new WeakMap<ClassText['body'], ReadonlySet<string>>();

function drifted({ sibling, words }: Restatement, at: string): Hit[] {
  const stems = [
    ...new Set(
      stemsIn(words.replace(/,? (?:such as|for example|including) [^.;]{0,200}?(?:, |[.;]|$)/g, ', ')),
    ),
  ];
  if (stems.length < 4) return [];
  const own = bodyStems(sibling);
  const nearest = nearestSentence(sibling, stems);
  const share = covered(stems, own);
  const lost = stems.filter((stem) => !own.has(stem)).length;
  if (share >= enough && !(lost > 1 && nearest.share >= copied)) return [];
  const absent = [...new Set(words.toLowerCase().match(/\p{L}{3,}/gu) ?? [])].filter((word) =>
    stemsIn(word).some((stem) => !own.has(stem)),
  );
  const message =
    `The text of ${nameOf(sibling)} does not speak of: ${absent.slice(0, 8).join(', ')}.` +
    (nearest.sentence === '' ? '' : ` The nearest it says today: “${quoted(nearest.sentence)}”`);
  return [{ at, message, evidence: quoted(words), others: [sibling.classId] }];
}

function bodyStems({ body }: ClassText): ReadonlySet<string> {
  const known = stemsOf.get(body);
  if (known) return known;
  const texts = passagesOf(body).map(({ text, term }) => `${term ?? ''} ${text}`);
  const stems = new Set(stemsIn(`${body.title} ${texts.join(' ')}`));
  stemsOf.set(body, stems);
  return stems;
}

function nearestSentence({ body }: ClassText, stems: readonly string[]): { sentence: string; share: number } {
  let nearest = { sentence: '', share: 0 };
  for (const { section, text } of passagesOf(body)) {
    if (section !== 'summary' && section !== 'distinguishing' && section !== 'duties') continue;
    for (const sentence of sentencesOf(text)) {
      const share = covered(stems, new Set(stemsIn(sentence)));
      if (share > nearest.share) nearest = { sentence, share };
    }
  }
  return nearest;
}
