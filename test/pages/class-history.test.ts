// The history of a class in three forms: a table on its page, one line of text, and data; imported lines are marked.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { ClassHistory } from '../../schemas/types.ts';
import { importSpecification } from '../../server/actions/import-specification.ts';
import { problemsOf } from '../../server/schemas.ts';
import { now, type Served } from '../tools.ts';
import { ask, get, sampleSite } from './site.ts';

describe('class history', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  async function read(path: string): Promise<string> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  }

  async function entries(path: string): Promise<ClassHistory> {
    const history = JSON.parse(await read(path)) as ClassHistory;
    expect(problemsOf('class-history.schema.json', history)).to.deep.equal([]);
    return history;
  }

  it('is data: every event with its revision, its date and its line', async () => {
    const history = await entries('/classes/CI2788/history.json');
    expect(history.map(({ revision }) => revision)).to.deep.equal([1, 2, 3, 4]);
    expect(history[2]).to.deep.include({ revision: 3, effectiveOn: '2022-11-27', isImported: false });
    expect(history[2]?.event).to.include({ on: '2022-11-27', kind: 'regraded', instrument: 'CN1746' });
    expect(history[2]?.text).to.match(/^11\/27\/2022 - .*\(CN1746, DT\)$/);
  });

  it('is the familiar line as text, the same events in the same order', async () => {
    const line = await read('/classes/CI2788/history.txt');
    const history = await entries('/classes/CI2788/history.json');
    expect(line).to.equal(`${history.map(({ text }) => text).join('; ')}\n`);
  });

  it('tells what is to come as such, and leaves it out on an earlier date', async () => {
    expect(await read('/classes/CF1411/history.txt')).to.match(/1\/1\/2027 - .*\[not yet effective\]\n$/);
    expect(await read('/classes/CF1411/history.txt?on=2026-01-01')).to.not.contain('2027');
    expect((await entries('/classes/CF1411/history.json?on=2020-01-01')).length).to.equal(1);
  });

  it('has its table and its links on the page of the class, and its own address leads there', async () => {
    const body = await read('/classes/CI2788');
    for (const form of ['txt', 'json']) expect(body).to.contain(`href="/classes/CI2788/history.${form}"`);
    const page = await get(site, '/classes/CI2788/history', { Accept: 'text/html' });
    expect([page.status, page.headers.get('location')]).to.deep.equal([302, '/classes/CI2788#history']);
    const data = await get(site, '/classes/CI2788/history', { Accept: 'application/json' });
    expect(data.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect((await get(site, '/classes/CI2788/history', { Accept: 'application/pdf' })).status).to.equal(406);
  });

  it('is kept no longer than a page, and has its file name and its ETag', async () => {
    const { headers } = await get(site, '/classes/CI2788/history.json');
    expect(headers.get('cache-control')).to.equal('public, max-age=60, must-revalidate');
    expect(headers.get('content-disposition')).to.equal('inline; filename="CI2788_class-history.json"');
    const condition = { 'If-None-Match': headers.get('etag') ?? '' };
    const again = await ask(site, '/classes/CI2788/history.json', { headers: condition });
    expect(again.status).to.equal(304);
  });

  it('marks what was imported, in all three forms', async () => {
    const bytes = readFileSync(new URL('../actions/fixtures/dock-clerk.txt', import.meta.url));
    const request = { name: 'dock-clerk.txt', bytes, code: null, placement: null, effectiveOn: null };
    await importSpecification({ store: site.tools.store, now }, request);
    const [entry] = await entries('/classes/DK0101/history.json');
    const line = entry?.event.line ?? '';
    expect(line).to.not.equal('');
    expect(entry).to.include({ isImported: true, text: line });
    expect(await read('/classes/DK0101/history.txt')).to.equal(`${line} [imported]\n`);
    expect(await read('/classes/DK0101')).to.contain(`(imported: “${line}”)`);
  });
});
