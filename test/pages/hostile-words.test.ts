// Whatever the public or a colleague writes into a comment, a name, a reason or a thread is shown letter by letter where it
// may be seen, and is never markup, a formula or a fault.
import { expect } from 'chai';
import { moderateComment } from '../../server/actions/moderate-comment.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { commentsOf } from '../../server/store/public-comments.ts';
import { threadsOf } from '../../server/store/threads.ts';
import { acting, add, instrument, noEdit, type Office, setProcedure } from '../actions/office.ts';
import { sendForm, type Served, type SignedIn, signedIn } from '../tools.ts';
import { markup, outsideOfTags, unescaped } from './markup.ts';
import { payloads } from './payloads.ts';
import { post, sampleOffice } from './sample-office.ts';
import { get, sampleSite } from './site.ts';

const texts = payloads.map((payload) => payload.toWellFormed());
const draft = '/manage/actions/CN1961/changes/class-it-manager';
const publicPages = [
  '/actions/CN1960',
  ...[1, 2, 3, 4, 5, 6].map((page) => `/actions/CN1960/comments?page=${page}`),
];
const staffPages = [1, 2, 3, 4, 5, 6].map((page) => `/manage/comments?page=${page}`);

/** What the office keeps of a text that somebody typed; null where a control character makes it unreadable. */
function keptOf(typed: string): string | null {
  const tidy = typed.trim().replaceAll('\r\n', '\n');
  return tidy === '' || /[\u0000-\u0008\u000b-\u001f\u007f]/.test(tidy) ? null : tidy;
}

