// Decides classes of a sweep: each is changed as proposed, or kept as it is with a reason. A decision is upon the text
// that was shown; a class that has moved meanwhile is left open and shown again.
import type { CalendarDate, ClassDecision } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { listHash, type SweepRow } from '../model/sweep.ts';
import { noteAuthor } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { keepDecisions } from '../store/sweeps.ts';
import { type Actor, requireAction, requireEditable } from './requirements.ts';
import { requireOpen, requireSweep, sweepNow } from './sweep-now.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

export interface Verdict {
  readonly decision: ClassDecision;
  readonly reason: string | null;
}

export interface WantedDecision extends Verdict {
  readonly classId: string;
  /** Of what was shown. */
  readonly fingerprint: string;
}

/** How many were decided, and how many had moved since they were shown. */
export interface Decided {
  readonly decided: number;
  readonly moved: number;
}

export async function decideHits(
  acting: Acting,
  id: string,
  wanted: readonly WantedDecision[],
): Promise<Decided> {
  wanted.forEach(requireReason);
  const { sweep, rows } = await sweepNow(acting.store, id, acting.today);
  requireOpen(sweep);
  const found = new Map(rows.map((row) => [row.hit.classId, row]));
  const standing = wanted.filter(
    ({ classId, fingerprint }) => found.get(classId)?.hit.fingerprint === fingerprint,
  );
  const news = standing.filter((each) => isNews(found.get(each.classId), each));
  await keep(acting, id, news);
  return { decided: news.length, moved: wanted.length - standing.length };
}

/** Every class that is open, where they are still those of which `shown` is the hash. */
export async function decideAllOpen(
  acting: Acting,
  id: string,
  shown: string,
  verdict: Verdict,
): Promise<Decided> {
  requireReason(verdict);
  const { sweep, rows } = await sweepNow(acting.store, id, acting.today);
  requireOpen(sweep);
  const open = rows.filter(({ state }) => state === 'open').map(({ hit }) => hit);
  if (listHash(open) !== shown) throw refusal('moved-since-shown');
  await keep(
    acting,
    id,
    open.map(({ classId, fingerprint }) => ({ classId, fingerprint, ...verdict })),
  );
  return { decided: open.length, moved: 0 };
}

function requireReason({ decision, reason }: Verdict): void {
  if (decision === 'keep' && (reason ?? '').trim() === '') throw refusal('reason-needed');
}

function isNews(row: SweepRow | undefined, { decision, reason }: Verdict): boolean {
  return row?.state !== decision || row.decision?.reason !== reason;
}

async function keep(
  { store, now, by }: Acting,
  id: string,
  wanted: readonly WantedDecision[],
): Promise<void> {
  const told = { by: by.id, at: now.toISOString() };
  await store.transaction(async (transaction) => {
    const sweep = await requireSweep(transaction, id);
    requireOpen(sweep);
    requireEditable(await requireAction(transaction, sweep.action));
    if (wanted.length === 0) return;
    await keepDecisions(
      transaction,
      id,
      wanted.map((each) => ({ ...each, ...told })),
    );
    await noteAuthor(transaction, sweep.action, by.id);
  });
}
