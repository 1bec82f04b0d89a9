// Proposes the text of a series or a shared text in an action that is there or is opened for it, in one transaction: what
// cannot be saved opens nothing.
import type { Store } from '../store/database.ts';
import { type ActionChoice, intoAction } from './into-action.ts';
import type { Actor } from './requirements.ts';
import { type PlanTextEdit, type PlanTextOutcome, problemsWith, savePlanTextIn } from './save-plan-text.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

type StaleText = Extract<PlanTextOutcome, { readonly outcome: 'stale' }>;

export async function proposePlanText(
  { store, now, by }: Acting,
  into: ActionChoice,
  edit: PlanTextEdit,
): Promise<PlanTextOutcome> {
  const problems = problemsWith(edit);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  try {
    return await store.transaction(async (transaction) => {
      await intoAction({ store: transaction, now, by }, into);
      const saved = await savePlanTextIn(transaction, { now, by }, into.number, edit);
      if (saved.outcome === 'stale') throw new Stale(saved);
      return saved;
    });
  } catch (error) {
    if (error instanceof Stale) return error.found;
    throw error;
  }
}

/** Leaves the transaction, so that an action which was opened for this is not kept. */
class Stale extends Error {
  readonly found: StaleText;

  constructor(found: StaleText) {
    super('The text has moved');
    this.found = found;
  }
}
