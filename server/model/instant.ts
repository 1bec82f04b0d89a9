// Instants as people name them: in full, or as a calendar date, which stands for the end of that day where the plan is.
import type { CalendarDate, Instant } from '../../schemas/types.ts';
import { calendarDateAt, isCalendarDate } from './calendar-date.ts';

const hour = 3_600_000;
/** The last instant that sorts as text. */
const last = Date.parse('9999-12-31T23:59:59.999Z');
/** A + that nobody encoded comes out of an address as a space. */
const full = /^(\d{4}-\d{2}-\d{2})T[0-2]\d:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[-+ ]\d{2}:\d{2})$/;

/** '2024-07-01T16:00:00Z', '2024-07-01T10:00-06:00' or '2024-07-01'; null for anything else. */
export function readInstant(text: string, timeZone: string): Instant | null {
  if (isCalendarDate(text)) return endOfDay(text, timeZone);
  const [, date = ''] = full.exec(text) ?? [];
  const instant = Date.parse(text.replace(' ', '+'));
  if (!isCalendarDate(date) || Number.isNaN(instant)) return null;
  return new Date(Math.min(instant, last)).toISOString();
}

/** The last millisecond in which the clocks of `timeZone` show `date`. */
export function endOfDay(date: CalendarDate, timeZone: string): Instant {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  // No zone is more than 14 hours before or 12 behind.
  let within = midnight + 9 * hour;
  let after = Math.min(midnight + 37 * hour, last + 1);
  while (after - within > 1) {
    const middle = Math.floor((within + after) / 2);
    if (calendarDateAt(new Date(middle), timeZone) > date) after = middle;
    else within = middle;
  }
  return new Date(within).toISOString();
}

/** 'July 1, 2024 at 4:00:00 PM', as the clocks of `timeZone` show it. */
export function instantInWords(instant: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'medium', timeZone }).format(
    new Date(instant),
  );
}
