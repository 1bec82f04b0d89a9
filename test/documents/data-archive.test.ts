// The open data as an archive: equal data gives equal bytes, every line has the form of its schema, every file the hash of the
// manifest, and nothing is in it that the public pages do not show.
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { DataClass, DataManifest, Revision } from '../../schemas/types.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { dataArchive, dropArchive } from '../../server/documents/data-archive.ts';
import { dataDictionary, lineFiles } from '../../server/documents/data-dictionary.ts';
import { writeDataFiles } from '../../server/documents/data-files.ts';
import { licenceText } from '../../server/documents/data-words.ts';
import { problemsOf } from '../../server/schemas.ts';
import { classByCode } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { planSettings } from '../../server/store/plan.ts';
import { recordHead } from '../../server/store/record.ts';
import { acting, instrument, openOffice, openReady } from '../actions/office.ts';
import { sampleStore, today } from '../tools.ts';
import { filesInZip } from './zip-files.ts';

async function dayOf(store: Store, on = today) {
  const settings = await planSettings(store);
  if (!settings) throw new Error('There is no plan');
  return { settings, today: on };
}

async function archiveOf(store: Store, on = today) {
  const made = await dataArchive(store, await dayOf(store, on));
  return { made, files: await filesInZip(readFileSync(made.path)) };
}

const linesOf = (files: ReadonlyMap<string, Buffer>, name: string) =>
  (files.get(name)?.toString('utf8') ?? '')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);

