// Keeps in the audit that somebody was refused: for want of a role, or after too many tries.
import { type AuditAct, writeAudit } from '../store/audit.ts';
import type { Acting } from './acting.ts';

export async function noteRefusal(
  { store, now, by }: Acting,
  entry: {
    readonly act: Extract<AuditAct, 'refused' | 'sign-in-refused'>;
    readonly subject: string;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await store.transaction((transaction) => writeAudit(transaction, { at: now, personId: by, ...entry }));
}
