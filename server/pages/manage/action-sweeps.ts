// The sweeps that end in an action, with what each decided class by class.
import { countsInWords, inWordsOf } from '../../model/sweep.ts';
import type { Store } from '../../store/database.ts';
import { sweepsOf } from '../../store/sweeps.ts';
import { decisionRows } from '../decision-rows.ts';
import { sweepStateWords } from './sweep-list.ts';

export async function sweepsView(store: Store, action: string) {
  const sweeps = await sweepsOf(store, action);
  return sweeps.map(({ id, proposal, state, outcome }) => ({
    title: inWordsOf(proposal),
    href: `/manage/sweeps/${id}`,
    state: sweepStateWords[state],
    counts: state === 'ended' ? countsInWords(outcome) : null,
    decisions: state === 'ended' ? decisionRows(outcome) : [],
  }));
}