describe('hostile words', () => {
  let site: Served;
  let office: Office;
  let approver: SignedIn;
  const ours = new Set<string>();

  before(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
    await post(office, 'CN1960', { classId: 'class-librarian', edit: { title: 'Reference Librarian' } });
    await openAction(acting(office, office.ada), 'CN1961', instrument);
    await add(office, 'CN1961', [{ classId: 'class-it-manager', intent: 'change', edit: noEdit }]);
    approver = await signedIn(site, office.cora.email);
    // One harmless comment and thread of each kind show which markup is ours.
    await send('Good.', 'Ida', 1);
    await send('Bad.', '', 2);
    await decide(1, 'publish', null);
    await decide(2, 'withhold', 'So.');
    await decide(2, 'publish', null);
    await approver.post(`${draft}/comments`, { place: 'sections.duties', text: 'So?' });
    await approver.post(`${draft}/comments/1/resolve`, { text: 'So.' });
    await approver.post(`${draft}/comments`, { place: '', text: 'So?' });
    const bodies = [await refusedComment(''), await refusedThread('')];
    for (const path of [
      '/actions/CN1960',
      '/actions/CN1960/comments',
      '/manage/comments',
      `${draft}/comments`,
    ])
      bodies.push(await (await approver(path)).text());
    for (const path of ['/actions/CN1960', '/nothing']) bodies.push(await (await get(site, path)).text());
    for (const body of bodies) for (const name of markup(body)) ours.add(name);
    for (const tag of ['nav', '/nav', 'rel=']) ours.add(tag);
    expect([...ours]).to.include.members(['textarea', 'bdi', 'blockquote', 'details', 'select']);
  });
  after(() => site.close());

  const send = (text: string, name: string, sender: number) =>
    sendForm(
      site,
      '/actions/CN1960/comments',
      { text, name },
      { 'X-Forwarded-For': `198.51.${Math.floor(sender / 250)}.${(sender % 250) + 1}` },
    );
  const decide = (comment: number, decision: 'publish' | 'withhold', reason: string | null) =>
    moderateComment(acting(office, office.cora), { action: 'CN1960', comment, decision, reason });
  const refusedComment = async (name: string) => (await send('', name, 9999)).text();
  const refusedThread = async (place: string) =>
    (await approver.post(`${draft}/comments`, { place, text: '' })).text();

  function expectOurs(body: string, about: string): void {
    const foreign = markup(body).filter((name) => !ours.has(name));
    expect(foreign, about).to.deep.equal([]);
    expect(outsideOfTags(body), about).to.not.match(/[<>]/);
  }

  it('as a place, a class, a thread or a comment are no place, class, thread or comment', async () => {
    for (const [index, text] of texts.entries()) {
      const place = await approver.post(`${draft}/comments`, { place: text, text: 'x' });
      expect(place.status, text).to.be.oneOf(text.trim() === '' ? [303] : [409, 422]);
      if (place.status !== 303) expectOurs(await place.text(), text);
      const about = await sendForm(site, '/actions/CN1960/comments', { text: 'x', classId: `x${text}` });
      expect(about.status, text).to.equal(422);
      if (index % 5 === 0) {
        const at = await approver(`${draft}/comments?at=${encodeURIComponent(text)}`);
        expect(at.status).to.equal(200);
        expectOurs(await at.text(), text);
        const segment = encodeURIComponent(text);
        for (const path of [`/actions/CN1960/comments/${segment}`, `/manage/comments?action=${segment}`])
          expect((await approver(path)).status, path).to.be.oneOf(text.trim() === '' ? [200, 404] : [404]);
      }
    }
  });

  it('of the public are kept as they were written or come back to be corrected', async () => {
    const expected: (string | null)[] = [];
    for (const [index, text] of texts.entries()) {
      const name = texts[(index * 7) % texts.length] ?? '';
      const answer = await send(text, name, index + 3);
      const keptName = name.trim() === '' ? '' : keptOf(name);
      const isTaken = keptOf(text) !== null && keptName !== null && !/\n/.test(keptName);
      const isShort = [...text].length <= 5000 && [...name.trim()].length <= 120;
      expect(answer.status, JSON.stringify([text, name])).to.equal(isTaken && isShort ? 303 : 422);
      if (answer.status === 303) expected.push(keptOf(text));
      else expectOurs(await answer.text(), text);
    }
    const comments = await commentsOf(office.store, 'CN1960');
    expect(comments.slice(2).map(({ text }) => text)).to.deep.equal(expected);
    expect(expected.length).to.be.greaterThan(200);
  });

  it('of the public are shown letter by letter, by name, on every page that shows them', async () => {
    const comments = await commentsOf(office.store, 'CN1960');
    for (const { number, text } of comments.slice(2)) {
      await decide(number, 'withhold', text.slice(0, 900));
      await decide(number, 'publish', null);
    }
    const read = async (as: (path: string) => Promise<Response>, paths: readonly string[]) => {
      const bodies = [];
      for (const path of paths) {
        const answer = await as(path);
        if (answer.status === 404) continue;
        const body = await answer.text();
        expectOurs(body, path);
        bodies.push(unescaped(body));
      }
      return bodies.join('\n');
    };
    const shown = await read((path) => get(site, path), publicPages);
    const moderated = await read(approver, staffPages);
    for (const { text, name } of comments)
      for (const said of name === null ? [text] : [text, name]) {
        expect(shown.includes(said), `public: ${said}`).to.equal(true);
        expect(moderated.includes(said), `staff: ${said}`).to.equal(true);
      }
  });

  it('of the public are no formula in the table, and stay what they are in the data', async () => {
    const comments = await commentsOf(office.store, 'CN1960');
    const table = await (await approver('/manage/actions/CN1960/comments.csv')).text();
    expect(table).to.not.match(/(?:^|,)"[=+\-@\t\r]/m);
    const data = (await (await approver('/manage/actions/CN1960/comments.json')).json()) as {
      comments: { text: string }[];
    };
    expect(data.comments.map(({ text }) => text)).to.deep.equal(comments.map(({ text }) => text));
  });

  it('of colleagues are shown letter by letter in their threads', async () => {
    const before = (await threadsOf(office.store, 'CN1961')).length;
    const expected: string[] = [];
    for (const text of texts) {
      const answer = await approver.post(`${draft}/comments`, { place: 'sections.duties', text });
      expect(answer.status, text).to.equal(keptOf(text) === null ? 422 : 303);
      if (answer.status === 422) expectOurs(await answer.text(), text);
      else expected.push(keptOf(text) ?? '');
    }
    const threads = await threadsOf(office.store, 'CN1961');
    expect(threads.slice(before).map(({ entries }) => entries[0]?.text)).to.deep.equal(expected);
    const body = await (await approver(`${draft}/comments`)).text();
    expectOurs(body, 'threads');
    const said = unescaped(body);
    for (const text of expected) expect(said.includes(text), text).to.equal(true);
  });
});
