// What the address of /changes asks for: two dates, the way the changes are listed, one kind of them. What somebody typed
// wrongly is told beside its field.
import type { Request } from 'express';
import type { CalendarDate, Narrowing } from '../../schemas/types.ts';
import { type Grouping, groupings } from '../documents/plan-changes-csv.ts';
import { refusal } from '../errors.ts';
import { inWords, isCalendarDate, yearsAfter } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import { narrowings, type Span } from '../model/plan-changes.ts';
import type { AsOf } from './as-of.ts';
import { queryValue, shortened } from './page.ts';

export interface Asked {
  /** What stands in the two fields. */
  readonly typed: { readonly from: string; readonly to: string };
  /** Null where there is something to correct. */
  readonly span: Span | null;
  readonly issues: readonly Issue[];
  readonly by: Grouping;
  readonly kind: Narrowing | null;
}

/** Without dates the twelve months up to today; with one of them the other is read from it. */
export function askedChanges(request: Request, today: CalendarDate): Asked {
  const to = queryValue(request, 'to') ?? today;
  const from = queryValue(request, 'from') ?? (isCalendarDate(to) ? yearsAfter(to, -1) : '');
  const issues = issuesOf(from, to);
  return {
    typed: { from, to },
    span: issues.length === 0 ? { from, to } : null,
    issues,
    by: oneOf(request, 'by', groupings) ?? 'class',
    kind: oneOf(request, 'kind', narrowings),
  };
}

/** A first date that would be read from an unreadable second one is no problem of its own. */
function issuesOf(from: string, to: string): Issue[] {
  const unreadable = [...(from === '' ? [] : unreadableDate('from', from)), ...unreadableDate('to', to)];
  if (unreadable.length > 0 || from <= to) return unreadable;
  const message = `The first date, ${inWords(from)}, is after the second, ${inWords(to)}. Put the earlier one first.`;
  return [{ field: 'from', problem: 'after', message }];
}

function unreadableDate(field: string, text: string): Issue[] {
  if (isCalendarDate(text)) return [];
  const message = `“${shortened(text)}” is not a date. Write it as year, month and day: 2024-07-01.`;
  return [{ field, problem: 'form', message }];
}

function oneOf<T extends string>(request: Request, name: string, values: readonly T[]): T | null {
  const text = queryValue(request, name);
  if (text === null) return null;
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  throw refusal('bad-request', { detail: `${name} is one of ${values.join(', ')}.` });
}

/** The twelve months up to the date of a page. */
export function changesUntil({ on, today }: AsOf, by: Grouping = 'class'): string {
  const query = new URLSearchParams();
  if (on !== today) query.set('to', on);
  if (by !== 'class') query.set('by', by);
  return query.size === 0 ? '/changes' : `/changes?${query.toString()}`;
}

/** The address that asks for this; what is the standard is left out. */
export function changesAddress(
  { from, to }: Span,
  { by, kind }: Pick<Asked, 'by' | 'kind'>,
  ending: '' | '.json' | '.csv' = '',
): string {
  const query = new URLSearchParams({ from, to });
  if (by !== 'class') query.set('by', by);
  if (kind !== null) query.set('kind', kind);
  return `/changes${ending}?${query.toString()}`;
}
