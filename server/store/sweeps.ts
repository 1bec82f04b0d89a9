// Sweeps: who proposed what for the whole plan, what was decided for each class, and how each sweep ended. All of it only
// grows.
import { sql } from 'kysely';
import type { ClassDecision, DecidedClass } from '../../schemas/types.ts';
import { canonicalJson } from '../model/revision-chain.ts';
import type { Decision, SweepProposal } from '../model/sweep.ts';
import type { Store } from './database.ts';

export type SweepStep = 'end' | 'reopen' | 'abandon';

export interface Sweep {
  readonly id: string;
  /** The number of the action that it ends in. */
  readonly action: string;
  readonly proposal: SweepProposal;
  readonly begunBy: string;
  readonly begunAt: string;
  readonly state: 'open' | 'ended' | 'abandoned';
  /** What its last end decided, class by class; empty before. */
  readonly outcome: readonly DecidedClass[];
}

export async function insertSweep(store: Store, sweep: Omit<Sweep, 'state' | 'outcome'>): Promise<void> {
  const { id, action, proposal, begunBy, begunAt } = sweep;
  await store.db
    .insertInto('sweeps')
    .values({ id, action, proposal: canonicalJson(proposal), begun_by: begunBy, begun_at: begunAt })
    .execute();
}

export async function sweepById(store: Store, id: string): Promise<Sweep | null> {
  return (await sweepsWhere(store, { id }))[0] ?? null;
}

/** The sweeps that end in an action, in the order in which they were begun. */
export function sweepsOf(store: Store, action: string): Promise<Sweep[]> {
  return sweepsWhere(store, { action });
}

/** Every sweep, the latest begun last. */
export function allSweeps(store: Store): Promise<Sweep[]> {
  return sweepsWhere(store, {});
}

async function sweepsWhere(
  store: Store,
  { id, action }: { readonly id?: string; readonly action?: string },
): Promise<Sweep[]> {
  let query = store.db.selectFrom('sweeps').selectAll();
  if (id !== undefined) query = query.where('id', '=', id);
  if (action !== undefined) query = query.where('action', '=', action);
  const rows = await query.orderBy(sql`rowid`).execute();
  const sweeps: Sweep[] = [];
  for (const row of rows) {
    sweeps.push({
      id: row.id,
      action: row.action,
      proposal: JSON.parse(row.proposal) as SweepProposal,
      begunBy: row.begun_by,
      begunAt: row.begun_at,
      ...(await standingOf(store, row.id)),
    });
  }
  return sweeps;
}

async function standingOf(store: Store, sweep: string): Promise<Pick<Sweep, 'state' | 'outcome'>> {
  const steps = await store.db
    .selectFrom('sweep_steps')
    .select(['step', 'outcome'])
    .where('sweep', '=', sweep)
    .orderBy('id')
    .execute();
  const last = steps.at(-1)?.step as SweepStep | undefined;
  const state = last === 'end' ? 'ended' : last === 'abandon' ? 'abandoned' : 'open';
  const outcome = steps.findLast((step) => step.outcome !== null)?.outcome ?? '[]';
  return { state, outcome: JSON.parse(outcome) as DecidedClass[] };
}

export async function noteSweepStep(
  store: Store,
  sweep: string,
  step: SweepStep,
  outcome: readonly DecidedClass[] | null,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  const said = outcome === null ? null : canonicalJson(outcome);
  await store.db.insertInto('sweep_steps').values({ sweep, step, outcome: said, by, at }).execute();
}

/** How many decisions are written in one statement: SQLite binds a limited number of values. */
const atOnce = 500;

export async function keepDecisions(
  store: Store,
  sweep: string,
  decisions: readonly Decision[],
): Promise<void> {
  const rows = decisions.map(({ classId: class_id, ...decision }) => ({ sweep, class_id, ...decision }));
  for (let start = 0; start < rows.length; start += atOnce)
    await store.db
      .insertInto('sweep_decisions')
      .values(rows.slice(start, start + atOnce))
      .execute();
}

/** Every decision of a sweep, in the order in which they were taken. */
export async function decisionsOf(store: Store, sweep: string): Promise<Decision[]> {
  const rows = await store.db
    .selectFrom('sweep_decisions')
    .selectAll()
    .where('sweep', '=', sweep)
    .orderBy('id')
    .execute();
  return rows.map(({ class_id, decision, reason, fingerprint, by, at }) => ({
    ...{ classId: class_id, decision: decision as ClassDecision, reason, fingerprint, by, at },
  }));
}

/** How many classes were decided in each sweep, by its id. */
export async function countDecided(store: Store): Promise<Map<string, number>> {
  const rows = await store.db
    .selectFrom('sweep_decisions')
    .select(({ fn }) => ['sweep', fn.count<number>('class_id').distinct().as('count')])
    .groupBy('sweep')
    .execute();
  return new Map(rows.map(({ sweep, count }) => [sweep, count]));
}
