// What a text of the plan itself is called on pages: a series, a clause, a competency, a physical demand.
import type { SharedText } from '../../schemas/types.ts';
import type { PlanText } from '../model/plan-text.ts';

export const sharedKindWords: Readonly<Record<SharedText['kind'], string>> = {
  clause: 'Clause',
  competency: 'Competency',
  physicalDemand: 'Physical demand',
};

export function textKindOf(body: PlanText): string {
  return 'concept' in body ? 'Series' : sharedKindWords[body.kind];
}
