// Ends a token of a person, at once and for good.
import { refusal } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import { endToken, tokensOf } from '../store/tokens.ts';
import type { Acting } from './acting.ts';

export async function revokeToken({ store, now, by }: Acting, personId: string, id: string): Promise<void> {
  await store.transaction(async (transaction) => {
    const token = (await tokensOf(transaction, personId, now)).find((each) => each.id === id);
    if (!token) throw refusal('token-not-found');
    await endToken(transaction, id, now.toISOString());
    const detail = { name: token.name };
    const subject = `token ${id}`;
    await writeAudit(transaction, { at: now, personId: by, act: 'token-revoked', subject, detail });
  });
}
