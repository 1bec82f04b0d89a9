// Calendar dates: days, never instants. 'YYYY-MM-DD' sorts as text; a partial date stops where knowledge stops.
import type { CalendarDate, PartialDate } from '../../schemas/types.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** True for a day that exists: 2024-02-29 is one, 2023-02-29 is not. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The same day so many years on, or back where they are negative; the end of February where it has no such day. Years have four digits, from 0100 on. */
export function yearsAfter(date: CalendarDate, years: number): CalendarDate {
  const [year = '', month = '', day = ''] = date.split('-');
  const other = String(Math.min(Math.max(Number(year) + years, 100), 9999)).padStart(4, '0');
  const found = `${other}-${month}-${day}`;
  return isCalendarDate(found) ? found : `${other}-02-28`;
}

/** The calendar date that a clock on the wall in `timeZone` shows at `instant`. */
export function calendarDateAt(instant: Date, timeZone: string): CalendarDate {
  const parts = clockIn(timeZone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Making one takes longer than asking it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  clocks.set(timeZone, made);
  return made;
}

/** 'July 1, 2024', 'July 2024' or '2024': as precise as the date itself. */
export function inWords(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const name = months[Number(month) - 1] ?? month;
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
}

/** '7/1/2024', '7/2024' or '2024': the short form of class histories. */
export function inFigures(date: PartialDate): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  return day ? `${Number(month)}/${Number(day)}/${year}` : `${Number(month)}/${year}`;
}
