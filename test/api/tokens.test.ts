// Tokens: what each scope and role lets through, on every operation; that one is shown once, ends with its time, its
// revocation and its person; and that guessing is slowed down.
import { expect } from 'chai';
import { disablePerson, enablePerson } from '../../server/actions/disable-person.ts';
import { apiRoot } from '../../server/api/operation.ts';
import { operations } from '../../server/api/operations.ts';
import { type Role, roles } from '../../server/model/person.ts';
import { sha256 } from '../../server/model/revision-chain.ts';
import { type Scope, scopes } from '../../server/model/token.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { allPeople } from '../../server/store/people.ts';
import { sampleSite } from '../pages/site.ts';
import { now, type Served, signedIn } from '../tools.ts';
import { ask, newKey, tokenOf } from './room.ts';

/** Scope and roles of every operation that is not public. */
const expected: Readonly<Record<string, readonly [Scope, ...string[]]>> = {
  openAction: ['actions:write', 'analyst'],
  readPreparation: ['drafts:read', 'manager', 'analyst', 'approver', 'administrator'],
  editInstrument: ['actions:write', 'analyst'],
  addDraft: ['drafts:write', 'analyst'],
  readDraft: ['drafts:read', 'manager', 'analyst', 'approver', 'administrator'],
  writeDraft: ['drafts:write', 'analyst'],
  removeDraft: ['drafts:write', 'analyst'],
  takeStep: ['actions:write', 'analyst', 'approver'],
};

const guarded = operations.filter(({ access }) => access !== 'public');

describe('tokens', () => {
  let site: Served;
  let clock: Date;

  before(async () => {
    clock = now;
    site = await sampleSite({ clock: { now: () => clock } });
  });
  after(() => site.close());
  afterEach(() => {
    clock = now;
  });

  const held = new Map<string, string>();

  /** The one token of a role that has this scope alone. */
  async function scoped(role: Role, scope: Scope): Promise<string> {
    const key = `${role} ${scope}`;
    const token = held.get(key) ?? (await tokenOf(site, role, [scope]));
    held.set(key, token);
    return token;
  }

  const get = (token: string) => ask(site, 'readPreparation', { path: '/actions/none/preparation', token });

  it('guard exactly the operations of the table', () => {
    expect(guarded.map(({ id }) => id).sort()).to.deep.equal(Object.keys(expected).sort());
  });

  for (const { id, method, body, example, isConditional } of guarded)
    for (const role of roles)
      it(`${id}: ${role}, with each scope, and nobody without a token`, async () => {
        const [needed, ...may] = expected[id] ?? [];
        const headers = {
          ...(method === 'post' && newKey()),
          ...(isConditional && { 'If-Match': `"${'0'.repeat(64)}"` }),
        };
        const asked = { headers, ...(body && { body: example.body }) };
        const nobody = await ask(site, id, asked);
        expect(nobody.status).to.equal(401);
        expect(nobody.headers.get('WWW-Authenticate')).to.match(/^Bearer/);
        for (const scope of scopes) {
          const { status } = await ask(site, id, { ...asked, token: await scoped(role, scope) });
          if (scope === needed && may.includes(role)) expect(status, scope).to.not.be.oneOf([401, 403]);
          else expect(status, scope).to.equal(403);
        }
      });

  it('are in the audit with every use', async () => {
    const token = await tokenOf(site, 'administrator');
    await get(token);
    const [entry] = await latestAudit(site.tools.store, { before: null, limit: 1 });
    expect(entry).to.deep.include({ act: 'token-used' });
    expect(entry?.detail).to.deep.equal({ what: 'GET /api/v1/actions/none/preparation' });
    expect(JSON.stringify(await latestAudit(site.tools.store, { before: null, limit: 50 }))).to.not.contain(
      token,
    );
  });

  it('are kept as hashes', async () => {
    const token = await tokenOf(site, 'administrator');
    const rows = await site.tools.store.db.selectFrom('tokens').selectAll().execute();
    expect(JSON.stringify(rows)).to.not.contain(token);
    expect(rows.map(({ hash }) => hash)).to.include(sha256(token));
  });

  it('end when their time is over', async () => {
    const token = await tokenOf(site, 'administrator', scopes, 7);
    clock = new Date(now.getTime() + 7 * 86_400_000 - 1);
    expect((await get(token)).status).to.equal(404);
    clock = new Date(now.getTime() + 7 * 86_400_000);
    expect((await get(token)).status).to.equal(401);
  });

  it('end with the account of their person, for good', async () => {
    const { store } = site.tools;
    const token = await tokenOf(site, 'manager');
    const person = (await allPeople(store)).find((each) => each.roles.includes('manager'));
    const acting = { store, now, by: null };
    expect((await get(token)).status).to.equal(404);
    expect(await disablePerson(acting, person?.id ?? '')).to.deep.equal([]);
    expect((await get(token)).status).to.equal(401);
    await enablePerson(acting, person?.id ?? '');
    expect((await get(token)).status).to.equal(401);
  });

  it('are made on the page of the account, shown once, and revoked there', async () => {
    const manager = await signedIn(site, 'approver');
    const form = { name: 'Night run', scopes: ['drafts:read'], days: '30' };
    const made = await manager.post('/manage/account/tokens', form);
    expect(made.status).to.equal(200);
    const [token = ''] = /classplan_[\w-]{43}/.exec(await made.text()) ?? [];
    expect((await get(token)).status).to.equal(404);
    const page = await (await manager('/manage/account')).text();
    expect(page).to.contain('Night run').and.not.contain(token);
    expect((await manager.post('/manage/account/tokens', form)).status).to.equal(422);
    for (const off of [
      { ...form, name: 'B', days: '367' },
      { ...form, name: 'B', scopes: [] },
      { ...form, name: '' },
    ])
      expect((await manager.post('/manage/account/tokens', off)).status).to.equal(422);
    const [, revoke = ''] =
      /Night run<\/strong>[^]*?action="(\/manage\/account\/tokens\/\w+\/revoke)"/.exec(page) ?? [];
    const other = await signedIn(site, 'analyst');
    expect((await other.post(revoke)).status).to.equal(404);
    expect((await get(token)).status).to.equal(404);
    expect((await manager.post(revoke)).status).to.equal(303);
    expect((await get(token)).status).to.equal(401);
  });

  it('that open nothing are slowed down by address, and the rest of the site is not', async () => {
    clock = new Date(now.getTime() + 8 * 86_400_000);
    const wrong = `classplan_${'x'.repeat(43)}`;
    const tries = await Promise.all(Array.from({ length: 25 }, () => get(wrong)));
    expect(tries.filter(({ status }) => status === 401)).to.have.length(20);
    const [refused] = tries.filter(({ status }) => status === 429);
    expect(Number(refused?.headers.get('Retry-After'))).to.be.within(1, 900);
    const good = await tokenOf(site, 'administrator');
    expect((await get(good)).status).to.equal(404);
    expect((await fetch(`${site.address}${apiRoot}/classes`)).status).to.equal(200);
  });
});
