// What a sweep decided for each class, as rows: changed, or kept with its reason.
import type { DecidedClass } from '../../schemas/types.ts';
import { countsInWords } from '../model/sweep.ts';

export interface DecisionRow {
  readonly title: string;
  readonly code: string;
  readonly href: string;
  readonly decision: string;
  readonly reason: string;
}

export function decisionRows(decisions: readonly DecidedClass[]): DecisionRow[] {
  return decisions.map(({ title, code, decision, reason }) => ({
    title,
    code,
    href: `/classes/${code}`,
    decision: decision === 'change' ? 'Changed' : 'Kept',
    reason: reason ?? '',
  }));
}

/** By what was proposed, in the order in which it was. */
export function byProposal(decisions: readonly DecidedClass[]) {
  return [...Map.groupBy(decisions, ({ proposal }) => proposal)].map(([proposal, each]) => ({
    proposal,
    counts: countsInWords(each),
    decisions: decisionRows(each),
  }));
}
