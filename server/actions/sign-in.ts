// Signs a person in by email and password: the session begins and the audit says so in one transaction. A refusal
// is an entry too, and its answer does not tell which of the two was wrong.
import { asEmail, type Person } from '../model/person.ts';
import { endOfSession } from '../model/session-span.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { passwordHashOf, personByEmail } from '../store/people.ts';
import { addSession } from '../store/sessions.ts';
import { isPassword } from './hash-password.ts';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** The id of the session that is to begin: a fresh one, never the one that the browser came with. */
  readonly sessionId: string;
  /** Where the request came from, for the audit. */
  readonly address: string;
}

/** The person, or null where the sign-in is refused. */
export async function signIn(
  { store, now }: { store: Store; now: Date },
  { email, password, sessionId, address }: SignInRequest,
): Promise<Person | null> {
  const found = await personByEmail(store, asEmail(email));
  const hash = found ? await passwordHashOf(store, found.id) : null;
  const isRight = await isPassword(password, hash);
  return store.transaction(async (transaction) => {
    const person = await personByEmail(transaction, asEmail(email));
    const isSame = person !== null && (await passwordHashOf(transaction, person.id)) === hash;
    if (person && isRight && isSame && !person.isDisabled) {
      await beginSession(transaction, { person, sessionId, now, how: 'password', address });
      return person;
    }
    const reason = !person ? 'unknown email' : person.isDisabled ? 'disabled' : 'wrong password';
    const subject = person ? `person ${person.id}` : 'nobody';
    const detail = { how: 'password', reason, address };
    await writeAudit(transaction, { at: now, personId: null, act: 'sign-in-refused', subject, detail });
    return null;
  });
}

interface Beginning {
  readonly person: Person;
  readonly sessionId: string;
  readonly now: Date;
  readonly how: 'password' | 'provider';
  readonly address: string;
}

/** Begins a session inside the transaction of what led to it. */
export async function beginSession(
  store: Store,
  { person, sessionId, now, how, address }: Beginning,
): Promise<void> {
  const createdAt = now.toISOString();
  const expiresAt = endOfSession(createdAt, now);
  await addSession(store, sessionId, { personId: person.id, body: '{}', createdAt, expiresAt });
  await writeAudit(store, {
    at: now,
    personId: person.id,
    act: 'sign-in',
    subject: `person ${person.id}`,
    detail: { how, address },
  });
}
