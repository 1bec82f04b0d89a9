// Adds an account. Its roles say what the person may do; without a password only the employer's own sign-in lets
// them in.
import { randomUUID } from 'node:crypto';
import type { Issue } from '../model/issue.ts';
import { asEmail, initialsOf, inOrder, type Person, type Role } from '../model/person.ts';
import { writeAudit } from '../store/audit.ts';
import { insertPerson, personByEmail } from '../store/people.ts';
import type { Acting } from './acting.ts';
import { hashPassword } from './hash-password.ts';
import { passwordIssue } from './set-password.ts';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly password: string | null;
}

export type Added =
  | { readonly outcome: 'added'; readonly person: Person }
  | { readonly outcome: 'issues'; readonly issues: readonly Issue[] };

export async function addPerson({ store, now, by }: Acting, account: NewAccount): Promise<Added> {
  const name = account.name.trim().replace(/\s+/g, ' ');
  const email = asEmail(account.email);
  const { password } = account;
  const issue = password === null ? null : await passwordIssue(store, password, { name, email });
  if (issue) return { outcome: 'issues', issues: [issue] };
  const passwordHash = password === null ? null : await hashPassword(password);
  return store.transaction(async (transaction) => {
    if (await personByEmail(transaction, email)) return { outcome: 'issues', issues: [taken] };
    const person = await insertPerson(transaction, {
      id: randomUUID(),
      name,
      email,
      initials: initialsOf(name),
      roles: inOrder(account.roles),
      passwordHash,
      isDemonstration: false,
      createdAt: now.toISOString(),
    });
    await writeAudit(transaction, {
      at: now,
      personId: by,
      act: 'person-added',
      subject: `person ${person.id}`,
      detail: { name, email, roles: person.roles, hasPassword: passwordHash !== null },
    });
    return { outcome: 'added', person };
  });
}

const taken: Issue = {
  field: 'email',
  problem: 'taken',
  message: 'Somebody has this email address already. The list of people shows who.',
};
