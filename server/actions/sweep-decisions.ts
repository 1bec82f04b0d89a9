// What the sweeps of an action have decided, class by class, as adoption will record it, and what in them still has to be
// done before the action can go on.
import type { DecidedClass } from '../../schemas/types.ts';
import { inWordsOf } from '../model/sweep.ts';
import type { Store } from '../store/database.ts';
import type { StoredDraft } from '../store/drafts.ts';
import { sweepsOf } from '../store/sweeps.ts';

export async function sweepDecisions(
  store: Store,
  action: string,
  drafts: readonly StoredDraft[],
): Promise<{ readonly decisions: DecidedClass[]; readonly pending: string[] }> {
  const sweeps = await sweepsOf(store, action);
  const held = new Map(drafts.map((draft) => [draft.classId, draft]));
  const decisions = sweeps
    .filter(({ state }) => state === 'ended')
    .flatMap(({ outcome }) => outcome.map((decided) => asNamed(decided, held.get(decided.classId))));
  const open = sweeps
    .filter(({ state }) => state === 'open')
    .map(
      ({ proposal }) =>
        `A sweep is open: ${inWordsOf(proposal)}. Decide on each class and end it, or give it up.`,
    );
  const lost = decisions
    .filter(({ decision, classId }) => decision === 'change' && !held.has(classId))
    .map(
      ({ title, proposal }) =>
        `${title} is not in the action, and a sweep was to change it: ${proposal}. Take the sweep up again and decide.`,
    );
  return { decisions, pending: [...open, ...lost] };
}

/** A class of the action goes by the name that the action gives it. */
function asNamed(decided: DecidedClass, draft: StoredDraft | undefined): DecidedClass {
  if (!draft) return decided;
  return { ...decided, code: draft.body.code ?? decided.code, title: draft.body.title || decided.title };
}
