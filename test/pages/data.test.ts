// The open data over HTTP: its page, the archive with strong ETags and ranges, and the catalogue by the rules of DCAT-US 3.0.
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Catalog } from '../../schemas/types.ts';
import { dataArchive } from '../../server/documents/data-archive.ts';
import { problemsOf } from '../../server/schemas.ts';
import { planToday } from '../../server/pages/page.ts';
import { planSettings } from '../../server/store/plan.ts';
import { appendRevision } from '../../server/store/record.ts';
import { filesInZip } from '../documents/zip-files.ts';
import { now, type Served, today } from '../tools.ts';
import { ask, get, sampleSite } from './site.ts';

describe('the open data', () => {
  let site: Served;
  beforeEach(async () => void (site = await sampleSite()));
  afterEach(() => site.close());

  const catalogOf = async (served = site) => (await (await get(served, '/data.json')).json()) as Catalog;

  /** The settings of the plan are changed. */
  async function change(changed: object): Promise<void> {
    const settings = await planSettings(site.tools.store);
    if (!settings) throw new Error('There is no plan');
    await site.tools.store.transaction((store) =>
      appendRevision(store, {
        ...{ subject: 'plan', subjectId: 'plan', status: 'active', changes: ['amend'], events: [] },
        ...{
          effectiveOn: today,
          decidedOn: null,
          recordedAt: now.toISOString(),
          recordedBy: 'test',
          action: null,
        },
        body: { ...settings, ...changed },
      }),
    );
  }

  it('is one archive with a name, a strong ETag and ranges', async () => {
    const answer = await get(site, '/data/plan.zip');
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('content-type')).to.equal('application/zip');
    expect(answer.headers.get('content-disposition')).to.equal('attachment; filename="plan_2026-11-22.zip"');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-length')).to.equal(String(bytes.length));
    expect([...(await filesInZip(bytes)).keys()]).to.include.members([
      'README.txt',
      'LICENCE.txt',
      'revisions.jsonl',
    ]);
    const etag = answer.headers.get('etag') ?? '';
    expect(etag).to.match(/^"[0-9a-f]{64}"$/);
    const part = await get(site, '/data/plan.zip', { Range: 'bytes=10-19' });
    expect(part.status).to.equal(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).to.equal(true);
    const known = await ask(site, '/data/plan.zip', { headers: { 'If-None-Match': etag } });
    expect([known.status, known.body]).to.deep.equal([304, '']);
    const head = await ask(site, '/data/plan.zip', { method: 'HEAD' });
    expect([head.status, head.headers['content-length'], head.body]).to.deep.equal([
      200,
      String(bytes.length),
      '',
    ]);
    await change({ office: 'Office of People' });
    expect((await get(site, '/data/plan.zip')).headers.get('etag')).to.not.equal(etag);
  });

  it('leaves nothing on disk when the server stops', async () => {
    const { path } = await dataArchive(site.tools.store, await planToday(site.tools));
    expect(existsSync(path)).to.equal(true);
    await site.close();
    expect(existsSync(path)).to.equal(false);
    site = await sampleSite();
  });

  it('is described in words, with its licence and what each field means', async () => {
    const before = await (await get(site, '/data')).text();
    expect(before).to.contain('states no licence').and.contain('href="/data/plan.zip"');
    expect(before).to.contain('<summary>classes.csv</summary>').and.contain('<code>effectiveOn</code>');
    await change({
      dataLicence: { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
    });
    const after = await (await get(site, '/data')).text();
    expect(after).to.contain(
      '<a href="https://creativecommons.org/publicdomain/zero/1.0/" rel="license">CC0 1.0',
    );
    const csv = await get(site, '/data/data-dictionary.csv');
    expect(csv.headers.get('content-type')).to.equal('text/csv; charset=utf-8; header=present');
    for (const form of ['pdf', 'docx', 'txt', 'csv'])
      expect((await get(site, `/data.${form}`)).status).to.equal(404);
    expect((await get(site, '/data', { Accept: 'application/pdf' })).status).to.equal(406);
  });

  it('has a catalogue in the form of its schema', async () => {
    expect(problemsOf('catalog.schema.json', await catalogOf())).to.deep.equal([]);
    await change({ contact: null, language: 'haw' });
    const bare = await catalogOf();
    expect(problemsOf('catalog.schema.json', bare)).to.deep.equal([]);
    expect([bare.contactPoint, bare.language]).to.deep.equal([[], []]);
    expect(await (await get(site, '/data', { Accept: 'application/json' })).json()).to.deep.equal(bare);
  });

  it('has a catalogue by the rules that DCAT-US 3.0 publishes', async () => {
    const catalog = await catalogOf();
    expect(catalog.dataset).to.be.an('array').and.not.be.empty;
    expect(catalog.conformsTo.title).to.equal('DCAT-US 3.0');
    for (const dataset of catalog.dataset) {
      // Mandatory of a dataset: title, description, identifier, publisher with a name, contact point with name and address.
      for (const name of ['title', 'description', 'identifier'] as const)
        expect(dataset[name]).to.be.a('string').and.not.be.empty;
      expect(dataset.publisher.name).to.be.a('string').and.not.be.empty;
      expect(dataset.contactPoint[0]?.hasEmail).to.match(/^mailto:[\w.-]+@[\w.-]+\.[\w.-]+$/);
      expect(dataset.contactPoint[0]?.fn).to.be.a('string').and.not.be.empty;
      expect(dataset.landingPage.title).to.be.a('string');
      for (const code of dataset.language) expect(code.length).to.be.at.most(2);
      for (const each of [...dataset.distribution, ...(dataset.describedBy ? [dataset.describedBy] : [])]) {
        expect(each.byteSize ?? '0')
          .to.be.a('string')
          .and.match(/^\d+$/);
        const answer = await fetch(each.downloadURL);
        expect(answer.status, each.downloadURL).to.equal(200);
        expect(answer.headers.get('content-type')?.split(';')[0]).to.equal(each.mediaType);
        if (!each.checksum) continue;
        const bytes = Buffer.from(await answer.arrayBuffer());
        expect(String(bytes.length)).to.equal(each.byteSize);
        expect(createHash('sha256').update(bytes).digest('hex')).to.equal(each.checksum.checksumValue);
      }
    }
  });

  it('begins its addresses with the public one, where there is one', async () => {
    const other = await sampleSite({ publicUrl: 'https://classes.example.gov' });
    const text = JSON.stringify(await catalogOf(other));
    await other.close();
    expect(text).to.contain('"https://classes.example.gov/data/plan.zip"').and.not.contain('127.0.0.1');
    expect(JSON.stringify(await catalogOf())).to.contain(`"${site.address}/data/plan.zip"`);
  });
});
