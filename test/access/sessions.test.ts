// Sessions: readers have none; an id from before signing in is worth nothing; they outlive a restart, and end by time,
// by signing out here or everywhere, and with the account.
import { expect } from 'chai';
import { sql } from 'kysely';
import { disablePerson } from '../../server/actions/disable-person.ts';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { makeTries } from '../../server/model/tries.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { personByEmail } from '../../server/store/people.ts';
import { pageKinds, sampleSite } from '../pages/site.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { now, sampleStore, serve, type Served, signedIn, toolsWith } from '../tools.ts';

const analyst = 'anders.quill@larkhaven.example';

/** A clock that a test moves on. */
function movingClock() {
  let minutes = 0;
  return {
    now: () => new Date(now.getTime() + minutes * 60_000),
    moveOn: (more: number) => void (minutes += more),
  };
}

async function isSignedIn(site: Served, cookie: string): Promise<boolean> {
  const answer = await fetch(`${site.address}/manage`, {
    headers: { Cookie: cookie, Accept: 'text/html' },
    redirect: 'manual',
  });
  expect(answer.status).to.be.oneOf([200, 303]);
  return answer.status === 200;
}

async function sessionRows(store: Store): Promise<{ id_hash: string; expires_at: string }[]> {
  const { rows } = await sql<{ id_hash: string; expires_at: string }>`select * from sessions`.execute(
    store.db,
  );
  return rows;
}

