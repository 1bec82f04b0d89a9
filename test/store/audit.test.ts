// The audit is permanent: its entries are numbered without gaps and refuse every change, whatever connection tries.
import { expect } from 'chai';
import { latestAudit, writeAudit } from '../../server/store/audit.ts';
import { openStore } from '../../server/store/open.ts';
import { rawConnection, temporaryFolder } from './record-room.ts';

const at = new Date('2026-11-22T15:00:00.000Z');
const entry = (number: number) =>
  ({ at, personId: null, act: 'refused', subject: `route ${number}`, detail: { number } }) as const;

const row = `'2026-01-01T00:00:00.000Z', null, 'sign-in', 'x', '{}'`;
const refused: readonly (readonly [form: string, statement: string, sentence: RegExp])[] = [
  ['update', `update audit set act = 'x' where seq = 2`, /permanent/],
  ['update that changes nothing', 'update audit set seq = seq', /permanent/],
  ['delete of one', 'delete from audit where seq = 2', /permanent/],
  ['delete of the last', 'delete from audit where seq = 5', /permanent/],
  ['delete of all', 'delete from audit', /permanent/],
  ['insert or replace', `insert or replace into audit values (2, ${row})`, /cannot be replaced/],
  ['replace of the last', `replace into audit values (5, ${row})`, /cannot be replaced/],
  [
    'upsert',
    `insert into audit values (2, ${row}) on conflict do update set act = 'x'`,
    /cannot be replaced/,
  ],
  ['insert or ignore with a gap', `insert or ignore into audit values (9, ${row})`, /skipped/],
  ['insert with a gap', `insert into audit values (7, ${row})`, /skipped/],
  ['insert before the first', `insert into audit values (0, ${row})`, /skipped/],
  ['insert without a number', `insert into audit values (null, ${row})`, /skipped/],
];

describe('the audit', () => {
  const folder = temporaryFolder();
  const file = folder.file('audit.db');
  before(async () => {
    const store = await openStore(file);
    for (let number = 1; number <= 5; number += 1)
      await store.transaction((transaction) => writeAudit(transaction, entry(number)));
    await store.close();
  });
  after(() => folder.remove());

  for (const setting of ['recursive_triggers = 1', 'recursive_triggers = 0', 'foreign_keys = 0']) {
    for (const [form, statement, sentence] of refused) {
      it(`refuses ${form} with ${setting}`, () => {
        const database = rawConnection(file);
        database.pragma(setting);
        const before = database.prepare('select * from audit').all();
        expect(() => database.exec(statement)).to.throw(sentence);
        expect(database.prepare('select * from audit').all()).to.deep.equal(before);
        database.close();
      });
    }
  }

  it('takes the next entry (so the refusals above are not for another reason)', () => {
    const database = rawConnection(file);
    database.exec('begin');
    expect(database.prepare(`insert into audit values (6, ${row})`).run().changes).to.equal(1);
    database.exec('rollback');
    database.close();
  });

  it('is read from the latest, page by page', async () => {
    const store = await openStore(file);
    const first = await latestAudit(store, { before: null, limit: 3 });
    expect(first.map(({ seq }) => seq)).to.deep.equal([5, 4, 3]);
    const second = await latestAudit(store, { before: 3, limit: 3 });
    expect(second.map(({ seq, subject, detail }) => [seq, subject, detail.number])).to.deep.equal([
      [2, 'route 2', 2],
      [1, 'route 1', 1],
    ]);
    await store.close();
  });

  it('an entry vanishes with the transaction that it tells of', async () => {
    const store = await openStore(file);
    const failure = await store
      .transaction(async (transaction) => {
        await writeAudit(transaction, entry(6));
        throw new Error('undone');
      })
      .catch((error: unknown) => error);
    expect(failure).to.have.property('message', 'undone');
    expect(await latestAudit(store, { before: null, limit: 9 })).to.have.length(5);
    await store.close();
  });
});
