// A length of time as a specification writes it: 'Six (6) months.' The wording is kept; the number is read from it.
// A number that is only part of what is written ('2 to 3 years', 'twenty-four months') is not read at all.
import type { WrittenPeriod } from '../../schemas/types.ts';

const words = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const units = ['hours', 'days', 'weeks', 'months', 'years'] as const;
const figures = String.raw`\d{1,3},\d{3}|\d{1,4}`;
const period = new RegExp(
  String.raw`\b([a-z]+|${figures})\s*(?:\((${figures})\)\s*)?[- ]?(hour|day|week|month|year)s?\b`,
  'g',
);
const largerWords = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand';
const bond = String.raw`[\s),.\/–—-]*(?:(?:to|or|and)\s+)?$`;
const afterFigure = new RegExp(String.raw`\d${bond}`);
const afterWord = new RegExp(String.raw`\b(?:${words.join('|')}|${largerWords})${bond}`);
/** The most that schemas/specification.schema.json takes. */
const longest = 5000;

/** length and unit are null where the wording names none, or more than one. */
export function readPeriod(text: string): WrittenPeriod {
  const lower = text.toLowerCase();
  const [match, ...others] = [...lower.matchAll(period)];
  const length = match && others.length === 0 ? lengthOf(match, lower.slice(0, match.index)) : 0;
  if (length === 0 || length > longest) return { state: 'text', length: null, unit: null, text };
  return {
    state: 'text',
    length,
    unit: units.find((each) => each.startsWith(match?.[3] ?? '-')) ?? null,
    text,
  };
}

/** 0 where the number cannot be told: unknown, part of another, or a word against its figure. */
function lengthOf([, first = '', figure]: RegExpExecArray, before: string): number {
  const said = /^\d/.test(first) ? number(first) : words.indexOf(first) + 1;
  const isCompound = afterWord.test(before);
  if (afterFigure.test(before)) return 0;
  if (figure === undefined) return isCompound ? 0 : said;
  return said > 0 && !isCompound && said !== number(figure) ? 0 : number(figure);
}

function number(figure: string): number {
  return Number(figure.replace(',', ''));
}
