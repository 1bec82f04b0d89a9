// Classification actions while they are prepared: the instrument, its drafts with every version saved, the permanent
// log of its steps, and the prints that wait for an adoption. What was decided is a revision of the record.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createActions(db);
  await createDrafts(db);
  await createLog(db);
  await createAdoptions(db);
  for (const act of ['update', 'delete']) {
    for (const table of ['action_log', 'draft_versions', 'action_authors']) {
      await sql
        .raw(
          `create trigger ${table}_refuse_${act} before ${act} on ${table}
           begin select raise(abort, 'What was done in an action is permanent'); end`,
        )
        .execute(db);
    }
  }
}

const steps = sql`step in ('draft', 'in review', 'posted', 'provisional', 'adopted', 'withdrawn')`;
const intents = sql`intent in ('create', 'change', 'correct', 'abolish')`;

async function createActions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('actions')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('authority', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull().check(steps))
    .addColumn('effective_on', 'text')
    .addColumn('posted_on', 'text')
    .addColumn('comments_until', 'text')
    .addColumn('decided_on', 'text')
    .addColumn('ratified_on', 'text')
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createTable('action_authors')
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_line_an_author', ['action', 'person_id'])
    .modifyEnd(sql`strict`)
    .execute();
}

async function createDrafts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('intent', 'text', (column) => column.notNull().check(intents))
    .addColumn('base_number', 'integer')
    .addColumn('effective_on', 'text')
    .addColumn('carry', 'text', (column) => column.check(sql`carry in ('forward', 'not')`))
    .addColumn('choices', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_draft_of_a_class_in_an_action', ['action', 'class_id'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createTable('draft_versions')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('draft_versions_by_hash')
    .on('draft_versions')
    .columns(['action', 'class_id', 'hash'])
    .execute();
}

async function createLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('action_log')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('step', 'text', (column) => column.notNull().check(steps))
    .addColumn('note', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('snapshot', 'text')
    .modifyEnd(sql`strict`)
    .execute();
}

async function createAdoptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('adoptions')
    .addColumn('action', 'text', (column) =>
      column.primaryKey().references('actions.number').onDelete('restrict'),
    )
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('approved_by', 'text', (column) => column.notNull())
    .addColumn('approved_at', 'text', (column) => column.notNull())
    .addColumn('total', 'integer', (column) => column.notNull())
    .addColumn('moved_at', 'text', (column) => column.notNull())
    .addColumn('fault', 'text')
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createTable('waiting_prints')
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('facts', 'text', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('one_print_of_a_text', ['action', 'text_hash'])
    .modifyEnd(sql`strict`)
    .execute();
}
