// The plan's review cycle: when a specification that nobody revised is due to be looked at again.
import type { CalendarDate } from '../../schemas/types.ts';

/** The day from which the review is overdue: as many years after the text took effect; February 29 is followed by March 1. */
export function reviewDueOn(effectiveOn: CalendarDate, years: number): CalendarDate {
  const due = new Date(`${effectiveOn}T00:00:00.000Z`);
  due.setUTCFullYear(due.getUTCFullYear() + years);
  return due.toISOString().slice(0, 10);
}

/** False in a plan without a cycle. */
export function isReviewOverdue(
  effectiveOn: CalendarDate,
  cycleYears: number | undefined,
  on: CalendarDate,
): boolean {
  return cycleYears !== undefined && reviewDueOn(effectiveOn, cycleYears) < on;
}
