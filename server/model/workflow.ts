// The steps of a classification action and who may take them. Which steps exist is the plan's choice; that nobody
// decides on a change of their own is not.
import type { Procedure } from '../../schemas/types.ts';
import type { Role } from './person.ts';

export const steps = ['draft', 'in review', 'posted', 'provisional', 'adopted', 'withdrawn'] as const;
export type Step = (typeof steps)[number];
export type Act = 'submit' | 'return' | 'post' | 'reopen' | 'adopt' | 'ratify' | 'withdraw';

/** Decisions are taken by somebody who wrote nothing of the action, and name the hash that was displayed. */
export const decisions: readonly Act[] = ['post', 'adopt', 'ratify'];

/** Which role takes which act. */
export const actRoles: Readonly<Record<Act, Role>> = Object.freeze({
  submit: 'analyst',
  withdraw: 'analyst',
  return: 'approver',
  reopen: 'analyst',
  post: 'approver',
  adopt: 'approver',
  ratify: 'approver',
});

/** The three ways of deciding that are shipped; a plan may set its own. */
export const procedures: Readonly<Record<'administrative' | 'posted' | 'provisional', Procedure>> =
  Object.freeze({
    administrative: { postingDays: null, comments: false, provisional: false },
    posted: { postingDays: 14, comments: true, provisional: false },
    provisional: { postingDays: 14, comments: true, provisional: true },
  });

export function isShippedProcedure(name: string): name is keyof typeof procedures {
  return Object.hasOwn(procedures, name);
}

/** The acts that are possible at a step, each with the step it leads to. */
export function possibleActs(step: Step, procedure: Procedure): Partial<Record<Act, Step>> {
  const decided = procedure.provisional ? 'provisional' : 'adopted';
  switch (step) {
    case 'draft':
      return { submit: 'in review', withdraw: 'withdrawn' };
    case 'in review':
      return procedure.postingDays === null
        ? { return: 'draft', adopt: decided, withdraw: 'withdrawn' }
        : { return: 'draft', post: 'posted', withdraw: 'withdrawn' };
    case 'posted':
      return { reopen: 'draft', adopt: decided, withdraw: 'withdrawn' };
    case 'provisional':
      return { ratify: 'adopted' };
    case 'adopted':
    case 'withdrawn':
      return {};
  }
}

/** Drafts are written at this step only: what is under review or posted is not changed under its readers. */
export function mayBeEdited(step: Step): boolean {
  return step === 'draft';
}

/** A calendar date some days after another. */
export function daysAfter(date: string, days: number): string {
  const instant = new Date(`${date}T00:00:00.000Z`);
  instant.setUTCDate(instant.getUTCDate() + days);
  return instant.toISOString().slice(0, 10);
}
