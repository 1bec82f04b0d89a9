// The plan as it stood on a date (?on=) and, for staff, as it was known at an instant (?knownAt=): read from the
// address, kept by the links of the page, said in one notice.
import type { Request, Response } from 'express';
import type { CalendarDate, Instant, PlanSettings } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { instantInWords, readInstant } from '../model/instant.ts';
import { endOfTime } from '../store/record.ts';
import { calendarDateOf } from './dates.ts';
import type { Notice } from './notice.ts';
import { type Dated, queryValue, shortened } from './page.ts';
import { visitor } from './visitor.ts';

export interface AsOf {
  readonly today: CalendarDate;
  readonly on: CalendarDate;
  /** What was recorded later is left out; the end of time where nothing is. */
  readonly knownAt: Instant;
  /** The time zone of the plan. */
  readonly timeZone: string;
}

export function askedAsOf(
  request: Request,
  response: Response,
  { settings, today }: { settings: PlanSettings; today: CalendarDate },
): AsOf {
  const { timeZone } = settings;
  const date = queryValue(request, 'on');
  const on = date === null ? today : calendarDateOf(date);
  return { today, on, knownAt: askedKnownAt(request, response, timeZone), timeZone };
}

/** The record of the record is for those who keep it. */
function askedKnownAt(request: Request, response: Response, timeZone: string): Instant {
  const text = queryValue(request, 'knownAt');
  if (text === null) return endOfTime;
  if (!visitor(response))
    throw refusal('not-signed-in', {
      detail: 'What was known at an earlier time is for the staff of the plan.',
    });
  const instant = readInstant(text, timeZone);
  if (instant) return instant;
  throw refusal('bad-request', {
    detail: `“${shortened(text)}” is no instant. Write it as a date, 2024-07-01, or in full: 2024-07-01T16:00:00Z.`,
  });
}

/** True where the page shows the plan of today with all that is known. */
export function isPresent({ on, today, knownAt }: AsOf): boolean {
  return on === today && knownAt === endOfTime;
}

/** True where nothing that is recorded is left out. */
export function isAllKnown({ knownAt }: AsOf): boolean {
  return knownAt === endOfTime;
}

/** The same knowledge of the plan today. */
export function asOfToday(asOf: AsOf): AsOf {
  return { ...asOf, on: asOf.today };
}

/** What the links of a page add to their addresses so that they lead to the same date. */
export function datedOf({ on, today, knownAt }: AsOf): Dated {
  const fields = [
    ...(on === today ? [] : [{ name: 'on', value: on }]),
    ...(knownAt === endOfTime ? [] : [{ name: 'knownAt', value: knownAt }]),
  ];
  return { fields, query: queryOf(fields) };
}

/** '?on=2024-07-01'; '' where there are no fields. A list of codes keeps its commas. */
export function queryOf(fields: Dated['fields']): string {
  const query = fields.map(
    ({ name, value }) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`,
  );
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

/** The address of a class on the date: part of the path, as everywhere. */
export function classAddress(code: string, asOf: AsOf): string {
  const path = asOf.on === asOf.today ? `/classes/${code}` : `/classes/${code}/${asOf.on}`;
  return `${path}${datedOf(asOfToday(asOf)).query}`;
}

/** 'This is the plan as it stood on July 1, 2024.' with the way to today's; null where it is today's. */
export function asOfNotice(asOf: AsOf, wayToToday: string): Notice | null {
  if (isPresent(asOf)) return null;
  const { on, today, knownAt, timeZone } = asOf;
  const known = knownAt === endOfTime ? '' : `, as known at ${instantInWords(knownAt, timeZone)}`;
  const future = known === '' ? ', as far as it is decided today' : '';
  const when =
    on === today
      ? `of today, ${inWords(on)}`
      : on < today
        ? `as it stood on ${inWords(on)}`
        : `as it will stand on ${inWords(on)}${future}`;
  return { text: `This is the plan ${when}${known}.`, link: { href: wayToToday, text: 'See it today' } };
}

/** The address without its date. The second page of a dated list may not exist today. */
export function undated(request: Request): string {
  const address = new URL(request.originalUrl, 'http://localhost');
  for (const name of ['on', 'knownAt', 'page']) address.searchParams.delete(name);
  return `${address.pathname}${address.search}`;
}
