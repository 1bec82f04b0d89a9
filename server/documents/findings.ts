// The findings of the plan on a date, each with the suppression that lets it stand. They are worked out once for a state of
// the record, and the work leaves room for other requests.
import { setImmediate } from 'node:timers/promises';
import type { CalendarDate } from '../../schemas/types.ts';
import { ownFindings, planFindings } from '../model/findings/check-plan.ts';
import { type Finding, findingKey, type Severity } from '../model/findings/finding.ts';
import type { PlanView } from '../model/findings/plan-view.ts';
import type { Store } from '../store/database.ts';
import { planView } from '../store/plan-view.ts';
import { type Suppression, suppressionsInForce } from '../store/suppressions.ts';

export interface ToldFinding extends Finding {
  /** Names the finding as long as its passage stays. */
  readonly key: string;
  /** Null where it stands open. */
  readonly suppression: Suppression | null;
}

/** Every finding of the plan on a date. */
export async function findingsOfPlan(store: Store, on: CalendarDate): Promise<ToldFinding[]> {
  const plan = await planView(store, on);
  return told(await checked(plan), await suppressionsInForce(store));
}

/** The open findings of the plan on a date, counted. */
export async function countsBySeverity(store: Store, on: CalendarDate): Promise<Record<Severity, number>> {
  return countsOf(await findingsOfPlan(store, on));
}

export function countsOf(findings: readonly ToldFinding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity, suppression } of findings) if (suppression === null) counts[severity] += 1;
  return counts;
}

/** As many classes are checked at a stretch as no other request minds. */
export const slice = 10;
const done = new WeakMap<PlanView, Promise<Finding[]>>();

function checked(plan: PlanView): Promise<Finding[]> {
  const known = done.get(plan);
  if (known) return known;
  const work = check(plan);
  done.set(plan, work);
  work.catch(() => done.delete(plan));
  return work;
}

async function check(plan: PlanView): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [place, text] of plan.classes.entries()) {
    if (place % slice === slice - 1) await setImmediate();
    found.push(...ownFindings(plan, text));
  }
  return [...found, ...planFindings(plan)];
}

const keys = new WeakMap<Finding, string>();

export function told(
  findings: readonly Finding[],
  suppressions: ReadonlyMap<string, Suppression>,
): ToldFinding[] {
  return findings.map((finding) => {
    const key = keys.get(finding) ?? findingKey(finding);
    keys.set(finding, key);
    return { ...finding, key, suppression: suppressions.get(key) ?? null };
  });
}
