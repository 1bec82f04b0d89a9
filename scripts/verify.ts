// npm run verify -- FILE [--anchor SEQ:HASH …]: is the record in this database what it was? It uses nothing of the
// application but the hash rule, changes nothing, and answers with one verdict: intact, altered, missing, tail cut
// or rewritten. An anchor is a head kept elsewhere; every official PDF carries one.
import { existsSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import {
  canonicalJson,
  genesisHash,
  hashBody,
  hashRevision,
  type RevisionHeader,
  sha256,
} from '../server/model/revision-chain.ts';
import { readWords, run, UsageError } from './command-line.ts';

const usage = 'Usage: npm run verify -- [FILE] [--anchor SEQ:HASH …]';

interface Row {
  seq: number;
  subject: string;
  subject_id: string;
  number: number;
  status: string;
  changes: string;
  effective_on: string;
  decided_on: string | null;
  recorded_at: string;
  recorded_by: string;
  action: string | null;
  events: string;
  body: string;
  salt: string;
  body_hash: string;
  previous_hash: string;
  hash: string;
}

export interface Anchor {
  readonly seq: number;
  /** The hash or at least its first 16 digits. */
  readonly hash: string;
}

export interface Verdict {
  readonly verdict: 'intact' | 'altered' | 'missing' | 'tail cut' | 'rewritten';
  readonly sentence: string;
}

const tables = ['revisions', 'record_head', 'official_documents'];

/** The verdict on a database file. It reads every entry and every official PDF once. */
export function verify(file: string, anchors: readonly Anchor[]): Verdict {
  const database = open(file);
  try {
    // One transaction: what is verified is one state, also while a server writes.
    return database.transaction(() => lostTable(database) ?? judge(database, anchors))();
  } catch (error) {
    if (!(error instanceof SqliteDatabase.SqliteError)) throw error;
    return {
      verdict: 'altered',
      sentence: `Altered: the record cannot be read to its end (${error.message}).`,
    };
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
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read as a database: ${why}.\n${usage}`);
  }
  database.close();
  throw new UsageError(`${file} is a database and holds no record of a plan.\n${usage}`);
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
  for (const row of database.prepare('select * from revisions order by seq').iterate() as Iterable<Row>) {
    if (row.seq > previous.seq + 1) return missing(previous.seq + 1);
    const fault = faultOf(row, previous, (seen.get(subjectOf(row)) ?? 0) + 1);
    if (fault) return altered(row, fault);
    const isForeign = anchors.some(({ seq, hash }) => seq === row.seq && !row.hash.startsWith(hash));
    if (isForeign) return rewritten(row.seq);
    seen.set(subjectOf(row), row.number);
    previous = { seq: row.seq, hash: row.hash };
  }
  return faultAtTheEnd(database, previous, anchors) ?? faultyDocument(database) ?? intact(database, previous);
}

function subjectOf(row: Row): string {
  return `${row.subject} ${row.subject_id}`;
}

function faultOf(row: Row, previous: Anchor, number: number): string | null {
  if (row.seq !== previous.seq + 1) return 'no entry can stand there';
  const header = headerOf(row);
  if (header === null) return 'a column is not the text that was written';
  if (hashBody(row.salt, row.body) !== row.body_hash) return 'its body does not match its hash';
  if (hashRevision(header) !== row.hash) return 'its header does not match its hash';
  if (row.previous_hash !== previous.hash) return 'it does not continue the entry before it';
  return row.number === number ? null : `it is numbered ${row.number} where ${number} comes next`;
}

function headerOf(row: Row): RevisionHeader | null {
  const [changes, events] = [canonicalList(row.changes), canonicalList(row.events)];
  // A BLOB with the bytes of the text would hash alike.
  if (!changes || !events || typeof row.body !== 'string' || typeof row.salt !== 'string') return null;
  return {
    seq: row.seq,
    subject: row.subject,
    subjectId: row.subject_id,
    number: row.number,
    status: row.status,
    changes: changes as string[],
    effectiveOn: row.effective_on,
    decidedOn: row.decided_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    action: row.action,
    events,
    previousHash: row.previous_hash,
    bodyHash: row.body_hash,
  };
}

/** The list, where the text is its one canonical form; null otherwise, so that no byte can change unseen. */
function canonicalList(text: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && canonicalJson(value) === text ? (value as unknown[]) : null;
  } catch {
    return null;
  }
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

function faultyDocument(database: SqliteDatabase.Database): Verdict | null {
  const documents = database
    .prepare(
      `select sha256, bytes, seq, subject_id, number from official_documents
       left join revisions on revisions.seq = official_documents.revision_seq order by revision_seq`,
    )
    .iterate() as Iterable<{
    sha256: string;
    bytes: Uint8Array;
    seq: number | null;
    subject_id: string;
    number: number;
  }>;
  for (const { sha256: stored, bytes, seq, subject_id, number } of documents) {
    if (seq !== null && sha256(bytes) === stored) continue;
    const whose = seq === null ? 'of no revision' : `of revision ${number} of ${subject_id} (entry ${seq})`;
    return { verdict: 'altered', sentence: `Altered: the official PDF ${whose} is not what was stored.` };
  }
  return null;
}

function missing(seq: number): Verdict {
  return { verdict: 'missing', sentence: `Missing at ${seq}: entry ${seq} of the record is not there.` };
}

function altered(row: Row, fault: string): Verdict {
  const whose = `revision ${row.number} of ${row.subject} ${row.subject_id}`;
  return {
    verdict: 'altered',
    sentence: `Altered at ${row.seq}: ${whose} is not what was recorded; ${fault}.`,
  };
}

function rewritten(seq: number): Verdict {
  return {
    verdict: 'rewritten',
    sentence: `Rewritten: the record agrees with itself, but entry ${seq} is not the one that the anchor names.`,
  };
}

function intact(database: SqliteDatabase.Database, head: Anchor): Verdict {
  const { count } = database.prepare('select count(*) as count from official_documents').get() as {
    count: number;
  };
  const documents = count === 1 ? '1 official PDF' : `${count} official PDFs`;
  return {
    verdict: 'intact',
    sentence: `Intact: ${head.seq} entries and ${documents}. Head ${head.seq}:${head.hash}`,
  };
}

function readAnchor(text: string): Anchor {
  const match = /^([1-9]\d*):([0-9a-f]{16,64})$/.exec(text);
  if (match?.[2]) return { seq: Number(match[1]), hash: match[2] };
  throw new UsageError(
    `--anchor is SEQ:HASH with at least 16 digits of the hash, and is "${text}".\n${usage}`,
  );
}

if (import.meta.main) {
  await run(() => {
    const options = { anchor: { type: 'string', multiple: true } } as const;
    const { values, positionals } = readWords({ options }, usage);
    const file = positionals[0] ?? './var/classplan.db';
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.\n${usage}`);
    const anchors = Array.isArray(values.anchor)
      ? values.anchor.map((anchor) => readAnchor(String(anchor)))
      : [];
    const { verdict, sentence } = verify(file, anchors);
    console.log(sentence);
    return Promise.resolve(verdict === 'intact' ? 0 : 1);
  });
}
