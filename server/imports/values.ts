// Sections that are one value and not prose: the level of physical demand and the probation period.
import type { WrittenCodedLevel, WrittenPeriod } from '../../schemas/types.ts';
import { numberOf, numberWords } from '../model/number-words.ts';

/** "1-Sedentary (0-10 lbs.)": the code and its meaning. */
export function levelOf(text: string): WrittenCodedLevel {
  const match = /^(\d{1,2}|[A-Z]{1,2})\s*[-–—:]\s*(\p{L}.*)$/u.exec(text);
  return { state: 'text', code: match?.[1] ?? null, meaning: match?.[2] ?? text };
}

const length = new RegExp(
  `\\b(?:(\\d{1,2},\\d{3}|\\d{1,4})|(${numberWords}))\\b\\s*(?:\\((\\d{1,4})\\)\\s*)?\\)?[\\s-]*(?:calendar |working |full |consecutive )?(hour|day|week|month|year)s?\\b`,
  'i',
);

/** "Six (6) months.": its length and unit where there is one length only. */
export function periodOf(text: string): WrittenPeriod {
  const found = length.exec(text);
  const another = found && length.test(text.slice(found.index + found[0].length));
  const isRange = /\b(?:to|or|-|–)\s*$/.test(text.slice(0, found?.index ?? 0));
  if (!found || another || isRange) return { state: 'text', length: null, unit: null, text };
  const [, digits, word = '', bracketed] = found;
  const count = digits ? Number(digits.replace(',', '')) : numberOf(word);
  const agrees = bracketed === undefined || Number(bracketed) === count;
  const fits = count !== null && agrees && count >= 1 && count <= 5000;
  const unit = `${(found[4] ?? '').toLowerCase()}s` as NonNullable<WrittenPeriod['unit']>;
  return fits
    ? { state: 'text', length: count, unit, text }
    : { state: 'text', length: null, unit: null, text };
}
