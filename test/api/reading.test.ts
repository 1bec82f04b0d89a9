// What anybody may read: every answer conforms to the document, carries a strong ETag, and is for every site; a list read
// part by part is the whole list; what is not public is in none.
import { expect } from 'chai';
import type { ClassList, ListPage, RecordEntries, Revision } from '../../schemas/types.ts';
import { apiRoot } from '../../server/api/operation.ts';
import { operations } from '../../server/api/operations.ts';
import { classesInForce, everyClass, longestList } from '../../server/store/classes.ts';
import { ask as askRaw, sampleSite } from '../pages/site.ts';
import { type Served, signedIn, today } from '../tools.ts';
import { ask, operationCalled } from './room.ts';

interface Part {
  readonly data: readonly unknown[];
  readonly page: ListPage;
}

const publicOnes = operations.filter(({ access }) => access === 'public');

describe('the read side of the API', () => {
  let site: Served;

  before(async () => {
    site = await sampleSite();
  });
  after(() => site.close());

  for (const { id, answers } of publicOnes.filter((each) => 200 in each.answers)) {
    it(`${id}: the example conforms, is for every site and is not sent twice`, async () => {
      const { status, headers, tag } = await ask(site, id);
      expect(Object.keys(answers)).to.include(String(status));
      // Each compression has a tag of its own.
      expect(tag).to.match(/^"[0-9a-f]{64}(-\w+)?"$/);
      expect(headers.get('Access-Control-Allow-Origin')).to.equal('*');
      expect(headers.get('Access-Control-Allow-Credentials')).to.equal(null);
      expect(headers.get('Cross-Origin-Resource-Policy')).to.equal('cross-origin');
      expect(headers.get('Cache-Control')).to.match(/^public, max-age=\d+/);
      const address = apiRoot + operationCalled(id).example.path;
      for (const encoding of ['identity', 'gzip']) {
        const encoded = { 'Accept-Encoding': encoding };
        const { headers: first } = await askRaw(site, address, { headers: encoded });
        const again = await askRaw(site, address, {
          headers: { ...encoded, 'If-None-Match': String(first.etag) },
        });
        expect([again.status, again.body], encoding).to.deep.equal([304, '']);
        expect(again.headers['cross-origin-resource-policy']).to.equal('cross-origin');
      }
    });

    it(`${id}: HEAD answers as GET without a body`, async () => {
      const { path } = operationCalled(id).example;
      const [get, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => fetch(site.address + apiRoot + path, { method })),
      );
      expect(head?.status).to.equal(get?.status);
      expect(head?.headers.get('ETag')).to.equal(get?.headers.get('ETag'));
      expect(await head?.text()).to.equal('');
    });
  }

  it('leads to the file of the whole plan', async () => {
    const { status, headers } = await ask(site, 'exportPlan');
    expect([status, headers.get('Location')]).to.deep.equal([302, '/data/plan.zip']);
  });

  it('answers a preflight of any site, for reading alone', async () => {
    const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' };
    for (const path of ['/classes', '/actions', '/actions/CN1746']) {
      const answer = await fetch(site.address + apiRoot + path, { method: 'OPTIONS', headers });
      expect(answer.status).to.equal(204);
      expect(answer.headers.get('Access-Control-Allow-Methods')).to.equal('GET, HEAD');
      expect(answer.headers.get('Access-Control-Allow-Headers')).to.equal('If-None-Match');
    }
    const prepared = await fetch(`${site.address}${apiRoot}/actions/CN1746/preparation`, {
      method: 'OPTIONS',
      headers,
    });
    expect(prepared.status).to.equal(405);
    expect(prepared.headers.get('Access-Control-Allow-Origin')).to.equal(null);
  });

  it('says the same to somebody who signed in, and looks at no cookie', async () => {
    const { cookie } = await signedIn(site, 'administrator');
    const { tag, headers } = await ask(site, 'readClass', { headers: { Cookie: cookie } });
    expect(tag).to.equal((await ask(site, 'readClass')).tag);
    expect(headers.get('Cache-Control')).to.match(/^public/);
    expect(headers.get('Set-Cookie')).to.equal(null);
  });

  const lists = ['listClasses', 'listRevisions', 'listSeries', 'listActions', 'listEntries', 'search'];
  for (const id of lists)
    for (const limit of [1, 3, 100]) {
      it(`${id}: read ${limit} at a time, every entry comes once and in order`, async () => {
        const { path } = operationCalled(id).example;
        const bare = path.replace(/[?&]limit=\d+|[?&]since=\d+/g, '').replace('?series=it-management', '');
        const to = (query: string) => `${bare}${bare.includes('?') ? '&' : '?'}${query}`;
        const whole = await everyPart(id, to, 100);
        const parts = await everyPart(id, to, limit);
        expect(parts.data).to.deep.equal(whole.data);
        expect(parts.data).to.have.length(whole.total);
        expect(new Set(parts.data.map((entry) => JSON.stringify(entry))).size).to.equal(whole.total);
      });
    }

  async function everyPart(id: string, to: (query: string) => string, limit: number) {
    const data: unknown[] = [];
    let cursor: string | null = null;
    let total = 0;
    do {
      const query: string = cursor === null ? `limit=${limit}` : `limit=${limit}&cursor=${cursor}`;
      const { body }: { body: Part } = await ask<Part>(site, id, { path: to(query) });
      data.push(...body.data);
      ({ nextCursor: cursor, total } = body.page);
    } while (cursor !== null);
    return { data, total };
  }

  it('lists the classes that the plan has', async () => {
    const { total } = await classesInForce(site.tools.store, {
      ...everyClass,
      on: today,
      limit: longestList,
    });
    const { body } = await ask<ClassList>(site, 'listClasses', { path: '/classes' });
    expect(body.page).to.deep.include({ total, limit: 50 });
    expect(body.on).to.equal(today);
  });

  it('shows the plan of a date', async () => {
    const { body } = await ask<Revision>(site, 'readClass', { path: '/classes/CI2788?on=2021-11-01' });
    expect([body.number, body.standing?.kind]).to.deep.equal([2, 'superseded']);
    const former = await ask<Revision>(site, 'readClass', { path: '/classes/ca1091' });
    expect(former.body.specification.code).to.equal('CA1101');
  });

  it('tells what came in since an entry, and since a day', async () => {
    const { body: all } = await ask<RecordEntries>(site, 'listEntries', { path: '/changes?limit=100' });
    const third = all.data[2]?.seq ?? 0;
    const { body: later } = await ask<RecordEntries>(site, 'listEntries', {
      path: `/changes?since=${third}`,
    });
    expect(later.data[0]).to.deep.equal(all.data[3]);
    expect(later.page.total).to.equal(all.page.total - 3);
    expect(
      (await ask<RecordEntries>(site, 'listEntries', { path: '/changes?since=2027-01-01' })).body.page.total,
    ).to.equal(0);
    expect(
      (await ask<RecordEntries>(site, 'listEntries', { path: `/changes?since=${today}` })).body.page.total,
    ).to.equal(all.page.total);
  });

  it('leads from each entry to what it tells of', async () => {
    const { body } = await ask<RecordEntries>(site, 'listEntries', { path: '/changes?limit=100' });
    const hrefs = body.data.flatMap(({ href }) => href ?? []);
    expect(hrefs).to.have.length.above(30);
    for (const href of hrefs) expect((await fetch(site.address + href)).status, href).to.equal(200);
  });

  const wrong: readonly (readonly [id: string, path: string, parameter: string])[] = [
    ['listClasses', '/classes?colour=red', 'colour'],
    ['listClasses', '/classes?limit=5&limit=6', 'limit'],
    ['listClasses', '/classes?limit=0', 'limit'],
    ['listClasses', '/classes?limit=101', 'limit'],
    ['listClasses', '/classes?limit=ten', 'limit'],
    ['listClasses', '/classes?q=', 'q'],
    ['listClasses', '/classes?on=2024-02-30', 'on'],
    ['listClasses', '/classes?knownAt=2024-02-03', 'knownAt'],
    ['listClasses', '/classes?cursor=AAAA', 'cursor'],
    ['listSeries', '/series?cursor=WyJub25lIl0', 'cursor'],
    ['listClasses', '/classes?__proto__=x', '__proto__'],
    ['search', '/search', 'q'],
    ['readDiff', '/classes/CI2788/diff?from=3', 'to'],
    ['readDiff', '/classes/CI2788/diff?from=3&to=2024-07-01', 'to'],
    ['readDiff', '/classes/CI2788/diff?from=2024-02-30&to=2024-07-01', 'to'],
    ['readRevision', '/classes/CI2788/revisions/02', 'n'],
    ['readClass', '/classes/CI%202788', 'code'],
    ['compareLevels', '/series/it-management/comparison?levels=CI2787,ZZ1', 'levels'],
    ['compareLevels', '/series/it-management/comparison?levels=CI2787,ci2787', 'levels'],
    ['listEntries', '/changes?since=yesterday', 'since'],
    ['listEntries', '/changes?since=2024-02-30', 'since'],
  ];
  for (const [id, path, parameter] of wrong)
    it(`${path} is refused, and ${parameter} named`, async () => {
      const { status, body } = await ask(site, id, { path });
      expect(status).to.equal(400);
      expect(body.errors?.map((each) => each.parameter)).to.deep.equal([parameter]);
    });

  it('refuses what is not there, as data whatever is accepted', async () => {
    for (const [path, status] of [
      ['/nothing', 404],
      ['/classes/ZZ9999', 404],
      ['/classes/CI2788/revisions/9', 404],
      ['/series/alchemy', 404],
      ['/actions/CN9999', 404],
      ['/classes/%E0%A4%A', 400],
    ] as const) {
      const answer = await fetch(site.address + apiRoot + path, { headers: { Accept: 'text/html' } });
      expect(answer.status, path).to.equal(status);
      expect(answer.headers.get('Content-Type')).to.match(/^application\/problem\+json/);
    }
    const posted = await fetch(`${site.address}${apiRoot}/classes`, { method: 'POST' });
    expect([posted.status, posted.headers.get('Allow')]).to.deep.equal([405, 'GET, HEAD']);
  });
});
