// Tokens by which programs act for a person, kept as hashes only; and the answers to requests that a program may repeat.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person_id', 'text', (column) => column.notNull().references('people.id').onDelete('restrict'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('used_at', 'text')
    .modifyEnd(sql`without rowid, strict`)
    .execute();
  await db.schema.createIndex('tokens_by_person').on('tokens').column('person_id').execute();
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addPrimaryKeyConstraint('idempotency_keys_of_holder', ['holder', 'key'])
    .modifyEnd(sql`without rowid, strict`)
    .execute();
  await db.schema.createIndex('idempotency_keys_by_time').on('idempotency_keys').column('at').execute();
}
