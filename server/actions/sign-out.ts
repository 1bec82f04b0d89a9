// Ends one session of a person.
import { writeAudit } from '../store/audit.ts';
import { endSession } from '../store/sessions.ts';
import type { Acting } from './acting.ts';

export async function signOut({ store, now, by }: Acting, sessionId: string): Promise<void> {
  await store.transaction(async (transaction) => {
    await endSession(transaction, sessionId);
    await writeAudit(transaction, {
      at: now,
      personId: by,
      act: 'sign-out',
      subject: `person ${by}`,
      detail: {},
    });
  });
}
