// What the public says of posted actions, and every decision on it. Nothing of it changes or goes.
import type { CommentDecision, PublicComment } from '../model/public-comment.ts';
import type { CommentDecisionsTable, PublicCommentsTable, Store } from './database.ts';

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

/** The comments of these rows, each with its decisions. */
export async function withDecisions(
  store: Store,
  rows: readonly PublicCommentsTable[],
): Promise<PublicComment[]> {
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
