// How hard the text is to read: sentences too long to follow, sections above the reading of most people.
import type { SectionKey } from '../../../../schemas/types.ts';
import { readingGrade, sentencesOf, wordCount } from '../../readability.ts';
import { type Hit, quoted } from '../finding.ts';
import type { ClassRule, PassageRule } from '../rule.ts';
import { ownPassages } from '../rule.ts';

const longestSentence = 45;

export const longSentence: PassageRule = {
  id: 'text.long-sentence',
  severity: 'note',
  title: 'A sentence is too long',
  why: `Past ${longestSentence} words most readers lose the beginning before they reach the end, and duties hide in the middle.`,
  mend: 'Make two or three sentences of it, or a list.',
  over: 'passage',
  check: ({ at, text }) =>
    sentencesOf(text).flatMap((sentence): Hit[] => {
      const words = wordCount(sentence);
      if (words <= longestSentence) return [];
      return [{ at, message: `The sentence has ${words} words.`, evidence: quoted(sentence) }];
    }),
};

/** Years of school. Civic writing aims at 8 to 10; the terms of a trade put specifications above that. */
const highestGrade = 20;
const fewestWords = 40;
const prose: readonly SectionKey[] = [
  'summary',
  'distinguishing',
  'duties',
  'supervisionExercised',
  'experience',
];

export const readingLevel: ClassRule = {
  id: 'text.reading-level',
  severity: 'note',
  title: 'A section is hard to read',
  why: 'Applicants, employees and courts read this text. Long sentences of long words are misread.',
  mend: 'Shorten the sentences first, then take a plainer word where there is one.',
  over: 'class',
  check: (subject) =>
    prose.flatMap((key): Hit[] => {
      const passages = ownPassages(subject, key);
      const text = passages.map((each) => ended(each.text)).join(' ');
      if (wordCount(text) < fewestWords) return [];
      const grade = readingGrade(text) ?? 0;
      if (grade <= highestGrade) return [];
      const message = `It reads at grade ${grade} (Flesch-Kincaid); keep it under ${highestGrade}.`;
      return [{ at: `sections.${key}`, message, evidence: quoted(text) }];
    }),
};

/** A list item without a full stop is a sentence all the same. */
function ended(text: string): string {
  return /[.!?]["'”’)]*$/.test(text.trimEnd()) ? text : `${text}.`;
}
