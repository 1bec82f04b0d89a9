// The database opens as promised or it does not open: settings read back, guards in place, migrations run once.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'chai';
import type SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead } from '../../server/store/record.ts';
import { append, temporaryFolder, textEntry, withRaw, wordsOfChain, writeRecord } from './record-room.ts';

const settings = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  trusted_schema: 0,
  busy_timeout: 10_000,
};

describe('opening the database', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('makes the folder and the file', async () => {
    const store = await openStore(folder.file('deep/er/new.db'));
    expect(await recordHead(store)).to.deep.equal({ seq: 0, hash: '0'.repeat(64) });
    await store.close();
  });

  it('makes a file that its owner alone can read, with what lies beside it', async () => {
    const file = folder.file('own.db');
    const store = await openStore(file);
    await append(store, textEntry('a', 'Text.'));
    for (const ending of ['', '-wal', '-shm'])
      expect((statSync(file + ending).mode & 0o777).toString(8), ending).to.equal('600');
    await store.close();
  });

  it('has every setting, at first and when opened again', async () => {
    const file = folder.file('settings.db');
    for (const _time of ['first', 'again', 'and again']) {
      const store = await openStore(file);
      expect(await settingsOf(store)).to.deep.equal(settings);
      await append(store, textEntry('a', 'Text.'));
      await store.close();
    }
  });

  it('brings a file that was taken out of WAL back to it', async () => {
    const file = folder.file('rollback.db');
    await writeRecord(file, 2);
    withRaw(file, (database) => database.pragma('journal_mode = delete'));
    const store = await openStore(file);
    expect(await settingsOf(store)).to.deep.equal(settings);
    await store.close();
  });

  it('runs each migration once and keeps what is there', async () => {
    const file = folder.file('migrations.db');
    await writeRecord(file, 4);
    const ran = () =>
      withRaw(file, (database) => database.prepare('select name, timestamp from kysely_migration').all());
    const before = ran();
    const folderOfMigrations = new URL('../../server/store/migrations/', import.meta.url);
    const written = readdirSync(folderOfMigrations).map((name) => basename(name, '.ts'));
    expect(before.map((each) => (each as { name: string }).name)).to.deep.equal(written.sort());
    const store = await openStore(file);
    expect((await recordHead(store)).seq).to.equal(4);
    await store.close();
    expect(ran()).to.deep.equal(before);
  });

  it('refuses a file that has lost any one trigger, or has it emptied, and names it', async () => {
    const file = folder.file('guards.db');
    await writeRecord(file, 2);
    const triggers = withRaw(file, triggersOf);
    expect(triggers).to.have.length.at.least(10);
    for (const { name, sql: text, tbl_name: table } of triggers) {
      const emptied = text.replace(/\bbegin\b[^]*$/, 'begin select 1; end');
      expect(emptied).not.to.equal(text);
      for (const [change, fault] of [
        ['', 'has lost its guards'],
        [emptied, 'has guards that were changed'],
        [
          `create trigger ${name} after insert on ${table} begin select 1; end`,
          'has guards that were changed',
        ],
      ] as const) {
        withRaw(file, (database) => database.exec(`drop trigger ${name}; ${change}`));
        expect(await refusalOf(file))
          .to.contain(file)
          .and.to.contain(`${fault} (${name})`);
        withRaw(file, (database) => database.exec(`drop trigger if exists ${name}; ${text}`));
      }
    }
    await (await openStore(file)).close();
  });

  it('refuses a file with a trigger that is not its own, such as one that swallows entries', async () => {
    const file = folder.file('foreign-trigger.db');
    await writeRecord(file, 2);
    withRaw(file, (database) =>
      database.exec('create trigger swallow before insert on revisions begin select raise(ignore); end'),
    );
    expect(await refusalOf(file))
      .to.contain('not its own (swallow)')
      .and.to.contain('npm run verify');
    withRaw(file, (database) => database.exec('drop trigger swallow'));
    await (await openStore(file)).close();
  });

  it('takes a trigger for the same however its lines are broken', async () => {
    const file = folder.file('lines.db');
    await writeRecord(file, 2);
    withRaw(file, (database) => {
      for (const { name, sql: text } of triggersOf(database)) {
        database.exec(`drop trigger ${name}; ${text.replace(/\s+/g, '\n  ')}`);
      }
    });
    await (await openStore(file)).close();
  });

  it('refuses a file that is no database, and leaves it as it was', async () => {
    const file = folder.file('letter.db');
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(100));
    expect(await refusalOf(file))
      .to.contain(file)
      .and.to.match(/not a database/);
  });

  it('refuses a folder', async () => {
    expect(await refusalOf(folder.file('.'))).to.match(/could not be opened|unable to open|directory/);
  });

  it('does not let a transaction close the store', async () => {
    const store = await openStore(':memory:');
    const failure = await store
      .transaction((transaction) => transaction.close())
      .catch((error: unknown) => error);
    expect(wordsOfChain(failure)).to.match(/does not close the store/);
    expect((await recordHead(store)).seq).to.equal(0);
    await store.close();
  });
});

interface Trigger {
  readonly name: string;
  readonly sql: string;
  readonly tbl_name: string;
}

function triggersOf(database: SqliteDatabase.Database): Trigger[] {
  return database
    .prepare(`select name, sql, tbl_name from sqlite_schema where type = 'trigger'`)
    .all() as Trigger[];
}

async function refusalOf(file: string): Promise<string> {
  try {
    await (await openStore(file)).close();
  } catch (error) {
    return wordsOfChain(error);
  }
  throw new Error(`${file} was opened`);
}

async function settingsOf(store: Store): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(settings)) {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(store.db);
    found[name] = Object.values(rows[0] ?? {})[0];
  }
  return found;
}
