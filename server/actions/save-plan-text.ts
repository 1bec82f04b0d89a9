// Saves the text of a series or a shared text as an action proposes it, and takes it out again. The writer names the
// version that was edited and the revision it rests on; where either has moved, nothing is saved and nothing lost.
import type { TextSubject } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { type PlanTextDraft, textTitle } from '../model/plan-text.ts';
import { problemsOf, type SchemaProblem } from '../schemas.ts';
import type { Store } from '../store/database.ts';
import {
  keepPlanText,
  planTextHash,
  planTextOf,
  removePlanText,
  type StoredPlanText,
  textRevisions,
} from '../store/plan-texts.ts';
import { noteSweepStep, sweepsOf } from '../store/sweeps.ts';
import { type Actor, requireAction, requireEditable } from './requirements.ts';
import { tellOf } from './tell-of.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

export interface PlanTextEdit extends PlanTextDraft {
  /** The hash of the version that was edited; null where the action held none. */
  readonly base: string | null;
}

export type PlanTextOutcome =
  | { readonly outcome: 'saved' | 'unchanged'; readonly text: StoredPlanText }
  /** Somebody saved meanwhile, or the text was decided anew: `theirs` is what the action holds, `number` what is recorded. */
  | { readonly outcome: 'stale'; readonly theirs: StoredPlanText | null; readonly number: number | null }
  | { readonly outcome: 'invalid'; readonly problems: readonly SchemaProblem[] };

export async function savePlanText(
  { store, now, by }: Acting,
  action: string,
  edit: PlanTextEdit,
): Promise<PlanTextOutcome> {
  const problems = problemsWith(edit);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  return store.transaction((transaction) => savePlanTextIn(transaction, { now, by }, action, edit));
}

/** As savePlanText, inside a transaction that does more. The text was checked by its schema. */
export async function savePlanTextIn(
  store: Store,
  { now, by }: Omit<Acting, 'store'>,
  action: string,
  { base, ...draft }: PlanTextEdit,
): Promise<PlanTextOutcome> {
  requireEditable(await requireAction(store, action));
  const theirs = await planTextOf(store, action, draft.subject, draft.id);
  const number = (await textRevisions(store, draft.subject, draft.id)).at(-1)?.number ?? null;
  if (base !== (theirs?.hash ?? null) || draft.baseNumber !== number)
    return { outcome: 'stale', theirs, number };
  if (theirs?.hash === planTextHash(draft)) return { outcome: 'unchanged', text: theirs };
  await keepPlanText(store, action, draft, { by: by.id, at: now.toISOString() });
  if (!theirs) await tell(store, { now, by }, action, 'add', draft);
  const text = await planTextOf(store, action, draft.subject, draft.id);
  if (!text) throw new Error(`${draft.id} was saved and is not there`);
  return { outcome: 'saved', text };
}

export function problemsWith({ subject, id, body }: PlanTextDraft): SchemaProblem[] {
  const problems = problemsOf(subject === 'series' ? 'series.schema.json' : 'shared-text.schema.json', body);
  return body.id === id ? problems : [...problems, { at: '/id', problem: `must be ${id}` }];
}

export async function removeText(
  { store, now, by }: Acting,
  action: string,
  subject: TextSubject,
  id: string,
): Promise<void> {
  await store.transaction(async (transaction) => {
    requireEditable(await requireAction(transaction, action));
    const text = await planTextOf(transaction, action, subject, id);
    if (!text) throw refusal('text-not-found', { detail: `Asked for: ${id}.` });
    await giveUpSweeps(transaction, { now, by }, action, id);
    await removePlanText(transaction, action, text, by.id);
    await tell(transaction, { now, by }, action, 'remove', text);
  });
}

/** What was proposed to the users of a shared text ends with the wording that it proposed. */
export async function giveUpSweeps(
  store: Store,
  { now, by }: Omit<Acting, 'store'>,
  action: string,
  id: string,
): Promise<void> {
  for (const { id: sweep, proposal, state } of await sweepsOf(store, action))
    if (state !== 'abandoned' && proposal.kind === 'shared-text' && proposal.before.id === id)
      await noteSweepStep(store, sweep, 'abandon', null, { by: by.id, at: now.toISOString() });
}

async function tell(
  store: Store,
  acting: Omit<Acting, 'store'>,
  number: string,
  act: 'add' | 'remove',
  { subject, id, body }: PlanTextDraft,
): Promise<void> {
  const { hash, step } = await requireAction(store, number);
  const snapshot = { texts: [{ subject, id, title: textTitle(body) }] };
  await tellOf(store, acting, { action: number, act, step, hash, snapshot, detail: snapshot });
}
