// Which classes have ever carried a code: a code leads to its class for ever.
import { sql } from 'kysely';
import type { Store } from './database.ts';

export interface CodeCarrier {
  readonly classId: string;
  /** In upper case. */
  readonly code: string;
  /** Of the last revision that carries the code. */
  readonly title: string;
}

/** Every class that carries, carried or will carry one of the codes (in upper case), by any of its revisions. */
export async function carriersOf(store: Store, codes: readonly string[]): Promise<CodeCarrier[]> {
  const rows = await store.db
    .selectFrom('class_index')
    .select(['class_id as classId', sql<string>`upper(code)`.as('code'), 'title'])
    .where(sql<string>`upper(code)`, 'in', [...codes])
    .orderBy('revision_seq')
    .execute();
  return [...new Map(rows.map((row) => [`${row.classId} ${row.code}`, row])).values()];
}
