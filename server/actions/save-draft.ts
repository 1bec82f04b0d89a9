// Saves a draft. The writer names the version that was edited; when somebody has saved meanwhile, edits of different
// places are merged, and edits of the same place go back to the writer with nothing lost.
import { problemsOf, type SchemaProblem } from '../schemas.ts';
import type { Specification } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Draft } from '../model/adoption.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import type { Choices, Conflict } from '../model/merge.ts';
import { mergeDrafts, type MergedWriting } from '../model/merge-drafts.ts';
import { draftHash, draftVersion, keepDrafts, type StoredDraft } from '../store/drafts.ts';
import type { Store } from '../store/database.ts';
import { type Actor, requireAction, requireDraft, requireEditable } from './requirements.ts';

export interface DraftEdit {
  /** The hash of the version that was edited. */
  readonly base: string;
  readonly body: Specification;
  readonly effectiveOn: string | null;
  readonly carry: Draft['carry'];
  /** For an adoption that meets later texts; see Draft. */
  readonly choices: Choices;
  /** For this save: how to settle what another writer changed in the same place. */
  readonly settle: Choices;
}

export type SaveOutcome =
  | { readonly outcome: 'saved' | 'merged' | 'unchanged'; readonly draft: StoredDraft }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly Conflict[]; readonly theirs: StoredDraft }
  | { readonly outcome: 'invalid'; readonly problems: readonly SchemaProblem[] };

export async function saveDraft(
  { store, now, by }: { store: Store; now: Date; by: Actor },
  number: string,
  classId: string,
  edit: DraftEdit,
): Promise<SaveOutcome> {
  const problems = problemsWith(edit);
  if (problems.length > 0) return { outcome: 'invalid', problems };
  return store.transaction(async (transaction) => {
    requireEditable(await requireAction(transaction, number));
    const current = await requireDraft(transaction, number, classId);
    const { writing, conflicts } = await settle(transaction, current, edit);
    if (conflicts.length > 0) return { outcome: 'conflict', conflicts, theirs: current };
    const { intent, baseNumber } = current;
    const next: Draft = { classId, intent, baseNumber, ...writing };
    if (draftHash(next) === current.hash) return { outcome: 'unchanged', draft: current };
    await keepDrafts(transaction, number, [next], { by: by.id, at: now.toISOString() });
    const draft = await requireDraft(transaction, number, classId);
    return { outcome: edit.base === current.hash ? 'saved' : 'merged', draft };
  });
}

function problemsWith({ body, effectiveOn }: DraftEdit): SchemaProblem[] {
  const problems = problemsOf('specification.schema.json', body);
  if (effectiveOn === null || isCalendarDate(effectiveOn)) return problems;
  return [...problems, { at: '/effectiveOn', problem: 'must be a day of the calendar' }];
}

async function settle(store: Store, current: StoredDraft, edit: DraftEdit): Promise<MergedWriting> {
  const { effectiveOn, carry, choices, body } = edit;
  const writing = { effectiveOn, carry, choices, body };
  if (edit.base === current.hash) return { writing, conflicts: [] };
  const base = await draftVersion(store, current.action, current.classId, edit.base);
  if (!base) throw refusal(edit.base === '' ? 'base-missing' : 'base-unknown');
  return mergeDrafts(base, writing, current, edit.settle);
}
