// A program shows a token: whose it is, as that person stands now. Each use is an entry of the audit.
import type { Person } from '../model/person.ts';
import { sha256 } from '../model/revision-chain.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { personById } from '../store/people.ts';
import { markTokenUsed, type Token, tokenByHash } from '../store/tokens.ts';

export interface TokenHolder {
  readonly person: Person;
  readonly token: Token;
}

/** `what` is the request, such as 'GET /api/v1/actions/CN1960/preparation'. Null where the token opens nothing. */
export async function useToken(
  { store, now }: { readonly store: Store; readonly now: Date },
  secret: string,
  what: string,
): Promise<TokenHolder | null> {
  return store.transaction(async (transaction) => {
    const token = await tokenByHash(transaction, sha256(secret), now);
    const person = token && (await personById(transaction, token.personId));
    if (!token || !person || person.isDisabled) return null;
    await markTokenUsed(transaction, token.id, now.toISOString());
    const entry = { act: 'token-used', subject: `token ${token.id}`, detail: { what } } as const;
    await writeAudit(transaction, { at: now, personId: person.id, ...entry });
    return { person, token };
  });
}
