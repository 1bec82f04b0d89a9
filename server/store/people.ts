// The people who sign in. A person is never deleted, only disabled: the audit and the record name them for ever.
import { inOrder, type Person, type Role } from '../model/person.ts';
import type { PeopleTable, Store } from './database.ts';

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string | null;
  readonly isDemonstration: boolean;
  readonly createdAt: string;
}

export async function insertPerson(store: Store, person: NewPerson): Promise<Person> {
  const row: PeopleTable = {
    id: person.id,
    name: person.name,
    email: person.email,
    initials: person.initials,
    roles: JSON.stringify(person.roles),
    password: person.passwordHash,
    oidc_issuer: null,
    oidc_subject: null,
    is_demonstration: Number(person.isDemonstration),
    created_at: person.createdAt,
    disabled_at: null,
    sessions_from: person.createdAt,
  };
  await store.db.insertInto('people').values(row).execute();
  return fromRow(row);
}

export async function personById(store: Store, id: string): Promise<Person | null> {
  const row = await store.db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** `email` in the form that asEmail gives. */
export async function personByEmail(store: Store, email: string): Promise<Person | null> {
  const row = await store.db.selectFrom('people').selectAll().where('email', '=', email).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function personBySubject(store: Store, issuer: string, subject: string): Promise<Person | null> {
  const row = await store.db
    .selectFrom('people')
    .selectAll()
    .where('oidc_issuer', '=', issuer)
    .where('oidc_subject', '=', subject)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Everybody, by name. */
export async function allPeople(store: Store): Promise<Person[]> {
  const rows = await store.db.selectFrom('people').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(fromRow);
}

/** The invented people who can still sign in. */
export async function demonstrationPeople(store: Store): Promise<Person[]> {
  const everybody = await allPeople(store);
  return everybody.filter((person) => person.isDemonstration && !person.isDisabled);
}

export async function passwordHashOf(store: Store, id: string): Promise<string | null> {
  const row = await store.db.selectFrom('people').select('password').where('id', '=', id).executeTakeFirst();
  return row?.password ?? null;
}

export interface PersonChange {
  readonly roles?: readonly Role[];
  readonly passwordHash?: string;
  readonly subject?: { readonly issuer: string; readonly subject: string };
  readonly disabledAt?: string | null;
  readonly sessionsFrom?: string;
}

export async function changePerson(store: Store, id: string, change: PersonChange): Promise<void> {
  const columns: Partial<PeopleTable> = {
    ...(change.roles && { roles: JSON.stringify(change.roles) }),
    ...(change.passwordHash !== undefined && { password: change.passwordHash }),
    ...(change.subject && { oidc_issuer: change.subject.issuer, oidc_subject: change.subject.subject }),
    ...(change.disabledAt !== undefined && { disabled_at: change.disabledAt }),
    ...(change.sessionsFrom !== undefined && { sessions_from: change.sessionsFrom }),
  };
  await store.db.updateTable('people').set(columns).where('id', '=', id).execute();
}

function fromRow(row: PeopleTable): Person {
  return Object.freeze({
    id: row.id,
    name: row.name,
    email: row.email,
    initials: row.initials,
    roles: inOrder(JSON.parse(row.roles) as string[]),
    isDemonstration: row.is_demonstration === 1,
    isDisabled: row.disabled_at !== null,
    hasPassword: row.password !== null,
    isLinked: row.oidc_subject !== null,
    createdAt: row.created_at,
    sessionsFrom: row.sessions_from,
  });
}
