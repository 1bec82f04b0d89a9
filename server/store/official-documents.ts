// Official PDFs: the bytes printed once for a revision, kept under their SHA-256, served for ever.
import { sql } from 'kysely';
import { sha256 } from '../model/revision-chain.ts';
import type { Store } from './database.ts';

export interface OfficialDocument {
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface PrintedOnce {
  readonly revisionSeq: number;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly printedAt: string;
  readonly browser: string;
}

/** The official PDF of a revision, its bytes proved against their hash; null where it is not printed yet. */
export async function officialDocument(store: Store, revisionSeq: number): Promise<OfficialDocument | null> {
  const row = await store.db
    .selectFrom('official_documents')
    .select(['sha256', 'bytes', 'pages'])
    .where('revision_seq', '=', revisionSeq)
    .where('kind', '=', 'specification')
    .executeTakeFirst();
  if (!row) return null;
  if (sha256(row.bytes) !== row.sha256) {
    throw new Error(`The official PDF of revision ${revisionSeq} of the record is not what was stored`);
  }
  return row;
}

/** Size in bytes and number of pages, without the bytes. */
export async function officialDocumentSize(
  store: Store,
  revisionSeq: number,
): Promise<{ bytes: number; pages: number } | null> {
  const row = await store.db
    .selectFrom('official_documents')
    .select(({ fn }) => ['pages', fn<number>('length', ['bytes']).as('bytes')])
    .where('revision_seq', '=', revisionSeq)
    .where('kind', '=', 'specification')
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps the printed bytes. Where another printing was quicker, that one stays and is the official one. */
export async function keepOfficialDocument(store: Store, printed: PrintedOnce): Promise<void> {
  const { revisionSeq, bytes, pages, printedAt, browser } = printed;
  await sql`insert into official_documents (revision_seq, kind, sha256, bytes, pages, printed_at, browser)
    select ${revisionSeq}, 'specification', ${sha256(bytes)}, ${bytes}, ${pages}, ${printedAt}, ${browser}
    where not exists (select 1 from official_documents
                      where revision_seq = ${revisionSeq} and kind = 'specification')
    on conflict do nothing`.execute(store.db);
}
