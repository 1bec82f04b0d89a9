// The text of a series by its pages: another title or concept, and a new series, each decided in an action.
import { expect } from 'chai';
import { savePlanText } from '../../../server/actions/save-plan-text.ts';
import { actionByNumber } from '../../../server/store/actions.ts';
import { allSeries, seriesById } from '../../../server/store/plan.ts';
import { planTextOf, planTextsOf } from '../../../server/store/plan-texts.ts';
import { acting, adopt, setProcedure, step } from '../../actions/office.ts';
import { procedures } from '../../../server/model/workflow.ts';
import { type Fields, type Served, signedIn, type SignedIn, today } from '../../tools.ts';
import { formFields } from '../form-fields.ts';
import { sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const id = 'it-management';
const page = `/manage/series/${id}/edit`;
const words = {
  ...{ action: '', actionNumber: 'CN1960', actionTitle: 'IT series', actionReason: 'It was narrow.' },
  ...{ actionAuthority: 'Notice', actionEffectiveOn: '2027-02-01' },
};
const concept = 'Manages technology.\r\n\r\n Levels differ by\r\nspan. \r\n\r\n\r\n';

describe('the text of a series', () => {
  let site: Served;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    ada = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  const read = async (path: string) => (await ada(path)).text();
  const shown = async (path = page) => formFields(await read(path), { action: path.split('?')[0] ?? '' });
  const propose = async (fields: Fields = {}) =>
    ada.post(page, { ...(await shown()), ...words, title: 'Technology Management', concept, ...fields });
  const held = (number = 'CN1960') => planTextOf(site.tools.store, number, 'series', id);

  it('is shown as it was last decided, and comes back from the form as it is', async () => {
    const series = await seriesById(site.tools.store, id, today);
    const fields = await shown();
    expect(fields).to.include({
      title: series?.title,
      base: '',
      occupationalGroup: series?.occupationalGroup,
    });
    expect(String(fields.concept).split('\n\n')).to.deep.equal(series?.concept);
    const same = await ada.post(page, { ...fields, ...words });
    expect(same.status).to.equal(422);
    expect(await same.text()).to.contain('The series says this already.');
  });

  it('is proposed in paragraphs, found again from the action and from the series, and adopted', async () => {
    const answer = await propose();
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal('/manage/actions/CN1960');
    expect((await held())?.body).to.deep.include({
      title: 'Technology Management',
      concept: ['Manages technology.', 'Levels differ by span.'],
    });
    expect(await read('/manage/actions/CN1960')).to.contain(`${page}?action&#x3D;CN1960`);
    expect(await read(`/manage/series/${id}`)).to.contain('proposes another text of the series');
    expect(await shown(`${page}?action=CN1960`)).to.include({
      title: 'Technology Management',
      action: 'CN1960',
      concept: 'Manages technology.\n\nLevels differ by span.',
    });
    const office = await sampleOffice(site);
    await setProcedure(office.store, procedures.administrative);
    await step(office, 'CN1960', 'submit', office.ada);
    await adopt(office, 'CN1960');
    expect(await seriesById(office.store, id, '2027-02-01')).to.include({ title: 'Technology Management' });
    expect(await seriesById(office.store, id, today)).to.not.include({ title: 'Technology Management' });
    expect((await shown()).title).to.equal('Technology Management');
  });

  it('tells what is missing, keeps what was typed and opens nothing', async () => {
    for (const [fields, message] of [
      [{ title: '' }, 'Give the series a title'],
      [{ title: 'Accounting' }, 'There is a series Accounting already.'],
      [{ occupationalGroup: 'none' }, 'Choose a group of the plan.'],
      [{ concept: 'a\n\n'.repeat(51) }, 'in up to 50 paragraphs'],
      [{ concept: 'x'.repeat(50_001) }, 'at most 50,000 characters'],
      [{ actionNumber: '' }, 'Give the action a number'],
      [{ base: 'x' }, 'Reload the page'],
    ] as const) {
      const answer = await propose(fields);
      expect(answer.status, message).to.equal(422);
      expect(await answer.text(), message)
        .to.contain(message)
        .and.contain('It was narrow.');
    }
    expect(await actionByNumber(site.tools.store, 'CN1960')).to.equal(null);
  });

  it('loses no word where somebody else has saved meanwhile', async () => {
    await propose();
    const mine = await shown(`${page}?action=CN1960`);
    const office = await sampleOffice(site);
    const { hash: base = null } = (await held()) ?? {};
    const body = { id, title: 'Words of Ben', occupationalGroup: null, concept: ['Said by Ben.'] };
    const edit = { subject: 'series', id, base, baseNumber: 1, status: 'active', body } as const;
    expect(await savePlanText(acting(office, office.ben), 'CN1960', edit)).to.include({ outcome: 'saved' });
    const stale = await ada.post(page, { ...mine, title: 'Words of Ada' });
    const html = await stale.text();
    expect(stale.status).to.equal(412);
    expect(html).to.contain('Words of Ben').and.contain('Said by Ben.').and.contain('Words of Ada');
    const next = formFields(html, { action: page });
    expect((await ada.post(page, next)).status).to.equal(303);
    expect((await held())?.body).to.include({ title: 'Words of Ada' });
  });

  it('opens no action upon a text that was decided anew', async () => {
    const answer = await propose({ baseNumber: '7' });
    expect(answer.status).to.equal(412);
    expect(await answer.text()).to.contain('The text was decided anew');
    expect(await actionByNumber(site.tools.store, 'CN1960')).to.equal(null);
  });

  it('begins a series, with an id that none has or had', async () => {
    const fields = { title: 'Porters', occupationalGroup: '', concept: 'Carries.', base: '', baseNumber: '' };
    const add = (changed: Fields) => ada.post('/manage/series/new', { ...fields, ...words, ...changed });
    expect((await add({})).headers.get('location')).to.equal('/manage/actions/CN1960');
    expect((await add({ action: 'CN1960', title: 'New' })).status).to.equal(303);
    expect((await add({ action: 'CN1960' })).status).to.equal(303);
    const ids = (await planTextsOf(site.tools.store, 'CN1960')).map((text) => text.id);
    expect(ids).to.deep.equal(['porters', 'new-2', 'porters-2']);
    const list = await read('/manage/series');
    expect(list).to.contain('A new series, proposed in CN1960').and.contain('Porters');
    const edited = await shown('/manage/series/porters/edit');
    expect(edited).to.include({ title: 'Porters', action: 'CN1960', baseNumber: '' });
    const again = await ada.post('/manage/series/porters/edit', { ...edited, concept: 'Carries much.' });
    expect(again.status).to.equal(303);
    await ada.post('/manage/actions/CN1960/texts/series/new-2/remove');
    await ada.post('/manage/actions/CN1960/texts/series/porters-2/remove');
    const office = await sampleOffice(site);
    await setProcedure(office.store, procedures.administrative);
    await step(office, 'CN1960', 'submit', office.ada);
    await adopt(office, 'CN1960');
    const series = (await allSeries(office.store, '2027-02-01')).find((each) => each.id === 'porters');
    expect(series).to.deep.equal({
      ...{ id: 'porters', title: 'Porters', occupationalGroup: null, concept: ['Carries much.'] },
    });
  });

  it('is for analysts, of a series that is there', async () => {
    expect((await ada('/manage/series/alchemy/edit')).status).to.equal(404);
    expect(
      (await ada.post('/manage/series/alchemy/edit', { ...words, title: 'X', concept: '' })).status,
    ).to.equal(404);
    const cora = await signedIn(site, 'approver');
    for (const path of [page, '/manage/series/new']) {
      expect((await cora(path)).status).to.equal(403);
      expect((await cora.post(path, { ...words, title: 'X', concept: '' })).status).to.equal(403);
    }
    const html = await (await cora(`/manage/series/${id}`)).text();
    expect(html).to.not.contain(page);
  });

  it('shows what is hostile as letters', async () => {
    const hostile = '<img src=x onerror=alert(1)> {{7*7}}';
    await propose({ title: hostile, concept: hostile });
    for (const path of ['/manage/actions/CN1960', `${page}?action=CN1960`]) {
      const html = await read(path);
      expect(html, path).to.contain('&lt;img src').and.contain('{{7*7}}').and.not.contain('<img src=x');
    }
  });
});
