// The dates that an undecided action runs up against: the end of its comments, and the day on which it is meant to take
// effect.
import type { CalendarDate } from '../../schemas/types.ts';
import { inWords } from './calendar-date.ts';
import type { Step } from './workflow.ts';

interface Posting {
  readonly postedOn: CalendarDate | null;
  readonly commentsUntil: CalendarDate | null;
}

interface Dated extends Posting {
  readonly step: Step;
  readonly effectiveOn: CalendarDate | null;
}

/** Comments are open through the last day; a posting of no days closes at once. */
export function areCommentsOpen({ postedOn, commentsUntil }: Posting, on: CalendarDate): boolean {
  return commentsUntil !== null && commentsUntil !== postedOn && on <= commentsUntil;
}

export interface Deadline {
  readonly on: CalendarDate;
  readonly text: string;
  /** How much it presses: a day that has passed, one within two weeks, or a later one. */
  readonly standing: 'overdue' | 'soon' | 'later';
}

const soonDays = 14;

/** What is decided has none; the most pressing stands first. */
export function deadlinesOf(
  { step, effectiveOn, postedOn, commentsUntil }: Dated,
  today: CalendarDate,
): Deadline[] {
  const deadlines: Deadline[] = [];
  if (step === 'posted' && commentsUntil !== null && commentsUntil !== postedOn)
    deadlines.push(comments(commentsUntil, today));
  if (effectiveOn !== null && ['draft', 'in review', 'posted'].includes(step))
    deadlines.push(effect(effectiveOn, today));
  return deadlines.sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing));
}

const order: readonly Deadline['standing'][] = ['overdue', 'soon', 'later'];

/** When they have closed nothing is late: it may be decided. */
function comments(until: CalendarDate, today: CalendarDate): Deadline {
  const days = daysBetween(today, until);
  if (days < 0)
    return { on: until, text: `Comments closed on ${inWords(until)}. It can be decided.`, standing: 'soon' };
  return { on: until, text: `Comments until ${inWords(until)}, ${daysLeft(days)}`, standing: nearness(days) };
}

function effect(on: CalendarDate, today: CalendarDate): Deadline {
  const days = daysBetween(today, on);
  if (days >= 0)
    return { on, text: `Takes effect on ${inWords(on)}, ${inDays(days)}`, standing: nearness(days) };
  const late = days === -1 ? '1 day ago' : `${-days} days ago`;
  return { on, text: `Overdue: it was to take effect on ${inWords(on)}, ${late}`, standing: 'overdue' };
}

/** '12 days left, through December 6, 2026': how long the public may still comment, for a day on which it may. */
export function countdown(until: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, until);
  return days === 0
    ? `the last day is today, ${inWords(until)}`
    : `${daysLeft(days)}, through ${inWords(until)}`;
}

function nearness(days: number): Deadline['standing'] {
  return days <= soonDays ? 'soon' : 'later';
}

function daysLeft(days: number): string {
  return days === 0 ? 'the last day is today' : days === 1 ? '1 day left' : `${days} days left`;
}

function inDays(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

/** Calendar days from one date to another; negative where the other lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000);
}
