// The comments of the public as lists show them, part by part: what was published, what is to be moderated, and how many
// there are on which action.
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { PublicComment } from '../model/public-comment.ts';
import type { Database, Store } from './database.ts';
import { withDecisions } from './public-comments.ts';

interface Part {
  readonly limit: number;
  readonly offset: number;
}

interface Found {
  readonly comments: PublicComment[];
  /** How many there are in all. */
  readonly total: number;
}

/** What is shown to everybody, the latest first. */
export async function publishedComments(store: Store, action: string, part: Part): Promise<Found> {
  const published = store.db
    .selectFrom('public_comments')
    .where('public_comments.action', '=', action)
    .where(latestDecision, '=', 'publish');
  const rows = published.selectAll().orderBy('number', 'desc').limit(part.limit).offset(part.offset);
  return { comments: await withDecisions(store, await rows.execute()), total: await count(published) };
}

/** A part of what is to be moderated: those that wait from the first on, then the others from the latest. */
export async function commentsToModerate(
  store: Store,
  action: string | null,
  { limit, offset }: Part,
): Promise<Found & { readonly waiting: number }> {
  let all = store.db.selectFrom('public_comments');
  if (action !== null) all = all.where('public_comments.action', '=', action);
  const waits = all.where(latestDecision, 'is', null);
  const waiting = await count(waits);
  const first = await waits
    .selectAll()
    .orderBy('received_at')
    .orderBy('action')
    .orderBy('number')
    .limit(limit)
    .offset(offset)
    .execute();
  const rest = await all
    .where(latestDecision, 'is not', null)
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('action')
    .orderBy('number', 'desc')
    .limit(limit - first.length)
    .offset(Math.max(0, offset - waiting))
    .execute();
  return { comments: await withDecisions(store, [...first, ...rest]), total: await count(all), waiting };
}

export interface Commented {
  readonly action: string;
  readonly total: number;
  readonly waiting: number;
}

/** The actions that were commented on, or the one that is named, with how many comments there are and how many wait. */
export async function actionsCommentedOn(store: Store, action: string | null = null): Promise<Commented[]> {
  const { rows } = await sql<Commented>`
    select action, count(*) as total, count(*) filter (where not exists (select 1 from comment_decisions
      where comment_decisions.action = public_comments.action and comment = number)) as waiting
    from public_comments where ${action} is null or action = ${action}
    group by action order by max(received_at) desc, action`.execute(store.db);
  return rows;
}

/** The decision that counts; null while the comment waits. */
function latestDecision(expression: ExpressionBuilder<Database, 'public_comments'>) {
  return expression
    .selectFrom('comment_decisions')
    .select('decision')
    .whereRef('comment_decisions.action', '=', 'public_comments.action')
    .whereRef('comment_decisions.comment', '=', 'public_comments.number')
    .orderBy('comment_decisions.id', 'desc')
    .limit(1);
}

async function count<O>(query: SelectQueryBuilder<Database, 'public_comments', O>): Promise<number> {
  const { count: found } = await query
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(found);
}
