// Texts of the plan itself (series, shared texts) as an action proposes them, with every version saved; and sweeps over
// the whole plan with what was decided for each class. What was decided and done is never changed or deleted.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPlanTexts(db);
  for (const table of ['plan_text_versions']) {
    for (const act of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_refuse_${act} before ${act} on ${table}
           begin select raise(abort, 'What was done in an action is permanent'); end`,
        )
        .execute(db);
    }
  }
}

const subjects = sql`subject in ('series', 'shared-text')`;
const statuses = sql`status in ('active', 'abolished')`;

async function createPlanTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan_text_drafts')
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('subject', 'text', (column) => column.notNull().check(subjects))
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('base_number', 'integer')
    .addColumn('status', 'text', (column) => column.notNull().check(statuses))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_draft_of_a_text_in_an_action', ['action', 'subject', 'subject_id'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createTable('plan_text_versions')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}
