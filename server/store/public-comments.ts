// What the public says of posted actions, and every decision on it. Nothing of it changes or goes.
import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { CommentDecision, PublicComment } from '../model/public-comment.ts';
import type { CommentDecisionsTable, Database, PublicCommentsTable, Store } from './database.ts';

/** The number of the comment within its action. */
export async function insertComment(
  store: Store,
  { action, postedOn, receivedAt, about, name, text }: Omit<PublicComment, 'number' | 'decisions'>,
): Promise<number> {
  const number = (await countComments(store, action)) + 1;
  await store.db
    .insertInto('public_comments')
    .values({
      ...{ action, number, posted_on: postedOn, received_at: receivedAt, name, text },
      class_id: about?.classId ?? null,
      class_title: about?.title ?? null,
      class_code: about?.code ?? null,
    })
    .execute();
  return number;
}

/** Comments of an action are numbered without gaps: how many there are is the number of the last. */
export async function countComments(store: Store, action: string): Promise<number> {
  const last = await store.db
    .selectFrom('public_comments')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('action', '=', action)
    .executeTakeFirst();
  return last?.number ?? 0;
}

export async function insertDecision(
  store: Store,
  { action, number }: Pick<PublicComment, 'action' | 'number'>,
  decision: CommentDecision,
): Promise<void> {
  const last = await store.db
    .selectFrom('comment_decisions')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  await store.db
    .insertInto('comment_decisions')
    .values({ id: (last?.id ?? 0) + 1, action, comment: number, ...decision })
    .execute();
}

/** Every comment on an action with everything that was decided on it, in the order in which they came. */
export async function commentsOf(store: Store, action: string): Promise<PublicComment[]> {
  return withDecisions(
    store,
    await store.db
      .selectFrom('public_comments')
      .selectAll()
      .where('action', '=', action)
      .orderBy('number')
      .execute(),
  );
}

export async function commentByNumber(
  store: Store,
  action: string,
  number: number,
): Promise<PublicComment | null> {
  const rows = await store.db
    .selectFrom('public_comments')
    .selectAll()
    .where('action', '=', action)
    .where('number', '=', number)
    .execute();
  return (await withDecisions(store, rows))[0] ?? null;
}

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

/** The actions that were commented on, with how many comments there are and how many wait. */
export async function actionsCommentedOn(store: Store): Promise<Commented[]> {
  const { rows } = await sql<Commented>`
    select action, count(*) as total, count(*) filter (where not exists (select 1 from comment_decisions
      where comment_decisions.action = public_comments.action and comment = number)) as waiting
    from public_comments group by action order by max(received_at) desc, action`.execute(store.db);
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

async function withDecisions(store: Store, rows: readonly PublicCommentsTable[]): Promise<PublicComment[]> {
  const actions = [...new Set(rows.map(({ action }) => action))];
  const decided =
    actions.length === 0
      ? []
      : await store.db
          .selectFrom('comment_decisions')
          .selectAll()
          .where('action', 'in', actions)
          .orderBy('id')
          .execute();
  const byComment = Map.groupBy(decided, ({ action, comment }) => `${action} ${comment}`);
  return rows.map((row) => toComment(row, byComment.get(`${row.action} ${row.number}`) ?? []));
}

function toComment(
  row: PublicCommentsTable,
  decisions: readonly Omit<CommentDecisionsTable, 'id'>[],
): PublicComment {
  const { action, number, class_id, class_title, class_code, name, text } = row;
  return {
    ...{ action, number, postedOn: row.posted_on, receivedAt: row.received_at, name, text },
    about: class_id === null ? null : { classId: class_id, title: class_title ?? '', code: class_code ?? '' },
    decisions: decisions.map(({ at, by, decision, reason }) => ({
      ...{ at, by, reason },
      decision: decision as CommentDecision['decision'],
    })),
  };
}
