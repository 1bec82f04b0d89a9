// Suppressions of findings as recorded: the last entry of a finding says whether it stands. An entry is never changed.
import type { Store, SuppressionsTable } from './database.ts';

export interface NewSuppression {
  readonly act: 'suppress' | 'lift';
  readonly rule: string;
  readonly classId: string | null;
  /** Of rule, class and passage: the suppression ends when the passage changes. */
  readonly key: string;
  readonly evidence: string;
  /** '' where one is lifted without saying why. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface Suppression extends Omit<NewSuppression, 'at'> {
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
}

/** Appends one entry. To be called inside a transaction. */
export async function keepSuppression(store: Store, entry: NewSuppression): Promise<void> {
  const last = await store.db
    .selectFrom('suppressions')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  await store.db
    .insertInto('suppressions')
    .values({
      seq: (last?.seq ?? 0) + 1,
      act: entry.act,
      rule: entry.rule,
      class_id: entry.classId,
      finding_key: entry.key,
      evidence: entry.evidence,
      reason: entry.reason,
      by: entry.by,
      at: entry.at.toISOString(),
    })
    .execute();
}

/** The suppressions that stand, by the key of their finding. */
export async function suppressionsInForce(store: Store): Promise<Map<string, Suppression>> {
  const rows = await store.db
    .selectFrom('suppressions')
    .innerJoin('people', 'people.id', 'suppressions.by')
    .selectAll('suppressions')
    .select('people.name as byName')
    .orderBy('seq')
    .execute();
  const standing = new Map<string, Suppression>();
  for (const row of rows)
    if (row.act === 'lift') standing.delete(row.finding_key);
    else standing.set(row.finding_key, toSuppression(row));
  return standing;
}

/** The suppression of a finding; null where none stands. */
export async function suppressionOf(store: Store, key: string): Promise<Suppression | null> {
  const row = await store.db
    .selectFrom('suppressions')
    .innerJoin('people', 'people.id', 'suppressions.by')
    .selectAll('suppressions')
    .select('people.name as byName')
    .where('finding_key', '=', key)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.act === 'suppress' ? toSuppression(row) : null;
}

function toSuppression(row: SuppressionsTable & { byName: string }): Suppression {
  return {
    seq: row.seq,
    act: row.act as Suppression['act'],
    rule: row.rule,
    classId: row.class_id,
    key: row.finding_key,
    evidence: row.evidence,
    reason: row.reason,
    by: row.by,
    byName: row.byName,
    at: row.at,
  };
}
