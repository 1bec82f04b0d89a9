// What is overdue for review: by the cycle of the plan, the longest overdue first; the store and the rule agree.
import { expect } from 'chai';
import { requireSettings } from '../../../server/actions/requirements.ts';
import { isReviewOverdue, overdueBefore } from '../../../server/model/review-cycle.ts';
import { allInForce } from '../../../server/store/plan.ts';
import { appendRevision } from '../../../server/store/record.ts';
import { unrevisedSince } from '../../../server/store/reviews.ts';
import { now, type Served, signedIn, today } from '../../tools.ts';
import { sampleSite } from '../site.ts';

describe('reviews', () => {
  let site: Served;
  beforeEach(async () => {
    site = await sampleSite();
  });
  afterEach(() => site.close());

  async function setCycle(reviewCycleYears: number | undefined): Promise<void> {
    await site.tools.store.transaction(async (transaction) => {
      const { reviewCycleYears: _before, ...settings } = await requireSettings(transaction);
      await appendRevision(transaction, {
        ...{ subject: 'plan', subjectId: 'plan', status: 'active', changes: ['amend'], events: [] },
        ...{ effectiveOn: today, decidedOn: null, recordedAt: now.toISOString(), recordedBy: 'test' },
        ...{ action: null, body: { ...settings, ...(reviewCycleYears && { reviewCycleYears }) } },
      });
    });
  }
  const ask = async (path = '/manage/reviews') => (await signedIn(site, 'manager'))(path);

  it('list exactly the classes that the rule calls overdue, the longest first', async () => {
    const { store } = site.tools;
    const classes = await allInForce(store, 'class', today);
    const expected = classes.filter(({ effectiveOn }) => isReviewOverdue(effectiveOn, 5, today));
    const asked = { before: overdueBefore(today, 5), today, limit: 1000, offset: 0 };
    const { rows, total } = await unrevisedSince(store, asked);
    expect(total).to.equal(expected.length).and.be.above(0);
    expect(new Set(rows.map(({ code }) => code))).to.deep.equal(
      new Set(expected.map(({ body }) => body.code)),
    );
    const dates = rows.map(({ effectiveOn }) => effectiveOn);
    expect(dates).to.deep.equal([...dates].sort());
    const html = await (await ask()).text();
    expect(html).to.contain(`${total} classes are overdue`);
    for (const { code } of rows) expect(html).to.contain(`href="/classes/${code}"`);
    expect(html).to.contain('A new text takes effect on January 1, 2027');
  });

  it('say where nothing is overdue, and where the plan has no cycle', async () => {
    await setCycle(50);
    expect(await (await ask()).text()).to.contain('No class is overdue');
    await setCycle(undefined);
    expect(await (await ask()).text()).to.contain('This plan has no review cycle');
    expect(await (await ask('/manage')).text()).to.not.contain('Overdue for review');
  });

  it('have no page after the last', async () => {
    expect((await ask('/manage/reviews?page=2')).status).to.equal(404);
    expect((await ask('/manage/reviews?page=0')).status).to.equal(400);
  });
});
