// What the tests of accounts share: an empty plan, some people, and what the audit says.
import { addPerson } from '../../server/actions/add-person.ts';
import { beginEmptyPlan } from '../../server/actions/begin-plan.ts';
import type { Person, Role } from '../../server/model/person.ts';
import { type KeptAuditEntry, latestAudit } from '../../server/store/audit.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { now } from '../tools.ts';

export const goodPassword = 'purple staplers orbit quietly';

export async function emptyStore(file = ':memory:'): Promise<Store> {
  const store = await openStore(file);
  await beginEmptyPlan({ store, now, by: 'test' }, 'City of Larkhaven');
  return store;
}

export function acting(store: Store, by: string | null = null) {
  return { store, now, by };
}

export async function add(
  store: Store,
  name: string,
  roles: readonly Role[],
  password: string | null = null,
): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@city.gov`;
  const added = await addPerson(acting(store), { name, email, roles, password });
  if (added.outcome === 'issues') throw new Error(added.issues.map(({ message }) => message).join());
  return added.person;
}

/** The latest entries, newest first. */
export function audit(store: Store, limit = 1): Promise<KeptAuditEntry[]> {
  return latestAudit(store, { before: null, limit });
}

export async function auditLength(store: Store): Promise<number> {
  return (await audit(store))[0]?.seq ?? 0;
}
