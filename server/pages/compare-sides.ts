// The last part of the address of a comparison: two revisions, two dates, or another class.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { shortened } from './page.ts';

export type Sides =
  | { readonly kind: 'revisions'; readonly from: number; readonly to: number }
  | { readonly kind: 'dates'; readonly from: CalendarDate; readonly to: CalendarDate }
  | { readonly kind: 'class'; readonly code: string };

export function sidesOf(text: string): Sides {
  const [from = '', to, ...rest] = text.split('..');
  if (to === undefined) return { kind: 'class', code: from };
  if (rest.length === 0 && isNumber(from) && isNumber(to))
    return { kind: 'revisions', from: Number(from), to: Number(to) };
  if (rest.length === 0 && isCalendarDate(from) && isCalendarDate(to)) return { kind: 'dates', from, to };
  throw refusal('bad-request', {
    detail: `“${shortened(text)}” is no pair of texts. Write two revisions, 3..4, or two dates, 2022-01-01..2024-07-01.`,
  });
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}
