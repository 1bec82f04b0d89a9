// The shared text library by its pages: what is used where, and other words proposed to every class that uses a text.
import { expect } from 'chai';
import { proposeSharedText } from '../../../server/actions/propose-shared-text.ts';
import { usesIn } from '../../../server/model/shared-text-use.ts';
import { allInForce, allSharedTexts } from '../../../server/store/plan.ts';
import { planTextOf, planTextsOf } from '../../../server/store/plan-texts.ts';
import { appendRevision } from '../../../server/store/record.ts';
import { acting } from '../../actions/office.ts';
import { now, type Served, signedIn, type SignedIn, today } from '../../tools.ts';
import { sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const id = 'competency-accountability';
const words = {
  ...{ action: '', number: 'CN1960', title: 'Accountability', reason: 'It was long.' },
  ...{ authority: 'Notice', effectiveOn: '2027-02-01' },
};
const edit = { term: 'Accountability', text: 'Answers for the work.', base: '', baseNumber: '1' };

describe('the shared text library', () => {
  let site: Served;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    ada = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  const read = async (path: string) => (await ada(path)).text();
  const propose = (fields: Readonly<Record<string, string>> = {}) =>
    ada.post(`/manage/library/${id}/edit`, { ...edit, ...words, ...fields });

  async function users(): Promise<number> {
    const text = (await allSharedTexts(site.tools.store, today)).find((each) => each.id === id);
    const classes = await allInForce(site.tools.store, 'class', today);
    return classes.filter(({ body }) => text && usesIn(body, id, [text]).length > 0).length;
  }

  it('lists every text with the number of specifications that use it, and finds texts', async () => {
    const html = await read('/manage/library');
    for (const { id: each } of await allSharedTexts(site.tools.store, today))
      expect(html).to.contain(`href="/manage/library/${each}"`);
    expect(html).to.contain(`Used in ${await users()} specifications`);
    const found = await read('/manage/library?q=outcome+assigned&kind=competency');
    expect(found).to.contain(id).and.to.not.contain('competency-coaching');
    expect(await read('/manage/library?q=zeppelin')).to.contain('No text fits.');
  });

  it('shows a text with its revisions and the wording that each class has frozen', async () => {
    const [first] = await allInForce(site.tools.store, 'class', today);
    const html = await read(`/manage/library/${id}`);
    expect(html)
      .to.contain('In these words')
      .and.to.contain('Revision 1')
      .and.to.not.contain('In another wording');
    const [user] = (await allInForce(site.tools.store, 'class', today)).filter(({ body }) =>
      JSON.stringify(body).includes(id),
    );
    if (!user || !first) throw new Error('No class uses it');
    const body = JSON.parse(
      JSON.stringify(user.body).replace('Owns the outcome of assigned work', 'Owns every outcome'),
    ) as typeof user.body;
    await site.tools.store.transaction((transaction) =>
      appendRevision(transaction, {
        ...{ subject: 'class', subjectId: user.subjectId, status: 'active', changes: ['amend'], events: [] },
        ...{ effectiveOn: today, decidedOn: null, recordedAt: now.toISOString(), recordedBy: 'test' },
        ...{ action: null, body },
      }),
    );
    const changed = await read(`/manage/library/${id}`);
    expect(changed)
      .to.contain('In another wording')
      .and.to.match(/<del>.*every.*<\/del>/);
    expect((await ada('/manage/library/nothing')).status).to.equal(404);
  });

  it('proposes other words to every class that uses the text', async () => {
    const answer = await propose({ text: 'Answers for\r\nthe work.' });
    expect(answer.status).to.equal(303);
    const sweep = await read(answer.headers.get('location') ?? '');
    expect(sweep)
      .to.contain(`0 of ${await users()} decided`)
      .and.to.contain('Answers for the work.');
    expect(await read('/manage/actions/CN1960'))
      .to.contain('Answers for the work.')
      .and.to.contain('Makes revision 2');
    expect(await read(`/manage/library/${id}`)).to.contain('proposes another wording');
    expect(await read(`/manage/library/${id}/edit?action=CN1960`)).to.contain('Answers for the work.');
  });

  it('tells what is missing, and keeps what was typed', async () => {
    const answer = await propose({ term: '', text: '', number: '' });
    const html = await answer.text();
    expect(answer.status).to.equal(422);
    expect(html)
      .to.contain('Write the text')
      .and.to.contain('Give the action a number')
      .and.to.contain('It was long.');
    expect(await (await propose({ term: '' })).text()).to.contain('Give the term');
    expect(await planTextsOf(site.tools.store, 'CN1960')).to.deep.equal([]);
  });

  it('loses no word where somebody else has saved meanwhile', async () => {
    await propose();
    const office = await sampleOffice(site);
    const { hash: base = null } = (await planTextOf(office.store, 'CN1960', 'shared-text', id)) ?? {};
    const shown = await read(`/manage/library/${id}/edit?action=CN1960`);
    const body = { id, kind: 'competency', term: 'Accountability', text: 'Words of Ben.' } as const;
    await proposeSharedText(
      acting(office, office.ben),
      { number: 'CN1960', open: null },
      {
        ...{ base, baseNumber: 1, status: 'active', body },
      },
    );
    const fields = { ...edit, action: 'CN1960', base: base ?? '', text: 'Words of Ada.' };
    expect(shown).to.contain(`value="${base}"`);
    const stale = await ada.post(`/manage/library/${id}/edit`, fields);
    const html = await stale.text();
    expect(stale.status).to.equal(412);
    expect(html).to.contain('Words of Ben.').and.to.contain('Words of Ada.');
    const [, next = ''] = /name="base" value="([0-9a-f]{64})"/.exec(html) ?? [];
    expect((await ada.post(`/manage/library/${id}/edit`, { ...fields, base: next })).status).to.equal(303);
    const held = await planTextOf(office.store, 'CN1960', 'shared-text', id);
    expect(held?.body).to.include({ text: 'Words of Ada.' });
  });

  it('adds a text and retires one', async () => {
    const fields = { kind: 'clause', term: '', text: 'Keeps the peace.', base: '', baseNumber: '' };
    const unkinded = await ada.post('/manage/library/new', { ...fields, ...words, kind: '' });
    expect(await unkinded.text()).to.contain('Choose what kind of text it is.');
    const added = await ada.post('/manage/library/new', { ...fields, ...words });
    expect(added.headers.get('location')).to.equal('/manage/actions/CN1960');
    expect((await planTextsOf(site.tools.store, 'CN1960'))[0]?.id).to.equal('clause-keeps-the-peace');
    expect(await read('/manage/library')).to.contain('Keeps the peace.');
    const page = '/manage/library/clause-keeps-the-peace';
    expect(await read(page)).to.contain('Clause, proposed');
    expect(await read('/manage/actions/CN1960')).to.contain(`${page}/edit?action&#x3D;CN1960`);
    const [, base = ''] =
      /name="base" value="([0-9a-f]{64})"/.exec(await read(`${page}/edit?action=CN1960`)) ?? [];
    const again = { ...fields, ...words, action: 'CN1960', base, text: 'Keeps the public peace.' };
    expect((await ada.post(`${page}/edit`, again)).status).to.equal(303);
    expect((await planTextsOf(site.tools.store, 'CN1960'))[0]?.body).to.include({
      text: 'Keeps the public peace.',
    });
    const retired = await propose({ action: 'CN1960', retire: 'retire' });
    const sweep = await read(retired.headers.get('location') ?? '');
    expect(sweep).to.contain('Retire “Accountability”').and.to.contain('Taken out');
    const removed = await ada.post(`/manage/actions/CN1960/texts/shared-text/${id}/remove`);
    expect(removed.status).to.equal(303);
    expect(await read(retired.headers.get('location') ?? '')).to.contain('Given up');
    expect((await ada.post('/manage/actions/CN1960/texts/plan/plan/remove')).status).to.equal(404);
  });

  it('is worded upon the last words that were decided, and tells of them', async () => {
    const { store } = site.tools;
    const text = (await allSharedTexts(store, today)).find((each) => each.id === id);
    if (!text) throw new Error(`There is no ${id}`);
    await store.transaction((transaction) =>
      appendRevision(transaction, {
        ...{ subject: 'shared-text', subjectId: id, status: 'active', changes: ['amend'], events: [] },
        ...{ effectiveOn: '2027-01-01', decidedOn: null, recordedAt: now.toISOString(), recordedBy: 'test' },
        ...{ action: null, body: { ...text, text: 'Words of next year.' } },
      }),
    );
    expect(await read(`/manage/library/${id}`)).to.contain('Another text takes effect on January 1, 2027');
    const form = await read(`/manage/library/${id}/edit`);
    expect(form).to.contain('Words of next year.').and.to.contain('name="baseNumber" value="2"');
    expect((await propose({ baseNumber: '1' })).status).to.equal(412);
    expect((await propose({ baseNumber: '2' })).status).to.equal(303);
  });

  it('shows what is hostile as letters', async () => {
    const text = '<img src=x onerror=alert(1)> {{7*7}}';
    const answer = await propose({ text, term: text });
    for (const page of [
      answer.headers.get('location') ?? '',
      '/manage/actions/CN1960',
      `/manage/library/${id}/edit?action=CN1960`,
    ]) {
      const html = await read(page);
      expect(html, page).to.contain('&lt;img src').and.to.contain('{{7*7}}').and.to.not.contain('<img src=x');
    }
  });
});
