// Counts what could change a page of the public, so that an answer can be given again while nothing has. Law: a write that a
// reader could see raises the version, whoever wrote it: this process by triggers, others by what SQLite tells of them.
import type SqliteDatabase from 'better-sqlite3';

/** What no page of the public shows: each write to any other table counts. `record_head` moves with `revisions`. */
export const unseenTables: readonly string[] = [
  'adoptions',
  'audit',
  'idempotency_keys',
  'record_head',
  'sessions',
  'sweep_decisions',
  'sweep_steps',
  'sweeps',
  'thread_entries',
  'threads',
  'tokens',
  'uploads',
];

const deeds = ['insert', 'update', 'delete'] as const;

/**
 * The triggers are temporary: they are no part of the file. The count is kept outside the database, since a count that is
 * rolled back would stand for two states.
 */
export function countSeenWrites(connection: SqliteDatabase.Database): () => string {
  let writes = 0;
  connection.function('count_seen_write', () => (writes += 1));
  for (const table of seenTables(connection))
    for (const deed of deeds)
      connection.exec(
        `create temp trigger "seen_${deed}_${table}" after ${deed} on main."${table}" begin select count_seen_write(); end`,
      );
  const others = connection.prepare('pragma data_version').pluck();
  return () => `${String(others.get())}.${writes}`;
}

/** Ordinary tables: those of the full-text index are written with what they are derived from. */
export function seenTables(connection: SqliteDatabase.Database): string[] {
  const names = connection
    .prepare(`select name from pragma_table_list where schema = 'main' and type = 'table' order by name`)
    .pluck()
    .all() as string[];
  return names.filter((name) => !/^(sqlite|kysely)_/.test(name) && !unseenTables.includes(name));
}
