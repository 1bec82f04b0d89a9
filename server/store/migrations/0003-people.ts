// People who sign in, their sessions, and the audit: what was decided, tried and refused, by whom. Entries of the
// audit are permanent and numbered without gaps.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPeople(db);
  await createSessions(db);
  await createAudit(db);
  for (const statement of permanence) await sql.raw(statement).execute(db);
}

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) =>
      column
        .notNull()
        .unique()
        .check(sql`email = lower(email)`),
    )
    .addColumn('initials', 'text', (column) => column.notNull())
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('password', 'text')
    .addColumn('oidc_issuer', 'text')
    .addColumn('oidc_subject', 'text', (column) =>
      column.check(sql`(oidc_issuer is null) = (oidc_subject is null)`),
    )
    .addColumn('is_demonstration', 'integer', (column) =>
      column.notNull().check(sql`is_demonstration in (0, 1)`),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('disabled_at', 'text')
    .addColumn('sessions_from', 'text', (column) => column.notNull())
    .addUniqueConstraint('one_person_of_a_subject', ['oidc_issuer', 'oidc_subject'])
    .modifyEnd(sql`strict`)
    .execute();
}

async function createSessions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey().check(sql`length(id_hash) = 64`))
    .addColumn('person_id', 'text', (column) => column.references('people.id').onDelete('restrict'))
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('sessions_by_person').on('sessions').column('person_id').execute();
  await db.schema.createIndex('sessions_by_end').on('sessions').column('expires_at').execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) =>
      column.references('people.id').onDelete('restrict').onUpdate('restrict'),
    )
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .modifyEnd(sql`strict`)
    .execute();
}

const permanence = [
  refuse('update', 'changed'),
  refuse('delete', 'deleted'),
  // Refuses INSERT OR REPLACE too, which does not ask the delete trigger on every connection.
  `create trigger audit_has_no_gaps before insert on audit
   when new.seq is not (select coalesce(max(seq), 0) + 1 from audit)
   begin select raise(abort, 'An entry of the audit is the next one: it cannot be replaced or skipped'); end`,
];

function refuse(act: 'update' | 'delete', done: string): string {
  return `create trigger audit_refuse_${act} before ${act} on audit
    begin select raise(abort, 'An entry of the audit is permanent: it cannot be ${done}'); end`;
}
