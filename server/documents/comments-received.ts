// Every comment of the public on an action with what was decided on it, shown or not, as those who decide are given them.
import { stringify } from 'csv-stringify/sync';
import { draftsOf } from '../store/drafts.ts';
import type { Store } from '../store/database.ts';
import { allPeople } from '../store/people.ts';
import { commentsOf } from '../store/public-comments.ts';

const columns = [
  'reference',
  'postedOn',
  'receivedAt',
  'name',
  'class',
  'text',
  'decision',
  'reason',
  'decidedBy',
  'decidedAt',
] as const;

export type CommentReceived = Readonly<Record<(typeof columns)[number], string | number | null>>;

export async function commentsReceived(store: Store, number: string): Promise<CommentReceived[]> {
  const comments = await commentsOf(store, number);
  const names = new Map((await allPeople(store)).map(({ id, name }) => [id, name]));
  const drafts = new Map((await draftsOf(store, number)).map(({ classId, body }) => [classId, body]));
  return comments.map(({ id, postedOn, receivedAt, classId, name, text, decision }) => ({
    ...{ reference: id, postedOn, receivedAt, name, text },
    class: classId === null ? null : (drafts.get(classId)?.code ?? drafts.get(classId)?.title ?? classId),
    decision: decision?.decision ?? null,
    reason: decision?.reason ?? null,
    decidedBy: decision ? (names.get(decision.by) ?? decision.by) : null,
    decidedAt: decision?.at ?? null,
  }));
}

/** As a table (RFC 4180) with a mark that Excel reads as UTF-8; no cell is taken for a formula. */
export function asCsv(rows: readonly CommentReceived[]): string {
  return stringify([...rows], { header: true, bom: true, escape_formulas: true, columns: [...columns] });
}
