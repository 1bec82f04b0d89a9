// Proposes other words for a shared text, a new one, or the end of one, in an action: the text itself, and for every
// class that uses it a proposal to be decided, as a sweep.
import type { CalendarDate, SharedText, Status } from '../../schemas/types.ts';
import type { SchemaProblem } from '../schemas.ts';
import type { Store } from '../store/database.ts';
import type { StoredPlanText } from '../store/plan-texts.ts';
import { textRevisions } from '../store/plan-texts.ts';
import { beginSweepIn } from './begin-sweep.ts';
import { type ActionChoice, intoAction } from './into-action.ts';
import { findHits } from './find-hits.ts';
import { sweepTexts } from './sweep-texts.ts';
import { type Actor, requireAction } from './requirements.ts';
import { giveUpSweeps, type PlanTextEdit, problemsWith, savePlanTextIn } from './save-plan-text.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

export interface SharedTextEdit {
  readonly base: string | null;
  readonly baseNumber: number | null;
  readonly status: Status;
  readonly body: SharedText;
}

export type ProposedText =
  /** `sweep` is null where no class uses the text. */
  | { readonly outcome: 'proposed'; readonly action: string; readonly sweep: string | null }
  | { readonly outcome: 'stale'; readonly theirs: StoredPlanText | null; readonly number: number | null }
  | { readonly outcome: 'invalid'; readonly problems: readonly SchemaProblem[] };

export async function proposeSharedText(
  { store, now, today, by }: Acting,
  choice: ActionChoice,
  { body, ...stated }: SharedTextEdit,
): Promise<ProposedText> {
  const edit: PlanTextEdit = { ...stated, subject: 'shared-text', id: body.id, body };
  const problems = problemsWith(edit);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  try {
    return await store.transaction(async (transaction) => {
      await intoAction({ store: transaction, now, by }, choice);
      const saved = await savePlanTextIn(transaction, { now, by }, choice.number, edit);
      if (saved.outcome === 'stale') throw new Stale(saved);
      const sweep = await sweepUsers(transaction, { now, today, by }, choice.number, edit);
      return { outcome: 'proposed', action: choice.number, sweep };
    });
  } catch (error) {
    if (error instanceof Stale) return error.found;
    throw error;
  }
}

/** Leaves the transaction, so that an action which was opened for this is not kept. */
class Stale extends Error {
  readonly found: Extract<ProposedText, { outcome: 'stale' }>;

  constructor(found: Extract<ProposedText, { outcome: 'stale' }>) {
    super('The text has moved');
    this.found = found;
  }
}

async function sweepUsers(
  store: Store,
  { now, today, by }: Omit<Acting, 'store'>,
  number: string,
  { id, status, body }: PlanTextEdit,
): Promise<string | null> {
  const before = (await textRevisions(store, 'shared-text', id)).at(-1)?.body;
  if (!before || 'concept' in before || 'concept' in body) return null;
  await giveUpSweeps(store, { now, by }, number, id);
  const next = status === 'abolished' ? null : body;
  const { effectiveOn } = await requireAction(store, number);
  const texts = await sweepTexts(store, effectiveOn ?? today, number);
  const found = await findHits(store, texts, { kind: 'shared-text', before, next });
  if ('problem' in found || found.hits.length === 0) return null;
  return beginSweepIn(store, { now, by }, number, { kind: 'shared-text', before, next });
}
