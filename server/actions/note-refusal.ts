// Keeps in the audit that somebody was refused: for want of a role, after too many tries, or by an action as it stands.
import { Refusal, refusal } from '../errors.ts';
import { mayAct, type Person } from '../model/person.ts';
import { type Act, actRoles } from '../model/workflow.ts';
import { type AuditAct, writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import type { Acting } from './acting.ts';

export async function noteRefusal(
  { store, now, by }: Acting,
  entry: {
    readonly act: Extract<AuditAct, 'refused' | 'sign-in-refused'>;
    readonly subject: string;
    readonly detail: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await store.transaction((transaction) => writeAudit(transaction, { at: now, personId: by, ...entry }));
}

interface ActRequest {
  readonly act: Act;
  readonly number: string;
}

/** Lets a person whose role it is act on an action. A refusal, whatever it rests on, is kept in the audit and thrown on. */
export async function actOrNoteRefusal<T>(
  { store, now, by }: { readonly store: Store; readonly now: Date; readonly by: Person },
  { act, number }: ActRequest,
  work: () => Promise<T>,
): Promise<T> {
  try {
    requireRole(by, act);
    return await work();
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, detail } = error;
      const subject = `action ${number.slice(0, 200)}`;
      await noteRefusal(
        { store, now, by: by.id },
        { act: 'refused', subject, detail: { act, code, detail } },
      );
    }
    throw error;
  }
}

function requireRole(by: Person, act: Act): void {
  if (mayAct(by, [actRoles[act]])) return;
  throw refusal('role-needed', { detail: `${by.name} would need the role ${actRoles[act]}.` });
}
