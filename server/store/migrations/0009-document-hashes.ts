// Official PDFs are found by their hash, so that anybody may ask whether a copy is one of them.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('official_documents_by_hash')
    .on('official_documents')
    .column('sha256')
    .execute();
}
