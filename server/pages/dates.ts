// A date that somebody wrote, in the query or as a part of the address.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { shortened } from './page.ts';

export function calendarDateOf(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw refusal('bad-request', {
    detail: `“${shortened(text)}” is not a date. Write it as year, month and day: 2024-07-01.`,
  });
}
