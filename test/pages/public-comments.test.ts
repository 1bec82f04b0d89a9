// Comments of the public over HTTP: who may send what, what is shown when, and what never is.
import { expect } from 'chai';
import { moderateComment } from '../../server/actions/moderate-comment.ts';
import { editAction } from '../../server/actions/open-action.ts';
import { receiveComment } from '../../server/actions/receive-comment.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { commentsOf } from '../../server/store/public-comments.ts';
import { acting, instrument, type Office, setProcedure, step } from '../actions/office.ts';
import { type Fields, now, sendForm, type Served, signedIn } from '../tools.ts';
import { formFields } from './form-fields.ts';
import { post, sampleOffice } from './sample-office.ts';
import { get, sampleSite } from './site.ts';

const page = '/actions/CN1960';
const target = `${page}/comments`;
const open = { postingDays: 14, comments: true, provisional: false };

describe('comments of the public over HTTP', () => {
  let site: Served;
  let office: Office;
  let time: Date;
  beforeEach(async () => {
    time = now;
    site = await sampleSite({ clock: { now: () => time }, trustedProxies: 'loopback' });
    office = await sampleOffice(site);
    await setProcedure(office.store, open);
    await post(office, 'CN1960', { classId: 'class-librarian', edit: { title: 'Reference Librarian' } });
  });
  afterEach(() => site.close());

  const send = (fields: Fields, headers: Record<string, string> = {}) =>
    sendForm(site, target, fields, headers);
  const read = async (path: string) => (await get(site, path)).text();
  const kept = () => commentsOf(office.store, 'CN1960');
  const decide = (comment: number, decision: 'publish' | 'withhold', reason: string | null = null) =>
    moderateComment(acting(office, office.cora), { action: 'CN1960', comment, decision, reason });

  it('are sent with the form of the page, and answered with a reference', async () => {
    const form = formFields(await read(page), { action: target });
    expect(Object.keys(form)).to.deep.equal(['text', 'classId', 'name', 'website']);
    const sent = { ...form, text: ' First.\r\n\r\nSecond. ', name: ' Ida ', classId: 'class-librarian' };
    const answer = await send(sent);
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, `${target}/1`]);
    const [comment] = await kept();
    expect(comment).to.deep.include({ text: 'First.\n\nSecond.', name: 'Ida', postedOn: '2026-11-22' });
    expect(comment?.about).to.include({ classId: 'class-librarian', title: 'Reference Librarian' });
    const receipt = await get(site, `${target}/1`);
    const said = await receipt.text();
    expect(said).to.contain('Thank you for your comment').and.contain('CN1960/1');
    expect(said).to.not.contain('Second.');
    expect(receipt.headers.get('cache-control')).to.equal('private, no-store');
    expect(await read(page)).to.not.contain('Second.');
  });

  it('set no cookie, and keep nothing of whoever sends them', async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.77', 'User-Agent': 'Telltale/7' };
    const answer = await send({ text: 'It is time.' }, headers);
    expect(answer.headers.getSetCookie()).to.deep.equal([]);
    const rows = await office.store.db.selectFrom('public_comments').selectAll().execute();
    expect(Object.values(rows[0] ?? {}).join(' ')).to.not.match(/198\.51|Telltale|127\.0\.0\.1/);
    expect(Object.keys(rows[0] ?? {}).sort()).to.deep.equal([
      ...['action', 'class_code', 'class_id', 'class_title', 'name', 'number'],
      ...['posted_on', 'received_at', 'text'],
    ]);
  });

  const wrong: [string, Fields, string][] = [
    ['nothing', { text: '  ' }, 'Write your comment, in at most 5,000 characters.'],
    ['too much', { text: 'x'.repeat(5001) }, 'Write your comment, in at most 5,000 characters.'],
    ['a control character', { text: 'a\u0007b' }, 'Write your comment, in at most 5,000 characters.'],
    ['a name too long', { text: 'x', name: 'n'.repeat(121) }, 'Write your name in at most 120 characters'],
    ['a name of two lines', { text: 'x', name: 'a\r\nb' }, 'Write your name in at most 120 characters'],
    ['another class', { text: 'x', classId: 'class-it-manager' }, 'Choose a class of this action'],
    ['no class at all', { text: 'x', classId: '../x' }, 'Choose a class of this action'],
    ['the trap filled in', { text: 'Kept.', website: 'https://spam.example' }, 'send the comment once more'],
  ];
  for (const [name, fields, message] of wrong) {
    it(`with ${name} come back with what was typed and a sentence`, async () => {
      const answer = await send(fields);
      const body = await answer.text();
      expect(answer.status).to.equal(422);
      expect(body).to.contain('There is a problem').and.contain(message);
      expect(answer.headers.get('cache-control')).to.equal('private, no-store');
      const again = formFields(body, { action: target });
      expect(again.text).to.equal(String(fields.text).trim());
      expect(again.website).to.equal('');
      expect(await kept()).to.have.length(0);
    });
  }

  it('of exactly five thousand characters with many lines are taken', async () => {
    const text = `${'x'.repeat(4)}\n`.repeat(1000).slice(0, 4999) + 'z';
    expect((await send({ text: text.replaceAll('\n', '\r\n') })).status).to.equal(303);
    expect((await kept())[0]?.text).to.equal(text);
  });

  it('come from a page of this site, in a form that it has', async () => {
    expect((await send({ text: 'x' }, { 'Sec-Fetch-Site': 'cross-site' })).status).to.equal(403);
    expect((await send({ text: 'x', number: '1' })).status).to.equal(400);
    expect((await send({ text: ['x', 'y'] })).status).to.equal(400);
    expect((await sendForm(site, '/actions/CN9999/comments', { text: 'x' })).status).to.equal(404);
    expect(await kept()).to.have.length(0);
  });

  it('are five in an hour and twenty in a day from one address, whoever asks', async () => {
    const from = (address: string) => send({ text: 'x' }, { 'X-Forwarded-For': address });
    for (let count = 0; count < 5; count += 1) expect((await from('198.51.100.7')).status).to.equal(303);
    const refused = await from('198.51.100.7');
    expect([refused.status, refused.headers.get('retry-after')]).to.deep.equal([429, '3600']);
    expect(await refused.text()).to.contain('Several comments have come from your connection');
    expect((await from('198.51.100.8')).status).to.equal(303);
    // A customer of IPv6 has many addresses: they count as one.
    for (let count = 1; count <= 5; count += 1)
      expect((await from(`2001:db8:1:2::${count}`)).status).to.equal(303);
    expect((await from('2001:db8:1:2:ffff::1')).status).to.equal(429);
    for (let hour = 1; hour <= 3; hour += 1) {
      time = new Date(now.getTime() + hour * 3_600_000);
      for (let count = 0; count < 5; count += 1) expect((await from('198.51.100.7')).status).to.equal(303);
    }
    time = new Date(now.getTime() + 4 * 3_600_000);
    const later = await from('198.51.100.7');
    expect([later.status, later.headers.get('retry-after')]).to.deep.equal([429, String(20 * 3600)]);
    time = new Date(now.getTime() + 24 * 3_600_000);
    expect((await from('198.51.100.7')).status).to.equal(303);
  });

  it('are not counted where they could not be taken', async () => {
    for (let count = 0; count < 9; count += 1) expect((await send({ text: '' })).status).to.equal(422);
    expect((await send({ text: 'x' })).status).to.equal(303);
  });

  it('are taken through the last day where the plan is, whatever day it is in Greenwich', async () => {
    // America/New_York is five hours behind.
    time = new Date('2026-12-07T04:59:00.000Z');
    expect(await read(page)).to.contain('Comments are open: the last day is today, December 6, 2026.');
    expect((await send({ text: 'In time.' })).status).to.equal(303);
    time = new Date('2026-12-07T05:00:00.000Z');
    expect(await read(page)).to.not.contain('<form method="post"');
    const late = await send({ text: 'Too late.' });
    expect(late.status).to.equal(409);
    expect(await late.text()).to.contain('Comments were open until December 6, 2026.');
    expect((await send({ text: '' })).status).to.equal(409);
  });

  it('have no form where the plan wants none, and none while the action is amended', async () => {
    await setProcedure(office.store, { ...open, comments: false });
    expect(await read(page)).to.not.contain(target);
    await setProcedure(office.store, open);
    expect(await read(page)).to.contain(target);
    expect(await read(`${page}?on=2026-11-22`)).to.contain(target);
    await step(office, 'CN1960', 'reopen', office.ada);
    expect(await read(page)).to.not.contain('<form method="post"');
  });

  it('are shown when they are published, by day and name, with what they are about', async () => {
    await send({ text: 'By <b>me</b>.', name: 'Ida', classId: 'class-librarian' });
    await send({ text: 'By nobody.' });
    await send({ text: 'By a scold.' });
    await decide(1, 'publish');
    await decide(2, 'publish');
    await decide(3, 'withhold', 'A secret reason.');
    const body = await read(page);
    expect(body).to.contain('By &lt;b&gt;me&lt;/b&gt;.').and.contain('<bdi>Ida</bdi>');
    expect(body).to.contain('On Reference Librarian (CL4102)').and.contain('November 22, 2026');
    expect(body).to.match(/Anonymous[^]*By nobody\./);
    expect(body).to.not.match(/scold|secret reason/);
    expect(await read(target))
      .to.contain('2 comments of the public')
      .and.not.contain('scold');
    expect(await read(`${target}/1`)).to.contain(`${page}#comment-1`);
    expect(await read(`${target}/3`))
      .to.contain('not shown in public')
      .and.not.match(/scold|secret reason/);
    await decide(1, 'withhold', 'After all.');
    expect(await read(page)).to.not.contain('Ida');
  });

  it('stay in public after the action is taken back, by the names that were posted', async () => {
    await send({ text: 'On the first.', classId: 'class-librarian' });
    await decide(1, 'publish');
    await step(office, 'CN1960', 'reopen', office.ada);
    const { hash } = await requireAction(office.store, 'CN1960');
    const by = acting(office, office.ada);
    await editAction(by, 'CN1960', hash, { ...instrument, title: 'Amended in secret' });
    for (const path of [page, target, `${target}/1`]) {
      const body = await read(path);
      expect(body, path).to.not.contain('secret');
      if (path !== `${target}/1`) expect(body).to.contain('On the first.').and.contain('November 22, 2026');
    }
    office.today = '2026-11-30';
    await step(office, 'CN1960', 'submit', office.ada);
    await step(office, 'CN1960', 'post', office.cora);
    expect(await read(page)).to.contain('on what was posted on November 22, 2026');
  });

  it('have no place on the page of another day', async () => {
    await send({ text: 'Of today.' });
    await decide(1, 'publish');
    time = new Date('2026-11-25T15:00:00.000Z');
    expect(await read(page)).to.contain('Of today.');
    expect(await read(`${page}?on=2026-11-24`)).to.not.match(/Of today\.|<form method="post"/);
    const staff = await signedIn(site, 'manager');
    const known = await (await staff(`${page}?knownAt=2026-11-24T00:00:00Z`)).text();
    expect(known).to.not.match(/Of today\./);
  });

  it('are fifty on the page of the action, and all in the list of them', async () => {
    const taking = { store: office.store, now, today: office.today };
    for (let count = 1; count <= 51; count += 1) {
      const text = `Comment ${count}.`;
      await receiveComment(taking, { number: 'CN1960', text, name: null, classId: null });
      await decide(count, 'publish');
    }
    const body = await read(page);
    expect(body).to.contain('All 51 comments').and.contain('Comment 51.').and.not.contain('Comment 1.');
    expect(await read(`${target}?page=2`))
      .to.contain('Comment 1.')
      .and.contain('Page 2 of 2');
    expect((await get(site, `${target}?page=3`)).status).to.equal(404);
    expect((await get(site, `${target}?page=0`)).status).to.equal(400);
  });

  it('of what does not exist or was never posted are nowhere', async () => {
    await step(office, 'CN1960', 'withdraw', office.ada);
    expect((await get(site, target)).status).to.equal(200);
    for (const path of [`${target}/1`, `${target}/0`, `${target}/01`, `${target}/x`, '/actions/CN9/comments'])
      expect((await get(site, path)).status, path).to.equal(404);
  });
});
