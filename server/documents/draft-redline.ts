// The redline of a draft: against the text that will be in force when it takes effect, or against any other revision of
// its class. A class that is new is compared with nothing. A draft that was begun from another text than the one it will
// follow is shown put into that one, as adopting it does.
import type { PlanSettings, Specification } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { applyTo, effectiveDate } from '../model/adoption.ts';
import { inForce } from '../model/in-force.ts';
import { type Redline, redlineOf } from '../model/redline.ts';
import { actionByNumber } from '../store/actions.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import type { StoredDraft } from '../store/drafts.ts';
import { revisionsOf } from '../store/record.ts';
import { titlesWithin } from './series-titles.ts';

export interface DraftRedline {
  readonly redline: Redline;
  /** The text that the draft makes; where both changed one place and nobody has chosen yet, as the draft has it. */
  readonly text: Specification;
  /** null for a class that is new. */
  readonly against: ClassRevision | null;
  /** What it is compared with where nobody chooses: in force when the draft takes effect; without a date, what it was begun from. */
  readonly standard: ClassRevision | null;
  readonly revisions: readonly ClassRevision[];
}

/** `against` is the number of a revision; null for the standard. */
export async function draftRedline(
  store: Store,
  draft: StoredDraft,
  settings: PlanSettings,
  against: number | null = null,
): Promise<DraftRedline> {
  const action = await actionByNumber(store, draft.action);
  if (!action) throw new Error(`The draft of ${draft.classId} belongs to no action`);
  const revisions = await revisionsOf(store, 'class', draft.classId);
  const numbered = (number: number | null) => revisions.find((each) => each.number === number) ?? null;
  const base = numbered(draft.baseNumber);
  const on = effectiveDate(action, draft, base);
  const standard = (on === null ? null : inForce(before(revisions, draft.action), on)) ?? base;
  const chosen = against === null ? standard : numbered(against);
  if (against !== null && !chosen)
    throw refusal('revision-not-found', { detail: countInWords(revisions.length) });
  const text = applyTo(draft, base, standard).body;
  const titles = await titlesWithin(store, draft.action, on);
  return {
    redline: redlineOf(chosen?.body ?? null, text, settings, titles),
    text,
    against: chosen,
    standard,
    revisions,
  };
}

/** What an action has made of the class already is not what its drafts follow. */
function before(revisions: readonly ClassRevision[], action: string): readonly ClassRevision[] {
  const made = revisions.findIndex((revision) => revision.action === action);
  return made < 0 ? revisions : revisions.slice(0, made);
}

function countInWords(count: number): string {
  if (count === 0) return 'The class is new and has no revisions yet.';
  return count === 1 ? 'The class has one revision.' : `The class has ${count} revisions.`;
}
