// The files of the open data, written into a folder in one pass over the plan: a class at a time, so that memory stays small
// however large the plan is. Nothing of a draft, a comment or an account is read.
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Anchor, CalendarDate, DataClass, DataManifest, PlanSettings } from '../../schemas/types.ts';
import { schemaText } from '../schemas.ts';
import { inForce } from '../model/in-force.ts';
import type { PayRange } from '../model/pay.ts';
import { canonicalJson } from '../model/revision-chain.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import { payRangesOn } from '../store/plan.ts';
import { everyActionUpTo, everyClassUpTo, everyTextUpTo } from '../store/plan-data.ts';
import type { RecordedRevision } from '../store/record.ts';
import { dictionaryCsv, type LineFile, lineFiles, schemasOfData } from './data-dictionary.ts';
import { tableHead, type TableName, tableRow } from './data-tables.ts';
import { licenceText, readmeText } from './data-words.ts';
import { historyTo } from './official.ts';
import { publishedRevision } from './published-revision.ts';

export interface DataAsked {
  readonly settings: PlanSettings;
  readonly record: Anchor;
  readonly on: CalendarDate;
}

/** Writes every file into the folder; the answer is what manifest.json says. */
export async function writeDataFiles(store: Store, asked: DataAsked, folder: string): Promise<DataManifest> {
  const files = new DataFiles(folder);
  try {
    await writeClasses(store, asked, files);
    await writeTexts(store, asked, files);
    for await (const { body } of everyActionUpTo(store, asked.record.seq))
      await files.line('actions.jsonl', body);
    for (const row of codeRows(asked.settings)) await files.write('codes.csv', row);
    await files.write('data-dictionary.csv', dictionaryCsv().slice(tableHead('data-dictionary.csv').length));
    await files.write('LICENCE.txt', licenceText(asked.settings));
    await files.write('README.txt', readmeText({ ...asked, employer: asked.settings.employer }));
    for (const name of schemasOfData()) await files.write(`schemas/${name}`, schemaText(name));
  } finally {
    await files.close();
  }
  const { settings, record, on } = asked;
  return {
    format: 'classplan/data/1',
    employer: settings.employer,
    on,
    record,
    licence: settings.dataLicence ?? null,
    files: files.list(),
  };
}

async function writeClasses(store: Store, { record, on }: DataAsked, files: DataFiles): Promise<void> {
  const pay = await payRangesOn(store, on);
  for await (const revisions of everyClassUpTo(store, record.seq)) {
    const present = inForce(revisions, on);
    const shown = present ?? revisions[0];
    if (!shown) continue;
    await files.line('classes.jsonl', dataClass(revisions, shown, present));
    if (present?.status === 'active') await files.write('classes.csv', classRow(present, pay));
    for (const revision of revisions) {
      await files.line('revisions.jsonl', publishedRevision(revision, historyTo(revision, revisions)));
      for (const row of eventRows(revision)) await files.write('events.csv', row);
    }
  }
}

function dataClass(
  revisions: readonly ClassRevision[],
  shown: ClassRevision,
  present: ClassRevision | null,
): DataClass {
  const { subjectId, number, effectiveOn, body } = shown;
  const abolished = present?.status === 'abolished';
  return {
    classId: subjectId,
    ...namesIn(shown),
    standing: !present ? 'not yet effective' : abolished ? 'abolished' : 'in force',
    revision: number,
    effectiveOn,
    payGrade: body.sections.details?.payGrade ?? null,
    series: body.series,
    revisions: revisions.map((each) => ({
      number: each.number,
      status: each.status,
      effectiveOn: each.effectiveOn,
      recordedAt: each.recordedAt,
      ...namesIn(each),
      hash: each.hash,
    })),
  };
}

function namesIn({ seq, body: { code, title } }: ClassRevision) {
  if (code === null) throw new Error(`Revision ${seq} has no class code`);
  return { code, title };
}

