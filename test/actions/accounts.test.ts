// Accounts: each change with its entry in the audit, what stands in the way told as issues, and nothing half done.
import { expect } from 'chai';
import { addPerson } from '../../server/actions/add-person.ts';
import { changeRoles } from '../../server/actions/change-roles.ts';
import { disablePerson, enablePerson } from '../../server/actions/disable-person.ts';
import { hashPassword, isPassword } from '../../server/actions/hash-password.ts';
import { noteRefusal } from '../../server/actions/note-refusal.ts';
import { setPassword } from '../../server/actions/set-password.ts';
import { signOut } from '../../server/actions/sign-out.ts';
import { signOutEverywhere } from '../../server/actions/sign-out-everywhere.ts';
import type { Person } from '../../server/model/person.ts';
import type { Store } from '../../server/store/database.ts';
import { allPeople, passwordHashOf, personById } from '../../server/store/people.ts';
import { addSession, findSession } from '../../server/store/sessions.ts';
import { now } from '../tools.ts';
import { acting, add, audit, auditLength, emptyStore, goodPassword } from './people-room.ts';

async function begin(store: Store, personId: string, id: string): Promise<void> {
  const createdAt = now.toISOString();
  await addSession(store, id, { personId, body: '{}', createdAt, expiresAt: '2026-11-23T00:00:00.000Z' });
}

