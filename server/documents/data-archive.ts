// The open data as one ZIP file on disk, made once for what it depends on: the head of the record, the day, the program. Law: equal
// data gives equal bytes; those who ask while it is made wait for the one that is made.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import type { Store } from '../store/database.ts';
import { recordHead } from '../store/record.ts';
import { type DataAsked, writeDataFiles } from './data-files.ts';

export interface DataArchive {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Day {
  readonly settings: PlanSettings;
  readonly today: CalendarDate;
}

/** The latest archive of each store, or the one that is being made. */
const latest = new WeakMap<Store, { readonly key: string; readonly archive: Promise<DataArchive> }>();

/** What the archive of today depends on: known without making it. */
export async function dataKey(
  store: Store,
  { today }: Day,
): Promise<{ key: string; asked: Omit<DataAsked, 'settings'> }> {
  const record = await recordHead(store);
  const key = sha256(
    canonicalJson({ format: 'classplan/data/1', version: await version(), record, on: today }),
  );
  return { key, asked: { record, on: today } };
}

/** The archive as of today; the one before it is removed once it is made. */
export async function dataArchive(store: Store, day: Day): Promise<DataArchive & { readonly key: string }> {
  const { key, asked } = await dataKey(store, day);
  const before = latest.get(store);
  if (before?.key === key) return { key, ...(await before.archive) };
  const archive = makeArchive(store, { ...asked, settings: day.settings });
  latest.set(store, { key, archive });
  try {
    const made = await archive;
    if (before)
      await before.archive.then(
        ({ path }) => rm(join(path, '..'), { recursive: true }),
        () => {},
      );
    return { key, ...made };
  } catch (error) {
    if (latest.get(store)?.archive === archive) latest.delete(store);
    throw error;
  }
}

/** Removes what lies on disk for a store that is closed. */
export async function dropArchive(store: Store): Promise<void> {
  const made = latest.get(store);
  latest.delete(store);
  await made?.archive.then(
    ({ path }) => rm(join(path, '..'), { recursive: true }),
    () => {},
  );
}

async function makeArchive(store: Store, asked: DataAsked): Promise<DataArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'classplan-data-'));
  try {
    const files = join(folder, 'files');
    const manifest = await writeDataFiles(store, asked, files);
    await writeFile(join(files, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const names = [...manifest.files.map(({ name }) => name), 'manifest.json'].sort();
    const path = join(folder, 'plan.zip');
    const facts = await zip(files, names, path);
    await rm(files, { recursive: true });
    return { path, ...facts };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The beginning of the time that a ZIP file can tell, as its own clock shows it in every zone. */
const noTime = () => ({ mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true });

async function zip(folder: string, names: readonly string[], path: string) {
  const archive = new yazl.ZipFile();
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const failed = new Promise<never>((_, reject) => archive.on('error', reject));
  for (const name of names)
    archive.addReadStreamLazy(name, noTime(), (use) => use(null, createReadStream(join(folder, name))));
  archive.end();
  await Promise.race([pipeline(archive.outputStream, counted, createWriteStream(path)), failed]);
  return { bytes, sha256: hash.digest('hex') };
}

async function version(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
