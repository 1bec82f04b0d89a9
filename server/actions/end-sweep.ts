// Ends a sweep: every class is decided, and those to be changed are put into its action with the proposed text, all at
// once. It can be taken up again while the action is a draft, or given up with nothing put in.
import { randomBytes } from 'node:crypto';
import type { CalendarDate, DecidedClass } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Draft } from '../model/adoption.ts';
import { countsInWords, inWordsOf, sweepNote, type SweepRow } from '../model/sweep.ts';
import { problemsOf } from '../schemas.ts';
import type { Store } from '../store/database.ts';
import { draftsOf, keepDrafts, type StoredDraft } from '../store/drafts.ts';
import { noteSweepStep, type Sweep, type SweepStep } from '../store/sweeps.ts';
import { sweepTexts } from './sweep-texts.ts';
import { type Actor, requireAction, requireEditable, requireSame } from './requirements.ts';
import { requireOpen, requireSweep, type SweepNow, sweepNow } from './sweep-now.ts';
import { tellOf } from './tell-of.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

/** The hits are found before the transaction begins: a person's expression may take its time. Inside, nothing has moved. */
export async function endSweep(acting: Acting, id: string): Promise<void> {
  const { store, now, today, by } = acting;
  const found = await sweepNow(store, id, today, freshIds());
  const { sweep, rows, texts, problem } = found;
  requireOpen(sweep);
  if (problem !== null) throw refusal('sweep-impossible', { detail: problem });
  const open = rows.filter(({ state }) => state === 'open');
  if (open.length > 0)
    throw refusal('sweep-undecided', { detail: `Open: ${open.length} of ${rows.length}.` });
  const changed = rows.filter(({ state }) => state === 'change');
  requireSavable(changed);
  await store.transaction(async (transaction) => {
    await requireOpenIn(transaction, id);
    const action = await requireAction(transaction, sweep.action);
    const current = await sweepTexts(transaction, action.effectiveOn ?? today, action.number);
    requireSame(texts.digest, current.digest);
    const held = await draftsOf(transaction, action.number);
    const saved = { by: by.id, at: now.toISOString() };
    if (changed.length > 0)
      await keepDrafts(transaction, action.number, draftsFor(changed, held, found), saved);
    const outcome = outcomeOf(found, new Set(held.map(({ classId }) => classId)));
    await noteSweepStep(transaction, id, 'end', outcome, saved);
    await tell(transaction, { now, by }, sweep, `ended: ${countsInWords(outcome)}`);
  });
}

/** Takes up a sweep that was ended, or gives up one that is open. */
export async function moveSweep(
  { store, now, by }: Omit<Acting, 'today'>,
  id: string,
  step: Exclude<SweepStep, 'end'>,
): Promise<void> {
  await store.transaction(async (transaction) => {
    const sweep = await requireSweep(transaction, id);
    if (step === 'abandon') requireOpen(sweep);
    else if (sweep.state !== 'ended') throw refusal('sweep-closed', { detail: `It is ${sweep.state}.` });
    requireEditable(await requireAction(transaction, sweep.action));
    await noteSweepStep(transaction, id, step, null, { by: by.id, at: now.toISOString() });
    await tell(transaction, { now, by }, sweep, step === 'abandon' ? 'given up' : 'taken up again');
  });
}

async function requireOpenIn(store: Store, id: string): Promise<void> {
  const sweep = await requireSweep(store, id);
  requireOpen(sweep);
  requireEditable(await requireAction(store, sweep.action));
}

/** Ids that no text has: several people may add to one text at once. */
function freshIds(): () => string {
  return () => `n${randomBytes(6).toString('hex')}x`;
}

function requireSavable(changed: readonly SweepRow[]): void {
  for (const { hit } of changed) {
    const [problem] = problemsOf('specification.schema.json', hit.after);
    if (problem)
      throw refusal('sweep-impossible', { detail: `${hit.title}: ${problem.at} ${problem.problem}.` });
  }
}

/** A draft that is there keeps all but its text. */
function draftsFor(changed: readonly SweepRow[], held: readonly StoredDraft[], { texts }: SweepNow): Draft[] {
  const drafts = new Map(held.map((draft) => [draft.classId, draft]));
  const bases = new Map(texts.texts.map(({ classId, baseNumber }) => [classId, baseNumber]));
  return changed.map(({ hit: { classId, after: body } }) => {
    const { intent = 'change', effectiveOn = null, carry = null, choices = {} } = drafts.get(classId) ?? {};
    const baseNumber = bases.get(classId) ?? null;
    return { classId, intent, baseNumber, effectiveOn, carry, choices, body };
  });
}

/** What was decided at an earlier end stands for classes that hold the proposed text now. */
function outcomeOf({ sweep, rows, settled }: SweepNow, held: ReadonlySet<string>): DecidedClass[] {
  const proposal = inWordsOf(sweep.proposal);
  const earlier = settled.filter(({ decision, classId }) => decision === 'keep' || held.has(classId));
  const news = rows.flatMap(({ hit: { classId, code, title }, decision }): DecidedClass[] => {
    if (decision === null) return [];
    return [{ proposal, classId, code, title, decision: decision.decision, reason: decision.reason }];
  });
  return [...earlier, ...news].sort((one, other) => one.title.localeCompare(other.title));
}

async function tell(
  store: Store,
  acting: Pick<Acting, 'now' | 'by'>,
  { id, action, proposal }: Sweep,
  done: string,
): Promise<void> {
  const { hash, step } = await requireAction(store, action);
  const note = sweepNote(proposal, done);
  await tellOf(store, acting, { action, act: 'sweep', step, hash, note, detail: { sweep: id, note } });
}
