// What people say of a draft and of a posted action: threads of the staff, comments of the public, and what was decided on
// each. Everything is an entry that stays; the latest entry tells how a thread or a comment stands.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createThreads(db);
  await createThreadEntries(db);
  await createPublicComments(db);
  await createDecisions(db);
  for (const statement of permanence()) await sql.raw(statement).execute(db);
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('threads')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('quote', 'text')
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('threads_by_action').on('threads').columns(['action', 'class_id']).execute();
}

async function createThreadEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('thread_entries')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('thread', 'integer', (column) =>
      column.notNull().references('threads.id').onDelete('restrict'),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull().references('people.id').onDelete('restrict'))
    .addColumn('act', 'text', (column) => column.notNull().check(sql`act in ('write', 'resolve', 'reopen')`))
    .addColumn('text', 'text', (column) =>
      column.notNull().check(sql`length(text) <= 4000 and (act <> 'write' or text <> '')`),
    )
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('thread_entries_by_thread').on('thread_entries').column('thread').execute();
}

async function createPublicComments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('public_comments')
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('posted_on', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text')
    .addColumn('class_title', 'text')
    .addColumn('class_code', 'text')
    .addColumn('name', 'text', (column) => column.check(sql`length(name) between 1 and 120`))
    .addColumn('text', 'text', (column) => column.notNull().check(sql`length(text) between 1 and 5000`))
    .addPrimaryKeyConstraint('one_comment_of_a_number', ['action', 'number'])
    .addCheckConstraint(
      'a_class_has_a_name',
      sql`(class_id is null) = (class_title is null) and (class_id is null) = (class_code is null)`,
    )
    .modifyEnd(sql`strict`)
    .execute();
}

async function createDecisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment_decisions')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('comment', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull().references('people.id').onDelete('restrict'))
    .addColumn('decision', 'text', (column) =>
      column.notNull().check(sql`decision in ('publish', 'withhold')`),
    )
    .addColumn('reason', 'text', (column) =>
      column.check(sql`(reason is null) = (decision = 'publish') and reason <> ''`),
    )
    .addForeignKeyConstraint(
      'decides_on_a_comment',
      ['action', 'comment'],
      'public_comments',
      ['action', 'number'],
      (constraint) => constraint.onDelete('restrict'),
    )
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('comment_decisions_by_comment')
    .on('comment_decisions')
    .columns(['action', 'comment'])
    .execute();
}

function permanence(): string[] {
  const kept = ['threads', 'thread_entries', 'public_comments', 'comment_decisions'];
  return [
    ...kept.flatMap((table) => [refuse(table, 'update'), refuse(table, 'delete')]),
    ...['threads', 'thread_entries', 'comment_decisions'].map((table) => numbered(table, 'id', 'true')),
    numbered('public_comments', 'number', 'action = new.action'),
  ];
}

function refuse(table: string, act: 'update' | 'delete'): string {
  return `create trigger ${table}_refuse_${act} before ${act} on ${table}
    begin select raise(abort, 'What was said of an action is permanent'); end`;
}

/** Refuses INSERT OR REPLACE too, which does not ask the delete trigger on every connection. */
function numbered(table: string, column: string, among: string): string {
  return `create trigger ${table}_has_no_gaps before insert on ${table}
    when new.${column} is not (select coalesce(max(${column}), 0) + 1 from ${table} where ${among})
    begin select raise(abort, 'What was said of an action is the next entry: it cannot be replaced or skipped'); end`;
}
