// What was shown when an action was posted, read from its log: later edits are not public before they are posted too.
import type { DecidedClass } from '../../schemas/types.ts';
import type { Planned } from '../model/adoption.ts';
import { calendarDateAt } from '../model/calendar-date.ts';
import type { PlannedText } from '../model/plan-text.ts';
import type { LogEntry } from '../store/action-log.ts';
import type { Action } from '../store/actions.ts';

export interface Posting {
  readonly instrument: Pick<Action, 'number' | 'title' | 'reason' | 'authority'>;
  readonly planned: readonly Planned[];
  /** Absent where there were none. */
  readonly texts?: readonly PlannedText[];
  readonly decisions?: readonly DecidedClass[];
  readonly postedOn: string;
  readonly commentsUntil: string | null;
  /** The instant: what was recorded later was not known to whoever posted it. */
  readonly postedAt: string;
}

type Snapshot = Omit<Posting, 'postedOn' | 'commentsUntil' | 'postedAt'>;

/** Every posting of an action in the log, the last one first. */
export function postingsIn(log: readonly LogEntry[], timeZone: string): Posting[] {
  const posted = log.filter(({ act }) => act === 'post').reverse();
  return posted.map(({ at, snapshot }) => ({
    // Postings of an earlier version were kept without their dates.
    postedOn: calendarDateAt(new Date(at), timeZone),
    commentsUntil: null,
    ...(snapshot as Snapshot),
    postedAt: at,
  }));
}
