// The beginning of a class: what is like it, then a draft from nothing, a template, another class or a neighbour.
import { expect } from 'chai';
import { draftsOf } from '../../../server/store/drafts.ts';
import { step } from '../../actions/office.ts';
import { type Served, signedIn, type SignedIn } from '../../tools.ts';
import { sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const page = '/manage/actions/CN1960/new-class';

describe('the beginning of a class', () => {
  let site: Served;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    ada = await signedIn(site, 'analyst');
    await ada.post('/manage/actions/new', {
      ...{ number: 'CN1960', title: 'IT', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' },
    });
  });
  afterEach(() => site.close());

  const read = async (query: string) => (await ada(`${page}?${query}`)).text();
  const drafts = () => draftsOf(site.tools.store, 'CN1960');

  async function begun(fields: Readonly<Record<string, string>>) {
    const answer = await ada.post(page, fields);
    expect(answer.status).to.equal(303);
    const draft = (await drafts()).find(({ intent }) => intent === 'create');
    if (!draft) throw new Error('Nothing was begun');
    expect(answer.headers.get('location')).to.equal(`/manage/actions/CN1960/changes/${draft.classId}`);
    expect((await ada(answer.headers.get('location') ?? '')).status).to.equal(200);
    return draft.body;
  }

  it('finds what is like it, in force and proposed, with the words in common', async () => {
    const html = await read('title=Accountant&text=reconciles+ledgers');
    expect(html)
      .to.contain('It has this title')
      .and.match(/<mark>[Rr]econcil/)
      .and.contain('CF1411');
    await begun({ from: 'nothing', title: 'Zeppelin Rigger' });
    const found = await read('title=Zeppelin+Rigger');
    expect(found).to.contain('Proposed by CN1960, not in force');
    expect(await read('title=quokka')).to.contain('Nothing like it');
    expect(await read('')).to.not.contain('classes are like it');
  });

  it('is from nothing', async () => {
    expect(await begun({ from: 'nothing', title: 'Rigger' })).to.deep.equal({
      ...{ code: null, title: 'Rigger', series: null, sections: {}, additional: [] },
    });
  });

  it('is from a template', async () => {
    const body = await begun({ from: 'template', template: 'every', title: 'Rigger' });
    expect(body.title).to.equal('Rigger');
    expect(body.sections).to.not.deep.equal({});
  });

  it('is from another class, which keeps its code, and from a neighbour', async () => {
    const body = await begun({ from: 'class', code: 'CI2788', title: '' });
    expect(body).to.include({ code: null, title: '', series: null });
    expect(body.sections.duties).to.not.equal(undefined);
    await ada.post(page, { from: 'level', neighbour: 'CI2788', side: 'above', title: 'IT Lead' });
    const lead = (await drafts()).find(({ body: { title } }) => title === 'IT Lead');
    expect(lead?.body.series).to.deep.equal({ id: 'it-management', level: 3 });
  });

  it('tells what is missing, and begins nothing', async () => {
    for (const [fields, message] of [
      [{ from: 'class', code: '' }, 'Enter the code of a class.'],
      [{ from: 'class', code: 'ZZ1' }, 'No class in force has the code ZZ1.'],
      [{ from: 'template' }, 'Choose a template.'],
      [{ from: 'template', template: 'none' }, 'Choose a template.'],
      [{ from: 'level', neighbour: 'CI2788' }, 'Choose whether it comes above or below'],
      [{ from: 'level', neighbour: 'ZZ1', side: 'above' }, 'No class in force has the code ZZ1.'],
      [{ from: 'nothing', title: 'x'.repeat(201) }, 'at most 200 characters'],
      [{ from: 'magic' }, 'Choose what the class begins with.'],
    ] as const) {
      const answer = await ada.post(page, fields);
      expect(answer.status, message).to.equal(422);
      expect(await answer.text(), message).to.contain(message);
    }
    expect(await drafts()).to.deep.equal([]);
  });

  it('takes an address of any length and shows what is hostile as letters', async () => {
    const words = '<img src=x onerror=alert(1)> {{7*7}}';
    const html = await read(`title=${encodeURIComponent(words)}&text=${encodeURIComponent(words)}`);
    expect(html).to.contain('&lt;img src').and.contain('{{7*7}}').and.not.contain('<img src=x');
    expect((await ada(`${page}?text=${'ledger+'.repeat(600)}`)).status).to.equal(200);
    expect((await ada(`${page}?title[a]=b&text[]=c`)).status).to.be.oneOf([200, 400]);
  });

  it('is for analysts, in an action that is still a draft', async () => {
    const cora = await signedIn(site, 'approver');
    expect((await cora(page)).status).to.equal(403);
    expect((await cora.post(page, { from: 'nothing' })).status).to.equal(403);
    expect((await ada('/manage/actions/CN9/new-class')).status).to.equal(404);
    await begun({ from: 'nothing', title: 'Rigger' });
    const office = await sampleOffice(site);
    await step(office, 'CN1960', 'withdraw', office.ada);
    expect((await ada(page)).status).to.equal(409);
    expect((await ada.post(page, { from: 'nothing' })).status).to.equal(409);
  });
});
