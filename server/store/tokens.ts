// Tokens of people, kept under their hashes, so that the file of the database opens no door. One that has ended stays
// as a row: the audit names it.
import { type Scope, scopesIn } from '../model/token.ts';
import type { Store, TokensTable } from './database.ts';

export interface Token {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  /** When it was last used; null for one that never was. */
  readonly usedAt: string | null;
}

export async function insertToken(
  store: Store,
  { id, personId, name, scopes, createdAt, expiresAt }: Omit<Token, 'usedAt'>,
  hash: string,
): Promise<void> {
  const row: TokensTable = {
    id,
    person_id: personId,
    name,
    scopes: JSON.stringify(scopes),
    hash,
    created_at: createdAt,
    expires_at: expiresAt,
    revoked_at: null,
    used_at: null,
  };
  await store.db.insertInto('tokens').values(row).execute();
}

/** The token that is in force at an instant and has this hash. */
export async function tokenByHash(store: Store, hash: string, now: Date): Promise<Token | null> {
  const row = await inForceAt(store, now).where('hash', '=', hash).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The tokens of a person that are in force, the oldest first. */
export async function tokensOf(store: Store, personId: string, now: Date): Promise<Token[]> {
  const rows = await inForceAt(store, now)
    .where('person_id', '=', personId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

function inForceAt({ db }: Store, now: Date) {
  return db
    .selectFrom('tokens')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString());
}

export async function markTokenUsed(store: Store, id: string, at: string): Promise<void> {
  await store.db.updateTable('tokens').set({ used_at: at }).where('id', '=', id).execute();
}

export async function endToken(store: Store, id: string, at: string): Promise<void> {
  await store.db.updateTable('tokens').set({ revoked_at: at }).where('id', '=', id).execute();
}

export async function endTokensOf(store: Store, personId: string, at: string): Promise<void> {
  await store.db
    .updateTable('tokens')
    .set({ revoked_at: at })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .execute();
}

function fromRow(row: TokensTable): Token {
  return {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    scopes: scopesIn(JSON.parse(row.scopes) as string[]),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}
