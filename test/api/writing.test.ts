// What programs write: an action from its opening to its adoption by tokens alone, no write upon a stale version, and each
// request once however often it is sent.
import { expect } from 'chai';
import type { Preparation, PublicAction, PublishedDraft } from '../../schemas/types.ts';
import { apiRoot } from '../../server/api/operation.ts';
import { actionByNumber } from '../../server/store/actions.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { sampleSite } from '../pages/site.ts';
import { now, type Served, signedIn } from '../tools.ts';
import { ask, newKey, operationCalled, tokenOf } from './room.ts';

describe('the write side of the API', () => {
  let site: Served;
  let clock: Date;
  let analyst: string;
  let approver: string;

  before(async () => {
    clock = now;
    site = await sampleSite({ clock: { now: () => clock } });
    analyst = await tokenOf(site, 'analyst');
    approver = await tokenOf(site, 'approver');
  });
  after(() => site.close());

  const words = { title: 'Library', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' };

  async function open(number: string): Promise<string> {
    const { status, tag } = await ask(site, 'openAction', {
      ...{ token: analyst, body: { ...words, number }, headers: newKey() },
    });
    expect(status).to.equal(201);
    return tag;
  }

  const at = (number: string) => `/actions/${number}/preparation`;
  const read = (number: string) =>
    ask<Preparation>(site, 'readPreparation', { path: at(number), token: analyst });
  const step = (number: string, token: string, tag: string, body: object, headers = newKey()) =>
    ask<Preparation>(site, 'takeStep', {
      ...{ path: `/actions/${number}/steps`, token, body, headers: { 'If-Match': tag, ...headers } },
    });
  const draftAt = (number: string) => `/actions/${number}/drafts/class-librarian`;

  it('takes an action from its opening to its adoption, and the public sees it only then', async () => {
    await open('CN1960');
    expect((await ask(site, 'readAction', { path: '/actions/CN1960' })).status).to.equal(404);
    const added = await ask<PublishedDraft>(site, 'addDraft', {
      token: analyst,
      body: { intent: 'change', classId: 'class-librarian' },
      headers: newKey(),
    });
    expect([added.status, added.headers.get('Location')]).to.deep.equal([
      201,
      `${apiRoot}${draftAt('CN1960')}`,
    ]);
    const { specification } = added.body;
    const details = { ...specification.sections.details, state: 'text' as const, payGrade: 'PR-13' };
    const body = {
      specification: { ...specification, sections: { ...specification.sections, details } },
      effectiveOn: null,
      carry: null,
    };
    const written = await ask(site, 'writeDraft', {
      token: analyst,
      body,
      headers: { 'If-Match': added.tag },
    });
    expect(written.status).to.equal(200);

    let shown = await read('CN1960');
    expect(shown.body).to.deep.include({ step: 'draft', obstacles: [] });
    shown = await step('CN1960', analyst, shown.tag, { act: 'submit' });
    if (shown.body.acts.includes('post')) shown = await step('CN1960', approver, shown.tag, { act: 'post' });
    if (shown.body.commentsUntil !== null) clock = new Date(`${shown.body.commentsUntil}T23:00:00.000Z`);
    clock = new Date(clock.getTime() + 86_400_000);
    const own = await step('CN1960', analyst, shown.tag, { act: 'adopt' });
    expect(own.status).to.equal(403);
    const adopted = await step('CN1960', approver, shown.tag, { act: 'adopt' });
    expect(adopted.status).to.equal(202);
    await settled('CN1960');
    const decided = await ask<PublicAction>(site, 'readAction', { path: '/actions/CN1960' });
    expect(decided.body.decision?.changes.map(({ kinds }) => kinds)).to.deep.equal([['regrade']]);
    clock = now;
  });

  /** The adoption goes on after its answer; a program asks how far it is. */
  async function settled(number: string): Promise<void> {
    while ((await read(number)).body.adoption?.isUnderWay) continue;
  }

  it('asks for the version of what is changed: 428 without, 412 where it is stale', async () => {
    const tag = await open('CN1961');
    const body = { title: 'Libraries' };
    const edit = (headers: Record<string, string>) =>
      ask(site, 'editInstrument', { path: at('CN1961'), token: analyst, body, headers });
    expect((await edit({})).status).to.equal(428);
    for (const stale of [`"${'0'.repeat(64)}"`, 'W/' + tag, 'nonsense'])
      expect((await edit({ 'If-Match': stale })).status).to.equal(412);
    const good = await edit({ 'If-Match': tag });
    expect([good.status, (good.body as unknown as Preparation).title]).to.deep.equal([200, 'Libraries']);
    expect((await edit({ 'If-Match': tag })).status).to.equal(412);
    expect((await step('CN1961', analyst, tag, { act: 'withdraw' })).status).to.equal(412);
    expect((await actionByNumber(site.tools.store, 'CN1961'))?.step).to.equal('draft');
  });

  it('lets one of those who write upon one version through, and tells the others', async () => {
    const tag = await open('CN1962');
    const writers = Array.from({ length: 8 }, (_, index) =>
      ask(site, 'editInstrument', {
        path: at('CN1962'),
        token: analyst,
        body: { title: `By ${index}` },
        headers: { 'If-Match': tag },
      }),
    );
    const statuses = (await Promise.all(writers)).map(({ status }) => status).sort();
    expect(statuses).to.deep.equal([200, ...Array<number>(7).fill(412)]);
  });

  it('removes a draft upon its version only', async () => {
    await open('CN1963');
    const path = draftAt('CN1963');
    const change = { intent: 'change', classId: 'class-librarian' };
    const { tag } = await ask(site, 'addDraft', {
      path: '/actions/CN1963/drafts',
      token: analyst,
      body: change,
      headers: newKey(),
    });
    const remove = (headers: Record<string, string>) =>
      ask(site, 'removeDraft', { path, token: analyst, headers });
    expect((await remove({})).status).to.equal(428);
    expect((await remove({ 'If-Match': `"${'1'.repeat(64)}"` })).status).to.equal(412);
    expect((await remove({ 'If-Match': tag })).status).to.equal(204);
    expect((await remove({ 'If-Match': tag })).status).to.equal(404);
  });

  it('carries a request out once under its key, however many send it at once', async () => {
    await open('CN1964');
    const headers = newKey();
    const body = {
      intent: 'create',
      specification: { code: null, title: 'Archivist', series: null, sections: {}, additional: [] },
    };
    const send = () =>
      ask<PublishedDraft>(site, 'addDraft', {
        path: '/actions/CN1964/drafts',
        token: analyst,
        body,
        headers,
      });
    const first = await Promise.all(Array.from({ length: 8 }, send));
    for (const { status } of first) expect(status).to.be.oneOf([201, 409]);
    const again = await send();
    expect(again.status).to.equal(201);
    expect(first.filter(({ status }) => status === 201)).to.not.be.empty;
    for (const told of first.filter(({ status }) => status === 201)) {
      expect([told.body, told.tag, told.headers.get('Location')]).to.deep.equal([
        again.body,
        again.tag,
        again.headers.get('Location'),
      ]);
    }
    expect(await draftsOf(site.tools.store, 'CN1964')).to.have.length(1);
  });

  it('refuses a key for another body, gives it to another token, and forgets it after a day', async () => {
    const headers = newKey();
    const openAs = (number: string, token = analyst) =>
      ask(site, 'openAction', { token, body: { ...words, number }, headers });
    expect((await openAs('CN1965')).status).to.equal(201);
    expect((await openAs('CN1966')).status).to.equal(422);
    expect((await openAs('CN1965')).status).to.equal(201);
    const other = await tokenOf(site, 'analyst');
    expect((await openAs('CN1966', other)).status).to.equal(201);
    clock = new Date(now.getTime() + 86_400_000);
    expect((await openAs('CN1965')).status).to.equal(409);
    clock = now;
    for (const bad of ['', 'with space', '%C3%BC', 'x'.repeat(201)]) {
      const asked = { token: analyst, body: { ...words, number: 'CN1967' } };
      const { status } = await ask(site, 'openAction', { ...asked, headers: { 'Idempotency-Key': bad } });
      expect(status, bad).to.equal(400);
    }
  });

  it('leaves the key of a refused request free', async () => {
    const headers = newKey();
    const openAs = (number: string) =>
      ask(site, 'openAction', { token: analyst, body: { ...words, number }, headers });
    expect((await openAs('CN1965')).status).to.equal(409);
    expect((await openAs('CN1968')).status).to.equal(201);
  });

  it('names each place of a body that is wrong, and takes nothing that is no JSON', async () => {
    const body = { ...words, number: 'new', title: '', colour: 'red' };
    const { status, body: problem } = await ask(site, 'openAction', {
      token: analyst,
      body,
      headers: newKey(),
    });
    expect(status).to.equal(422);
    const pointers = problem.errors?.map(({ pointer }) => pointer);
    expect(pointers).to.include.members(['', '/number', '/title']);
    const send = (type: string, text: string) =>
      fetch(`${site.address}${apiRoot}/actions`, {
        method: 'POST',
        headers: { ...newKey(), Authorization: `Bearer ${analyst}`, 'Content-Type': type },
        body: text,
      }).then((answer) => answer.status);
    expect(await send('text/plain', '{}')).to.equal(415);
    expect(await send('application/json; charset=utf-99', '{}')).to.equal(415);
    expect(await send('application/json', '{"number":')).to.equal(400);
    expect(await send('application/json', '{"number":"A1","number":"A2"}')).to.equal(400);
    expect(await send('application/json', '{"number":"\\ud800"}')).to.equal(400);
    expect(await send('application/json', `"${'x'.repeat(3_000_000)}"`)).to.equal(413);
  });

  it('refuses a step that a role does not take, and keeps it in the audit', async () => {
    await open('CN1969');
    const { tag } = await read('CN1969');
    expect((await step('CN1969', approver, tag, { act: 'submit' })).status).to.equal(403);
    const [entry] = await latestAudit(site.tools.store, { before: null, limit: 1 });
    expect(entry).to.deep.include({ act: 'refused', subject: 'action CN1969' });
    expect((await step('CN1969', analyst, tag, { act: 'submit' })).status).to.equal(409);
  });

  it('is not written to by the cookie of somebody on another site', async () => {
    const { cookie } = await signedIn(site, 'analyst');
    const { path } = operationCalled('openAction').example;
    const send = (origin: string) =>
      fetch(`${site.address}${apiRoot}${path}`, {
        method: 'POST',
        headers: {
          ...newKey(),
          Cookie: cookie,
          'Sec-Fetch-Site': origin,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ ...words, number: 'CN1970' }),
      }).then(({ status }) => status);
    expect(await send('cross-site')).to.equal(403);
    expect(await send('same-origin')).to.equal(201);
  });
});
