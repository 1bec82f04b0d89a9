// The verdict on the record in a database: intact, altered, missing, tail cut or rewritten. It uses nothing of the
// application but the hash rule, and changes nothing. An anchor is a head of the record that was kept elsewhere.
import SqliteDatabase from 'better-sqlite3';
import { genesisHash } from '../model/revision-chain.ts';
import { countDocuments, documentFault } from './document-fault.ts';
import type { RevisionsTable } from './database.ts';
import { entryFault } from './entry-fault.ts';

export interface Anchor {
  readonly seq: number;
  /** The hash or at least its first 16 digits. */
  readonly hash: string;
  /** Where it was kept, in words; without, it is 'the anchor'. */
  readonly source?: string;
}

export interface Verdict {
  readonly verdict: 'intact' | 'altered' | 'missing' | 'tail cut' | 'rewritten';
  readonly sentence: string;
}

const tables = ['revisions', 'record_head', 'official_documents'];

/** A file that is no database, or one without a plan: there is nothing to judge. */
export class NoRecordError extends Error {
  override readonly name = 'NoRecordError';
}

/** The verdict on a database file. It reads every entry and every official PDF once; throws NoRecordError. */
export function verify(file: string, anchors: readonly Anchor[]): Verdict {
  try {
    return judged(open(file), anchors);
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
    return {
      verdict: 'altered',
      sentence: `Altered: the record cannot be read to its end (${error.message}).`,
    };
  }
}

function judged(database: SqliteDatabase.Database, anchors: readonly Anchor[]): Verdict {
  try {
    // One transaction: what is verified is one state, also while a server writes.
    return database.transaction(() => lostTable(database) ?? judge(database, anchors))();
  } finally {
    database.close();
  }
}

function open(file: string): SqliteDatabase.Database {
  let database: SqliteDatabase.Database | null = null;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    const found = tablesOf(database);
    if (tables.some((table) => found.includes(table))) return database;
  } catch (error) {
    database?.close();
    if (isDamage(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new NoRecordError(`${file} cannot be read as a database: ${why}.`);
  }
  database.close();
  throw new NoRecordError(`${file} is a database and holds no record of a plan.`);
}

/** A database whose pages were changed, as against a file that never was one. */
function isDamage(error: unknown): boolean {
  return error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_CORRUPT');
}

function tablesOf(database: SqliteDatabase.Database): unknown[] {
  return database.prepare(`select name from sqlite_schema where type in ('table', 'view')`).pluck().all();
}

function lostTable(database: SqliteDatabase.Database): Verdict | null {
  const found = tablesOf(database);
  const lost = tables.find((table) => !found.includes(table));
  if (lost === undefined) return null;
  const first = lost === 'revisions' ? ' at 1' : '';
  return { verdict: 'missing', sentence: `Missing${first}: the table ${lost} of the record is not there.` };
}

function judge(database: SqliteDatabase.Database, anchors: readonly Anchor[]): Verdict {
  let previous = { seq: 0, hash: genesisHash };
  const seen = new Map<string, number>();
  for (const row of database
    .prepare('select * from revisions order by seq')
    .iterate() as Iterable<RevisionsTable>) {
    if (row.seq > previous.seq + 1) return missing(previous.seq + 1);
    const fault = entryFault(row, previous, (seen.get(subjectOf(row)) ?? 0) + 1);
    if (fault) return altered(row, fault);
    const foreign = anchors.find(({ seq, hash }) => seq === row.seq && !row.hash.startsWith(hash));
    if (foreign) return rewritten(foreign);
    seen.set(subjectOf(row), row.number);
    previous = { seq: row.seq, hash: row.hash };
  }
  return faultAtTheEnd(database, previous, anchors) ?? documentFault(database) ?? intact(database, previous);
}

function subjectOf(row: RevisionsTable): string {
  return `${row.subject} ${row.subject_id}`;
}

function faultAtTheEnd(
  database: SqliteDatabase.Database,
  last: Anchor,
  anchors: readonly Anchor[],
): Verdict | null {
  const head = database.prepare('select seq, hash from record_head').get() as Anchor | undefined;
  const later = Math.max(head?.seq ?? 0, ...anchors.map(({ seq }) => seq));
  if (later > last.seq) {
    return {
      verdict: 'tail cut',
      sentence: `Tail cut: the record ends with entry ${last.seq}, and entry ${later} once existed.`,
    };
  }
  if (head && head.seq === last.seq && head.hash === last.hash) return null;
  return {
    verdict: 'altered',
    sentence: `Altered: the head of the record does not name its last entry, ${last.seq}.`,
  };
}

function missing(seq: number): Verdict {
  return { verdict: 'missing', sentence: `Missing at ${seq}: entry ${seq} of the record is not there.` };
}

function altered(row: RevisionsTable, fault: string): Verdict {
  const whose = `revision ${row.number} of ${row.subject} ${row.subject_id}`;
  return {
    verdict: 'altered',
    sentence: `Altered at ${row.seq}: ${whose} is not what was recorded; ${fault}.`,
  };
}

function rewritten({ seq, source = 'the anchor' }: Anchor): Verdict {
  return {
    verdict: 'rewritten',
    sentence: `Rewritten: the record agrees with itself, but entry ${seq} is not the one that ${source} names.`,
  };
}

function intact(database: SqliteDatabase.Database, head: Anchor): Verdict {
  const count = countDocuments(database);
  const documents = count === 1 ? '1 official PDF' : `${count} official PDFs`;
  return {
    verdict: 'intact',
    sentence: `Intact: ${head.seq} entries and ${documents}. Head ${head.seq}:${head.hash}`,
  };
}
