// Changes the roles of a person, from their next request on.
import { refusal } from '../errors.ts';
import type { Issue } from '../model/issue.ts';
import { inOrder, type Person, type Role } from '../model/person.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { allPeople, changePerson, personById } from '../store/people.ts';
import type { Acting } from './acting.ts';

/** The issues that stand in the way; none where the roles are changed or were so already. */
export async function changeRoles(
  { store, now, by }: Acting,
  personId: string,
  wanted: readonly Role[],
): Promise<readonly Issue[]> {
  const roles = inOrder(wanted);
  return store.transaction(async (transaction) => {
    const person = await personById(transaction, personId);
    if (!person) throw refusal('person-not-found');
    if (roles.join() === person.roles.join()) return [];
    if (!roles.includes('administrator') && by !== null && (await isLastAdministrator(transaction, person)))
      return [{ ...lastAdministrator, field: 'roles' }];
    await changePerson(transaction, personId, { roles });
    await writeAudit(transaction, {
      at: now,
      personId: by,
      act: 'roles-changed',
      subject: `person ${personId}`,
      detail: { from: person.roles, to: roles },
    });
    return [];
  });
}

export const lastAdministrator: Issue = {
  field: 'form',
  problem: 'last-administrator',
  message: 'This is the last administrator. Give somebody else that role first.',
};

/** Nobody could keep the accounts any more but from the server's own command line. */
export async function isLastAdministrator(store: Store, person: Person): Promise<boolean> {
  const others = (await allPeople(store)).filter(
    ({ id, isDisabled, hasPassword, isLinked }) =>
      id !== person.id && !isDisabled && (hasPassword || isLinked),
  );
  const isOne = person.roles.includes('administrator') && !person.isDisabled;
  return isOne && !others.some(({ roles }) => roles.includes('administrator'));
}
