// What a document about an action is made of: its own words and dates, and each of its changes with the text before and
// after. Law: a decided action is read from the record, a posted one as it was posted, a draft as it would be recorded.
import type { DecidedAction, HistoryEvent } from '../../schemas/types.ts';
import type { Planned } from '../model/adoption.ts';
import { inForce } from '../model/in-force.ts';
import { type PlannedText, textTitle } from '../model/plan-text.ts';
import type { ActionChange, ActionText } from '../model/recommendation.ts';
import type { Step } from '../model/workflow.ts';
import type { ClassRevision } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import type { Action } from '../store/actions.ts';
import { endOfTime, revisionsOfEach } from '../store/record.ts';
import { historyTo } from './official.ts';
import type { Posting } from './postings.ts';

export interface PaperChange extends ActionChange {
  /** Of the revision that it makes. */
  readonly number: number;
  readonly beforeNumber: number | null;
  /** The class history up to and with this change. */
  readonly history: readonly HistoryEvent[];
}

export interface ActionPaper {
  readonly number: string;
  readonly title: string;
  readonly reason: string;
  readonly authority: string;
  readonly step: Step;
  readonly effectiveOn: string | null;
  readonly postedOn: string | null;
  readonly commentsUntil: string | null;
  readonly decidedOn: string | null;
  readonly ratifiedOn: string | null;
  readonly ratifiedBy: string | null;
  readonly changes: readonly PaperChange[];
  readonly texts: readonly ActionText[];
}

export async function decidedPaper(store: Store, decided: DecidedAction): Promise<ActionPaper> {
  const revisions = await revisionsByClass(store, decided.changes);
  const changes = decided.changes.map(({ classId, number }) => {
    const own = revisions.get(classId) ?? [];
    const made = own.find((each) => each.number === number);
    if (!made)
      throw new Error(`${decided.number} made revision ${number} of ${classId}, which is not recorded`);
    const earlier = own.filter((each) => each.number < number && each.action !== decided.number);
    return changeOf({ ...made, classId, history: historyTo(made, own) }, earlier);
  });
  const { approvedHash: _hash, decisions: _decisions, texts = [], ...instrument } = decided;
  return { ...instrument, changes, texts };
}

/** What was posted, upon the record as it was then known. */
export function postedPaper(store: Store, posting: Posting, action: Pick<Action, 'step' | 'effectiveOn'>) {
  const { instrument, planned, texts = [], postedOn, commentsUntil, postedAt } = posting;
  const dates = { postedOn, commentsUntil, decidedOn: null, ratifiedOn: null };
  return plannedPaper(store, { ...instrument, ...action, ...dates }, { planned, texts }, postedAt);
}

export async function plannedPaper(
  store: Store,
  instrument: Omit<Action, 'hash' | 'openedBy' | 'openedAt'>,
  { planned, texts }: { readonly planned: readonly Planned[]; readonly texts: readonly PlannedText[] },
  knownAt: string = endOfTime,
): Promise<ActionPaper> {
  const revisions = await revisionsByClass(store, planned);
  const changes = planned.map((each) => {
    const known = (revisions.get(each.classId) ?? []).filter(
      ({ recordedAt, action }) => recordedAt <= knownAt && action !== instrument.number,
    );
    const own = planned.filter(({ classId, number }) => classId === each.classId && number <= each.number);
    const history = [...known, ...own].flatMap(({ events }) => events);
    return changeOf({ ...each, history }, known);
  });
  const { number, title, reason, authority, step, effectiveOn } = instrument;
  const { postedOn, commentsUntil, decidedOn, ratifiedOn } = instrument;
  return {
    ...{ number, title, reason, authority, step, effectiveOn },
    ...{ postedOn, commentsUntil, decidedOn, ratifiedOn, ratifiedBy: null },
    changes,
    texts: texts.map(({ body, changes: kinds, ...text }) => ({ ...text, kinds, title: textTitle(body) })),
  };
}

function changeOf(
  { classId, number, status, changes, effectiveOn, body, history }: Planned & Pick<PaperChange, 'history'>,
  earlier: readonly ClassRevision[],
): PaperChange {
  const before = inForce(earlier, effectiveOn);
  return {
    ...{ classId, number, status, kinds: changes, effectiveOn, after: body, history },
    before: before?.body ?? null,
    beforeNumber: before?.number ?? null,
  };
}

async function revisionsByClass(store: Store, changes: readonly { readonly classId: string }[]) {
  const ids = [...new Set(changes.map(({ classId }) => classId))];
  return ids.length === 0 ? new Map<string, ClassRevision[]>() : revisionsOfEach(store, 'class', ids);
}
