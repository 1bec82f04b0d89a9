// Makes a token by which a program acts for a person. It is shown once; only its hash is kept.
import { randomBytes } from 'node:crypto';
import type { Issue } from '../model/issue.ts';
import { sha256 } from '../model/revision-chain.ts';
import { mostTokens, newToken, type Scope } from '../model/token.ts';
import { writeAudit } from '../store/audit.ts';
import { insertToken, type Token, tokensOf } from '../store/tokens.ts';
import type { Acting } from './acting.ts';

export interface NewToken {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly days: number;
}

export type MadeToken =
  | { readonly outcome: 'made'; readonly secret: string; readonly token: Token }
  | { readonly outcome: 'issue'; readonly issue: Issue };

export async function makeToken({ store, now, by }: Acting, wanted: NewToken): Promise<MadeToken> {
  const { days, ...stated } = wanted;
  const secret = newToken();
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString();
  const id = randomBytes(6).toString('hex');
  const token: Token = { ...stated, id, createdAt: now.toISOString(), expiresAt, usedAt: null };
  return store.transaction(async (transaction) => {
    const held = await tokensOf(transaction, wanted.personId, now);
    const issue = issueWith(wanted.name, held);
    if (issue) return { outcome: 'issue', issue };
    await insertToken(transaction, token, sha256(secret));
    const { name, scopes } = wanted;
    const detail = { name, scopes, expiresAt };
    const subject = `token ${id}`;
    await writeAudit(transaction, { at: now, personId: by, act: 'token-made', subject, detail });
    return { outcome: 'made', secret, token };
  });
}

function issueWith(name: string, held: readonly Token[]): Issue | null {
  if (held.some((token) => token.name === name))
    return { field: 'name', problem: 'taken', message: 'You have a token of this name. Choose another.' };
  if (held.length < mostTokens) return null;
  const message = `You have ${mostTokens} tokens, the most that one person may have. Revoke one first.`;
  return { field: 'name', problem: 'too-many', message };
}
