// What another site's page sends in somebody's name is refused on everything that can be sent, before it is read.
import { expect } from 'chai';
import { routes } from '../../server/routes.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { sampleSite } from '../pages/site.ts';
import { sampleStore, serve, type Served, signedIn, toolsWith } from '../tools.ts';

const unsafe = routes.filter(({ method }) => method !== 'get');

const fromElsewhere: readonly Readonly<Record<string, string>>[] = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'anything' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'SELF' },
  { Origin: 'https://evil.example' },
  { Origin: 'null' },
  { Origin: 'SELF.evil.example' },
  {},
];

function send(site: Served, path: string, method: string, headers: Readonly<Record<string, string>>) {
  const own = Object.entries(headers).map(([name, value]) => [name, value.replace('SELF', site.address)]);
  return fetch(site.address + path.replace(/:\w+/g, 'none'), {
    method: method.toUpperCase(),
    redirect: 'manual',
    headers: Object.fromEntries(own) as Record<string, string>,
    body: new URLSearchParams({ email: 'a@b', password: 'x' }),
  });
}

describe('what is sent from another site', () => {
  let site: Served;
  let cookies: string[];
  before(async () => {
    site = await sampleSite();
    const everybody = ['manager', 'analyst', 'approver', 'administrator'];
    cookies = [];
    for (const role of everybody) cookies.push((await signedIn(site, role)).cookie);
  });
  after(() => site.close());

  it('there is something that can be sent', () => expect(unsafe.length).to.be.above(8));

  for (const { method, path } of unsafe) {
    it(`${method} ${path} is refused, whoever is signed in, and nothing is done but kept in the audit`, async () => {
      const before = (await latestAudit(site.tools.store, { before: null, limit: 1 }))[0]?.seq ?? 0;
      for (const cookie of cookies) {
        for (const headers of fromElsewhere) {
          const answer = await send(site, path, method, { ...headers, Cookie: cookie });
          expect(answer.status, JSON.stringify(headers)).to.equal(403);
          expect(await answer.text()).to.contain('was not sent from a page of this site');
        }
      }
      const kept = await latestAudit(site.tools.store, { before: null, limit: 100 });
      const since = kept.filter(({ seq }) => seq > before);
      expect(since).to.have.length(cookies.length * fromElsewhere.length);
      for (const { act, detail } of since)
        expect([act, detail.code]).to.deep.equal(['refused', 'sent-from-elsewhere']);
    });
  }

  it('leaves no trace in the audit where nobody is signed in', async () => {
    const [before] = await latestAudit(site.tools.store, { before: null, limit: 1 });
    expect((await send(site, '/sign-in', 'post', { Origin: 'https://evil.example' })).status).to.equal(403);
    expect((await latestAudit(site.tools.store, { before: null, limit: 1 }))[0]).to.deep.equal(before);
  });

  const fromHere: readonly Readonly<Record<string, string>>[] = [
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'https://classes.example.gov' },
    { Origin: 'SELF' },
  ];
  for (const headers of fromHere) {
    it(`what is sent from here is taken: ${JSON.stringify(headers)}`, async () =>
      expect((await send(site, '/sign-in', 'post', headers)).status).to.equal(422));
  }

  it('where the public’s address is set, Origin must be that', async () => {
    const publicUrl = 'https://classes.example.gov';
    const set = await serve(toolsWith(await sampleStore(), { publicUrl }));
    const statuses = [];
    for (const Origin of [publicUrl, 'SELF', 'http://classes.example.gov', `${publicUrl}.evil.example`])
      statuses.push((await send(set, '/sign-in', 'post', { Origin })).status);
    expect(statuses).to.deep.equal([422, 403, 403, 403]);
    await set.close();
  });
});
