// Official PDFs: the bytes printed once for a revision, kept under their SHA-256, served for ever. Each is an entry of
// the record too, so that the chain seals its bytes.
import type { Anchor, CalendarDate, OfficialDocument as Sealed } from '../../schemas/types.ts';
import { sha256 } from '../model/revision-chain.ts';
import type { Store } from './database.ts';
import { appendRevision } from './record.ts';

export interface OfficialDocument {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface PrintedOnce {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly browser: string;
  readonly printedAt: Date;
  /** The calendar date of printing where the employer is. */
  readonly printedOn: CalendarDate;
  /** The head of the record that stands on its pages. */
  readonly anchor: Anchor;
  /** The origin of the short address on its first page; null where none was set. */
  readonly publicUrl: string | null;
}

/** The official PDF of a revision, its bytes proved against their hash; null where it is not printed yet. */
export async function officialDocument(store: Store, revisionSeq: number): Promise<OfficialDocument | null> {
  const row = await store.db
    .selectFrom('official_documents')
    .select(['sha256', 'bytes'])
    .where('revision_seq', '=', revisionSeq)
    .where('kind', '=', 'specification')
    .executeTakeFirst();
  if (!row) return null;
  if (sha256(row.bytes) !== row.sha256) {
    throw new Error(`The official PDF of entry ${revisionSeq} of the record is not what was stored`);
  }
  return row;
}

/** What the record says of the official PDF of a revision, without its bytes. */
export async function officialDocumentFacts(store: Store, revisionSeq: number): Promise<Sealed | null> {
  const row = await store.db
    .selectFrom('official_documents')
    .innerJoin('revisions', 'revisions.seq', 'official_documents.record_seq')
    .select('revisions.body')
    .where('revision_seq', '=', revisionSeq)
    .where('kind', '=', 'specification')
    .executeTakeFirst();
  return row ? (JSON.parse(row.body) as Sealed) : null;
}

/** The revisions that have an official PDF, in the order in which these were sealed. */
export async function printedRevisions(store: Store): Promise<number[]> {
  const rows = await store.db
    .selectFrom('official_documents')
    .select('revision_seq')
    .where('kind', '=', 'specification')
    .orderBy('record_seq')
    .execute();
  return rows.map((row) => row.revision_seq);
}

/** The hash of the bytes as they are stored today, whatever is said of them. */
export async function storedHash(store: Store, revisionSeq: number): Promise<string | null> {
  const row = await store.db
    .selectFrom('official_documents')
    .select('bytes')
    .where('revision_seq', '=', revisionSeq)
    .where('kind', '=', 'specification')
    .executeTakeFirst();
  return row ? sha256(row.bytes) : null;
}

/** Keeps the printed bytes, inside a transaction. Where another printing was quicker, that one stays the official one. */
export async function keepOfficialDocument(
  store: Store,
  revisionSeq: number,
  printed: PrintedOnce,
): Promise<void> {
  if (await officialDocument(store, revisionSeq)) return;
  const { bytes, pages, browser, anchor, publicUrl } = printed;
  const printedAt = printed.printedAt.toISOString();
  const hash = sha256(bytes);
  const entry = await appendRevision(store, {
    subject: 'official-document',
    subjectId: `${revisionSeq}-specification`,
    status: 'active',
    changes: ['create'],
    effectiveOn: printed.printedOn,
    decidedOn: null,
    recordedAt: printedAt,
    recordedBy: 'printer',
    action: null,
    events: [],
    body: {
      revisionSeq,
      kind: 'specification',
      sha256: hash,
      bytes: bytes.length,
      pages,
      printedAt,
      publicUrl,
      browser,
      anchor,
    },
  });
  await store.db
    .insertInto('official_documents')
    .values({ revision_seq: revisionSeq, kind: 'specification', sha256: hash, bytes, record_seq: entry.seq })
    .execute();
}
