// Signing in: the session and its entry in the audit together; a refusal tells nobody which part was wrong, and costs
// the same work.
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { disablePerson } from '../../server/actions/disable-person.ts';
import { signIn } from '../../server/actions/sign-in.ts';
import { signInOidc } from '../../server/actions/sign-in-oidc.ts';
import type { Person } from '../../server/model/person.ts';
import type { Store } from '../../server/store/database.ts';
import { personById } from '../../server/store/people.ts';
import { findSession } from '../../server/store/sessions.ts';
import { now } from '../tools.ts';
import { acting, add, audit, emptyStore, goodPassword } from './people-room.ts';

const address = '192.0.2.1';

describe('signing in with a password', () => {
  let store: Store;
  let ada: Person;
  before(async () => {
    store = await emptyStore();
    ada = await add(store, 'Ada Quist', ['analyst'], goodPassword);
    await add(store, 'Ben Ode', ['analyst']);
    const { id } = await add(store, 'Cy Dent', ['analyst'], goodPassword);
    await disablePerson(acting(store), id);
  });
  after(() => store.close());

  it('begins a session of twelve hours at most, and says so in the audit', async () => {
    const request = { email: ' Ada.Quist@CITY.gov ', password: goodPassword, sessionId: 'one', address };
    expect(await signIn({ store, now }, request)).to.deep.equal(ada);
    expect(await findSession(store, 'one', now)).to.deep.include({
      personId: ada.id,
      expiresAt: '2026-11-22T16:00:00.000Z',
    });
    expect((await audit(store))[0]).to.deep.include({
      act: 'sign-in',
      personId: ada.id,
      detail: { how: 'password', address },
    });
  });

  const refused = [
    ['a wrong password', 'ada.quist@city.gov', `${goodPassword} `, 'wrong password'],
    ['an email that nobody has', 'nobody@city.gov', goodPassword, 'unknown email'],
    ['somebody without a password', 'ben.ode@city.gov', goodPassword, 'wrong password'],
    ['somebody who is disabled', 'cy.dent@city.gov', goodPassword, 'disabled'],
  ] as const;
  for (const [what, email, password, reason] of refused) {
    it(`${what} is refused, and the audit says why without what was typed`, async () => {
      const request = { email, password, sessionId: 'two', address };
      expect(await signIn({ store, now }, request)).to.equal(null);
      expect(await findSession(store, 'two', now)).to.equal(null);
      const [entry] = await audit(store);
      expect(entry).to.deep.include({ act: 'sign-in-refused', personId: null });
      expect(entry?.detail).to.deep.equal({ how: 'password', reason, address });
      expect(JSON.stringify(entry)).to.not.match(/city\.gov|staplers/);
    });
  }

  it('an unknown email costs the same work: the hash is worked out before anything is decided', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../../server/actions/${name}`, import.meta.url), 'utf8');
    const whole = read('sign-in.ts');
    const body = whole.slice(whole.indexOf('export async function signIn('));
    expect(body.indexOf('await isPassword(password, hash)')).to.be.above(0);
    expect(body.indexOf('await isPassword(')).to.be.below(body.search(/\bif \(|return null/));
    const check = read('hash-password.ts').split('export async function isPassword')[1] ?? '';
    expect(check.indexOf('await derive(')).to.be.below(check.search(/\bif \(|return /));
  });
});

describe('signing in through the provider', () => {
  let store: Store;
  let ada: Person;
  const identity = {
    issuer: 'https://login.city.gov',
    subject: 'u-1',
    email: 'Ada.Quist@city.gov',
    isEmailVerified: true,
  };
  const come = (changed: Partial<typeof identity> | { email: null }, sessionId = 'one') =>
    signInOidc({ store, now }, { identity: { ...identity, ...changed }, sessionId, address });

  beforeEach(async () => {
    store = await emptyStore();
    ada = await add(store, 'Ada Quist', ['analyst']);
  });
  afterEach(() => store.close());

  it('links a verified email the first time, then knows the subject by itself', async () => {
    expect((await come({}))?.id).to.equal(ada.id);
    expect((await audit(store, 2)).map(({ act }) => act)).to.deep.equal(['sign-in', 'sign-in-linked']);
    expect((await personById(store, ada.id))?.isLinked).to.equal(true);
    expect((await come({ email: 'renamed@city.gov' }, 'two'))?.id).to.equal(ada.id);
    expect((await findSession(store, 'two', now))?.personId).to.equal(ada.id);
  });

  const refused = [
    ['an unknown email', { email: 'nobody@city.gov' }, 'unknown email'],
    ['an email that is not verified', { isEmailVerified: false }, 'email not verified'],
    ['no email', { email: null }, 'no email'],
  ] as const;
  for (const [what, changed, reason] of refused) {
    it(`${what} is refused, and nobody is added`, async () => {
      expect(await come(changed)).to.equal(null);
      expect((await audit(store))[0]).to.deep.include({ act: 'sign-in-refused', subject: 'nobody' });
      expect((await audit(store))[0]?.detail.reason).to.equal(reason);
      expect(await findSession(store, 'one', now)).to.equal(null);
      expect((await personById(store, ada.id))?.isLinked).to.equal(false);
    });
  }

  it('another subject or another issuer with the same email is refused once somebody is linked', async () => {
    await come({});
    for (const changed of [{ subject: 'u-2' }, { issuer: 'https://evil.example' }]) {
      expect(await come(changed, 'two')).to.equal(null);
      expect((await audit(store))[0]?.detail.reason).to.equal('linked to another subject');
    }
  });

  it('somebody who is disabled is refused', async () => {
    await come({});
    await disablePerson(acting(store), ada.id);
    expect(await come({}, 'two')).to.equal(null);
    expect((await audit(store))[0]?.detail.reason).to.equal('disabled');
  });
});
