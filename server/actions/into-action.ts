// Where a change to several classes goes: into an action that is a draft, or into a new one that is opened for it, in the
// transaction that puts the change there. Nothing is opened for what then fails.
import { type InstrumentText, openIn } from './open-action.ts';
import { type Actor, requireAction, requireEditable } from './requirements.ts';
import type { Action } from '../store/actions.ts';
import type { Store } from '../store/database.ts';

export interface Into {
  readonly number: string;
  /** The words of the action that is opened; null for one that is there. */
  readonly opening: InstrumentText | null;
}

/** `store` is a transaction. */
export async function intoAction(
  acting: { readonly store: Store; readonly now: Date; readonly by: Actor },
  { number, opening }: Into,
): Promise<Action> {
  if (opening) await openIn(acting, number, opening);
  const action = await requireAction(acting.store, number);
  requireEditable(action);
  return action;
}
