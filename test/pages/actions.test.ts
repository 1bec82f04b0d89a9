// Actions as the public sees them, on any date: every posting as it was posted, and nothing that was not.
import { expect } from 'chai';
import { addChanges } from '../../server/actions/add-changes.ts';
import { editAction, openAction } from '../../server/actions/open-action.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { takeStep } from '../../server/actions/take-step.ts';
import { actionsPosted, proposalsFor } from '../../server/store/proposals.ts';
import { appendRevision, type NewRevision, revisionsOf } from '../../server/store/record.ts';
import { acting, displayed, instrument, noEdit, type Office, setProcedure, step } from '../actions/office.ts';
import { now, type Served, type SignedIn, signedIn } from '../tools.ts';
import { post, sampleOffice } from './sample-office.ts';
import { get, sampleSite } from './site.ts';

const day = 86_400_000;
const librarian = { classId: 'class-librarian', edit: { title: 'Reference Librarian' } };

describe('actions in public', () => {
  let site: Served;
  let office: Office;
  let time: Date;
  beforeEach(async () => {
    time = now;
    site = await sampleSite({ clock: { now: () => time } });
    const room = await sampleOffice(site);
    await setProcedure(room.store, { postingDays: 14, comments: true, provisional: true });
    office = room;
  });
  afterEach(() => site.close());

  async function read(path: string): Promise<string> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return (await answer.text()).replaceAll('&#x3D;', '=');
  }

  /** Posted on November 22; two days later taken back, retitled, and with a change of another class. */
  async function amend(): Promise<void> {
    await post(office, 'CN1960', librarian);
    time = new Date(now.getTime() + 2 * day);
    office.today = '2026-11-24';
    const by = () => ({ ...acting(office, office.ada), now: time });
    const shown = await displayed(office, 'CN1960');
    await takeStep(by(), { number: 'CN1960', act: 'reopen', displayed: shown, note: 'A private note.' });
    const { hash } = await requireAction(office.store, 'CN1960');
    await editAction(by(), 'CN1960', hash, { ...instrument, title: 'Amended in secret' });
    const change = { classId: 'class-it-manager-senior', intent: 'abolish', edit: noEdit } as const;
    await addChanges(by(), 'CN1960', [change], office.today);
  }

  it('show a posting also after it was taken back, and nothing of the amendment', async () => {
    await amend();
    const body = await read('/actions/CN1960');
    expect(body).to.contain('Taken back to be amended').and.contain('Posted on November 22, 2026');
    expect(body)
      .to.contain('Reference Librarian <span class="code">CL4102</span>')
      .and.contain('December 6, 2026');
    expect(body).to.not.match(/secret|private|CI2788/);
    const list = await read('/actions');
    expect(list).to.contain('<strong>CN1960</strong> Clerks of the docks</a><span>Taken back to be amended');
    expect(list).to.not.match(/secret/);
  });

  it('say how many days remain for comment, by the calendar of the plan', async () => {
    await post(office, 'CN1960', librarian);
    const pages = ['/', '/actions', '/actions/CN1960'];
    const words = async () => {
      const found = [];
      for (const page of pages)
        found.push(/(?:Open|open)[^<]*: ([^<]*(?:left|today)[^<.]*)/.exec(await read(page))?.[1]);
      return found;
    };
    const all = (text: string) => pages.map(() => text);
    expect(await words()).to.deep.equal(all('14 days left, through December 6, 2026'));
    // Midnight in New York is 05:00 in Greenwich.
    time = new Date('2026-12-06T04:59:00.000Z');
    expect(await words()).to.deep.equal(all('1 day left, through December 6, 2026'));
    time = new Date('2026-12-06T05:00:00.000Z');
    expect(await words()).to.deep.equal(all('the last day is today, December 6, 2026'));
    time = new Date('2026-12-07T05:00:00.000Z');
    expect(await read('/')).to.not.contain('CN1960');
    expect(await read('/actions')).to.contain('<span>Comments closed on December 6, 2026</span>');
    expect(await read('/actions/CN1960')).to.contain('<dt>Comments until</dt><dd>December 6, 2026</dd>');
  });

  it('are posted without comments where the plan takes none', async () => {
    await post(office, 'CN1960', librarian);
    await setProcedure(office.store, { postingDays: 14, comments: false, provisional: false });
    expect(await read('/')).to.contain('<span>Posted: 14 days left, through December 6, 2026</span>');
    time = new Date('2026-12-07T05:00:00.000Z');
    expect(await read('/actions')).to.contain('<span>Posted</span>');
  });

  it('list every posting with its date and what it proposed', async () => {
    await amend();
    await step(office, 'CN1960', 'submit', office.ada);
    await step(office, 'CN1960', 'post', office.cora);
    const body = await read('/actions/CN1960');
    expect(body).to.contain('Proposed: posted, not decided').and.contain('<h1>Amended in secret');
    expect(body).to.match(/id="changes"[^]*CI2788[^]*Posted on November 22, 2026[^]*CL4102/);
    const [earlier = ''] = body.split('Posted on November 22, 2026')[1]?.split('</section>') ?? [];
    expect(earlier).to.contain('CL4102').and.not.contain('CI2788');
  });

  it('stay in public when they are withdrawn, and only if they were posted', async () => {
    await post(office, 'CN1960', librarian);
    await step(office, 'CN1960', 'withdraw', office.ada);
    await openAction(acting(office, office.ada), 'CN1961', { ...instrument, title: 'Never shown' });
    await step(office, 'CN1961', 'withdraw', office.ada);
    expect(await read('/actions/CN1960'))
      .to.contain('>Withdrawn<')
      .and.contain('Posted on November 22, 2026');
    const list = await read('/actions');
    expect(list).to.contain('<strong>CN1960</strong> Clerks of the docks</a><span>Withdrawn');
    expect(list).to.not.contain('CN1961');
    expect((await get(site, '/actions/CN1961')).status).to.equal(404);
  });

  it('are on a past date as they were posted then', async () => {
    await amend();
    const posted = now.toISOString();
    expect(await actionsPosted(office.store, posted)).to.deep.equal([
      { number: 'CN1960', step: 'posted', title: instrument.title, commentsUntil: '2026-12-06' },
    ]);
    expect(await proposalsFor(office.store, ['class-librarian'], posted)).to.deep.equal([
      {
        classId: 'class-librarian',
        action: 'CN1960',
        intent: 'change',
        postedOn: '2026-11-22',
        commentsUntil: '2026-12-06',
      },
    ]);
    expect(await proposalsFor(office.store, ['class-it-manager-senior'], posted)).to.deep.equal([]);
    const before = new Date(now.getTime() - 1).toISOString();
    expect(await actionsPosted(office.store, before)).to.deep.equal([]);
    expect((await get(site, '/actions/CN1960?on=2026-11-21')).status).to.equal(404);
    const then = await read('/actions/CN1960?on=2026-11-22');
    expect(then)
      .to.contain('Proposed: posted, not decided')
      .and.not.match(/secret|CI2788/);
    const list = await read('/actions?on=2026-11-22');
    expect(list).to.contain('Clerks of the docks</a><span>Comments until December 6, 2026');
  });

  it('are provisional on the days before their ratification, and not there before their decision', async () => {
    const [first] = await revisionsOf(office.store, 'action', 'CN1746');
    if (!first) throw new Error('The sample plan has no CN1746');
    const decided: Omit<NewRevision<'action'>, 'body'> = {
      ...{ subject: 'action', subjectId: 'CN2', status: 'active', changes: ['create'], action: 'CN2' },
      ...{ effectiveOn: first.effectiveOn, decidedOn: first.decidedOn, events: [] },
      ...{ recordedAt: first.recordedAt, recordedBy: 'test' },
    };
    const provisional = { ...first.body, number: 'CN2', step: 'provisional' as const };
    const ratified = { ...decided, changes: ['amend' as const], effectiveOn: '2023-01-10' };
    const adopted = { ...provisional, step: 'adopted' as const, ratifiedOn: '2023-01-10' };
    await office.store.transaction(async (transaction) => {
      await appendRevision(transaction, { ...decided, body: provisional });
      await appendRevision(transaction, { ...ratified, body: adopted });
    });
    expect((await get(site, '/actions/CN2?on=2022-11-14')).status).to.equal(404);
    const before = await read('/actions/CN2?on=2023-01-09');
    expect(before).to.contain('Provisionally approved, not yet ratified').and.not.contain('Ratified</dt>');
    expect(await read('/actions/CN2?on=2023-01-10')).to.contain('>Adopted<');
    expect(await read('/actions/CN2')).to.contain('>Adopted<');
    expect(await read('/actions?on=2023-01-09')).to.contain('href="/actions/CN2?on=2023-01-09"');
  });

  describe('on the board of the staff', () => {
    let staff: SignedIn;
    beforeEach(async () => void (staff = await signedIn(site, 'manager')));

    it('are listed where only the record knows them, and lead to their public page', async () => {
      const board = await (await staff('/manage/actions')).text();
      expect(board).to.contain('<strong>CN1746</strong>').and.not.contain('No action has been opened');
      const answer = await staff('/manage/actions/CN1746', { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/actions/CN1746']);
      expect(answer.headers.get('cache-control')).to.match(/no-store/);
      expect((await staff('/manage/actions/CN9999')).status).to.equal(404);
    });
  });
});
