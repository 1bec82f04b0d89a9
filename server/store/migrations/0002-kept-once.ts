// INSERT OR REPLACE deletes the row it replaces without asking the delete triggers, on connections that have not
// switched recursive_triggers on. These triggers refuse it on every connection.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger official_documents_are_kept_once before insert on official_documents
    when exists (select 1 from official_documents where revision_seq = new.revision_seq and kind = new.kind)
    begin select raise(abort, 'An official document is permanent: it cannot be replaced'); end`.execute(db);
  await sql`create trigger revisions_have_hashes_of_their_own before insert on revisions
    when exists (select 1 from revisions where hash = new.hash)
    begin select raise(abort, 'A revision is permanent: it cannot be replaced'); end`.execute(db);
}
