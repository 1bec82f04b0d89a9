// Where a change to several classes goes: into an action that is a draft, or into a new one that is opened for it, in the
// transaction that puts the change there. Nothing is opened for what then fails.
import type { Action } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { type InstrumentText, openActionIn } from './open-action.ts';
import { type Actor, requireAction, requireEditable } from './requirements.ts';

/** The action that something ends in. */
export interface ActionChoice {
  readonly number: string;
  /** The words of the action that is opened; null for one that is there. */
  readonly open: InstrumentText | null;
}

/** `store` is a transaction. */
export async function intoAction(
  { store, now, by }: { readonly store: Store; readonly now: Date; readonly by: Actor },
  { number, open }: ActionChoice,
): Promise<Action> {
  if (open !== null) await openActionIn(store, { now, by }, number, open);
  const action = await requireAction(store, number);
  requireEditable(action);
  return action;
}
