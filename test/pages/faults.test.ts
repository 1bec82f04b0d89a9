// A fault of ours is answered 500 with a reference number that is also in the log, and tells nothing else.
import { expect } from 'chai';
import type { Store } from '../../server/store/database.ts';
import { fakePrinter, serve, type Served, toolsWith } from '../tools.ts';
import { get, sampleSite } from './site.ts';

interface Entry {
  readonly fields: { readonly reference: string | null; readonly err: Error };
  readonly message: string;
}

function logInto(entries: Entry[]) {
  const keep = (fields: object, message: string) =>
    void entries.push({ fields: fields as Entry['fields'], message });
  return { info() {}, warn() {}, error: keep };
}

const secret = 'SQLITE_SECRET at /srv/secret/store.ts';

async function siteWithoutStore(entries: Entry[]): Promise<Served> {
  const broken = {
    get db(): never {
      throw new Error(secret);
    },
    seenVersion: () => '0.0',
    transaction: () => Promise.reject(new Error(secret)),
    close: () => Promise.resolve(),
  } as unknown as Store;
  return serve(toolsWith(broken, { log: logInto(entries) }));
}

describe('faults', () => {
  it('of the record are answered with a page that needs no record', async () => {
    const entries: Entry[] = [];
    const site = await siteWithoutStore(entries);
    for (const path of [
      '/',
      '/classes',
      '/classes/CI2788',
      '/classes/CI2788/revisions/1',
      '/series',
      '/seal.svg',
      '/readyz',
      '/nothing',
    ]) {
      entries.length = 0;
      const answer = await get(site, path);
      const body = await answer.text();
      expect(answer.status, path).to.equal(path === '/nothing' ? 404 : 500);
      expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8');
      expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'");
      expect(body).to.not.match(/SECRET|secret|\.ts|node_modules|Error/);
      expect(entries[0]?.fields.err.message).to.equal(secret);
      if (path === '/nothing') continue;
      const reference = /Reference number: <strong>([0-9a-f]{8})<\/strong>/.exec(body)?.[1];
      expect(reference).to.equal(entries[0]?.fields.reference);
    }
    await site.close();
  });

  it('are told to programs in the shape of every problem', async () => {
    const entries: Entry[] = [];
    const site = await siteWithoutStore(entries);
    const answer = await get(site, '/classes/CI2788.json');
    const problem = (await answer.json()) as Record<string, unknown>;
    await site.close();
    expect(answer.status).to.equal(500);
    expect(problem).to.have.all.keys('type', 'title', 'status', 'detail', 'reference');
    expect(problem.reference).to.equal(entries[0]?.fields.reference);
    expect(JSON.stringify(problem)).to.not.match(/secret/i);
  });

  it('of one part keep the dress of the site', async () => {
    const entries: Entry[] = [];
    const printer = { ...fakePrinter(), print: () => Promise.reject(new TypeError(secret)) };
    const site = await sampleSite({ printer, log: logInto(entries) });
    const answer = await get(site, '/classes/CI2788.pdf');
    const body = await answer.text();
    expect((await get(site, '/classes/CI2788')).status).to.equal(200);
    await site.close();
    expect(answer.status).to.equal(500);
    expect(body).to.contain('City of Larkhaven').and.not.contain('secret');
    expect(entries.map(({ message }) => message)).to.deep.equal(['fault']);
  });
});
