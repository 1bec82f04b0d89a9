// The log of an action: what was done, by whom, upon which hash. It only grows.
import { canonicalJson } from '../model/revision-chain.ts';
import type { Act, Step } from '../model/workflow.ts';
import type { Store } from './database.ts';

export interface LogEntry {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly act: Act | 'open' | 'edit' | 'add' | 'remove' | 'sweep';
  readonly step: Step;
  readonly note: string | null;
  readonly hash: string;
  /** What was shown at this step (a posting, a decision), as data. */
  readonly snapshot: unknown;
}

export async function writeLog(store: Store, entry: LogEntry): Promise<void> {
  const snapshot = entry.snapshot === null ? null : canonicalJson(entry.snapshot);
  await store.db
    .insertInto('action_log')
    .values({ ...entry, snapshot })
    .execute();
}

/** What was done in an action, from its opening on. */
export async function logOf(store: Store, action: string): Promise<LogEntry[]> {
  const rows = await store.db
    .selectFrom('action_log')
    .selectAll()
    .where('action', '=', action)
    .orderBy('id')
    .execute();
  return rows.map(({ id: _id, ...row }) => ({
    ...row,
    act: row.act as LogEntry['act'],
    step: row.step as Step,
    snapshot: row.snapshot === null ? null : (JSON.parse(row.snapshot) as unknown),
  }));
}

/** True of an action that the public has seen, whatever became of it. */
export async function wasPosted(store: Store, action: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('action_log')
    .select('id')
    .where('action', '=', action)
    .where('act', '=', 'post')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
