// Sets a password: a person's own, who must know the one before, or another's by whoever keeps the accounts. Every
// session of the person ends: whoever holds one must sign in with the new password.
import { refusal } from '../errors.ts';
import type { Issue } from '../model/issue.ts';
import { passwordFault, passwordSentences } from '../model/password.ts';
import type { Person } from '../model/person.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { changePerson, passwordHashOf, personById } from '../store/people.ts';
import { planSettings } from '../store/plan.ts';
import type { Acting } from './acting.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { voidSessions } from './sign-out-everywhere.ts';

export interface NewPassword {
  readonly personId: string;
  readonly password: string;
  /** The password before, which people who change their own must know; null where it is another's. */
  readonly current: string | null;
}

/** The issues that stand in the way; none where the password is set. */
export async function setPassword(acting: Acting, wanted: NewPassword): Promise<readonly Issue[]> {
  const { store, now, by } = acting;
  const { personId, password, current } = wanted;
  const person = await personById(store, personId);
  if (!person) throw refusal('person-not-found');
  const before = await passwordHashOf(store, personId);
  if (current !== null && !(await isPassword(current, before))) return refuseCurrent(acting, person);
  const issue = await passwordIssue(store, password, person);
  if (issue) return [issue];
  const passwordHash = await hashPassword(password);
  return store.transaction(async (transaction) => {
    await changePerson(transaction, personId, { passwordHash });
    await voidSessions(transaction, personId, now);
    const detail = { isOwn: current !== null };
    const subject = `person ${personId}`;
    await writeAudit(transaction, { at: now, personId: by, act: 'password-set', subject, detail });
    return [];
  });
}

async function refuseCurrent({ store, now, by }: Acting, person: Person): Promise<Issue[]> {
  const subject = `person ${person.id}`;
  const detail = { reason: 'wrong current password' };
  await store.transaction((transaction) =>
    writeAudit(transaction, { at: now, personId: by, act: 'refused', subject, detail }),
  );
  const message = 'This is not your password now. Enter the one that you signed in with.';
  return [{ field: 'currentPassword', problem: 'refused', message }];
}

/** What is wrong with a password for somebody, or null. */
export async function passwordIssue(
  store: Store,
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<Issue | null> {
  const employer = (await planSettings(store))?.employer ?? '';
  const fault = passwordFault(password, [name, email, employer]);
  return fault && { field: 'password', problem: fault, message: passwordSentences[fault] };
}
