// Sessions: kept under the hash of the cookie's id, so that the file of the database opens no door. They outlive a
// restart of the server.
import { sha256 } from '../model/revision-chain.ts';
import type { Store } from './database.ts';

export interface KeptSession {
  /** Null where nobody has signed in yet: the way to an identity provider and back. */
  readonly personId: string | null;
  readonly body: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

export async function findSession(store: Store, id: string, now: Date): Promise<KeptSession | null> {
  const row = await store.db
    .selectFrom('sessions')
    .selectAll()
    .where('id_hash', '=', sha256(id))
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();
  if (!row) return null;
  return {
    personId: row.person_id,
    body: row.body,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** Adds a session, and clears away those that have ended. */
export async function addSession(store: Store, id: string, session: KeptSession): Promise<void> {
  await store.db.deleteFrom('sessions').where('expires_at', '<=', session.createdAt).execute();
  await store.db
    .insertInto('sessions')
    .values({
      id_hash: sha256(id),
      person_id: session.personId,
      body: session.body,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** False where the session has ended meanwhile: it is not brought back. */
export async function changeSession(
  store: Store,
  id: string,
  change: { body?: string; expiresAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('sessions')
    .set({ expires_at: change.expiresAt, ...(change.body !== undefined && { body: change.body }) })
    .where('id_hash', '=', sha256(id))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function endSession(store: Store, id: string): Promise<void> {
  await store.db.deleteFrom('sessions').where('id_hash', '=', sha256(id)).execute();
}

export async function endSessionsOf(store: Store, personId: string): Promise<void> {
  await store.db.deleteFrom('sessions').where('person_id', '=', personId).execute();
}
