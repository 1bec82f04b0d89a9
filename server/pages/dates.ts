// The date a page is asked for: ?on=YYYY-MM-DD or a part of the address; today where none is given.
import type { Request } from 'express';
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { queryValue, shortened } from './page.ts';

export function askedDate(request: Request, today: CalendarDate): CalendarDate {
  const text = queryValue(request, 'on');
  return text === null ? today : calendarDateOf(text);
}

export function calendarDateOf(text: string): CalendarDate {
  if (isCalendarDate(text)) return text;
  throw refusal('bad-request', {
    detail: `“${shortened(text)}” is not a date. Write it as year, month and day: 2024-07-01.`,
  });
}
