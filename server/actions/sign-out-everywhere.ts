// Ends every session of a person, wherever it was begun.
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { changePerson, personById } from '../store/people.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { refusal } from '../errors.ts';
import type { Acting } from './acting.ts';

export async function signOutEverywhere({ store, now, by }: Acting, personId: string): Promise<void> {
  await store.transaction(async (transaction) => {
    if (!(await personById(transaction, personId))) throw refusal('person-not-found');
    await voidSessions(transaction, personId, now);
    await writeAudit(transaction, {
      at: now,
      personId: by,
      act: 'sign-out-everywhere',
      subject: `person ${personId}`,
      detail: {},
    });
  });
}

/** A request under way may still hold a session that is ended here: by its beginning it is void all the same. */
export async function voidSessions(store: Store, personId: string, now: Date): Promise<void> {
  await changePerson(store, personId, { sessionsFrom: now.toISOString() });
  await endSessionsOf(store, personId);
}
