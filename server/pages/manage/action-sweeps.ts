// The sweeps that end in an action, with what each decided class by class.
import type { DecidedClass } from '../../../schemas/types.ts';
import { countsInWords, inWordsOf } from '../../model/sweep.ts';
import type { Store } from '../../store/database.ts';
import { sweepsOf } from '../../store/sweeps.ts';
import { byProposal, decisionRows } from '../decision-rows.ts';
import { sweepStateWords } from './sweep-list.ts';

/** `recorded` is what the record holds of a decided action: all there is where it was prepared in another database. */
export async function sweepsView(store: Store, action: string, recorded: readonly DecidedClass[]) {
  const sweeps = await sweepsOf(store, action);
  if (sweeps.length === 0)
    return byProposal(recorded).map(({ proposal: title, counts, decisions }) => {
      return { title, href: `/actions/${action}`, state: sweepStateWords.ended, counts, decisions };
    });
  return sweeps.map(({ id, proposal, state, outcome }) => ({
    title: inWordsOf(proposal),
    href: `/manage/sweeps/${id}`,
    state: sweepStateWords[state],
    counts: state === 'ended' ? countsInWords(outcome) : null,
    decisions: state === 'ended' ? decisionRows(outcome) : [],
  }));
}
