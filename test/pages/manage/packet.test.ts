// The documents of an action over HTTP: the notice for everybody once it is posted, the notice and the packet for staff at any
// step, marked as drafts before it is decided, kept by nobody on the way.
import { expect } from 'chai';
import { receiveComment } from '../../../server/actions/receive-comment.ts';
import { moderateComment } from '../../../server/actions/moderate-comment.ts';
import { openAction } from '../../../server/actions/open-action.ts';
import { acting, add, instrument, noEdit, type Office, setProcedure, step } from '../../actions/office.ts';
import { type Served, signedIn, type SignedIn } from '../../tools.ts';
import { adoptPosted, sampleOffice } from '../sample-office.ts';
import { get, hrefsIn, sampleSite } from '../site.ts';

const packet = '/manage/actions/CN1960/packet.pdf';
const notice = '/manage/actions/CN1960/notice.pdf';

describe('the notice and the packet of an action', () => {
  let site: Served;
  let office: Office;
  let ana: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
    await openAction(acting(office, office.ada), 'CN1960', { ...instrument, effectiveOn: '2027-02-01' });
    await add(office, 'CN1960', [
      { classId: 'class-it-manager', intent: 'change', edit: { ...noEdit, payGrade: 'EX-17' } },
      { classId: 'class-librarian', intent: 'change', edit: { ...noEdit, title: 'Reference Librarian' } },
    ]);
    ana = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  const lastHtml = () => office.printer.jobs.at(-1)?.html ?? '';
  const post = async () => {
    await step(office, 'CN1960', 'submit', office.ada);
    await step(office, 'CN1960', 'post', office.cora);
  };

  it('of a draft are for staff alone, private, and say DRAFT in words and on every page', async () => {
    for (const [address, name] of [
      [packet, 'CN1960_Clerks-of-the-docks_packet_DRAFT.pdf'],
      [notice, 'CN1960_Clerks-of-the-docks_notice_DRAFT.pdf'],
    ] as const) {
      const answer = await ana(address);
      expect([answer.status, answer.headers.get('content-type')]).to.deep.equal([200, 'application/pdf']);
      expect(answer.headers.get('cache-control')).to.equal('private, no-store');
      expect(answer.headers.get('content-disposition')).to.equal(`inline; filename="${name}"`);
      expect(lastHtml()).to.contain('DRAFT, still being written.').and.not.contain('PUBLIC DOCUMENT');
      expect(lastHtml()).to.contain('--running-watermark:"DRAFT"');
    }
    expect((await get(site, '/actions/CN1960/notice.pdf')).status).to.equal(404);
    expect((await get(site, packet)).status).to.equal(303);
  });

  it('once it is posted, the notice is for everybody and says how to comment', async () => {
    await post();
    const answer = await get(site, '/actions/CN1960/notice.pdf');
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-disposition')).to.contain('CN1960_Clerks-of-the-docks_notice.pdf');
    expect(lastHtml()).to.contain('Anybody may comment through December 6, 2026').and.not.contain('DRAFT');
    expect(lastHtml()).to.contain('"CN1960 · page "').and.not.contain('--running-watermark:');
    const html = await (await get(site, '/actions/CN1960')).text();
    expect(hrefsIn(html)).to.include('/actions/CN1960/notice.pdf').and.not.include(packet);
  });

  it('the notice stays what was posted while the action is written again', async () => {
    await post();
    await step(office, 'CN1960', 'reopen', office.ada, 'A word is wrong.');
    expect((await get(site, '/actions/CN1960/notice.pdf')).status).to.equal(404);
    await ana(packet);
    expect(lastHtml()).to.contain('As it was posted on November 22, 2026.');
  });

  it('the packet holds every comment as those who decide are given it', async () => {
    await post();
    const say = (text: string) =>
      receiveComment(acting(office, office.ada), { number: 'CN1960', text, name: null, classId: null });
    for (const text of ['It is time.', 'Rude words.']) await say(text);
    const decided = {
      action: 'CN1960',
      comment: 2,
      decision: 'withhold',
      reason: 'It insults a person.',
    } as const;
    await moderateComment(acting(office, office.cora), decided);
    await ana(packet);
    expect(lastHtml()).to.contain('2 comments were received: 1 withheld, 1 waiting.');
    expect(lastHtml()).to.contain('Rude words.').and.contain('Withheld: It insults a person.');
    expect(lastHtml()).to.contain('--running-watermark:"PROPOSED"');
  });

  it('number each change once in the recommendation', async () => {
    await ana(packet);
    const list = /<ol class="recommendation">([^]*?)<\/ol>/.exec(lastHtml())?.[1] ?? '';
    const items = list.match(/<li>.*?<\/li>/g)?.map((item) => item.replace(/<[^>]+>/g, '')) ?? [];
    expect(items).to.deep.equal([
      'Regrade IT Manager (CI2787) from EX-16 to EX-17, effective February 1, 2027.',
      'Retitle Librarian (CL4102) to Reference Librarian, effective February 1, 2027.',
    ]);
  });

  it('are there before there is a change', async () => {
    await openAction(acting(office, office.ada), 'CN1961', { ...instrument, effectiveOn: null });
    expect((await ana('/manage/actions/CN1961/packet.pdf')).status).to.equal(200);
    expect(lastHtml()).to.contain('There is no change to decide on yet.').and.contain('<dd>Not set</dd>');
  });

  it('say what is not ready', async () => {
    await add(office, 'CN1960', [{ classId: 'class-it-director', intent: 'change', edit: noEdit }]);
    await ana(packet);
    expect(lastHtml()).to.contain('IT Director (CI2789): It changes nothing.');
  });

  it('of a decided action are no drafts, and are offered on its pages', async () => {
    await setProcedure(office.store, { postingDays: 0, comments: true, provisional: false });
    await post();
    await adoptPosted(office, 'CN1960');
    const answer = await ana(packet);
    expect(answer.headers.get('content-disposition')).to.contain('_packet.pdf');
    expect(lastHtml()).to.not.contain('DRAFT');
    const html = await (await ana('/manage/actions/CN1960')).text();
    expect(hrefsIn(html)).to.include.members([packet, notice]);
  });

  it('of decided history are there too, for CN1746', async () => {
    const html = await (await ana('/actions/CN1746')).text();
    expect(hrefsIn(html)).to.include.members([
      '/actions/CN1746/notice.pdf',
      '/manage/actions/CN1746/packet.pdf',
    ]);
    expect((await ana('/manage/actions/CN1746/packet.pdf')).status).to.equal(200);
    expect(lastHtml()).to.contain('Supervises a work group').and.contain('EX-16');
    expect((await ana('/manage/actions/CN9999/packet.pdf')).status).to.equal(404);
    expect((await get(site, '/actions/CN9999/notice.pdf')).status).to.equal(404);
  });

  it('come with a page that loads itself again where they take long', async () => {
    const waiting = Promise.withResolvers<never>();
    waiting.promise.catch(() => undefined);
    const slow = { ...site.tools.printer, print: () => waiting.promise };
    const patient = await sampleSite({ printer: slow });
    const answer = await (await signedIn(patient, 'analyst'))('/manage/actions/CN1746/packet.pdf');
    expect([answer.status, answer.headers.get('refresh')]).to.deep.equal([202, '2']);
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(await answer.text()).to.contain('The packet is being prepared.');
    waiting.reject(new Error('closed'));
    await patient.close();
  }).timeout(15_000);
});
