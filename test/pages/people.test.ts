// The pages of accounts: what an administrator does there is done, what stands in the way is said beside its field.
import { expect } from 'chai';
import { writeAudit } from '../../server/store/audit.ts';
import { allPeople, personByEmail } from '../../server/store/people.ts';
import { now, sendForm, type Served, type SignedIn, signedIn } from '../tools.ts';
import { sampleSite } from './site.ts';

const password = 'purple staplers orbit quietly';

describe('the pages of accounts', () => {
  let site: Served;
  let administrator: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    administrator = await signedIn(site, 'administrator');
  });
  afterEach(() => site.close());

  async function idOf(email: string): Promise<string> {
    return (await personByEmail(site.tools.store, email))?.id ?? 'nobody';
  }

  async function text(path: string): Promise<string> {
    const answer = await administrator(path);
    expect(answer.status, path).to.equal(200);
    if (path.startsWith('/manage')) expect(answer.headers.get('x-robots-tag')).to.equal('noindex');
    return (await answer.text()).replaceAll('&#x3D;', '=');
  }

  it('begin with the ways on that the roles open', async () => {
    expect(await text('/manage'))
      .to.contain('/manage/people')
      .and.contain('/manage/audit');
    const analyst = await signedIn(site, 'analyst');
    const body = await (await analyst('/manage')).text();
    expect(body)
      .to.contain('/manage/actions')
      .and.not.contain('/manage/people')
      .and.not.contain('/manage/audit');
  });

  it('show on every page who is signed in, and no longer offer to sign in', async () => {
    const body = await text('/classes/CI2788');
    expect(body)
      .to.contain('Signed in as')
      .and.contain('Desmond Achterberg')
      .and.contain('action="/sign-out"');
    expect(body).to.not.contain('Staff sign-in');
    expect(await (await fetch(`${site.address}/classes/CI2788`)).text())
      .to.contain('Staff sign-in')
      .and.not.match(/staff-bar|staff\.css|Signed in/);
  });

  it('add somebody, who then signs in', async () => {
    const fields = { name: 'Ben Ode', email: 'Ben.Ode@city.gov', roles: ['analyst', 'approver'], password };
    const answer = await administrator.post('/manage/people', fields);
    const id = await idOf('ben.ode@city.gov');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([
      303,
      `/manage/people/${id}?done=added`,
    ]);
    expect(await text(`/manage/people/${id}?done=added`)).to.contain('The account is added.');
    expect(await text('/manage/people'))
      .to.contain('Ben Ode')
      .and.contain('analyst, approver');
    const signIn = await sendForm(site, '/sign-in', { email: 'ben.ode@city.gov', password });
    expect(signIn.status).to.equal(303);
  });

  it('add somebody without a password, who cannot sign in with one', async () => {
    await administrator.post('/manage/people', {
      name: 'Ben Ode',
      email: 'b@city.gov',
      roles: 'analyst',
      password: '',
    });
    expect(await text(`/manage/people/${await idOf('b@city.gov')}`)).to.contain('none yet');
    expect((await sendForm(site, '/sign-in', { email: 'b@city.gov', password: 'x' })).status).to.equal(422);
  });

  const wrong: readonly (readonly [
    what: string,
    fields: Record<string, string | string[]>,
    messages: string[],
  ])[] = [
    ['nothing', {}, ['Enter the person’s name', 'Enter an email address', 'Choose at least one role.']],
    ['a role that is none', { name: 'B O', email: 'b@c', roles: ['owner'] }, ['Choose at least one role.']],
    ['a name of no letters', { name: '123', email: 'b@c', roles: 'analyst' }, ['Enter the person’s name']],
    [
      'a line break in a name',
      { name: 'Ben\nOde', email: 'b@c', roles: 'analyst' },
      ['Enter the person’s name'],
    ],
    [
      'an email that is taken',
      { name: 'Ben Ode', email: 'MARISOL.VANE@larkhaven.example', roles: 'analyst' },
      ['Somebody has this email address already'],
    ],
    [
      'a short password',
      { name: 'Ben Ode', email: 'b@c', roles: 'analyst', password: 'short' },
      ['Use at least 15 characters'],
    ],
    [
      'a common password',
      { name: 'Ben Ode', email: 'b@c', roles: 'analyst', password: 'correct horse battery staple' },
      ['guessed first'],
    ],
  ];
  for (const [what, fields, messages] of wrong) {
    it(`${what} comes back with what was typed, and nobody is added`, async () => {
      const answer = await administrator.post('/manage/people', fields);
      const body = await answer.text();
      expect(answer.status).to.equal(422);
      for (const message of messages) expect(body.split(message).length, message).to.be.at.least(3);
      if (typeof fields.email === 'string') expect(body).to.contain(`value="${fields.email}"`);
      if (fields.roles === 'analyst') expect(body).to.match(/value="analyst" checked/);
      if (typeof fields.password === 'string') expect(body).to.not.contain(fields.password);
      expect(await allPeople(site.tools.store)).to.have.length(5);
      const hrefs = [...body.matchAll(/<li><a href="#([^"]+)">/g)].map(([, id]) => id);
      expect(hrefs.length).to.equal(messages.length);
      for (const id of hrefs) expect(body).to.contain(`id="${id}"`);
    });
  }

  it('change roles, and say so when the last administrator would go', async () => {
    const noor = await idOf('noor.ferris@larkhaven.example');
    await administrator.post(`/manage/people/${noor}/roles`, { roles: ['approver'] });
    expect(await text(`/manage/people/${noor}?done=roles`)).to.match(/value="approver" checked/);
    const self = await idOf('desmond.achterberg@larkhaven.example');
    const answer = await administrator.post(`/manage/people/${self}/roles`, { roles: ['manager'] });
    expect(answer.status).to.equal(422);
    expect(await answer.text()).to.contain('This is the last administrator.');
    const disable = await administrator.post(`/manage/people/${self}/disable`);
    expect(disable.status).to.equal(422);
    expect(await disable.text())
      .to.contain('<a href="#field-form">')
      .and.contain('id="field-form"');
  });

  it('disable, enable, set a password and sign out, each with its sentence', async () => {
    const id = await idOf('noor.ferris@larkhaven.example');
    const steps = [
      ['disable', {}, 'disabled', 'The account is disabled'],
      ['enable', {}, 'enabled', 'The account is enabled again'],
      ['password', { password }, 'password', 'The password is set'],
      ['sign-out-everywhere', {}, 'signed-out', 'Every session of this person has ended'],
    ] as const;
    for (const [step, fields, done, sentence] of steps) {
      const answer = await administrator.post(`/manage/people/${id}/${step}`, fields);
      expect(answer.headers.get('location'), step).to.equal(`/manage/people/${id}?done=${done}`);
      expect(await text(`/manage/people/${id}?done=${done}`)).to.contain(sentence);
    }
    const signIn = await sendForm(site, '/sign-in', { email: 'noor.ferris@larkhaven.example', password });
    expect(signIn.status).to.equal(303);
  });

  it('somebody who is not there is a 404, on every address below', async () => {
    expect((await administrator('/manage/people/nobody')).status).to.equal(404);
    for (const step of ['roles', 'password', 'disable', 'enable', 'sign-out-everywhere']) {
      const fields = { roles: { roles: 'analyst' }, password: { password } }[step] ?? {};
      const answer = await administrator.post(`/manage/people/nobody/${step}`, fields);
      expect(answer.status, step).to.equal(404);
      expect(await answer.text()).to.contain('No such person');
    }
  });

  it('change one’s own password: the old one must be right, and one signs in anew', async () => {
    const analyst = await signedIn(site, 'analyst');
    const other = await signedIn(site, 'analyst');
    const wrongNow = await analyst.post('/manage/account/password', { currentPassword: 'wrong', password });
    expect(wrongNow.status).to.equal(422);
    expect(await wrongNow.text()).to.contain('This is not your password now');
    const old = 'lanterns over the harbor';
    const common = { currentPassword: old, password: 'passwordpassword' };
    expect((await analyst.post('/manage/account/password', common)).status).to.equal(422);
    const answer = await analyst.post('/manage/account/password', { currentPassword: old, password });
    expect(answer.headers.get('location')).to.equal('/sign-in?done=password');
    for (const go of [analyst, other]) expect((await go('/manage')).status).to.equal(303);
    const email = 'anders.quill@larkhaven.example';
    expect((await sendForm(site, '/sign-in', { email, password: old })).status).to.equal(422);
    expect((await sendForm(site, '/sign-in', { email, password })).status).to.equal(303);
    const shown = await (await fetch(`${site.address}/sign-in?done=password`)).text();
    expect(shown).to.contain('Your password is changed.');
  });

  it('guessing one’s own password with somebody’s session is limited like signing in', async () => {
    const analyst = await signedIn(site, 'analyst');
    const guess = () => analyst.post('/manage/account/password', { currentPassword: 'wrong', password });
    for (let each = 0; each < 10; each += 1) expect((await guess()).status).to.equal(422);
    expect((await guess()).status).to.equal(429);
  });

  it('the audit shows the latest first, in words, page by page', async () => {
    const { store } = site.tools;
    const entry = { at: now, personId: null, act: 'sign-in-refused', subject: 'nobody' } as const;
    for (let each = 0; each < 101; each += 1)
      await store.transaction((transaction) =>
        writeAudit(transaction, { ...entry, detail: { reason: 'unknown email' } }),
      );
    const body = await text('/manage/audit');
    expect(body).to.contain('Somebody').and.contain('sign in refused').and.contain('reason: unknown email');
    const older = /href="(\/manage\/audit\?before=\d+)">Older/.exec(body)?.[1] ?? '';
    const next = await text(older);
    expect(next)
      .to.contain('Desmond Achterberg')
      .and.contain('The keeper of the server')
      .and.not.contain('Older');
    for (const before of ['0', '-1', 'x', '1e3'])
      expect((await administrator(`/manage/audit?before=${before}`)).status, before).to.equal(400);
  });
});
