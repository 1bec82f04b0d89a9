// /sign-in: what it shows, what it refuses, and where it leads: only to pages of this site.
import { expect } from 'chai';
import fc from 'fast-check';
import { ownPath } from '../../server/pages/own-path.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { now, sendForm, type Served, signedIn } from '../tools.ts';
import { payloads } from './payloads.ts';
import { get, sampleSite } from './site.ts';

const analyst = 'anders.quill@larkhaven.example';
const password = 'lanterns over the harbor';

const ownPaths: readonly (readonly [text: string, path: string])[] = [
  ['/', '/'],
  ['/manage', '/manage'],
  ['/manage/audit?before=10', '/manage/audit?before=10'],
  ['/classes?q=a%20b', '/classes?q=a%20b'],
  ['/manage/../manage/people', '/manage/people'],
];

const foreign: readonly string[] = [
  '',
  'manage',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  '/%0d%0aSet-Cookie:a=b\r\n',
  '/\tevil',
  ' /manage',
  '/a\u0000b',
  '/./\\evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '?next=/manage',
  '@evil.example',
  `/${'x'.repeat(2000)}`,
];

describe('the way on after signing in', () => {
  for (const [text, path] of ownPaths) it(`${text} is ours`, () => expect(ownPath(text)).to.equal(path));
  for (const text of foreign) {
    it(`${JSON.stringify(text.slice(0, 40))} is not`, () => expect(ownPath(text)).to.equal(null));
  }

  it('whatever is asked for leads to this site or nowhere', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      'evil.example',
      '@',
      ':',
      '%2f',
      '?',
      '#',
      'http:',
      '\t',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const path = ownPath(`/${parts.join('')}`);
        if (path === null) return true;
        return (
          path.startsWith('/') && new URL(path, 'https://here.example').origin === 'https://here.example'
        );
      }),
    );
  });
});

