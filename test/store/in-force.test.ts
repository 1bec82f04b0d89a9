// In force on a date: the answers of SQL equal those of the model, and the model keeps its laws.
import { expect } from 'chai';
import fc from 'fast-check';
import { inForce } from '../../server/model/in-force.ts';
import { classesInForce } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { allSeries, payRange, seriesById } from '../../server/store/plan.ts';
import { type RecordedRevision, revisionInForce, revisionsOf } from '../../server/store/record.ts';
import { sampleStore } from '../tools.ts';
import { append, classEntry } from './record-room.ts';

const everything = { words: null, series: null, grade: null, flsa: null, group: null, limit: 200, offset: 0 };
const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('in force in the database', () => {
  let store: Store;
  const revisions = new Map<string, RecordedRevision<'class'>[]>();
  before(async () => {
    store = await sampleStore();
    const rows = await store.db.selectFrom('class_index').select('class_id').distinct().execute();
    for (const { class_id } of rows) revisions.set(class_id, await revisionsOf(store, 'class', class_id));
  });
  after(() => store.close());

  /** Any day, and often a day on which something changes or the day before. */
  function anyDay(): fc.Arbitrary<string> {
    const turns = [...new Set([...revisions.values()].flat().map(({ effectiveOn }) => effectiveOn))];
    const eves = turns.map((turn) => new Date(Date.parse(turn) - 86_400_000).toISOString().slice(0, 10));
    return fc.oneof(day, fc.constantFrom(...turns, ...eves));
  }

  it('is what the model says, for one class', async () => {
    const question = fc.tuple(fc.constantFrom(...revisions.keys()), anyDay());
    await fc.assert(
      fc.asyncProperty(question, async ([classId, on]) => {
        const answer = await revisionInForce(store, 'class', classId, on);
        expect(answer).to.deep.equal(inForce(revisions.get(classId) ?? [], on));
      }),
      { numRuns: 500 },
    );
  });

  it('is what the model says, for all classes at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyDay(), fc.constantFrom('active', 'abolished'), async (on, status) => {
        const { rows, total } = await classesInForce(store, { ...everything, on, status });
        const expected = [...revisions.values()].flatMap((all) => {
          const found = inForce(all, on);
          return found?.status === status ? [`${found.subjectId} ${found.number} ${found.body.code}`] : [];
        });
        expect(rows.map((row) => `${row.classId} ${row.number} ${row.code}`).sort()).to.deep.equal(
          expected.sort(),
        );
        expect(total).to.equal(expected.length);
      }),
      { numRuns: 100 },
    );
  });

  it('is what the model says where revisions fall on the same dates', async () => {
    const dates = fc.array(
      fc.integer({ min: 1, max: 4 }).map((number) => `2024-01-0${number}`),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(dates, async (effective) => {
        const other = await openStore(':memory:');
        for (const effectiveOn of effective) await append(other, classEntry('a', {}, { effectiveOn }));
        const all = await revisionsOf(other, 'class', 'a');
        for (const on of ['2023-12-31', '2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04']) {
          const expected = inForce(all, on)?.number ?? null;
          expect((await revisionInForce(other, 'class', 'a', on))?.number ?? null).to.equal(expected);
          const { rows } = await classesInForce(other, { ...everything, on, status: 'active' });
          expect(rows.map(({ number }) => number)).to.deep.equal(
            [expected].filter((number) => number !== null),
          );
        }
        await other.close();
      }),
      { numRuns: 40 },
    );
  });

  it('holds for series and pay as for classes', async () => {
    expect(await allSeries(store, '2016-06-30')).to.deep.equal([]);
    expect(await allSeries(store, '2026-11-22')).to.have.length(11);
    expect(await seriesById(store, 'it-management', '2018-09-20')).to.equal(null);
    expect(await seriesById(store, 'it-management', '2018-09-21')).to.have.property('title', 'IT Management');
    expect(await payRange(store, 'EX-18', '2016-06-30')).to.equal(null);
    expect(await payRange(store, 'EX-99', '2026-11-22')).to.equal(null);
    expect(await payRange(store, 'EX-18', '2020-01-01')).to.include({ since: '2019-07-01', currency: 'USD' });
  });
});
