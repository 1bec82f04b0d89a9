// How long a posting is open, in words: days are counted on a page of today alone, by the plan's calendar.
import type { Procedure } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { countdown } from '../model/deadlines.ts';
import { isTimeForComments } from '../model/public-comment.ts';
import type { PostedAction } from '../store/proposals.ts';
import { type AsOf, isPresent } from './as-of.ts';

/** 'Open for comment: 12 days left, through December 6, 2026' */
export function postingTime(
  action: Pick<PostedAction, 'step' | 'commentsUntil'>,
  asOf: AsOf,
  { comments }: Procedure,
): string {
  const { commentsUntil } = action;
  if (commentsUntil === null) return 'Posted';
  const date = inWords(commentsUntil);
  if (!isPresent(asOf)) return `${comments ? 'Comments' : 'Posted'} until ${date}`;
  if (!isTimeForComments(action, asOf.today)) return comments ? `Comments closed on ${date}` : 'Posted';
  return `${comments ? 'Open for comment' : 'Posted'}: ${countdown(commentsUntil, asOf.today)}`;
}
