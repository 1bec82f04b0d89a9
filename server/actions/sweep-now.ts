// A sweep as it stands now: what it finds, what was decided of it, and what is open.
import type { CalendarDate, DecidedClass } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { type SweepRow, sweepRows } from '../model/sweep.ts';
import { actionByNumber, type Action } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { decisionsOf, type Sweep, sweepById } from '../store/sweeps.ts';
import { findHits } from './find-hits.ts';
import { type SweepTexts, sweepTexts } from './sweep-texts.ts';

export interface SweepNow {
  readonly sweep: Sweep;
  readonly action: Action;
  readonly texts: SweepTexts;
  /** Every class that it finds now, by title. */
  readonly rows: readonly SweepRow[];
  /** Decided when it last ended, and nothing is found in them any more: most of them hold the proposed text now. */
  readonly settled: readonly DecidedClass[];
  /** Why it finds nothing at all; null where it does. */
  readonly problem: string | null;
}

export async function sweepNow(
  store: Store,
  id: string,
  today: CalendarDate,
  fresh?: () => string,
): Promise<SweepNow> {
  const sweep = await requireSweep(store, id);
  const action = await actionByNumber(store, sweep.action);
  if (!action) throw new Error(`The sweep ${id} ends in no action`);
  const texts = await sweepTexts(store, action.effectiveOn ?? today, action.number);
  const found = await findHits(store, texts, sweep.proposal, fresh);
  const hits = 'hits' in found ? found.hits : [];
  const rows = sweepRows(hits, await decisionsOf(store, id));
  const isFound = new Set(hits.map(({ classId }) => classId));
  const settled = sweep.outcome.filter(({ classId }) => !isFound.has(classId));
  return { sweep, action, texts, rows, settled, problem: 'problem' in found ? found.problem : null };
}

export async function requireSweep(store: Store, id: string): Promise<Sweep> {
  const sweep = await sweepById(store, id);
  if (!sweep) throw refusal('sweep-not-found');
  return sweep;
}

export function requireOpen({ state }: Sweep): void {
  if (state !== 'open') throw refusal('sweep-closed');
}
