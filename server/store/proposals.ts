// What posted actions propose: the public part of what is not decided yet. The log of an action says at which step it
// stood at any instant.
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../schemas/types.ts';
import type { Intent } from '../model/change.ts';
import type { Store } from './database.ts';
import { endOfTime } from './record.ts';

/** A change of a class that a posted action holds. */
export interface Proposal {
  readonly classId: string;
  readonly action: string;
  readonly intent: Intent;
  readonly postedOn: CalendarDate | null;
  readonly commentsUntil: CalendarDate | null;
}

/** The proposals that concern the classes, by the number of their action, as known at an instant. */
export async function proposalsFor(
  store: Store,
  classIds: readonly string[],
  knownAt: Instant = endOfTime,
): Promise<Proposal[]> {
  const rows = await store.db
    .selectFrom('actions')
    .innerJoin('drafts', 'drafts.action', 'actions.number')
    .select([
      'drafts.class_id as classId',
      'actions.number as action',
      'drafts.intent as intent',
      'actions.posted_on as postedOn',
      'actions.comments_until as commentsUntil',
    ])
    .where('drafts.class_id', 'in', [...classIds])
    .where(stepAt(knownAt), '=', 'posted')
    .orderBy('actions.number')
    .execute();
  return rows.map((row) => ({ ...row, intent: row.intent as Intent }));
}

/** A posted action in a list. */
export interface PostedAction {
  readonly number: string;
  readonly title: string;
  readonly commentsUntil: CalendarDate | null;
}

/** The actions that stood posted and undecided at an instant, the latest opened first. */
export async function actionsPosted(store: Store, knownAt: Instant = endOfTime): Promise<PostedAction[]> {
  return store.db
    .selectFrom('actions')
    .select(['number', 'title', 'comments_until as commentsUntil'])
    .where(stepAt(knownAt), '=', 'posted')
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
}

/** The step at which an action stands, or stood at an instant. */
function stepAt(knownAt: Instant) {
  if (knownAt === endOfTime) return sql<string>`actions.step`;
  return sql<string>`(select step from action_log
    where action_log.action = actions.number and action_log.at <= ${knownAt} order by id desc limit 1)`;
}