function classRow(revision: ClassRevision, pay: (grade: string) => PayRange | null): string {
  const { subjectId, number, effectiveOn, body } = revision;
  const { details } = body.sections;
  const range = pay(details?.payGrade ?? '');
  return tableRow('classes.csv', {
    ...namesIn(revision),
    ...{ classId: subjectId, revision: number, effectiveOn },
    ...{ seriesId: body.series?.id, seriesLevel: body.series?.level, payGrade: details?.payGrade },
    ...{ minimum: range?.minimum, maximum: range?.maximum, currency: range?.currency },
    ...{ occupationalGroup: details?.occupationalGroup, flsa: details?.flsa, eeo4: details?.eeo4 },
    ...{ bargainingUnit: details?.bargainingUnit, soc: details?.soc },
    civilServiceStatus: details?.civilServiceStatus,
  });
}

function eventRows(revision: ClassRevision): string[] {
  const { subjectId: classId, number, effectiveOn, events } = revision;
  const named = namesIn(revision);
  return events.map((event) =>
    tableRow('events.csv', { ...event, ...named, classId, revision: number, effectiveOn }),
  );
}

async function writeTexts(store: Store, { record }: DataAsked, files: DataFiles): Promise<void> {
  for await (const revision of everyTextUpTo(store, 'series', record.seq))
    await files.line('series.jsonl', dataText(revision));
  for await (const revision of everyTextUpTo(store, 'shared-text', record.seq))
    await files.line('shared-texts.jsonl', dataText(revision));
  for await (const revision of everyTextUpTo(store, 'pay-schedule', record.seq)) {
    await files.line('pay-schedules.jsonl', dataText(revision));
    const { number, effectiveOn, body } = revision;
    const { title: schedule, currency, grades } = body;
    for (const grade of grades)
      await files.write(
        'pay.csv',
        tableRow('pay.csv', { ...grade, schedule, currency, revision: number, effectiveOn }),
      );
  }
}

function dataText(revision: RecordedRevision<'series' | 'shared-text' | 'pay-schedule'>) {
  const { subject, subjectId: id, number, status, effectiveOn, decidedOn } = revision;
  const { recordedAt, action, hash, body } = revision;
  return { subject, id, number, status, effectiveOn, decidedOn, recordedAt, action, hash, body };
}

function codeRows({ codes }: PlanSettings): string[] {
  const kinds = Object.keys(codes) as (keyof PlanSettings['codes'])[];
  return kinds.sort().flatMap((kind) => {
    const { scheme, values } = codes[kind];
    return values.map((value) => tableRow('codes.csv', { kind, scheme, ...value }));
  });
}

const tableFiles: readonly TableName[] = [
  'classes.csv',
  'codes.csv',
  'data-dictionary.csv',
  'events.csv',
  'pay.csv',
];

/** Files that grow side by side, each hashed as it grows; those that the plan has nothing for are empty. */
class DataFiles {
  readonly #folder: string;
  readonly #open = new Map<string, Growing>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  line(name: LineFile, value: object): Promise<void> {
    return this.write(name, `${canonicalJson(value)}\n`);
  }

  async write(name: string, text: string): Promise<void> {
    const file = this.#open.get(name) ?? (await this.#begin(name));
    await file.add(text);
  }

  async #begin(name: string): Promise<Growing> {
    const path = join(this.#folder, name);
    await mkdir(dirname(path), { recursive: true });
    const file = new Growing(await open(path, 'wx'));
    this.#open.set(name, file);
    const table = tableFiles.find((each) => each === name);
    if (table) await file.add(tableHead(table));
    return file;
  }

  async close(): Promise<void> {
    for (const name of [...Object.keys(lineFiles), ...tableFiles]) await this.write(name, '');
    for (const file of this.#open.values()) await file.close();
  }

  list(): DataManifest['files'] {
    const names = [...this.#open.keys()].sort();
    return names.map((name) => ({ name, ...(this.#open.get(name) as Growing).facts() }));
  }
}

/** As much as is gathered before it is written. */
const portion = 256 * 1024;

class Growing {
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #waiting = '';

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async add(text: string): Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length >= portion) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting);
    this.#waiting = '';
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#handle.writeFile(bytes);
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#handle.close();
  }

  facts(): { readonly bytes: number; readonly sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
