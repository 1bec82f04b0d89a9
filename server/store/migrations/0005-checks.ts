// Suppressions of findings: who let one stand, when and why, and who lifted that again. Entries are permanent and numbered
// without gaps; the last one of a finding says how it stands.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('suppressions')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('act', 'text', (column) => column.notNull().check(sql`act in ('suppress', 'lift')`))
    .addColumn('rule', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text')
    .addColumn('finding_key', 'text', (column) => column.notNull().check(sql`length(finding_key) = 64`))
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) =>
      column.notNull().check(sql`act = 'lift' or length(trim(reason)) > 0`),
    )
    .addColumn('by', 'text', (column) =>
      column.notNull().references('people.id').onDelete('restrict').onUpdate('restrict'),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('suppressions_by_finding').on('suppressions').column('finding_key').execute();
  for (const statement of permanence) await sql.raw(statement).execute(db);
}

const permanence = [
  refuse('update', 'changed'),
  refuse('delete', 'deleted'),
  // Refuses INSERT OR REPLACE too, which does not ask the delete trigger on every connection.
  `create trigger suppressions_have_no_gaps before insert on suppressions
   when new.seq is not (select coalesce(max(seq), 0) + 1 from suppressions)
   begin select raise(abort, 'A suppression is the next one: it cannot be replaced or skipped'); end`,
];

function refuse(act: 'update' | 'delete', done: string): string {
  return `create trigger suppressions_refuse_${act} before ${act} on suppressions
    begin select raise(abort, 'A suppression is permanent: it cannot be ${done}, only lifted'); end`;
}