describe('/sign-in', () => {
  let site: Served;
  beforeEach(async () => void (site = await sampleSite()));
  afterEach(() => site.close());

  it('shows its form, kept by nobody, found by no search engine', async () => {
    const answer = await get(site, '/sign-in?next=/manage/audit');
    const body = await answer.text();
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(answer.headers.get('x-robots-tag')).to.equal('noindex');
    expect(body)
      .to.contain('name="next" value="/manage/audit"')
      .and.contain('autocomplete="current-password"');
    expect(body).to.not.contain('work account');
  });

  it('leads on to where somebody was going, else to the staff area', async () => {
    for (const [next, location] of [
      ['/manage/account?a=b', '/manage/account?a=b'],
      ['', '/manage'],
      ['//evil.example', '/manage'],
      ['https://evil.example', '/manage'],
    ] as const) {
      const answer = await sendForm(site, '/sign-in', { email: analyst, password, next });
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, location]);
      expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    }
    const shown = await (await get(site, '/sign-in?next=//evil.example')).text();
    expect(shown).to.not.contain('evil');
  });

  it('sends whoever is signed in on at once', async () => {
    const go = await signedIn(site, analyst);
    const answer = await go('/sign-in?next=/manage/account');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/manage/account']);
  });

  it('answers a wrong password and an unknown email with the same words', async () => {
    const answers = [];
    for (const email of [analyst, 'nobody.at.all@larkhaven.example']) {
      const answer = await sendForm(site, '/sign-in', { email, password: 'wrong' });
      expect(answer.status).to.equal(422);
      answers.push((await answer.text()).replaceAll(email, 'EMAIL'));
    }
    expect(answers[0]).to.equal(answers[1]);
    expect(answers[0])
      .to.contain('href="#field-email"')
      .and.contain('value="EMAIL"')
      .and.contain('aria-invalid="true"')
      .and.not.contain('wrong');
  });

  it('names each field that is missing, in the summary and beside it', async () => {
    const answer = await sendForm(site, '/sign-in', { email: 'no address' });
    const body = await answer.text();
    expect(answer.status).to.equal(422);
    expect(body).to.contain('There are 2 problems');
    for (const message of ['Enter your email address, such as name@city.gov.', 'Enter your password.'])
      expect(body.split(message)).to.have.length(3);
    expect(body).to.contain('<a href="#field-email">').and.contain('<a href="#field-password">');
  });

  it('never shows a password again', async () => {
    const answer = await sendForm(site, '/sign-in', { email: 'bad', password: 'tell-nobody-this' });
    expect(await answer.text()).to.not.contain('tell-nobody-this');
  });

  const unreadable: readonly (readonly [what: string, body: string, type: string, status: number])[] = [
    [
      'a field that it does not have',
      'email=a%40b&password=x&role=administrator',
      'application/x-www-form-urlencoded',
      400,
    ],
    ['a field twice', 'email=a%40b&email=c%40d&password=x', 'application/x-www-form-urlencoded', 400],
    ['JSON', '{"email":"a@b","password":"x"}', 'application/json', 400],
    ['plain text', 'email=a@b', 'text/plain', 400],
    ['too much', `email=${'x'.repeat(1_100_000)}`, 'application/x-www-form-urlencoded', 413],
    ['too many fields', 'a=1&'.repeat(21_000), 'application/x-www-form-urlencoded', 413],
    ['an unknown alphabet', 'email=a', 'application/x-www-form-urlencoded; charset=utf-7', 400],
  ];
  for (const [what, body, type, status] of unreadable) {
    it(`${what} is refused with ${status}`, async () => {
      const answer = await fetch(`${site.address}/sign-in`, {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type, Accept: 'application/json' },
        body,
      });
      expect(answer.status).to.equal(status);
      const data = (await answer.json()) as { type: string };
      expect(data.type).to.match(/form-(?:not-readable|too-large)$/);
    });
  }

  it('what people type runs nowhere', async () => {
    for (const payload of payloads.slice(0, 60)) {
      site.tools.tries.forgive('127.0.0.1', null);
      const answer = await sendForm(site, '/sign-in', { email: payload, password: 'x', next: payload });
      expect(answer.status, payload).to.be.oneOf([422, 429]);
      expect(await answer.text(), payload).to.not.match(
        /<script|<svg|<iframe|<img src=x|<body on|<details|<base/i,
      );
    }
  });

  it('waits after ten wrong tries, says how long, and keeps the first refusal in the audit', async () => {
    for (let each = 0; each < 10; each += 1)
      expect((await sendForm(site, '/sign-in', { email: analyst, password: 'wrong' })).status).to.equal(422);
    const right = await sendForm(site, '/sign-in', { email: analyst.toUpperCase(), password });
    expect([right.status, right.headers.get('retry-after')]).to.deep.equal([429, '900']);
    expect(await right.text()).to.contain('Too many tries');
    await sendForm(site, '/sign-in', { email: analyst, password });
    const entries = await latestAudit(site.tools.store, { before: null, limit: 12 });
    const reasons = entries.map(({ detail }) => detail.reason);
    expect(reasons.slice(0, 11)).to.deep.equal([
      'too many tries',
      ...Array<string>(10).fill('wrong password'),
    ]);
    const other = await sendForm(site, '/sign-in', { email: 'noor.ferris@larkhaven.example', password });
    expect(other.status).to.equal(303);
  });

  it('counts the tries of a visitor behind a proxy by the visitor', async () => {
    const send = (from: string) =>
      sendForm(site, '/sign-in', { email: analyst, password: 'wrong' }, { 'X-Forwarded-For': from });
    for (let each = 0; each < 10; each += 1) expect((await send('192.0.2.1')).status).to.equal(422);
    expect((await send('192.0.2.1')).status).to.equal(429);
    expect((await send('192.0.2.2')).status).to.equal(422);
    const [entry] = await latestAudit(site.tools.store, { before: null, limit: 1 });
    expect(entry?.detail.address).to.equal('192.0.2.2');
  });

  it('many sign-ins that succeed are not held against anybody', async () => {
    for (let each = 0; each < 15; each += 1)
      expect((await sendForm(site, '/sign-in', { email: analyst, password })).status).to.equal(303);
    expect(site.tools.clock.now()).to.deep.equal(now);
  });
});
