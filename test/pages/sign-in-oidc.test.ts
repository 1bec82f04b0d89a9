// Signing in through the employer's own provider: a real one runs in this process. Who comes back is somebody with an
// account here, or is refused; what does not belong to a sign-in begun here is refused.
import { expect } from 'chai';
import { makeIdentityProvider } from '../../server/oidc.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { allPeople, personByEmail } from '../../server/store/people.ts';
import type { Served } from '../tools.ts';
import {
  type Account,
  client,
  openSimpleBrowser,
  type RunningProvider,
  runProvider,
} from './provider-room.ts';
import { sampleSite } from './site.ts';

const email = 'anders.quill@larkhaven.example';
const anders: Account = { subject: 'u-17', email, isVerified: true };
const wayBack = /\/sign-in\/oidc\/return/;

describe('signing in through the employer’s provider', () => {
  let site: Served;
  let provider: RunningProvider;
  const told = console.info;
  const warned = console.warn;

  before(async () => {
    // The provider tells that it is set up for development; so it is.
    console.info = () => {};
    console.warn = () => {};
    provider = await runProvider(anders);
  });
  after(async () => {
    console.info = told;
    console.warn = warned;
    await provider.close();
  });
  beforeEach(async () => {
    provider.account = anders;
    const settings = { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret };
    site = await sampleSite({ provider: makeIdentityProvider(settings) });
    provider.serve(site.address);
  });
  afterEach(() => site.close());

  async function lastReason(): Promise<unknown> {
    const [entry] = await latestAudit(site.tools.store, { before: null, limit: 1 });
    expect(entry?.act).to.equal('sign-in-refused');
    return entry?.detail.reason;
  }

  it('is offered on the sign-in page, with the way on', async () => {
    const body = await (await fetch(`${site.address}/sign-in?next=/manage/account`)).text();
    expect(body.replaceAll('&#x3D;', '=')).to.contain('href="/sign-in/oidc?next=%2Fmanage%2Faccount"');
  });

  it('leads there and back to where somebody was going, signed in under a new id', async () => {
    const browser = openSimpleBrowser();
    const { answer, way } = await browser.go(`${site.address}/sign-in/oidc?next=/manage/account`);
    expect([answer.status, way.at(-1)]).to.deep.equal([200, `${site.address}/manage/account`]);
    expect(await answer.text()).to.contain('Anders Quill');
    const asked = new URL(way[1] ?? '').searchParams;
    expect(Object.fromEntries(asked)).to.include({ response_type: 'code', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name), name).to.have.length.above(40);
    const person = await personByEmail(site.tools.store, email);
    expect(person?.isLinked).to.equal(true);
    const entries = await latestAudit(site.tools.store, { before: null, limit: 2 });
    expect(entries.map(({ act }) => act)).to.deep.equal(['sign-in', 'sign-in-linked']);
  });

  it('the session of the way there is another than that of the way back', async () => {
    const browser = openSimpleBrowser(wayBack);
    const { way } = await browser.go(`${site.address}/sign-in/oidc`);
    const before = browser.cookiesFor(site.address);
    await browser.go(way.at(-1) ?? '');
    const after = browser.cookiesFor(site.address);
    expect(before).to.match(/^classplan=/);
    expect(after)
      .to.match(/^classplan=/)
      .and.not.equal(before);
    const old = await fetch(`${site.address}/manage`, { headers: { Cookie: before }, redirect: 'manual' });
    expect(old.status).to.be.oneOf([303, 401]);
  });

  it('knows somebody again by the subject, whatever their email is now', async () => {
    await openSimpleBrowser().go(`${site.address}/sign-in/oidc`);
    provider.account = { ...anders, email: 'renamed@elsewhere.example', isVerified: false };
    const { answer } = await openSimpleBrowser().go(`${site.address}/sign-in/oidc`);
    expect([answer.status, await answer.text()]).to.satisfy(
      ([status, body]: [number, string]) => status === 200 && body.includes('Anders Quill'),
    );
  });

  const refused: readonly (readonly [what: string, account: Account, reason: string])[] = [
    [
      'somebody without an account',
      { subject: 'u-1', email: 'x@y.example', isVerified: true },
      'unknown email',
    ],
    ['an email that is not verified', { ...anders, isVerified: false }, 'email not verified'],
    ['nobody’s email', { ...anders, email: undefined }, 'no email'],
  ];
  for (const [what, account, reason] of refused) {
    it(`${what} is refused, is not signed in and is not added`, async () => {
      provider.account = account;
      const browser = openSimpleBrowser();
      const { answer } = await browser.go(`${site.address}/sign-in/oidc`);
      expect(answer.status).to.equal(403);
      expect(await answer.text()).to.contain('No account for you yet');
      expect(await lastReason()).to.equal(reason);
      expect(await allPeople(site.tools.store)).to.have.length(5);
      expect((await browser.go(`${site.address}/manage`)).way.at(-1)).to.contain('/sign-in?next=');
    });
  }

  const tampered: readonly (readonly [what: string, change: (back: URL) => void])[] = [
    ['another state', (back) => back.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (back) => back.searchParams.delete('state')],
    ['another code', (back) => back.searchParams.set('code', 'x'.repeat(43))],
    ['no code', (back) => back.searchParams.delete('code')],
    ['another issuer', (back) => back.searchParams.set('iss', 'https://evil.example')],
    ['an error of the provider', (back) => back.searchParams.set('error', 'access_denied')],
  ];
  for (const [what, change] of tampered) {
    it(`${what} on the way back is refused, and the true way back after it too`, async () => {
      const browser = openSimpleBrowser(wayBack);
      const { way } = await browser.go(`${site.address}/sign-in/oidc`);
      const back = new URL(way.at(-1) ?? '');
      const wrong = new URL(back);
      change(wrong);
      for (const address of [wrong, back]) {
        const { answer } = await browser.go(address.href);
        expect(answer.status).to.equal(400);
        expect(await answer.text()).to.contain('The sign-in was not completed');
      }
      expect(await lastReason()).to.equal('sign-in-not-completed');
    });
  }

  it('a way back in another browser than the one that went is refused', async () => {
    const { way } = await openSimpleBrowser(wayBack).go(`${site.address}/sign-in/oidc`);
    const { answer } = await openSimpleBrowser().go(way.at(-1) ?? '');
    expect(answer.status).to.equal(400);
  });

  it('a way back is good once', async () => {
    const browser = openSimpleBrowser(wayBack);
    const { way } = await browser.go(`${site.address}/sign-in/oidc`);
    expect((await browser.go(way.at(-1) ?? '')).way.at(-1)).to.match(/\/manage$/);
    const { answer } = await browser.go(way.at(-1) ?? '');
    expect(answer.status).to.equal(400);
  });

  it('neither way ends the session of somebody who is signed in', async () => {
    const browser = openSimpleBrowser();
    await browser.go(`${site.address}/sign-in/oidc`);
    const cookie = browser.cookiesFor(site.address);
    for (const path of ['/sign-in/oidc?next=/classes', '/sign-in/oidc/return?code=a&state=b'])
      await fetch(site.address + path, { headers: { Cookie: cookie }, redirect: 'manual' });
    const answer = await fetch(`${site.address}/manage`, { headers: { Cookie: cookie } });
    expect([answer.status, answer.redirected]).to.deep.equal([200, false]);
  });

  it('never leads to another site afterwards', async () => {
    for (const next of ['//evil.example', 'https://evil.example/']) {
      const start = `${site.address}/sign-in/oidc?next=${encodeURIComponent(next)}`;
      const { way } = await openSimpleBrowser().go(start);
      expect(way.at(-1)).to.equal(`${site.address}/manage`);
    }
  });

  it('is counted like tries with a password', async () => {
    for (let each = 0; each < 100; each += 1)
      site.tools.tries.note(site.tools.clock.now(), '127.0.0.1', null);
    expect((await fetch(`${site.address}/sign-in/oidc`, { redirect: 'manual' })).status).to.equal(429);
  });
});

describe('without the employer’s provider', () => {
  it('its addresses are not there', async () => {
    const site = await sampleSite();
    for (const path of ['/sign-in/oidc', '/sign-in/oidc/return?code=a&state=b'])
      expect((await fetch(site.address + path)).status).to.equal(404);
    await site.close();
  });

  it('one that does not answer is a 503 that says what to do, and is asked again later', async () => {
    const settings = { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b' };
    const site = await sampleSite({ provider: makeIdentityProvider(settings) });
    for (const _time of ['first', 'again']) {
      const answer = await fetch(`${site.address}/sign-in/oidc`, { headers: { Accept: 'text/html' } });
      expect(answer.status).to.equal(503);
      expect(await answer.text()).to.contain('sign in with a password');
    }
    await site.close();
  });
});
