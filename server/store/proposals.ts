// What posted actions propose: the public part of what is not decided yet, as it was posted. The log of an action says at
// which step it stood at any instant, and keeps every posting; later edits are not public before they are posted too.
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../../schemas/types.ts';
import type { Intent } from '../model/change.ts';
import type { Step } from '../model/workflow.ts';
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
  if (classIds.length === 0) return [];
  const concerned = sql.join([...classIds]);
  const { rows } = await sql<Proposal>`
    select intents.key as "classId", actions.number as action, intents.value as intent,
      ${posted('postedOn')} as "postedOn", ${posted('commentsUntil')} as "commentsUntil"
    from actions join action_log as posting on posting.id = ${lastPosting(knownAt)},
      json_each(posting.snapshot, '$.intents') as intents
    where ${stepAt(knownAt)} = 'posted' and intents.key in (${concerned})
      and exists (select 1 from draft_versions where draft_versions.action = actions.number
        and draft_versions.class_id in (${concerned}))
    order by actions.number, intents.key`.execute(store.db);
  return rows;
}

/** An undecided action that was posted, with the words of its last posting. */
export interface PostedAction {
  readonly number: string;
  readonly title: string;
  /** Draft or in review: it was taken back to be amended. */
  readonly step: Step;
  readonly commentsUntil: CalendarDate | null;
}

/** The actions that had been posted and stood undecided at an instant, the latest opened first. */
export async function actionsPosted(store: Store, knownAt: Instant = endOfTime): Promise<PostedAction[]> {
  const { rows } = await sql<PostedAction>`
    select actions.number, ${stepAt(knownAt)} as step,
      json_extract(posting.snapshot, '$.instrument.title') as title,
      ${posted('commentsUntil')} as "commentsUntil"
    from actions join action_log as posting on posting.id = ${lastPosting(knownAt)}
    where ${stepAt(knownAt)} in ('draft', 'in review', 'posted', 'withdrawn')
    order by actions.opened_at desc, actions.number desc`.execute(store.db);
  return rows;
}

/** A date of the posting; of one that was kept without its dates, the date that the action has now. */
function posted(date: 'postedOn' | 'commentsUntil') {
  const column = sql.ref(date === 'postedOn' ? 'actions.posted_on' : 'actions.comments_until');
  return sql<CalendarDate | null>`coalesce(json_extract(posting.snapshot, ${`$.${date}`}), ${column})`;
}

function lastPosting(knownAt: Instant) {
  return sql<number>`(select max(log.id) from action_log as log
    where log.action = actions.number and log.act = 'post' and log.at <= ${knownAt})`;
}

/** The step at which an action stands, or stood at an instant. */
function stepAt(knownAt: Instant) {
  if (knownAt === endOfTime) return sql<string>`actions.step`;
  return sql<string>`(select step from action_log
    where action_log.action = actions.number and action_log.at <= ${knownAt} order by id desc limit 1)`;
}
