// What people say of a draft and of a posted action: threads of the staff, comments of the public, and what was decided on
// each. Everything is an entry that stays; the latest entry tells how a thread or a comment stands.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createThreads(db);
  await createPublicComments(db);
  for (const table of ['threads', 'thread_entries', 'public_comments', 'comment_decisions']) {
    for (const act of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger ${table}_refuse_${act} before ${act} on ${table}
           begin select raise(abort, 'What was said of an action is permanent'); end`,
        )
        .execute(db);
    }
  }
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('threads')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('quote', 'text')
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('threads_by_action').on('threads').columns(['action', 'class_id']).execute();
  await db.schema
    .createTable('thread_entries')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('thread', 'text', (column) => column.notNull().references('threads.id').onDelete('restrict'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull().check(sql`act in ('write', 'resolve', 'reopen')`))
    .addColumn('text', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('thread_entries_by_thread').on('thread_entries').column('thread').execute();
}

async function createPublicComments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('public_comments')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('action', 'text', (column) =>
      column.notNull().references('actions.number').onDelete('restrict'),
    )
    .addColumn('posted_on', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('class_id', 'text')
    .addColumn('name', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('public_comments_by_action').on('public_comments').column('action').execute();
  await db.schema
    .createTable('comment_decisions')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('comment', 'integer', (column) =>
      column.notNull().references('public_comments.id').onDelete('restrict'),
    )
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) =>
      column.notNull().check(sql`decision in ('publish', 'withhold')`),
    )
    .addColumn('reason', 'text')
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('comment_decisions_by_comment')
    .on('comment_decisions')
    .column('comment')
    .execute();
}
