// What the tests of the record share: a folder of their own for real database files, and entries to append.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { SharedText, Specification } from '../../schemas/types.ts';
import { genesisHash } from '../../server/model/revision-chain.ts';
import type { Store } from '../../server/store/database.ts';
import { keepOfficialDocument, type PrintedOnce } from '../../server/store/official-documents.ts';
import { openStore } from '../../server/store/open.ts';
import { appendRevision, type NewRevision, type RecordedRevision } from '../../server/store/record.ts';

export interface Folder {
  file(name: string): string;
  remove(): void;
}

export function temporaryFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'classplan-test-'));
  return {
    file: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const stamp = {
  status: 'active',
  decidedOn: null,
  recordedAt: '2024-01-02T03:04:05.678Z',
  recordedBy: 'test',
  action: null,
  events: [],
} as const;

export function textEntry(id: string, text: string): NewRevision<'shared-text'> {
  const body: SharedText = { id, kind: 'clause', term: null, text };
  return {
    ...stamp,
    subject: 'shared-text',
    subjectId: id,
    changes: ['amend'],
    effectiveOn: '2024-01-01',
    body,
  };
}

export function classEntry(
  id: string,
  changed: Partial<Specification> = {},
  header: Partial<NewRevision<'class'>> = {},
): NewRevision<'class'> {
  const duty = { id: 'b1', kind: 'item', level: 1, text: `Keeps the books of ${id}.` } as const;
  const sections = { duties: { state: 'text' as const, blocks: [duty] } };
  const body = { code: 'T100', title: `Title of ${id}`, series: null, sections, additional: [], ...changed };
  return {
    ...stamp,
    subject: 'class',
    subjectId: id,
    changes: ['amend'],
    effectiveOn: '2024-01-01',
    ...header,
    body,
  };
}

export function append(store: Store, entry: NewRevision<'class' | 'shared-text'>): Promise<RecordedRevision> {
  return store.transaction((transaction) => appendRevision(transaction, entry));
}

/** How the entries of `writeRecord` follow each other: a class, the official PDF of it, two texts. */
export const round = 4;

/** A record of `length` entries in `file`, in rounds of a class, its official PDF and two texts. */
export async function writeRecord(file: string, length: number, mark = ''): Promise<void> {
  const store = await openStore(file);
  await store.transaction(async (transaction) => {
    for (let each = 0; each < length; each += 1) {
      const id = `subject-${each % 7}`;
      if (each % round === 0)
        await appendRevision(transaction, classEntry(id, { title: `Title ${each} ${mark}` }));
      else if (each % round === 1) await keepOfficialDocument(transaction, each, printing(`entry ${each}`));
      else await appendRevision(transaction, textEntry(id, `Wording ${each} ${mark}`));
    }
  });
  await store.close();
}

/** What a printer would hand over; only `text` tells one printing from another. */
export function printing(text: string): PrintedOnce {
  return {
    bytes: Buffer.from(`%PDF-1.7 ${text}`),
    pages: 2,
    browser: 'Fake/1',
    printedAt: new Date(stamp.recordedAt),
    printedOn: '2024-01-02',
    publicUrl: null,
    anchor: { seq: 0, hash: genesisHash },
  };
}

/** A connection with the settings that better-sqlite3 gives by itself, as any other program may have. */
export function rawConnection(file: string): SqliteDatabase.Database {
  return new SqliteDatabase(file, { fileMustExist: true });
}

export function withRaw<T>(file: string, work: (database: SqliteDatabase.Database) => T): T {
  const database = rawConnection(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Takes the guards away, as somebody with the file and a purpose can. */
export function dropTriggers(database: SqliteDatabase.Database): void {
  const names = database
    .prepare(`select name from sqlite_schema where type = 'trigger'`)
    .pluck()
    .all() as string[];
  for (const name of names) database.exec(`drop trigger ${name}`);
}

/** Every word of an error and of its causes. */
export function wordsOfChain(error: unknown): string {
  return error instanceof Error ? `${error.message}\n${wordsOfChain(error.cause)}` : '';
}
