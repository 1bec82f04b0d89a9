// The permanent record and what is derived from it. Triggers refuse every change to what is permanent, and
// every entry that does not continue the chain.
import { type Kysely, sql } from 'kysely';

const genesis = '0'.repeat(64);

export async function up(db: Kysely<unknown>): Promise<void> {
  await createRevisions(db);
  await createRecordHead(db);
  await createOfficialDocuments(db);
  await createClassIndex(db);
  for (const statement of permanence) await sql.raw(statement).execute(db);
  await sql`insert into record_head (id, seq, hash) values (1, 0, ${genesis})`.execute(db);
  await sql.raw(recordHeadIsOneRow).execute(db);
}

async function createRevisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('seq', 'integer', (column) => column.primaryKey().check(sql`seq > 0`))
    .addColumn('subject', 'text', (column) =>
      column
        .notNull()
        .check(
          sql`subject in ('class', 'series', 'plan', 'shared-text', 'pay-schedule', 'official-document', 'action')`,
        ),
    )
    .addColumn('subject_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull().check(sql`number > 0`))
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('active', 'abolished')`))
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'text', (column) => column.notNull().check(sql`length(effective_on) = 10`))
    .addColumn('decided_on', 'text')
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('action', 'text')
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('salt', 'text', (column) => column.notNull().check(sql`length(salt) = 32`))
    .addColumn('body_hash', 'text', (column) => column.notNull().check(sql`length(body_hash) = 64`))
    .addColumn('previous_hash', 'text', (column) => column.notNull().check(sql`length(previous_hash) = 64`))
    .addColumn('hash', 'text', (column) =>
      column
        .notNull()
        .unique()
        .check(sql`length(hash) = 64`),
    )
    .addUniqueConstraint('one_revision_of_each_number', ['subject', 'subject_id', 'number'])
    .modifyEnd(sql`strict`)
    .execute();
}

async function createRecordHead(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('record_head')
    .addColumn('id', 'integer', (column) => column.primaryKey().check(sql`id = 1`))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}

async function createOfficialDocuments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('official_documents')
    .addColumn('revision_seq', 'integer', (column) =>
      column.notNull().references('revisions.seq').onDelete('restrict').onUpdate('restrict'),
    )
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('specification')`))
    .addColumn('sha256', 'text', (column) => column.notNull().check(sql`length(sha256) = 64`))
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addColumn('record_seq', 'integer', (column) =>
      column.notNull().unique().references('revisions.seq').onDelete('restrict').onUpdate('restrict'),
    )
    .addPrimaryKeyConstraint('one_document_of_each_kind', ['revision_seq', 'kind'])
    .modifyEnd(sql`strict`)
    .execute();
}

async function createClassIndex(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('class_index')
    .addColumn('revision_seq', 'integer', (column) =>
      column.primaryKey().references('revisions.seq').onDelete('restrict').onUpdate('restrict'),
    )
    .addColumn('class_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('effective_on', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('series_id', 'text')
    .addColumn('series_level', 'integer')
    .addColumn('pay_grade', 'text')
    .addColumn('flsa', 'text')
    .addColumn('occupational_group', 'text')
    .addColumn('summary', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  const indexed = [
    ['class_index_by_class', ['class_id', 'effective_on', 'number']],
    ['class_index_by_code', ['code']],
    ['class_index_by_series', ['series_id', 'series_level']],
  ] as const;
  for (const [name, columns] of indexed) {
    await db.schema
      .createIndex(name)
      .on('class_index')
      .columns([...columns])
      .execute();
  }
  await sql`create virtual table class_search using fts5
    (code, title, body, tokenize = 'porter unicode61 remove_diacritics 2')`.execute(db);
}

const permanence = [
  refuse('revisions', 'update', 'A revision is permanent: it cannot be changed'),
  refuse('revisions', 'delete', 'A revision is permanent: it cannot be deleted'),
  refuse('official_documents', 'update', 'An official document is permanent: it cannot be changed'),
  refuse('official_documents', 'delete', 'An official document is permanent: it cannot be deleted'),
  // INSERT OR REPLACE deletes what it replaces without asking the delete triggers, on connections that have not
  // switched recursive_triggers on. These two refuse it on every connection.
  `create trigger official_documents_are_kept_once before insert on official_documents
   when exists (select 1 from official_documents
                where (revision_seq = new.revision_seq and kind = new.kind) or record_seq = new.record_seq)
   begin select raise(abort, 'An official document is permanent: it cannot be replaced'); end`,
  `create trigger revisions_have_hashes_of_their_own before insert on revisions
   when exists (select 1 from revisions where hash = new.hash)
   begin select raise(abort, 'A revision is permanent: it cannot be replaced'); end`,
  refuse('record_head', 'delete', 'The head of the record cannot be deleted'),
  `create trigger revisions_continue_the_chain before insert on revisions
   when new.seq is not (select seq + 1 from record_head)
     or new.previous_hash is not (select hash from record_head)
     or new.seq is not (select coalesce(max(seq), 0) + 1 from revisions)
     or new.number is not (select coalesce(max(number), 0) + 1 from revisions
                           where subject = new.subject and subject_id = new.subject_id)
   begin select raise(abort, 'A revision must continue the record: next seq, next number, hash of the head'); end`,
  `create trigger record_head_only_advances before update on record_head
   when not (new.id is old.id and new.seq is old.seq and new.hash is old.hash)
    and not (new.id is old.id and new.seq is old.seq + 1
             and new.hash is (select hash from revisions where seq = new.seq))
   begin select raise(abort, 'The head of the record only advances, by one revision'); end`,
];

const recordHeadIsOneRow = `create trigger record_head_is_one_row before insert on record_head
   begin select raise(abort, 'The head of the record is one row'); end`;

function refuse(table: string, act: 'update' | 'delete', sentence: string): string {
  return `create trigger ${table}_refuse_${act} before ${act} on ${table}
    begin select raise(abort, '${sentence}'); end`;
}
