// Texts of the plan itself (series, shared texts) as an action proposes them, with every version saved; and sweeps over
// the whole plan with what was decided for each class. What was decided and done is never changed or deleted.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPlanTexts(db);
  await createSweeps(db);
  for (const [table] of permanentKeys) {
    for (const act of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_refuse_${act} before ${act} on ${table}
           begin select raise(abort, 'What was done in an action is permanent'); end`,
        )
        .execute(db);
    }
  }
  // Refuses INSERT OR REPLACE too, which does not ask the delete trigger on every connection.
  for (const [table, key] of permanentKeys) {
    await sql
      .raw(
        `create trigger ${table}_are_written_once before insert on ${table}
         when exists (select 1 from ${table} where ${key} = new.${key})
         begin select raise(abort, 'What was done in an action is permanent'); end`,
      )
      .execute(db);
  }
}

const permanentKeys = [
  ['plan_text_versions', 'id'],
  ['sweeps', 'id'],
  ['sweep_decisions', 'id'],
  ['sweep_steps', 'id'],
] as const;

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

const decisions = sql`decision in ('change', 'keep')`;
const sweepSteps = sql`step in ('end', 'reopen', 'abandon')`;

async function createSweeps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sweeps')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('proposal', 'text', (column) => column.notNull())
    .addColumn('begun_by', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('sweeps_by_action').on('sweeps').column('action').execute();
  await db.schema
    .createTable('sweep_decisions')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('sweep', 'text', (column) => column.notNull().references('sweeps.id').onDelete('restrict'))
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull().check(decisions))
    .addColumn('reason', 'text')
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('sweep_decisions_by_sweep').on('sweep_decisions').column('sweep').execute();
  await db.schema
    .createTable('sweep_steps')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('sweep', 'text', (column) => column.notNull().references('sweeps.id').onDelete('restrict'))
    .addColumn('step', 'text', (column) => column.notNull().check(sweepSteps))
    .addColumn('outcome', 'text')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}