describe('accounts', () => {
  let store: Store;
  let ada: Person;
  beforeEach(async () => {
    store = await emptyStore();
    ada = await add(store, 'Ada Quist', ['administrator'], goodPassword);
  });
  afterEach(() => store.close());

  describe('adding somebody', () => {
    it('keeps the account and says so in the audit, without the password', async () => {
      const account = { name: '  Ben   Ode ', email: ' Ben.Ode@City.GOV', roles: ['analyst'] } as const;
      const added = await addPerson(acting(store, ada.id), { ...account, password: goodPassword });
      if (added.outcome !== 'added') throw new Error('not added');
      expect(added.person).to.deep.include({ name: 'Ben Ode', email: 'ben.ode@city.gov', initials: 'BO' });
      const [entry] = await audit(store);
      expect(entry).to.deep.include({ act: 'person-added', personId: ada.id, personName: 'Ada Quist' });
      expect(entry?.detail).to.deep.equal({
        name: 'Ben Ode',
        email: 'ben.ode@city.gov',
        roles: ['analyst'],
        hasPassword: true,
      });
      expect(JSON.stringify(entry)).to.not.contain('staplers');
      expect(await passwordHashOf(store, added.person.id)).to.match(
        /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/,
      );
    });

    const wrong = [
      ['an email that is taken', { email: 'ADA.quist@city.gov' }, 'email', 'taken'],
      ['a short password', { password: 'short' }, 'password', 'too-short'],
      ['a common password', { password: 'passwordpassword' }, 'password', 'too-common'],
      ['a password of the name', { password: 'Ben Ode Ben.Ode 12' }, 'password', 'too-personal'],
      ['a password of the employer', { password: 'Larkhaven City 2026' }, 'password', 'too-personal'],
    ] as const;
    for (const [what, changed, field, problem] of wrong) {
      it(`${what} is an issue, and nothing is kept`, async () => {
        const length = await auditLength(store);
        const account = {
          name: 'Ben Ode',
          email: 'ben.ode@city.gov',
          roles: ['analyst'] as const,
          password: null,
        };
        const added = await addPerson(acting(store), { ...account, ...changed });
        if (added.outcome !== 'issues') throw new Error('added');
        expect(added.issues.map((issue) => [issue.field, issue.problem])).to.deep.equal([[field, problem]]);
        expect(await allPeople(store)).to.have.length(1);
        expect(await auditLength(store)).to.equal(length);
      });
    }
  });

  describe('changing roles', () => {
    it('changes them and keeps both in the audit; the same again is nothing', async () => {
      const ben = await add(store, 'Ben Ode', ['analyst']);
      expect(await changeRoles(acting(store, ada.id), ben.id, ['approver', 'analyst'])).to.deep.equal([]);
      expect((await personById(store, ben.id))?.roles).to.deep.equal(['analyst', 'approver']);
      const [entry] = await audit(store);
      expect(entry).to.deep.include({
        act: 'roles-changed',
        personId: ada.id,
        subject: `person ${ben.id}`,
        detail: { from: ['analyst'], to: ['analyst', 'approver'] },
      });
      await changeRoles(acting(store, ada.id), ben.id, ['analyst', 'approver']);
      expect(await auditLength(store)).to.equal(entry?.seq);
    });

    it('the last administrator stays one, but for the keeper of the server', async () => {
      const [issue] = await changeRoles(acting(store, ada.id), ada.id, ['manager']);
      expect(issue).to.include({ field: 'roles', problem: 'last-administrator' });
      const ben = await add(store, 'Ben Ode', ['administrator']);
      expect(
        await changeRoles(acting(store, ada.id), ada.id, ['manager']),
        'Ben cannot sign in',
      ).to.have.length(1);
      await setPassword(acting(store), { personId: ben.id, password: goodPassword, current: null });
      await disablePerson(acting(store, ada.id), ben.id);
      expect(await changeRoles(acting(store, ada.id), ada.id, ['manager'])).to.have.length(1);
      await enablePerson(acting(store, ada.id), ben.id);
      expect(await changeRoles(acting(store, ada.id), ada.id, ['manager'])).to.deep.equal([]);
      expect(await changeRoles(acting(store, null), ben.id, ['manager'])).to.deep.equal([]);
    });
  });

  describe('disabling', () => {
    it('ends every session and can be undone; each once in the audit', async () => {
      const ben = await add(store, 'Ben Ode', ['analyst']);
      await begin(store, ben.id, 'one');
      await disablePerson(acting(store, ada.id), ben.id);
      await disablePerson(acting(store, ada.id), ben.id);
      expect((await personById(store, ben.id))?.isDisabled).to.equal(true);
      expect(await findSession(store, 'one', now)).to.equal(null);
      await enablePerson(acting(store, ada.id), ben.id);
      await enablePerson(acting(store, ada.id), ben.id);
      expect((await personById(store, ben.id))?.isDisabled).to.equal(false);
      const acts = (await audit(store, 3)).map(({ act }) => act);
      expect(acts).to.deep.equal(['person-enabled', 'person-disabled', 'person-added']);
    });

    it('the last administrator is an issue', async () => {
      const [issue] = await disablePerson(acting(store, ada.id), ada.id);
      expect(issue?.problem).to.equal('last-administrator');
      expect((await personById(store, ada.id))?.isDisabled).to.equal(false);
    });
  });

  describe('setting a password', () => {
    const next = 'marble ladders whisper softly';

    it('sets it and ends every session', async () => {
      await begin(store, ada.id, 'one');
      const wanted = { personId: ada.id, password: next, current: goodPassword };
      expect(await setPassword(acting(store, ada.id), wanted)).to.deep.equal([]);
      const hash = await passwordHashOf(store, ada.id);
      expect([await isPassword(next, hash), await isPassword(goodPassword, hash)]).to.deep.equal([
        true,
        false,
      ]);
      expect(await findSession(store, 'one', now)).to.equal(null);
      expect((await audit(store))[0]).to.deep.include({ act: 'password-set', detail: { isOwn: true } });
    });

    it('a wrong current password is an issue and an entry in the audit', async () => {
      const wanted = { personId: ada.id, password: next, current: 'not my password at all' };
      const [issue] = await setPassword(acting(store, ada.id), wanted);
      expect(issue).to.include({ field: 'currentPassword', problem: 'refused' });
      expect((await audit(store))[0]).to.deep.include({
        act: 'refused',
        personId: ada.id,
        detail: { reason: 'wrong current password' },
      });
      expect(await isPassword(goodPassword, await passwordHashOf(store, ada.id))).to.equal(true);
    });

    it('a common one is an issue, and the sessions go on', async () => {
      await begin(store, ada.id, 'one');
      const wanted = { personId: ada.id, password: 'passwordpassword', current: null };
      const [issue] = await setPassword(acting(store), wanted);
      expect(issue?.problem).to.equal('too-common');
      expect(await findSession(store, 'one', now)).to.not.equal(null);
    });
  });

  describe('signing out', () => {
    it('ends one session, or all of them and voids what began before', async () => {
      for (const id of ['one', 'two', 'three']) await begin(store, ada.id, id);
      await signOut(acting(store, ada.id), 'one');
      expect([await findSession(store, 'one', now), await findSession(store, 'two', now)]).to.satisfy(
        ([one, two]: unknown[]) => one === null && two !== null,
      );
      await signOutEverywhere({ store, now: new Date(now.getTime() + 1000), by: ada.id }, ada.id);
      expect(await findSession(store, 'two', now)).to.equal(null);
      expect((await personById(store, ada.id))?.sessionsFrom).to.equal('2026-11-22T15:00:01.000Z');
      expect((await audit(store, 2)).map(({ act }) => act)).to.deep.equal([
        'sign-out-everywhere',
        'sign-out',
      ]);
    });
  });

  it('somebody who is not there is a refusal', async () => {
    const deeds = [
      changeRoles(acting(store), 'nobody', ['analyst']),
      disablePerson(acting(store), 'nobody'),
      enablePerson(acting(store), 'nobody'),
      signOutEverywhere(acting(store), 'nobody'),
      setPassword(acting(store), { personId: 'nobody', password: goodPassword, current: null }),
    ];
    for (const deed of deeds) {
      const failure: unknown = await deed.catch((error: unknown) => error);
      expect(failure).to.have.property('code', 'person-not-found');
    }
  });

  it('a refusal is kept with who was refused', async () => {
    const entry = { act: 'refused', subject: 'route POST /manage/people', detail: { may: ['x'] } } as const;
    await noteRefusal(acting(store, ada.id), entry);
    expect((await audit(store))[0]).to.deep.include({ ...entry, personName: 'Ada Quist' });
  });
});

describe('a password as it is kept', () => {
  it('is another text each time and known again, in either form of an accent', async () => {
    const [one, other] = [
      await hashPassword('crème brûlée at dawn'),
      await hashPassword('crème brûlée at dawn'),
    ];
    expect(one).to.not.equal(other);
    expect(await isPassword('crème brûlée at dawn'.normalize('NFD'), one)).to.equal(true);
    expect(await isPassword('creme brulee at dawn', one)).to.equal(false);
  });

  for (const hash of [null, '', '$argon2id$v=19$m=19456,t=2,p=1$', 'plain text', '$2b$10$abc']) {
    it(`nothing matches ${hash === null ? 'no hash' : `“${hash}”`}`, async () =>
      expect(await isPassword('', hash)).to.equal(false));
  }

  it('does not hold the server up while it is worked out', async () => {
    let turns = 0;
    const turn = () => {
      turns += 1;
      if (turns < 1000) setImmediate(turn);
    };
    setImmediate(turn);
    await hashPassword('anything at all, it does not matter');
    expect(turns).to.be.above(2);
  });
});
