// The search: the facts by which a list is narrowed, the stems of each text by what they stand in, and the words that the
// plan uses. Opening the database fills what is empty, from the record.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [column, path] of [
    ['eeo4', '$.sections.details.eeo4'],
    ['bargaining_unit', '$.sections.details.bargainingUnit'],
  ] as const) {
    await db.schema.alterTable('class_index').addColumn(column, 'text').execute();
    await sql`update class_index set ${sql.ref(column)} =
      (select json_extract(body, ${path}) from revisions where seq = revision_seq)`.execute(db);
  }
  await sql`drop table class_search`.execute(db);
  await sql`create virtual table class_search using fts5
    (name, summary, duties, rest, content = '', tokenize = 'unicode61')`.execute(db);
  await sql`create table class_words
    (word text primary key, texts integer not null) strict, without rowid`.execute(db);
}
