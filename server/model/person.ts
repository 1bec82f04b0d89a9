// A person who signs in, and the roles that say what they may do. A reader is anybody and needs no account.

export const roles = ['manager', 'analyst', 'approver', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** What each role is for, as the pages tell it. */
export const roleMeanings: Readonly<Record<Role, string>> = Object.freeze({
  manager: 'Reads what is being prepared, also as known at an earlier time.',
  analyst: 'Prepares classification actions and drafts the texts.',
  approver: 'Approves what others have prepared.',
  administrator: 'Keeps the accounts and reads the audit.',
});

export interface Person {
  readonly id: string;
  readonly name: string;
  /** In lower case: it names the person when they sign in. */
  readonly email: string;
  readonly initials: string;
  readonly roles: readonly Role[];
  readonly isDemonstration: boolean;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
  readonly isLinked: boolean;
  readonly createdAt: string;
  /** Sessions begun before this instant are void. */
  readonly sessionsFrom: string;
}

/** An email address as it is kept and looked up. */
export function asEmail(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** 'Ada Maria Quist' → 'AMQ'; at most four letters. */
export function initialsOf(name: string): string {
  const letters = name.match(/(?<![\p{L}\p{N}'’])\p{L}/gu) ?? [];
  return letters.slice(0, 4).join('').toUpperCase();
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** The roles in their own order, each once. */
export function inOrder(chosen: readonly string[]): Role[] {
  return roles.filter((role) => chosen.includes(role));
}

/** True where one of the roles is among those that may. An empty list lets nobody. */
export function mayAct(person: Person, may: readonly Role[]): boolean {
  return !person.isDisabled && person.roles.some((role) => may.includes(role));
}
