// What the public says of a posted action, and what was decided on each comment. Nothing of it changes or goes; the latest
// decision counts. Of who wrote, only the name that they gave is kept.
import type { Store } from './database.ts';

export interface CommentDecision {
  readonly at: string;
  readonly by: string;
  readonly decision: 'publish' | 'withhold';
  /** Why it is withheld; null where it is published. */
  readonly reason: string | null;
}

export interface PublicComment {
  /** The reference that the writer was given. */
  readonly id: number;
  readonly action: string;
  /** The posting that it answers. */
  readonly postedOn: string;
  readonly receivedAt: string;
  /** The class that it is about; null for the action as a whole. */
  readonly classId: string | null;
  readonly name: string | null;
  readonly text: string;
  /** The latest; null while it waits. */
  readonly decision: CommentDecision | null;
}

export async function insertPublicComment(
  store: Store,
  { action, postedOn, receivedAt, classId, name, text }: Omit<PublicComment, 'id' | 'decision'>,
): Promise<number> {
  const { id } = await store.db
    .insertInto('public_comments')
    .values({ action, posted_on: postedOn, received_at: receivedAt, class_id: classId, name, text })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertDecision(
  store: Store,
  comment: number,
  decision: CommentDecision,
): Promise<void> {
  await store.db
    .insertInto('comment_decisions')
    .values({ comment, ...decision })
    .execute();
}

/** The comments on an action, or on all actions, as they came in. */
export async function commentsOf(store: Store, action: string | null): Promise<PublicComment[]> {
  let query = store.db
    .selectFrom('public_comments')
    .leftJoin('comment_decisions', (join) =>
      join.on('comment_decisions.id', '=', (with_) =>
        with_
          .selectFrom('comment_decisions as later')
          .select(({ fn }) => fn.max('later.id').as('id'))
          .whereRef('later.comment', '=', 'public_comments.id'),
      ),
    )
    .selectAll('public_comments')
    .select(['comment_decisions.at', 'comment_decisions.by', 'decision', 'reason']);
  if (action !== null) query = query.where('action', '=', action);
  const rows = await query.orderBy('public_comments.id').execute();
  return rows.map((row) => ({
    ...{ id: row.id, action: row.action, postedOn: row.posted_on, receivedAt: row.received_at },
    ...{ classId: row.class_id, name: row.name, text: row.text },
    decision:
      row.at === null
        ? null
        : {
            ...{ at: row.at, by: row.by ?? '', reason: row.reason },
            decision: row.decision as CommentDecision['decision'],
          },
  }));
}

export async function commentById(store: Store, id: number): Promise<PublicComment | null> {
  const row = await store.db
    .selectFrom('public_comments')
    .select('action')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return (await commentsOf(store, row.action)).find((comment) => comment.id === id) ?? null;
}

export async function countComments(store: Store, action: string): Promise<number> {
  const row = await store.db
    .selectFrom('public_comments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('action', '=', action)
    .executeTakeFirstOrThrow();
  return row.count;
}
