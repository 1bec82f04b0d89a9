// People and sessions as the database keeps them: one account an email, no secret in the clear, sessions by hash.
import { expect } from 'chai';
import { sql } from 'kysely';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import {
  allPeople,
  changePerson,
  demonstrationPeople,
  insertPerson,
  type NewPerson,
  passwordHashOf,
  personByEmail,
  personById,
  personBySubject,
} from '../../server/store/people.ts';
import { addSession, changeSession, endSessionsOf, findSession } from '../../server/store/sessions.ts';
import { wordsOfChain } from './record-room.ts';

const at = '2026-11-22T15:00:00.000Z';
const now = new Date(at);

function ada(changed: Partial<NewPerson> = {}): NewPerson {
  return {
    id: 'p1',
    name: 'Ada Quist',
    email: 'ada@city.gov',
    initials: 'AQ',
    roles: ['administrator', 'analyst'],
    passwordHash: 'hash',
    isDemonstration: false,
    createdAt: at,
    ...changed,
  };
}

const session = { personId: 'p1', body: '{}', createdAt: at, expiresAt: '2026-11-22T16:00:00.000Z' };

describe('people in the database', () => {
  let store: Store;
  beforeEach(async () => void (store = await openStore(':memory:')));
  afterEach(() => store.close());

  it('are found by id, email and subject', async () => {
    const kept = await insertPerson(store, ada());
    expect(kept.roles).to.deep.equal(['analyst', 'administrator']);
    expect(await personById(store, 'p1')).to.deep.equal(kept);
    expect(await personByEmail(store, 'ada@city.gov')).to.deep.equal(kept);
    expect(await personByEmail(store, 'nobody@city.gov')).to.equal(null);
    await changePerson(store, 'p1', { subject: { issuer: 'https://login', subject: 's' } });
    expect((await personBySubject(store, 'https://login', 's'))?.isLinked).to.equal(true);
    expect(await personBySubject(store, 'https://other', 's')).to.equal(null);
  });

  const twice: readonly (readonly [what: string, second: Partial<NewPerson>, sentence: RegExp])[] = [
    ['the same email', { id: 'p2' }, /UNIQUE/],
    ['an email in capitals', { id: 'p2', email: 'ADA@city.gov' }, /CHECK/],
    ['the same id', { email: 'other@city.gov' }, /UNIQUE/],
  ];
  for (const [what, second, sentence] of twice) {
    it(`${what} is refused`, async () => {
      await insertPerson(store, ada());
      const failure: unknown = await insertPerson(store, ada(second)).catch((error: unknown) => error);
      expect(wordsOfChain(failure)).to.match(sentence);
    });
  }

  it('change one thing and keep the others', async () => {
    await insertPerson(store, ada());
    await changePerson(store, 'p1', { disabledAt: at });
    expect(await personById(store, 'p1')).to.deep.include({ isDisabled: true, hasPassword: true });
    await changePerson(store, 'p1', { disabledAt: null, passwordHash: 'new', roles: ['manager'] });
    expect(await personById(store, 'p1')).to.deep.include({ isDisabled: false, roles: ['manager'] });
    expect(await passwordHashOf(store, 'p1')).to.equal('new');
  });

  it('demonstration people are those that are enabled', async () => {
    await insertPerson(store, ada());
    await insertPerson(store, ada({ id: 'p2', email: 'b@c', isDemonstration: true }));
    expect((await demonstrationPeople(store)).map(({ id }) => id)).to.deep.equal(['p2']);
    await changePerson(store, 'p2', { disabledAt: at });
    expect(await demonstrationPeople(store)).to.deep.equal([]);
    expect(await allPeople(store)).to.have.length(2);
  });

  it('keep sessions under the hash of their id, until they end', async () => {
    await insertPerson(store, ada());
    await addSession(store, 'the id', session);
    const { rows } = await sql<Record<string, unknown>>`select * from sessions`.execute(store.db);
    expect(JSON.stringify(rows)).to.not.contain('the id');
    expect(rows[0]?.id_hash).to.match(/^[0-9a-f]{64}$/);
    expect(await findSession(store, 'the id', now)).to.deep.equal(session);
    expect(await findSession(store, 'another', now)).to.equal(null);
    expect(await findSession(store, 'the id', new Date(session.expiresAt))).to.equal(null);
  });

  it('a session that ended is not brought back by a change, and goes when the next begins', async () => {
    await insertPerson(store, ada());
    await addSession(store, 'one', session);
    await endSessionsOf(store, 'p1');
    expect(await changeSession(store, 'one', { expiresAt: session.expiresAt })).to.equal(false);
    await addSession(store, 'two', session);
    await addSession(store, 'three', { ...session, createdAt: session.expiresAt, expiresAt: '2026-11-23' });
    const { rows } = await sql`select 1 from sessions`.execute(store.db);
    expect(rows).to.have.length(1);
  });

  it('a session of nobody known is refused', async () => {
    const failure: unknown = await addSession(store, 'one', session).catch((error: unknown) => error);
    expect(wordsOfChain(failure)).to.match(/FOREIGN KEY/);
  });
});