describe('the archive of the open data', () => {
  let store: Store;
  let files: ReadonlyMap<string, Buffer>;
  before(async () => {
    store = await sampleStore();
    ({ files } = await archiveOf(store));
  });
  after(async () => {
    await dropArchive(store);
    await store.close();
  });

  it('is the same to the byte when it is made again, whatever the zone of the machine', async () => {
    const { made } = await archiveOf(store);
    const first = readFileSync(made.path);
    await dropArchive(store);
    expect(existsSync(made.path)).to.equal(false);
    const zone = process.env.TZ;
    process.env.TZ = 'Pacific/Kiritimati';
    const again = (await archiveOf(store)).made;
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(readFileSync(again.path).equals(first)).to.equal(true);
    expect(again.sha256).to.equal(createHash('sha256').update(first).digest('hex'));
    expect(again.bytes).to.equal(first.length);
  });

  it('is made once for everybody who asks, and anew when there is something new', async () => {
    const day = await dayOf(store);
    const all = await Promise.all(Array.from({ length: 100 }, () => dataArchive(store, day)));
    expect(new Set(all.map(({ path }) => path)).size).to.equal(1);
    const tomorrow = await dataArchive(store, { ...day, today: '2026-11-23' });
    expect(tomorrow.path).to.not.equal(all[0]?.path);
    expect(existsSync(all[0]?.path ?? '')).to.equal(false);
    expect(tomorrow.key).to.not.equal(all[0]?.key);
  });

  it('has its files in order, each with the size and hash of the manifest', () => {
    const names = [...files.keys()];
    expect(names).to.deep.equal([...names].sort());
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '') as DataManifest;
    expect(problemsOf('data-manifest.schema.json', manifest)).to.deep.equal([]);
    expect(manifest.files.map(({ name }) => name)).to.deep.equal(
      names.filter((name) => name !== 'manifest.json'),
    );
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = files.get(name) ?? Buffer.of();
      expect([content.length, createHash('sha256').update(content).digest('hex')], name).to.deep.equal([
        bytes,
        sha256,
      ]);
    }
  });

  it('names the entry of the record that it was made of', async () => {
    const manifest = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '') as DataManifest;
    expect(manifest.record).to.deep.equal(await recordHead(store));
    expect(files.get('README.txt')?.toString('utf8')).to.contain(manifest.record.hash);
  });

  it('has lines in the form of their schemas, by the schemas that are in it alone', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, discriminator: true });
    ajvFormats.default(ajv, ['date']);
    for (const [name, content] of files)
      if (name.startsWith('schemas/')) ajv.addSchema(JSON.parse(content.toString('utf8')) as AnySchemaObject);
    for (const [name, schema] of Object.entries(lineFiles)) {
      const validate = ajv.getSchema(`https://classplan.example/schemas/${schema}`);
      const lines = linesOf(files, name);
      expect(lines, name).to.not.be.empty;
      for (const line of lines)
        expect(validate?.(line), `${name}: ${ajv.errorsText(validate?.errors)}`).to.equal(true);
    }
  });

  it('has every revision of every class, and each class as it stands on the day', () => {
    const classes = linesOf(files, 'classes.jsonl') as DataClass[];
    const revisions = linesOf(files, 'revisions.jsonl') as Revision[];
    expect(classes.flatMap((each) => each.revisions.map(({ hash }) => hash)).sort()).to.deep.equal(
      revisions.map(({ hash }) => hash).sort(),
    );
    const counts = Map.groupBy(classes, ({ standing }) => standing);
    expect(counts.get('in force')).to.have.length(40);
    expect(counts.get('abolished')?.map(({ code }) => code)).to.include('CA1090');
    const rows = files.get('classes.csv')?.toString('utf8').split('\r\n') ?? [];
    expect(rows).to.have.length(42);
    expect(rows[0]).to.match(/^\u{FEFF}"code","title","classId"/u);
    expect(rows.find((row) => row.startsWith('"CI2788"'))).to.contain('"100590","152900","USD"');
  });

  it('has a meaning for every column and field', () => {
    const dictionary = dataDictionary();
    expect(dictionary.length).to.be.above(100);
    expect(dictionary.filter(({ field, meaning }) => !field.includes('.') && meaning === '')).to.deep.equal(
      [],
    );
    const rows = files.get('data-dictionary.csv')?.toString('utf8').split('\r\n') ?? [];
    expect(rows).to.have.length(dictionary.length + 2);
    for (const name of ['classes.csv', 'codes.csv', 'events.csv', 'pay.csv', 'data-dictionary.csv']) {
      const [head = ''] = files.get(name)?.toString('utf8').slice(1).split('\r\n') ?? [];
      const told = dictionary.filter(({ file }) => file === name).map(({ field }) => `"${field}"`);
      expect(head, name).to.equal(told.join(','));
    }
  });

  it('has nothing of drafts, of accounts or of who recorded what', async () => {
    const office = await openOffice();
    await openReady(office, 'CN1', [1], { title: 'A secret title' });
    await openAction(acting(office, office.ada), 'CN2', { ...instrument, reason: 'A secret reason.' });
    const { files: found } = await archiveOf(office.store);
    const text = [...found]
      .filter(([name]) => !name.startsWith('schemas/'))
      .map(([, content]) => content.toString('utf8'))
      .join('\n');
    expect(text).to.contain('Dock Clerk 1');
    expect(text).to.not.match(/secret|Ada Quist|recordedBy|G-CN1|example\.gov|salt/);
    await dropArchive(office.store);
    await office.close();
  });

  it('leaves out what is recorded while it is made', async () => {
    const { settings } = await dayOf(store);
    const record = { ...(await recordHead(store)), seq: 90 };
    const folder = mkdtempSync(join(tmpdir(), 'classplan-data-test-'));
    await writeDataFiles(store, { settings, record, on: today }, join(folder, 'files'));
    const lines = readFileSync(join(folder, 'files', 'revisions.jsonl'), 'utf8')
      .split('\n')
      .slice(0, -1);
    const seqs = lines.map((line) => (JSON.parse(line) as Revision).seq);
    expect(Math.max(...seqs)).to.be.at.most(90);
    rmSync(folder, { recursive: true });
  });

  it('says what may be done with it, and where no licence is stated, that', async () => {
    const { settings } = await dayOf(store);
    expect(licenceText(settings))
      .to.contain('states no licence')
      .and.contain('classification@hr.larkhaven.example');
    const dataLicence = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };
    expect(licenceText({ ...settings, dataLicence })).to.match(/^CC0 1\.0: https:\/\/creativecommons\.org/);
    expect(problemsOf('plan-settings.schema.json', { ...settings, dataLicence })).to.deep.equal([]);
    for (const url of ['javascript:alert(1)', 'https://a b', ''])
      expect(problemsOf('plan-settings.schema.json', { ...settings, dataLicence: { name: 'X', url } })).to.not
        .be.empty;
  });

  it('follows the codes of a class to what they mean', async () => {
    expect(await classByCode(store, 'CI2788', today)).to.not.equal(null);
    const codes = files.get('codes.csv')?.toString('utf8') ?? '';
    expect(codes).to.contain('"flsa"').and.contain('"Exempt"');
  });
});
