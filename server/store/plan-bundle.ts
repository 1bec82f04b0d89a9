// The plan as the lines of a bundle, read in small pages. What is permanent does not change while it is read, so the
// head at the beginning bounds everything.
import type { BundledDocument, BundledEntry, DocumentKind, OfficialDocument } from '../../schemas/types.ts';
import { bundleLine } from '../model/plan-bundle.ts';
import { canonicalJson } from '../model/revision-chain.ts';
import type { RevisionsTable, Store } from './database.ts';
import { fromRow, recordHead } from './record.ts';

const pageLength = 50;

/** Every line, each with its line feed. `version` is the program's. */
export async function* planLines(store: Store, version: string): AsyncGenerator<string> {
  const head = await recordHead(store);
  const documents = await sealedDocuments(store, head.seq);
  yield bundleLine({
    line: 'plan',
    format: 'classplan/plan/1',
    version,
    head,
    entries: head.seq,
    documents: documents.length,
  });
  for (let seq = 0; seq < head.seq; seq += pageLength) {
    for (const row of await entriesAfter(store, seq, Math.min(seq + pageLength, head.seq)))
      yield bundleLine(bundled(row));
  }
  for (const recordSeq of documents) yield await documentLine(store, recordSeq);
}

function entriesAfter(store: Store, after: number, upTo: number): Promise<RevisionsTable[]> {
  return store.db
    .selectFrom('revisions')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute();
}

function bundled(row: RevisionsTable): BundledEntry {
  const { body, hash, ...header } = fromRow(row);
  if (canonicalJson(body) !== row.body) throw new Error(`The body of entry ${row.seq} is not canonical JSON`);
  return {
    line: 'entry',
    header: { ...header, changes: [...header.changes], events: [...header.events] },
    body: { ...body },
    salt: row.salt,
    hash,
  };
}

/** The numbers of the entries that seal a document, up to the head. */
async function sealedDocuments(store: Store, upTo: number): Promise<number[]> {
  const rows = await store.db
    .selectFrom('official_documents')
    .select('record_seq')
    .where('record_seq', '<=', upTo)
    .orderBy('record_seq')
    .execute();
  return rows.map((row) => row.record_seq);
}

async function documentLine(store: Store, recordSeq: number): Promise<string> {
  const row = await store.db
    .selectFrom('official_documents')
    .selectAll()
    .where('record_seq', '=', recordSeq)
    .executeTakeFirstOrThrow();
  return bundleLine({
    line: 'document',
    recordSeq,
    revisionSeq: row.revision_seq,
    kind: row.kind as DocumentKind,
    sha256: row.sha256,
    bytes: Buffer.from(row.bytes).toString('base64'),
  });
}

/** False where the entry that it names does not seal exactly this document. */
export async function keepBundledDocument(
  store: Store,
  { recordSeq, revisionSeq, kind, sha256 }: BundledDocument,
  bytes: Uint8Array,
): Promise<boolean> {
  const entry = await store.db
    .selectFrom('revisions')
    .select('body')
    .where('seq', '=', recordSeq)
    .where('subject', '=', 'official-document')
    .executeTakeFirst();
  const sealed = entry && (JSON.parse(entry.body) as OfficialDocument);
  const isSealed =
    sealed?.revisionSeq === revisionSeq &&
    sealed.kind === kind &&
    sealed.sha256 === sha256 &&
    sealed.bytes === bytes.length;
  if (!isSealed) return false;
  await store.db
    .insertInto('official_documents')
    .values({ revision_seq: revisionSeq, kind, sha256, bytes, record_seq: recordSeq })
    .execute();
  return true;
}
