// Opens the database: settings of the connection set and read back, migrations run, the guards of the record
// found in place. It opens as promised or it does not open.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { indexMissingTexts } from './class-index.ts';
import type { Database, Store } from './database.ts';
import { compareGuards, type Guards, guardsOf } from './guards.ts';
import { preparedOnce } from './prepared-once.ts';
import { countSeenWrites } from './seen-version.ts';
import * as record from './migrations/0001-record.ts';
import * as actions from './migrations/0002-actions.ts';
import * as people from './migrations/0003-people.ts';
import * as checks from './migrations/0005-checks.ts';
import * as sweeps from './migrations/0006-sweeps.ts';
import * as comments from './migrations/0007-comments.ts';
import * as uploads from './migrations/0008-uploads.ts';
import * as documentHashes from './migrations/0009-document-hashes.ts';
import * as search from './migrations/0010-search.ts';
import * as tokens from './migrations/0012-tokens.ts';

/** In the order of their names; a migration that has run anywhere is never changed. */
const migrations = {
  '0001-record': record,
  '0002-actions': actions,
  '0003-people': people,
  '0005-checks': checks,
  '0006-sweeps': sweeps,
  '0007-comments': comments,
  '0008-uploads': uploads,
  '0009-document-hashes': documentHashes,
  '0010-search': search,
  '0012-tokens': tokens,
};

/** WAL with FULL: a commit that was answered survives a power cut. A re-opened WAL file would run at NORMAL. */
const connectionSettings: readonly (readonly [name: string, value: string | number])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['recursive_triggers', 1],
  ['trusted_schema', 0],
  ['busy_timeout', 10_000],
];

/**
 * `file` is a path, or ':memory:' for a store that lives as long as it is open, or the bytes of a database that no write-ahead
 * log belongs to: a copy of it is opened in memory.
 */
export async function openStore(file: string | Buffer): Promise<Store> {
  const isInMemory = file === ':memory:' || typeof file !== 'string';
  if (!isInMemory) makeFile(file);
  const connection = new SqliteDatabase(file);
  try {
    for (const [name, value] of connectionSettings) settle(connection, name, value, isInMemory);
    const dialect = new SqliteDialect({ database: preparedOnce(connection) });
    const db = new Kysely<Database>({ dialect });
    await migrate(db);
    compareGuards(await guardsOf(db), await guardsMade());
    const store = storeOf(db, countSeenWrites(connection));
    await indexMissingTexts(store);
    return store;
  } catch (error) {
    connection.close();
    const which = typeof file === 'string' ? file : 'in memory';
    throw new Error(`The database ${which} could not be opened`, { cause: error });
  }
}

/** A new file is its owner's alone: it holds drafts, people and sessions. SQLite gives the same mode to its log. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function settle(
  connection: SqliteDatabase.Database,
  name: string,
  value: string | number,
  isInMemory: boolean,
): void {
  connection.pragma(`${name} = ${value}`);
  const found = connection.pragma(name, { simple: true });
  const expected = name === 'journal_mode' && isInMemory ? 'memory' : value;
  if (found !== expected)
    throw new Error(`The setting ${name} should be ${expected} and is ${String(found)}`);
}

async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('A migration failed', { cause: error });
}

let made: Promise<Guards> | null = null;

/** The guards as this program makes them, read once from a database in memory that it has just migrated. */
function guardsMade(): Promise<Guards> {
  made ??= (async () => {
    const connection = new SqliteDatabase(':memory:');
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: connection }) });
    try {
      await migrate(db);
      return await guardsOf(db);
    } finally {
      connection.close();
    }
  })();
  return made;
}

function storeOf(db: Kysely<Database>, seenVersion: () => string): Store {
  return Object.freeze({
    db,
    seenVersion,
    transaction: <T>(work: (store: Store) => Promise<T>) =>
      db.transaction().execute(async (transaction) => {
        // An update that changes nothing takes the writers' lock before this transaction reads anything.
        await transaction.updateTable('record_head').set({ id: 1 }).where('id', '=', 1).execute();
        return work({ ...storeOf(transaction, seenVersion), close: refuseClose });
      }),
    close: () => db.destroy(),
  });
}

function refuseClose(): Promise<void> {
  return Promise.reject(new Error('A transaction does not close the store'));
}
