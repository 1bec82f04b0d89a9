// What cannot be answered is refused in words: a page for people, RFC 9457 for programs, one shape everywhere.
import { expect } from 'chai';
import { refusal } from '../../server/errors.ts';
import { fakePrinter, type Served } from '../tools.ts';
import { ask, get, pageKinds, problemPages, sampleSite } from './site.ts';

describe('refusals', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  for (const [path, status, title] of problemPages) {
    it(`${path} is refused with ${status}, ${title}`, async () => {
      const page = await ask(site, path, { headers: { Accept: 'text/html' } });
      expect([page.status, page.headers['content-type']]).to.deep.equal([status, 'text/html; charset=utf-8']);
      expect(page.body)
        .to.contain(`<h1>${title}</h1>`)
        .and.contain('City of Larkhaven')
        .and.contain('role="search"');
      expect(page.headers['cache-control']).to.equal('no-store');

      const data = await ask(site, path, { headers: { Accept: 'application/json' } });
      expect([data.status, data.headers['content-type']]).to.deep.equal([
        status,
        'application/problem+json; charset=utf-8',
      ]);
      const problem = JSON.parse(data.body) as Record<string, unknown>;
      expect(problem).to.have.all.keys('type', 'title', 'status', 'detail');
      expect(problem).to.include({ title, status });
      expect(problem.type).to.match(/^https:\/\/classplan\.example\/problems\/[a-z-]+$/);
      expect(problem.detail).to.match(/\.$/);
    });
  }

  it('say it as data to whoever asked for data by its ending', async () => {
    const answer = await get(site, '/classes/ZZ9999.json', { Accept: '*/*' });
    expect(answer.headers.get('content-type')).to.equal('application/problem+json; charset=utf-8');
    const page = await get(site, '/classes/CA1090.pdf', { Accept: '*/*' });
    expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8');
  });

  it('name the first date of a class that was not yet in force', async () => {
    const body = await (await get(site, '/classes/CI2788/2010-01-01')).text();
    expect(body).to.contain(
      'Asked for: CI2788 on January 1, 2010. Its first text took effect on September 21, 2018.',
    );
  });

  it('tell a series that had not begun from none at all', async () => {
    for (const page of ['', '/compare', '/statements']) {
      const early = await get(site, `/series/it-management${page}?on=1990-01-01`);
      expect(early.status).to.equal(404);
      expect(await early.text())
        .to.contain('Asked for: it-management, on January 1, 1990. It began on September 21, 2018.')
        .and.contain('This series did not exist on that date.');
      const none = await get(site, `/series/alchemy${page}?on=1990-01-01`);
      expect(none.status).to.equal(404);
      expect(await none.text()).to.contain('The plan has no series of this name.');
    }
  });

  it('echo no more of an address than a sentence holds', async () => {
    const answer = await get(site, `/classes/${'x'.repeat(5000)}`);
    expect(await answer.text())
      .to.contain(`Asked for: ${'x'.repeat(60)}….`)
      .and.have.length.below(5000);
  });

  it('POST, PUT and DELETE are refused with 405 and what is possible', async () => {
    for (const [path] of pageKinds) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await ask(site, path, { method, headers: { Accept: 'application/json' } });
        expect([answer.status, answer.headers.allow], `${method} ${path}`).to.deep.equal([405, 'GET, HEAD']);
        expect(JSON.parse(answer.body)).to.include({ status: 405 });
      }
    }
  });

  it('a busy printer is a 503 that says when to come back, in the same dress', async () => {
    const busy = {
      ...fakePrinter(),
      print: () => Promise.reject(refusal('printer-busy', { retryAfterSeconds: 5 })),
    };
    const crowded = await sampleSite({ printer: busy });
    const page = await get(crowded, '/classes/CI2788.pdf');
    const body = await page.text();
    const data = await get(crowded, '/classes/CI2788', { Accept: 'application/pdf' });
    const problem = (await data.json()) as object;
    await crowded.close();
    for (const answer of [page, data]) {
      expect([answer.status, answer.headers.get('retry-after')]).to.deep.equal([503, '5']);
      expect(answer.headers.get('cache-control')).to.equal('no-store');
      expect(answer.headers.get('etag')).to.equal(null);
    }
    expect(body).to.contain('<h1>The printer is busy</h1>').and.contain('City of Larkhaven');
    expect(problem).to.include({ title: 'The printer is busy', status: 503 });
  });
});