describe('sessions', () => {
  let site: Served;
  let clock: ReturnType<typeof movingClock>;
  beforeEach(async () => {
    clock = movingClock();
    site = await sampleSite({ clock });
  });
  afterEach(() => site.close());

  it('readers get no cookie and are looked up nowhere', async () => {
    const paths = [
      ...pageKinds.map(([path]) => path),
      '/sign-in',
      '/nothing',
      '/seal.svg',
      '/readyz',
      '/manage',
    ];
    for (const path of paths) {
      const { headers } = await fetch(site.address + path, { redirect: 'manual' });
      expect(headers.getSetCookie(), path).to.deep.equal([]);
    }
    expect(await sessionRows(site.tools.store)).to.deep.equal([]);
    await sql`drop table sessions`.execute(site.tools.store.db);
    for (const [path] of pageKinds) expect((await fetch(site.address + path)).status, path).to.equal(200);
  });

  it('what a reader gets may be kept, what somebody signed in gets may not', async () => {
    const { cookie } = await signedIn(site, analyst);
    for (const path of [
      '/',
      '/classes/CI2788',
      '/classes/CI2788.pdf',
      '/seal.svg',
      '/nothing',
      '/classes/ci2788',
    ]) {
      const reader = await fetch(site.address + path, { redirect: 'manual' });
      const staff = await fetch(site.address + path, { redirect: 'manual', headers: { Cookie: cookie } });
      if (path !== '/nothing') expect(reader.headers.get('cache-control'), path).to.match(/^public/);
      expect(staff.headers.get('cache-control'), path).to.equal('private, no-store');
      expect(staff.headers.get('etag'), path).to.equal(null);
      expect(staff.status, path).to.equal(reader.status);
    }
    const page = await fetch(`${site.address}/classes/CI2788`);
    expect(page.headers.get('vary')).to.match(/\bCookie\b/);
  });

  it('the cookie is for this site alone and no script reads it', async () => {
    const answer = await fetch(`${site.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ email: analyst, password: 'lanterns over the harbor' }),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).to.match(/^classplan=s%3A[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('over https it is Secure and bound to the host by its name', async () => {
    const secure = await serve(toolsWith(await sampleStore(), { publicUrl: 'https://classes.example.gov' }));
    const { cookie } = await signedIn(secure, analyst);
    expect(cookie).to.match(/^__Host-classplan=/);
    const answer = await fetch(`${secure.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ email: analyst, password: 'lanterns over the harbor' }),
    });
    expect(answer.headers.getSetCookie()[0]).to.match(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.get('strict-transport-security')).to.equal('max-age=31536000');
    expect(await isSignedIn(secure, cookie)).to.equal(true);
    const out = await fetch(`${secure.address}/sign-out`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie },
      body: new URLSearchParams(),
    });
    expect(out.headers.getSetCookie()[0]).to.match(
      /^__Host-classplan=; Path=\/; Expires=Thu, 01 Jan 1970.*Secure/,
    );
    await secure.close();
  });

  it('only the hash of its id is kept', async () => {
    const { cookie } = await signedIn(site, analyst);
    const id = decodeURIComponent(cookie).split('=s:')[1]?.split('.')[0] ?? '';
    expect(id).to.have.length(32);
    const kept = JSON.stringify(await sessionRows(site.tools.store));
    expect(kept).to.not.contain(id);
  });

  it('a new id begins at sign-in, and the one before is worth nothing', async () => {
    const first = await signedIn(site, analyst);
    const second = await fetch(`${site.address}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: first.cookie },
      body: new URLSearchParams({ email: analyst, password: 'lanterns over the harbor' }),
    });
    const [cookie = ''] = second.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    expect(cookie).to.not.equal(first.cookie);
    expect([await isSignedIn(site, cookie), await isSignedIn(site, first.cookie)]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('an id that somebody else chose is never taken', async () => {
    for (const chosen of [
      'classplan=s%3Achosen.chosen',
      'classplan=chosen',
      'classplan=',
      'classplan=s%3A',
    ]) {
      const answer = await fetch(`${site.address}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: chosen },
        body: new URLSearchParams({ email: analyst, password: 'lanterns over the harbor' }),
      });
      expect(answer.headers.getSetCookie()[0]).to.not.contain('chosen');
      expect(await isSignedIn(site, chosen)).to.equal(false);
    }
  });

  it('an altered signature is nobody', async () => {
    const { cookie } = await signedIn(site, analyst);
    const altered = cookie.slice(0, -1) + (cookie.endsWith('A') ? 'B' : 'A');
    expect([await isSignedIn(site, cookie), await isSignedIn(site, altered)]).to.deep.equal([true, false]);
  });

  it('ends after an hour without a request', async () => {
    const { cookie } = await signedIn(site, analyst);
    clock.moveOn(59);
    expect(await isSignedIn(site, cookie)).to.equal(true);
    clock.moveOn(59);
    expect(await isSignedIn(site, cookie)).to.equal(true);
    clock.moveOn(60);
    expect(await isSignedIn(site, cookie)).to.equal(false);
  });

  it('ends after twelve hours, however busy', async () => {
    const { cookie } = await signedIn(site, analyst);
    for (let each = 0; each < 14; each += 1) {
      clock.moveOn(50);
      expect(await isSignedIn(site, cookie), `after ${(each + 1) * 50} minutes`).to.equal(true);
    }
    clock.moveOn(20);
    expect(await isSignedIn(site, cookie)).to.equal(false);
  });

  it('is not written at every request', async () => {
    const { cookie } = await signedIn(site, analyst);
    const [before] = await sessionRows(site.tools.store);
    clock.moveOn(0.5);
    await isSignedIn(site, cookie);
    expect((await sessionRows(site.tools.store))[0]).to.deep.equal(before);
    clock.moveOn(1);
    await isSignedIn(site, cookie);
    expect((await sessionRows(site.tools.store))[0]?.expires_at).to.equal('2026-11-22T16:01:30.000Z');
  });

  it('signing out ends this one, and takes the cookie back', async () => {
    const here = await signedIn(site, analyst);
    const there = await signedIn(site, analyst);
    const answer = await here.post('/sign-out');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/']);
    expect(answer.headers.getSetCookie()[0]).to.match(/^classplan=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect([await isSignedIn(site, here.cookie), await isSignedIn(site, there.cookie)]).to.deep.equal([
      false,
      true,
    ]);
  });

  it('signing out everywhere ends them all, and nobody else’s', async () => {
    const here = await signedIn(site, analyst);
    const there = await signedIn(site, analyst);
    const other = await signedIn(site, 'approver');
    clock.moveOn(1);
    expect((await here.post('/manage/account/sign-out-everywhere')).status).to.equal(303);
    for (const { cookie } of [here, there]) expect(await isSignedIn(site, cookie)).to.equal(false);
    expect(await isSignedIn(site, other.cookie)).to.equal(true);
    const again = await signedIn(site, analyst);
    expect(await isSignedIn(site, again.cookie)).to.equal(true);
  });

  it('a session that began before everything was ended is void even where its row is still there', async () => {
    const { cookie } = await signedIn(site, analyst);
    await sql`update people set sessions_from = '2026-11-22T15:00:00.001Z'`.execute(site.tools.store.db);
    expect(await sessionRows(site.tools.store)).to.have.length(1);
    expect(await isSignedIn(site, cookie)).to.equal(false);
    expect(await sessionRows(site.tools.store)).to.have.length(0);
  });

  it('disabling an account ends its sessions, and enabling it brings none back', async () => {
    const { store } = site.tools;
    const { cookie } = await signedIn(site, analyst);
    const person = await personByEmail(store, analyst);
    await disablePerson({ store, now: clock.now(), by: null }, person?.id ?? '');
    expect(await isSignedIn(site, cookie)).to.equal(false);
    const failure: unknown = await signedIn(site, analyst).catch((error: unknown) => error);
    expect(failure).to.have.property('message').that.contains('422');
  });

  it('a role that is taken away is gone at the next request', async () => {
    const administrator = await signedIn(site, 'administrator');
    expect((await administrator('/manage/people')).status).to.equal(200);
    await sql`update people set roles = '["manager"]'`.execute(site.tools.store.db);
    expect((await administrator('/manage/people')).status).to.equal(403);
    expect((await administrator('/manage')).status).to.equal(200);
  });
});

describe('a restart', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('ends no session, and a session ended is not brought back by one', async () => {
    const file = folder.file('restart.db');
    const start = async () => serve(toolsWith(await openStore(file), { tries: makeTries() }));
    const begun = await openStore(file);
    await beginPlan({ store: begun, now, by: 'test' }, readSamplePlan());
    await begun.close();

    const first = await start();
    const staying = await signedIn(first, 'analyst');
    const leaving = await signedIn(first, 'approver');
    await leaving.post('/sign-out');
    await first.close();

    const second = await start();
    expect(await isSignedIn(second, staying.cookie)).to.equal(true);
    expect(await isSignedIn(second, leaving.cookie)).to.equal(false);
    await second.close();

    const stranger = await serve(toolsWith(await openStore(file), { sessionSecret: 'x'.repeat(32) }));
    expect(await isSignedIn(stranger, staying.cookie)).to.equal(false);
    await stranger.close();
  });
});
