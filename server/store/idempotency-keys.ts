// The keys by which a program may repeat a request: the first answer is kept for a day under the key of its holder.
import type { Store } from './database.ts';

/** A day, in milliseconds. */
const keptFor = 86_400_000;

export interface KeyOf {
  /** The token, or the person who signed in. */
  readonly holder: string;
  readonly key: string;
}

export interface KeptRequest {
  readonly fingerprint: string;
  /** JSON; null while the request is under way. */
  readonly answer: string | null;
}

/** Takes the key for a request, in one step whoever else tries; null where it was free, else what it was taken for. */
export async function takeKey(
  store: Store,
  { holder, key }: KeyOf,
  fingerprint: string,
  now: Date,
): Promise<KeptRequest | null> {
  return store.transaction(async ({ db }) => {
    const oldest = new Date(now.getTime() - keptFor).toISOString();
    await db.deleteFrom('idempotency_keys').where('at', '<=', oldest).execute();
    const known = await db
      .selectFrom('idempotency_keys')
      .select(['fingerprint', 'answer'])
      .where('holder', '=', holder)
      .where('key', '=', key)
      .executeTakeFirst();
    if (known) return known;
    const at = now.toISOString();
    await db.insertInto('idempotency_keys').values({ holder, key, fingerprint, at, answer: null }).execute();
    return null;
  });
}

export async function keepAnswer({ db }: Store, { holder, key }: KeyOf, answer: string): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ answer })
    .where('holder', '=', holder)
    .where('key', '=', key)
    .execute();
}

/** The request was refused and did nothing: its key is free again. */
export async function freeKey({ db }: Store, { holder, key }: KeyOf): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('holder', '=', holder)
    .where('key', '=', key)
    .where('answer', 'is', null)
    .execute();
}
