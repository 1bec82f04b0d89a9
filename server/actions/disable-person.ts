// Disables an account, or enables it again. A disabled person is signed out at once and cannot sign in, and their
// tokens end for good; what they did stays theirs.
import { refusal } from '../errors.ts';
import type { Issue } from '../model/issue.ts';
import { writeAudit } from '../store/audit.ts';
import { changePerson, personById } from '../store/people.ts';
import { endTokensOf } from '../store/tokens.ts';
import type { Acting } from './acting.ts';
import { isLastAdministrator, lastAdministrator } from './change-roles.ts';
import { voidSessions } from './sign-out-everywhere.ts';

/** The issues that stand in the way; none where the account is disabled now. */
export async function disablePerson({ store, now, by }: Acting, personId: string): Promise<readonly Issue[]> {
  return store.transaction(async (transaction) => {
    const person = await personById(transaction, personId);
    if (!person) throw refusal('person-not-found');
    if (person.isDisabled) return [];
    if (by !== null && (await isLastAdministrator(transaction, person))) return [lastAdministrator];
    await changePerson(transaction, personId, { disabledAt: now.toISOString() });
    await voidSessions(transaction, personId, now);
    await endTokensOf(transaction, personId, now.toISOString());
    const subject = `person ${personId}`;
    await writeAudit(transaction, { at: now, personId: by, act: 'person-disabled', subject, detail: {} });
    return [];
  });
}

export async function enablePerson({ store, now, by }: Acting, personId: string): Promise<void> {
  await store.transaction(async (transaction) => {
    const person = await personById(transaction, personId);
    if (!person) throw refusal('person-not-found');
    if (!person.isDisabled) return;
    await changePerson(transaction, personId, { disabledAt: null });
    const subject = `person ${personId}`;
    await writeAudit(transaction, { at: now, personId: by, act: 'person-enabled', subject, detail: {} });
  });
}
