// Begins a sweep: a proposal for every class that it finds, to be decided class by class, in a new action or in one that
// is a draft already.
import { randomBytes } from 'node:crypto';
import { refusal } from '../errors.ts';
import { sweepNote, type SweepProposal } from '../model/sweep.ts';
import type { Store } from '../store/database.ts';
import { insertSweep } from '../store/sweeps.ts';
import { whyImpossible } from './find-hits.ts';
import { type ActionChoice, intoAction } from './into-action.ts';
import { type Actor, requireAction } from './requirements.ts';
import { tellOf } from './tell-of.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

/** The id of the sweep. */
export async function beginSweep(
  { store, now, by }: Acting,
  choice: ActionChoice,
  proposal: SweepProposal,
): Promise<string> {
  const problem = proposal.kind === 'wording' ? whyImpossible(proposal.query, proposal.edit) : null;
  if (problem !== null) throw refusal('sweep-impossible', { detail: problem });
  return store.transaction(async (transaction) => {
    await intoAction({ store: transaction, now, by }, choice);
    return beginSweepIn(transaction, { now, by }, choice.number, proposal);
  });
}

export async function beginSweepIn(
  store: Store,
  { now, by }: Omit<Acting, 'store'>,
  action: string,
  proposal: SweepProposal,
): Promise<string> {
  const id = randomBytes(8).toString('hex');
  await insertSweep(store, { id, action, proposal, begunBy: by.id, begunAt: now.toISOString() });
  const { hash, step } = await requireAction(store, action);
  const note = sweepNote(proposal, 'begun');
  await tellOf(store, { now, by }, { action, act: 'sweep', step, hash, note, detail: { sweep: id, note } });
  return id;
}
