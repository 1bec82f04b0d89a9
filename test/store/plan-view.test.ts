// The plan as its checks see it: what is in force on the date, the names that are past, and no second reading while nothing
// is recorded.
import { expect } from 'chai';
import { planView } from '../../server/store/plan-view.ts';
import { classesInForce, everyClass } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { revisionInForce } from '../../server/store/record.ts';
import { openOffice, openReady, adopt, step } from '../actions/office.ts';
import { sampleStore, today } from '../tools.ts';

describe('the view of a plan', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  for (const on of ['2017-01-01', '2020-01-01', today, '2028-01-01'])
    it(`has on ${on} the texts that are in force then`, async () => {
      const { rows } = await classesInForce(store, { ...everyClass, on, limit: 200 });
      const { classes } = await planView(store, on);
      expect(classes.map(({ classId }) => classId).sort()).to.deep.equal(
        rows.map(({ classId }) => classId).sort(),
      );
      for (const { classId, body, effectiveOn, revisions } of classes) {
        const revision = await revisionInForce(store, 'class', classId, on);
        expect(body).to.deep.equal(revision?.body);
        expect(effectiveOn).to.equal(revision?.effectiveOn);
        expect(revisions.every((each) => each.effectiveOn <= on)).to.equal(true);
      }
    });

  it('knows the names that are past, and whether the class ended with them', async () => {
    const { pastNames } = await planView(store, today);
    const told = pastNames.map(({ title, code, until, isAbolished }) => [title, code, until, isAbolished]);
    expect(told).to.deep.include(['Clerk Typist', 'CA1091', '2019-07-01', false]);
    expect(told.filter(([, code]) => code === 'CA1090')).to.have.length(1);
    expect(told.find(([, code]) => code === 'CA1090')?.[3]).to.equal(true);
    expect((await planView(store, '2018-01-01')).pastNames).to.deep.equal([]);
  });

  it('is what was known at an instant', async () => {
    expect((await planView(store, today, '2000-01-01T00:00:00.000Z')).classes).to.deep.equal([]);
  });

  it('is read once while the record does not grow', async () => {
    expect(await planView(store, today)).to.equal(await planView(store, today));
    const office = await openOffice();
    const before = await planView(office.store, '2027-01-01');
    await openReady(office, 'CN1', [1]);
    expect(await planView(office.store, '2027-01-01')).to.equal(before);
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    const after = await planView(office.store, '2027-01-01');
    expect(after).to.not.equal(before);
    expect(after.classes.map(({ body }) => body.sections.details?.payGrade)).to.include('G-CN1');
    await office.close();
  });
});
