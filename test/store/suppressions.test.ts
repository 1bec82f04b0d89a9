// Suppressions are permanent: numbered without gaps, never changed, only lifted by a later entry.
import { expect } from 'chai';
import { openStore } from '../../server/store/open.ts';
import { insertPerson } from '../../server/store/people.ts';
import { keepSuppression, suppressionOf, suppressionsInForce } from '../../server/store/suppressions.ts';
import { rawConnection, temporaryFolder } from './record-room.ts';

const at = new Date('2026-11-22T15:00:00.000Z');
const keyOf = (number: number) => String(number).repeat(64).slice(0, 64);
const entry = (number: number, act: 'suppress' | 'lift' = 'suppress') =>
  ({
    ...{ act, rule: 'wording.vague', classId: 'class-x', key: keyOf(number), evidence: 'Various.' },
    ...{ reason: act === 'lift' ? '' : `Reason ${number}`, by: 'ada', at },
  }) as const;

const row = `'suppress', 'x', null, '${keyOf(9)}', 'y', 'Because.', 'ada', '2026-01-01T00:00:00.000Z'`;
const refused: readonly (readonly [form: string, statement: string, sentence: RegExp])[] = [
  ['update', `update suppressions set reason = 'x' where seq = 2`, /permanent/],
  ['update that changes nothing', 'update suppressions set seq = seq', /permanent/],
  ['delete of the last', 'delete from suppressions where seq = 3', /permanent/],
  ['delete of all', 'delete from suppressions', /permanent/],
  ['insert or replace', `insert or replace into suppressions values (2, ${row})`, /cannot be replaced/],
  [
    'upsert',
    `insert into suppressions values (2, ${row}) on conflict do update set reason = ''`,
    /cannot be replaced/,
  ],
  ['insert with a gap', `insert into suppressions values (7, ${row})`, /skipped/],
  ['insert before the first', `insert into suppressions values (0, ${row})`, /skipped/],
  [
    'a suppression without a reason',
    `insert into suppressions values (4, ${row.replace('Because.', ' ')})`,
    /CHECK/,
  ],
  ['another act', `insert into suppressions values (4, ${row.replace("'suppress'", "'hide'")})`, /CHECK/],
];

describe('suppressions', () => {
  const folder = temporaryFolder();
  const file = folder.file('suppressions.db');
  before(async () => {
    const store = await openStore(file);
    const ada = {
      id: 'ada',
      name: 'Ada Quist',
      email: 'ada@city.gov',
      initials: 'AQ',
      roles: ['analyst'],
    } as const;
    await insertPerson(store, {
      ...ada,
      passwordHash: null,
      isDemonstration: false,
      createdAt: at.toISOString(),
    });
    for (const each of [entry(1), entry(2), entry(1, 'lift')])
      await store.transaction((transaction) => keepSuppression(transaction, each));
    await store.close();
  });
  after(() => folder.remove());

  for (const setting of ['recursive_triggers = 1', 'recursive_triggers = 0'])
    for (const [form, statement, sentence] of refused)
      it(`refuse ${form} with ${setting}`, () => {
        const database = rawConnection(file);
        database.pragma(setting);
        const before = database.prepare('select * from suppressions').all();
        expect(() => database.exec(statement)).to.throw(sentence);
        expect(database.prepare('select * from suppressions').all()).to.deep.equal(before);
        database.close();
      });

  it('take the next entry (so the refusals above are not for another reason)', () => {
    const database = rawConnection(file);
    database.exec('begin');
    expect(database.prepare(`insert into suppressions values (4, ${row})`).run().changes).to.equal(1);
    database.exec('rollback');
    database.close();
  });

  it('stand until they are lifted, and may be made anew', async () => {
    const store = await openStore(file);
    expect([...(await suppressionsInForce(store)).keys()]).to.deep.equal([keyOf(2)]);
    expect(await suppressionOf(store, keyOf(1))).to.equal(null);
    expect(await suppressionOf(store, keyOf(2))).to.include({
      reason: 'Reason 2',
      byName: 'Ada Quist',
      seq: 2,
    });
    await store.transaction((transaction) => keepSuppression(transaction, { ...entry(1), reason: 'Anew' }));
    expect((await suppressionsInForce(store)).get(keyOf(1))).to.include({ reason: 'Anew', seq: 4 });
    await store.close();
  });
});
