// What a specification says of its series in one sentence: 'There are four classes in the Accounting series: A, B, C and D.'
import { numberOf, numberWords } from './number-words.ts';

export interface SeriesStatement {
  /** How many classes it speaks of. */
  readonly said: number;
  /** The series as it is called, without 'series'; '' where it is not named. */
  readonly series: string;
  /** The titles it lists; none where it lists nothing. */
  readonly names: readonly string[];
  readonly sentence: string;
  readonly index: number;
}

const statement = new RegExp(
  `\\bthere (?:are|is) (${numberWords}|\\d{1,2}) (?:class(?:es|ifications?)?|levels?|titles?|jobs?|positions?)\\b([^.:]{0,120})\\bseries(?:\\.|:\\s*([^.:]{3,600})\\.)`,
  'gi',
);

export function seriesStatements(text: string): SeriesStatement[] {
  return [...text.matchAll(statement)].map((match) => {
    const [sentence, count = '', between = '', list] = match;
    return {
      said: numberOf(count) ?? Number(count),
      series: between
        .replace(/^\s*(?:with)?in\s+/i, '')
        .replace(/^(?:the|this|a)\b\s*/i, '')
        .trim(),
      names: list === undefined ? [] : namesIn(list),
      sentence,
      index: match.index,
    };
  });
}

/** 'A, B and C', 'A, B, and C' and 'A and B' are lists; a title may have an 'and' of its own behind the last comma's 'and'. */
function namesIn(list: string): string[] {
  const parts = list.split(/\s*[,;]\s*/).filter((part) => part.trim() !== '');
  return parts.flatMap((part, index) => {
    const bare = part.trim();
    if (index < parts.length - 1) return [bare];
    if (/^and\s/i.test(bare)) return [bare.replace(/^and\s+/i, '')];
    const [first = '', ...rest] = bare.split(/\s+and\s+/);
    return rest.length === 0 ? [first] : [first, rest.join(' and ')];
  });
}
