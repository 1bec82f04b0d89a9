// Reads a calendar date in the forms that personnel offices write. What is not written is never invented:
// "7/2024" is a month, "1997" a year. Where day and month could change places, the month comes first.
import type { PartialDate } from '../../schemas/types.ts';
import { isCalendarDate } from './calendar-date.ts';

export interface ReadDate {
  readonly date: PartialDate;
  /** The form it was written in, such as M/D/YYYY; for telling that forms are mixed. */
  readonly form: string;
  readonly twoDigitYear: boolean;
  /** Where the date ends in the text that was read. */
  readonly end: number;
}

interface Parts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

interface Form {
  readonly name: string;
  readonly pattern: RegExp;
  readonly parts: (groups: readonly string[]) => Parts | null;
}

const monthNames =
  'january february march april may june july august september october november december'.split(' ');

const forms: readonly Form[] = [
  {
    name: 'YYYY-MM-DD',
    pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/,
    parts: ([year = '', month, day]) => ({ year, month: Number(month), day: Number(day) }),
  },
  numeric('/'),
  numeric('-'),
  numeric('.'),
  {
    name: 'Month D, YYYY',
    pattern: /^([a-z]{3,9})\.?\s{1,4}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,4}(\d{4})(?!\d)/i,
    parts: ([month = '', day, year = '']) => named(month, year, Number(day)),
  },
  {
    name: 'D Month YYYY',
    pattern: /^(\d{1,2})(?:st|nd|rd|th)?[\s-]([a-z]{3,9})\.?,?[\s-](\d{4}|\d{2})(?!\d)/i,
    parts: ([day, month = '', year = '']) => named(month, year, Number(day)),
  },
  {
    name: 'Month YYYY',
    pattern: /^([a-z]{3,9})\.?,?[\s-]{1,4}(\d{4})(?!\d)/i,
    parts: ([month = '', year = '']) => named(month, year),
  },
  {
    name: 'M/YYYY',
    pattern: /^(\d{1,2})[/-](\d{4})(?!\d)/,
    parts: ([month, year = '']) => ({ year, month: Number(month) }),
  },
  {
    name: 'M/YY',
    pattern: /^(\d{1,2})\/(\d{2})(?![\d/])/,
    parts: ([month, year = '']) => ({ year, month: Number(month) }),
  },
  {
    name: 'YYYY-MM',
    pattern: /^(\d{4})-(\d{2})(?![\d-])/,
    parts: ([year = '', month]) => ({ year, month: Number(month) }),
  },
  { name: 'YYYY', pattern: /^((?:19|20)\d{2})(?![\d/-])/, parts: ([year = '']) => ({ year }) },
];

const revisionMark = /^(?:rev(?:ised|ision)?|eff(?:ective)?|est(?:ablished)?)[.:]?\s{0,4}(?=[\da-z])/i;

/** The date at the beginning of the text; "Rev." and the like may stand before it. */
export function dateAt(text: string): ReadDate | null {
  const start = revisionMark.exec(text)?.[0].length ?? 0;
  for (const from of new Set([0, start])) {
    const read = readForms(text.slice(from, from + 60));
    if (read) return { ...read, end: read.end + from };
  }
  return null;
}

/** The date that the whole text is; null where there is more or less than one date. */
export function readDate(text: string): ReadDate | null {
  const trimmed = text.trim();
  const read = dateAt(trimmed);
  return read && /^\.?$/.test(trimmed.slice(read.end)) ? read : null;
}

function readForms(text: string): ReadDate | null {
  for (const form of forms) {
    const match = form.pattern.exec(text);
    const parts = match && form.parts(match.slice(1));
    const date = parts && partialDate(parts);
    if (!date) continue;
    const twoDigitYear = parts.year.length === 2;
    return { date, form: nameOf(form, parts), twoDigitYear, end: match[0].length };
  }
  return null;
}

function nameOf(form: Form, { year }: Parts): string {
  return year.length === 2 ? form.name.replace('YYYY', 'YY') : form.name;
}

function partialDate({ year, month, day }: Parts): PartialDate | null {
  const full = year.length === 2 ? `${Number(year) >= 50 ? '19' : '20'}${year}` : year;
  if (month === undefined) return full;
  if (month < 1 || month > 12) return null;
  const upToMonth = `${full}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return upToMonth;
  const date = `${upToMonth}-${String(day).padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

function numeric(mark: string): Form {
  return {
    name: `M${mark}D${mark}YYYY`,
    pattern: new RegExp(`^(\\d{1,2})[${mark}](\\d{1,2})[${mark}](\\d{4}|\\d{2})(?!\\d)`),
    parts: ([first, second, year = '']) => {
      const [a, b] = [Number(first), Number(second)];
      return a > 12 ? { year, month: b, day: a } : { year, month: a, day: b };
    },
  };
}

function named(month: string, year: string, day?: number): Parts | null {
  const name = month.toLowerCase().replace(/^sept$/, 'sep');
  const index = name.length < 3 ? -1 : monthNames.findIndex((each) => each.startsWith(name));
  if (index < 0) return null;
  return day === undefined ? { year, month: index + 1 } : { year, month: index + 1, day };
}
