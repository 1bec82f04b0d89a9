// What a specification asks of education and experience, read from its own words: as a rank and as years, so that levels
// can be held against each other. What cannot be read is not guessed.
import type { Specification } from '../../schemas/types.ts';
import { numberOf, numberWords } from './number-words.ts';
import { proseOf } from './specification.ts';

export interface Education {
  /** None 0, high school 1, degrees from 3 to 6. */
  readonly rank: number;
  readonly name: string;
}

const degrees: readonly (readonly [RegExp, number, string])[] = [
  [/\b(?:high school|GED)\b/i, 1, 'High school'],
  [/\bassociate['’]?s?['’]? degree\b/i, 3, 'Associate’s degree'],
  [/\bbachelor['’]?s?['’]?\b|\bbaccalaureate\b|\bfour[- ]year degree\b/i, 4, 'Bachelor’s degree'],
  [/\bmaster['’]?s?['’]? degree\b|\bgraduate degree\b/i, 5, 'Master’s degree'],
  [/\bdoctora(?:te|l)\b|\bjuris doctor\b|\bPh\.?D\b/i, 6, 'Doctorate'],
];

/** The least education that is asked; null where it is not written or not told. */
export function educationAsked(body: Specification): Education | null {
  if (body.sections.education?.state === 'none') return { rank: 0, name: 'None' };
  const text = proseOf(body, 'education');
  const [, rank, name] = degrees.find(([words]) => words.test(text)) ?? [];
  return rank === undefined || name === undefined ? null : { rank, name };
}

const span = new RegExp(
  `\\b(${numberWords}|\\d{1,2})\\s*(?:\\((\\d{1,2})\\)\\s*)?(?:full[- ]time\\s)?(years?|months?)\\b`,
  'i',
);

/** The years that are asked: the first length of time that is written; null where it is not written or not told. */
export function yearsAsked(body: Specification): number | null {
  if (body.sections.experience?.state === 'none') return 0;
  const found = span.exec(proseOf(body, 'experience'));
  if (!found) return null;
  const [, word = '', figure, unit = ''] = found;
  const count = Number(figure ?? numberOf(word) ?? word);
  return /^month/i.test(unit) ? count / 12 : count;
}
