// Adoptions that are under way: who approved what, and the official PDFs that were printed for it and wait for the one
// transaction. A crash leaves them waiting, and trying again goes on from there.
import type { Anchor } from '../../schemas/types.ts';
import type { Store } from './database.ts';
import type { PrintedOnce } from './official-documents.ts';

export interface Adoption {
  readonly action: string;
  /** The hash of the plan that was approved. */
  readonly hash: string;
  readonly approvedBy: string;
  readonly approvedAt: string;
  readonly total: number;
  /** When the last print was done. */
  readonly movedAt: string;
  /** Why it stopped; null while it goes on. */
  readonly fault: string | null;
}

export async function adoptionOf(store: Store, action: string): Promise<Adoption | null> {
  const row = await store.db
    .selectFrom('adoptions')
    .selectAll()
    .where('action', '=', action)
    .executeTakeFirst();
  if (!row) return null;
  const { approved_by, approved_at, moved_at, ...rest } = row;
  return { ...rest, approvedBy: approved_by, approvedAt: approved_at, movedAt: moved_at };
}

/** Notes an approval, in place of an earlier one that was not carried out. */
export async function keepAdoption(store: Store, adoption: Adoption): Promise<void> {
  const { approvedBy, approvedAt, movedAt, ...rest } = adoption;
  const row = { ...rest, approved_by: approvedBy, approved_at: approvedAt, moved_at: movedAt };
  await store.db
    .insertInto('adoptions')
    .values(row)
    .onConflict((conflict) => conflict.column('action').doUpdateSet(row))
    .execute();
}

export async function noteFault(store: Store, action: string, fault: string): Promise<void> {
  await store.db.updateTable('adoptions').set({ fault }).where('action', '=', action).execute();
}

/** How many prints wait for the adoption of an action. */
export async function countWaitingPrints(store: Store, action: string): Promise<number> {
  const row = await store.db
    .selectFrom('waiting_prints')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('action', '=', action)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function hasWaitingPrint(store: Store, action: string, textHash: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('waiting_prints')
    .select('text_hash')
    .where('action', '=', action)
    .where('text_hash', '=', textHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Keeps a print for the adoption of an action. False where none is under way any more: then nothing is kept. */
export async function keepWaitingPrint(
  store: Store,
  action: string,
  textHash: string,
  print: PrintedOnce,
): Promise<boolean> {
  const { bytes, printedAt, ...rest } = print;
  const facts = JSON.stringify({ ...rest, printedAt: printedAt.toISOString() });
  return store.transaction(async ({ db }) => {
    const moved = await db
      .updateTable('adoptions')
      .set({ moved_at: printedAt.toISOString() })
      .where('action', '=', action)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return false;
    await db
      .insertInto('waiting_prints')
      .values({ action, text_hash: textHash, facts, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  });
}

export async function waitingPrint(
  store: Store,
  action: string,
  textHash: string,
): Promise<PrintedOnce | null> {
  const row = await store.db
    .selectFrom('waiting_prints')
    .select(['facts', 'bytes'])
    .where('action', '=', action)
    .where('text_hash', '=', textHash)
    .executeTakeFirst();
  if (!row) return null;
  const facts = JSON.parse(row.facts) as {
    pages: number;
    browser: string;
    printedAt: string;
    printedOn: string;
    anchor: Anchor;
    publicUrl?: string | null;
  };
  return { publicUrl: null, ...facts, bytes: row.bytes, printedAt: new Date(facts.printedAt) };
}

/** Nothing waits any more: the action is decided, or will not be. */
export async function forgetAdoption(store: Store, action: string): Promise<void> {
  await store.db.deleteFrom('waiting_prints').where('action', '=', action).execute();
  await store.db.deleteFrom('adoptions').where('action', '=', action).execute();
}
