// The careers of a plan on a date, read once for each state of the plan.
import { type CareerIndex, indexCareers } from '../model/careers.ts';
import type { PlanView } from '../model/findings/plan-view.ts';

const read = new WeakMap<PlanView, CareerIndex>();

export function careersOf(plan: PlanView): CareerIndex {
  const known = read.get(plan);
  if (known) return known;
  const index = indexCareers(plan.classes, plan.grades);
  read.set(plan, index);
  return index;
}
