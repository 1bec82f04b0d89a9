// What must hold before an action is touched, as refusals: it exists, it is at the right step, and whoever decides
// wrote nothing of it.
import { refusal } from '../errors.ts';
import { inWords, isCalendarDate } from '../model/calendar-date.ts';
import { mayBeEdited, possibleActs, type Act, type Step } from '../model/workflow.ts';
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { type Action, actionByNumber, authorsOf } from '../store/actions.ts';
import { draftOf, type StoredDraft } from '../store/drafts.ts';
import { type Adoption, adoptionOf } from '../store/adoptions.ts';
import type { Store } from '../store/database.ts';
import { planSettings } from '../store/plan.ts';

/** The person who acts, as far as an action needs to know. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

export async function requireAction(store: Store, number: string): Promise<Action> {
  const action = await actionByNumber(store, number);
  if (!action) throw refusal('action-not-found', { detail: `Asked for: ${number}.` });
  return action;
}

export async function requireDraft(store: Store, number: string, classId: string): Promise<StoredDraft> {
  const draft = await draftOf(store, number, classId);
  if (!draft) throw refusal('change-not-found');
  return draft;
}

export function requireEditable(action: Action): void {
  if (mayBeEdited(action.step)) return;
  throw refusal('step-not-possible', {
    detail: `${action.number} is ${action.step}; only a draft can be edited.`,
  });
}

/** The step that the act leads to. */
export function requireAct(action: Action, act: Act, settings: PlanSettings): Step {
  const next = possibleActs(action.step, settings.procedure)[act];
  if (next !== undefined) return next;
  throw refusal('step-not-possible', { detail: `${action.number} is ${action.step}.` });
}

export async function requireNoAuthor(store: Store, action: Action, by: Actor): Promise<void> {
  const authors = await authorsOf(store, action.number);
  if (authors.includes(by.id)) throw refusal('own-change');
}

/** The decision names what was displayed; if that has moved, it is refused. */
export function requireSame(displayed: string, now: string): void {
  if (displayed !== now) throw refusal('moved-since-shown');
}

/** A day that is said to have passed: not before another where one is named, and not still to come. */
export function requirePast(
  on: CalendarDate,
  { from, today }: { readonly from: CalendarDate | null; readonly today: CalendarDate },
): void {
  if (!isCalendarDate(on)) throw refusal('form-not-readable', { detail: `${on} is no day of the calendar.` });
  if (on > today) throw refusal('step-not-possible', { detail: `${inWords(on)} is still to come.` });
  if (from === null || on >= from) return;
  throw refusal('step-not-possible', {
    detail: `${inWords(on)} is before ${inWords(from)}, the step before.`,
  });
}

export async function requireSettings(store: Store): Promise<PlanSettings> {
  const settings = await planSettings(store);
  if (!settings) throw new Error('The database holds no plan');
  return settings;
}

export async function requireAdoption(store: Store, number: string): Promise<Adoption> {
  const adoption = await adoptionOf(store, number);
  if (!adoption)
    throw refusal('step-not-possible', { detail: `The adoption of ${number} has not been approved.` });
  return adoption;
}
