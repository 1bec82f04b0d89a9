// A new level by its page: who moves is told before anything is done, then the class begins in an action.
import { expect } from 'chai';
import { actionByNumber } from '../../../server/store/actions.ts';
import { draftsOf } from '../../../server/store/drafts.ts';
import { type Served, signedIn, type SignedIn } from '../../tools.ts';
import { formFields } from '../form-fields.ts';
import { sampleSite } from '../site.ts';

const series = '/manage/series/it-management';
const beside = 'class-it-executive';
const page = `${series}/new-level`;
const words = {
  ...{ title: 'IT Lead', action: '', actionNumber: 'CN1960', actionTitle: 'IT levels' },
  ...{ actionReason: 'A level is missing.', actionAuthority: 'Notice', actionEffectiveOn: '2027-02-01' },
};

describe('the page of a new level', () => {
  let site: Served;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    ada = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  it('tells who makes room, and begins the class in an action that is opened for it', async () => {
    const html = await (await ada(`${page}?beside=${beside}&side=below`)).text();
    expect(html)
      .to.contain('New level below IT Executive')
      .and.contain('now level 5: a change in the action');
    const answer = await ada.post(page, { ...formFields(html, { action: page }), ...words });
    expect(answer.status).to.equal(303);
    const drafts = await draftsOf(site.tools.store, 'CN1960');
    expect(drafts.map(({ intent, body }) => [intent, body.title, body.series?.level])).to.deep.equal([
      ['create', 'IT Lead', 5],
      ['change', 'IT Executive', 6],
    ]);
    expect(answer.headers.get('location')).to.equal(`/manage/actions/CN1960/changes/${drafts[0]?.classId}`);
    expect((await ada(answer.headers.get('location') ?? '')).status).to.equal(200);
  });

  it('goes on within the action from which it was opened', async () => {
    await ada.post('/manage/actions/new', {
      ...{ number: 'CN1960', title: 'IT', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' },
    });
    const html = await (await ada(`${page}?beside=${beside}&side=above&in=CN1960`)).text();
    expect(html).to.contain('It goes into <strong>CN1960</strong>');
    const fields = formFields(html, { action: `${page}?in&#x3D;CN1960`.replace('&#x3D;', '=') });
    expect((await ada.post(`${page}?in=CN1960`, { ...fields, title: 'IT Lead' })).status).to.equal(303);
    const again = await (await ada(`${page}?beside=${beside}&side=above&in=CN1960`)).text();
    expect(again).to.contain('IT Lead');
  });

  it('tells what is missing, keeps what was typed and opens nothing', async () => {
    for (const [fields, message] of [
      [{ title: '' }, 'Give the class a title'],
      [{ title: 'x'.repeat(201) }, 'at most 200 characters'],
      [{ actionNumber: '' }, 'Give the action a number'],
      [{ action: 'CN0' }, 'That action is no draft any more.'],
      [{ actionEffectiveOn: '2027-02-30' }, 'Write the date'],
    ] as const) {
      const answer = await ada.post(page, { beside, side: 'above', ...words, ...fields });
      expect(answer.status, message).to.equal(422);
      expect(await answer.text())
        .to.contain(message)
        .and.contain('A level is missing.');
    }
    expect(await actionByNumber(site.tools.store, 'CN1960')).to.equal(null);
  });

  it('is there only beside a class of the series, and for analysts', async () => {
    expect((await ada(`${page}?beside=class-accountant&side=above`)).status).to.equal(404);
    expect((await ada(page)).status).to.equal(404);
    expect((await ada('/manage/series/alchemy/new-level?beside=x')).status).to.equal(404);
    const strange = await ada.post(page, { ...words, beside: 'class-accountant', side: 'above' });
    expect(strange.status).to.equal(404);
    const cora = await signedIn(site, 'approver');
    expect((await cora(`${page}?beside=${beside}&side=above`)).status).to.equal(403);
    expect((await cora.post(page, { beside, side: 'above', ...words })).status).to.equal(403);
  });
});
