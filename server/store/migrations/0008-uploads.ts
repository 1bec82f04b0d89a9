// Files that were read for a draft, between their report and the word of their sender. Nothing here is permanent: an upload
// goes when it is put into the draft, or after a day.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('uploads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('cascade'),
    )
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull().references('people.id').onDelete('restrict'))
    .addColumn('at', 'text', (column) => column.notNull())
    .modifyEnd(sql`without rowid, strict`)
    .execute();
  await db.schema.createIndex('uploads_by_time').on('uploads').column('at').execute();
}
