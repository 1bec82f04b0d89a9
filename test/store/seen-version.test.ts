// The version of what readers can see: raised by every write they could notice, by no other, and never the same for two states.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect } from 'chai';
import type { Store } from '../../server/store/database.ts';
import { insertPerson } from '../../server/store/people.ts';
import { openStore } from '../../server/store/open.ts';
import { seenTables, unseenTables } from '../../server/store/seen-version.ts';

let count = 0;

async function write(store: Store): Promise<void> {
  count += 1;
  await insertPerson(store, {
    ...{ id: `p${count}`, name: 'Somebody', email: `p${count}@example.org`, initials: 'S', roles: [] },
    ...{ createdAt: '2026-11-22T15:00:00.000Z', passwordHash: null, isDemonstration: false },
  });
}

describe('the version of what readers can see', () => {
  let folder: string;
  let file: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'classplan-'));
    file = join(folder, 'plan.db');
    store = await openStore(file);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it('counts every table but those that it names, which are there', () => {
    const connection = new SqliteDatabase(file);
    const seen = seenTables(connection);
    const all = connection.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
    connection.close();
    expect(all).to.include.members([...unseenTables]);
    expect(seen).to.include.members(['revisions', 'official_documents', 'action_log', 'public_comments']);
    expect(seen.filter((name) => unseenTables.includes(name))).to.deep.equal([]);
  });

  it('is raised by this program and by another one, and not by reading', async () => {
    const before = store.seenVersion();
    await store.db.selectFrom('people').selectAll().execute();
    expect(store.seenVersion()).to.equal(before);
    await write(store);
    const after = store.seenVersion();
    expect(after).to.not.equal(before);
    const other = await openStore(file);
    await write(other);
    await other.close();
    expect(store.seenVersion()).to.not.equal(after);
  });

  it('is not raised by what readers never see', async () => {
    const before = store.seenVersion();
    await store.transaction(() => Promise.resolve());
    expect(store.seenVersion()).to.equal(before);
  });

  it('is never given again after what raised it was taken back', async () => {
    const before = store.seenVersion();
    const seen: string[] = [];
    for (let round = 0; round < 2; round += 1)
      await store
        .transaction(async (transaction) => {
          await write(transaction);
          seen.push(store.seenVersion());
          throw new Error('taken back');
        })
        .catch(() => undefined);
    expect(new Set([before, ...seen]).size).to.equal(3);
  });
});
