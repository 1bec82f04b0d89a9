// When a class is due for review: so many years after its latest text took effect, by the plan's settings.
import type { CalendarDate } from '../../schemas/types.ts';
import { isCalendarDate, yearsAfter } from './calendar-date.ts';

/** The day by which a text in force since `effectiveOn` should have been looked at again. */
export function reviewDueOn(effectiveOn: CalendarDate, years: number): CalendarDate {
  return yearsAfter(effectiveOn, years);
}

/** False in a plan without a cycle. */
export function isReviewOverdue(
  effectiveOn: CalendarDate,
  years: number | undefined,
  today: CalendarDate,
): boolean {
  return years !== undefined && reviewDueOn(effectiveOn, years) < today;
}

/** A text is overdue exactly where it took effect before this day: what a list asks the store for. */
export function overdueBefore(today: CalendarDate, years: number): CalendarDate {
  const [year = '', month = '', day = ''] = today.split('-');
  const before = `${withYears(year, -years)}-${month}-${day}`;
  return isCalendarDate(before) ? before : `${withYears(year, -years)}-03-01`;
}

/** '2 years and 3 months', 'less than a month': how long a review has been due, in full months. */
export function overdueInWords(dueOn: CalendarDate, today: CalendarDate): string {
  const months = fullMonthsBetween(dueOn, today);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    ...(years > 0 ? [counted(years, 'year')] : []),
    ...(rest > 0 ? [counted(rest, 'month')] : []),
  ];
  return parts.join(' and ') || 'less than a month';
}

function fullMonthsBetween(from: CalendarDate, to: CalendarDate): number {
  const [[fromYear = 0, fromMonth = 0, fromDay = 0], [year = 0, month = 0, day = 0]] = [from, to].map(
    (date) => date.split('-').map(Number),
  ) as [number[], number[]];
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0));
}

function withYears(year: string, years: number): string {
  return String(Number(year) + years).padStart(4, '0');
}

function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`;
}
