// Signs in whom the employer's identity provider vouches for: by the subject that is already linked, else by a
// verified email of somebody who has an account here. It makes no account and gives no role.
import { asEmail, type Person } from '../model/person.ts';
import type { Identity } from '../oidc.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { changePerson, personByEmail, personBySubject } from '../store/people.ts';
import { beginSession } from './sign-in.ts';

export interface OidcSignIn {
  readonly identity: Identity;
  readonly sessionId: string;
  readonly address: string;
}

/** The person, or null where the sign-in is refused. */
export async function signInOidc(
  { store, now }: { store: Store; now: Date },
  { identity, sessionId, address }: OidcSignIn,
): Promise<Person | null> {
  const { issuer, subject } = identity;
  return store.transaction(async (transaction) => {
    const linked = await personBySubject(transaction, issuer, subject);
    const found = linked ?? (await personToLink(transaction, identity));
    if (typeof found === 'string' || found.isDisabled) {
      const reason = typeof found === 'string' ? found : 'disabled';
      const about = typeof found === 'string' ? 'nobody' : `person ${found.id}`;
      const detail = { how: 'provider', reason, issuer, subject, address };
      await writeAudit(transaction, {
        at: now,
        personId: null,
        act: 'sign-in-refused',
        subject: about,
        detail,
      });
      return null;
    }
    if (!linked) await link(transaction, found, identity, now);
    await beginSession(transaction, { person: found, sessionId, now, how: 'provider', address });
    return found;
  });
}

/** Whom to link, or why nobody. An account that is linked stays with its subject. */
async function personToLink(store: Store, { email, isEmailVerified }: Identity): Promise<Person | string> {
  if (email === null) return 'no email';
  if (!isEmailVerified) return 'email not verified';
  const person = await personByEmail(store, asEmail(email));
  if (!person) return 'unknown email';
  return person.isLinked ? 'linked to another subject' : person;
}

async function link(store: Store, { id }: Person, { issuer, subject }: Identity, now: Date): Promise<void> {
  await changePerson(store, id, { subject: { issuer, subject } });
  await writeAudit(store, {
    at: now,
    personId: id,
    act: 'sign-in-linked',
    subject: `person ${id}`,
    detail: { issuer, subject },
  });
}
