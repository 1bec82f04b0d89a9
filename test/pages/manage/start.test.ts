// The desk of whoever signed in: what waits for them and nobody else, their drafts, deadlines, findings and reviews.
import { expect } from 'chai';
import { beginPlan } from '../../../server/actions/begin-plan.ts';
import { openAction } from '../../../server/actions/open-action.ts';
import { readSamplePlan } from '../../../server/imports/sample-plan.ts';
import { procedures } from '../../../server/model/workflow.ts';
import { openStore } from '../../../server/store/open.ts';
import { acting, add, instrument, noEdit, type Office, setProcedure, step } from '../../actions/office.ts';
import { now, serve, type Served, signedIn, toolsWith, views } from '../../tools.ts';
import { watchful } from '../../watchful-views.ts';
import { post, sampleOffice } from '../sample-office.ts';
import { hrefsIn, sampleSite } from '../site.ts';

const classId = 'class-it-manager-senior';

describe('the desk', () => {
  let site: Served;
  let office: Office;
  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
  });
  afterEach(() => site.close());

  const readAs = async (who: string) => (await (await signedIn(site, who))('/manage')).text();

  async function openWithDraft(number: string, title = 'IT management', effectiveOn = '2026-11-30') {
    await openAction(acting(office, office.ada), number, { ...instrument, title, effectiveOn });
    await add(office, number, [
      { classId, intent: 'change', edit: { ...noEdit, title: 'IT Manager Principal' } },
    ]);
  }

  it('asks whoever has not signed in to do so', async () => {
    const answer = await fetch(`${site.address}/manage`, { redirect: 'manual' });
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.contain('/sign-in');
  });

  it('shows an analyst their drafts and where to begin', async () => {
    expect(await readAs(office.ada.email)).to.contain('You have no drafts');
    await openWithDraft('CN1960');
    const html = await readAs(office.ada.email);
    expect(html)
      .to.contain(`href="/manage/actions/CN1960/changes/${classId}"`)
      .and.contain('Saved 10:00 am')
      .and.contain('Takes effect on November 30, 2026, in 8 days');
    expect(html).to.contain('href="/manage/actions/new"').and.not.contain('Waiting for you');
  });

  it('shows no drafts to a manager and nothing to open', async () => {
    await openWithDraft('CN1960');
    const html = await readAs('manager');
    expect(html).to.contain('CN1960').and.not.contain('Your drafts').and.not.contain('Open an action');
  });

  it('puts a decision before who takes it, and not before who wrote it', async () => {
    expect(await readAs(office.cora.email)).to.contain('Nothing waits for your decision.');
    await openWithDraft('CN1960');
    await step(office, 'CN1960', 'submit', office.ada);
    expect(await readAs(office.cora.email)).to.contain('To be posted or returned');
    expect(await readAs(office.ada.email)).to.not.contain('To be posted or returned');
    await step(office, 'CN1960', 'return', office.cora, 'Which <em>grade</em>?');
    expect(await readAs(office.cora.email)).to.contain('Nothing waits for your decision.');
    expect(await readAs(office.ada.email))
      .to.contain('Returned to you')
      .and.contain('Which &lt;em&gt;grade&lt;/em&gt;?');
  });

  it('tells when comments close', async () => {
    await setProcedure(office.store, procedures.posted);
    await post(office, 'CN1960', { classId, edit: { title: 'IT Manager Principal' } });
    expect(await readAs('manager')).to.match(/Comments until [A-Z][a-z]+ \d+, 2026, \d+ days left/);
  });

  it('marks what is overdue', async () => {
    await openWithDraft('CN1960', 'Late', '2026-11-20');
    expect(await readAs('manager')).to.match(
      /deadline--overdue">Overdue: it was to take effect on November 20/,
    );
  });

  it('counts findings, and lists what is overdue for review with the way to all of it', async () => {
    // Who asks for the findings waits for them; the desk only tells what is known by then.
    await (
      await signedIn(site, 'analyst')
    )('/manage/checks');
    const html = await readAs('analyst');
    expect(html).to.contain('/manage/checks?severity&#x3D;error').and.contain('href="/manage/reviews"');
    expect(html).to.contain('Overdue by').and.contain('A class is due 5 years after');
  });

  it('has no way that leads nowhere', async () => {
    await openWithDraft('CN1960');
    for (const who of ['analyst', 'approver', 'manager', 'administrator']) {
      const visitor = await signedIn(site, who);
      const hrefs = new Set(hrefsIn(await (await visitor('/manage')).text()));
      for (const href of hrefs)
        expect((await visitor(href)).status, `${who}: ${href}`).to.be.oneOf([200, 303]);
    }
  });

  it('shows what is hostile as letters', async () => {
    const words = '<img src=x onerror=alert(1)> {{7*7}}';
    await openWithDraft('CN1960', words);
    const html = await readAs('analyst');
    expect(html).to.contain('&lt;img src').and.contain('{{7*7}}').and.not.contain('<img src=x');
  });
});

describe('the desk of an empty plan', () => {
  let site: Served;
  before(async () => {
    const store = await openStore(':memory:');
    const empty = { ...readSamplePlan(), classes: [], actions: [], series: [], sharedTexts: [] };
    await beginPlan({ store, now, by: 'test' }, empty);
    site = await serve(toolsWith(store, { views: watchful(views) }));
  });
  after(() => site.close());

  it('says how to begin', async () => {
    const ada = await signedIn(site, 'analyst');
    expect(await (await ada('/manage')).text())
      .to.contain('This plan is empty.')
      .and.contain('open an action and begin a class in it')
      .and.contain('No action is under way.')
      .and.contain('Nothing is found in this plan.');
    const cora = await signedIn(site, 'approver');
    expect(await (await cora('/manage')).text()).to.not.contain('open an action and begin a class');
  });

  it('leads to pages that are empty too, and to the beginning of a first class', async () => {
    const ada = await signedIn(site, 'analyst');
    const read = async (path: string) => (await ada(path)).text();
    expect(await read('/manage/series')).to.contain('This plan has no series yet.');
    expect(await read('/manage/reviews')).to.contain('No class is overdue');
    await ada.post('/manage/actions/new', {
      ...{
        number: 'CN1',
        title: 'First',
        reason: 'It begins.',
        authority: 'Notice',
        effectiveOn: '2027-02-01',
      },
    });
    const page = await read('/manage/actions/CN1/new-class?title=Clerk');
    expect(page).to.contain('Nothing like it').and.contain('The plan has no such classes yet.');
    const answer = await ada.post('/manage/actions/CN1/new-class', { from: 'nothing', title: 'Clerk' });
    expect(answer.status).to.equal(303);
  });
});
