// What is wrong with the official PDFs: every one that an entry of the record seals must be there, byte for byte, and
// no other. The entries themselves must have been proved before.
import type SqliteDatabase from 'better-sqlite3';
import { sha256 } from '../model/revision-chain.ts';

export interface DocumentFault {
  readonly verdict: 'altered' | 'missing';
  readonly sentence: string;
}

interface Row {
  record_seq: number;
  body: string;
  kind: string | null;
  sha256: string | null;
  bytes: unknown;
  revision_seq: number | null;
}

interface Stated {
  readonly revisionSeq: number;
  readonly kind: string;
  readonly sha256: string;
}

export function documentFault(database: SqliteDatabase.Database): DocumentFault | null {
  const proved = new Set<number>();
  for (const row of sealedDocuments(database)) {
    const stated = statedBy(row);
    const whose = `the official PDF of entry ${stated?.revisionSeq ?? '?'}, sealed by entry ${row.record_seq},`;
    if (row.bytes === null) return { verdict: 'missing', sentence: `Missing: ${whose} is not there.` };
    if (!stated || !isAsStated(row, stated)) {
      return { verdict: 'altered', sentence: `Altered: ${whose} is not what was stored.` };
    }
    proved.add(row.record_seq);
  }
  if (proved.size === countDocuments(database)) return null;
  return { verdict: 'altered', sentence: 'Altered: there is an official PDF that the record does not know.' };
}

function sealedDocuments(database: SqliteDatabase.Database): Iterable<Row> {
  return database
    .prepare(
      `select revisions.seq as record_seq, body, kind, sha256, bytes, revision_seq from revisions
       left join official_documents on official_documents.record_seq = revisions.seq
       where subject = 'official-document' order by revisions.seq`,
    )
    .iterate() as Iterable<Row>;
}

/** What the entry says of its document; null where it says nothing, as only a rewritten entry can. */
function statedBy({ body }: Row): Stated | null {
  try {
    return JSON.parse(body) as Stated | null;
  } catch {
    return null;
  }
}

function isAsStated(row: Row, stated: Stated): boolean {
  return (
    row.revision_seq === stated.revisionSeq &&
    row.kind === stated.kind &&
    row.sha256 === stated.sha256 &&
    row.bytes instanceof Uint8Array &&
    sha256(row.bytes) === stated.sha256
  );
}

export function countDocuments(database: SqliteDatabase.Database): number {
  return database.prepare('select count(*) from official_documents').pluck().get() as number;
}
