// What an analyst is offered for each sentence that no longer agrees: the sentence that would, where it can be made from the two
// texts; the draft actions it can go into; and the action that proposes it already.
import type { CalendarDate } from '../../schemas/types.ts';
import type { PlanIndex } from '../model/findings/plan-index.ts';
import type { ClassText } from '../model/findings/plan-view.ts';
import { type MendedSentence, mendedSentence, saysSentence, wholeOf } from '../model/mended-sentence.ts';
import type { ComparedStatement } from '../model/sibling-statements.ts';
import { inForceNumber, type Statement, type StatementRow } from '../model/statement-grid.ts';
import { actionsAt } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { undecidedDrafts } from '../store/drafts.ts';

export interface MendView {
  readonly sentence: MendedSentence;
  /** The action that proposes it already; null where none does. */
  readonly held: { readonly number: string; readonly href: string } | null;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly drafts: readonly { readonly value: string; readonly label: string }[];
}

/** Null for a sentence that only a person can mend. */
export type Mending = (by: ClassText, statement: Statement, told: ComparedStatement) => MendView | null;

export async function mendingFor(
  store: Store,
  index: PlanIndex,
  rows: readonly StatementRow[],
  on: CalendarDate,
): Promise<Mending> {
  const undecided = await undecidedDrafts(
    store,
    rows.map(({ by }) => by.classId),
  );
  const drafts = (await actionsAt(store, ['draft'])).map(({ number, title }) => ({
    ...{ value: number, label: `${number} ${title}` },
  }));
  const heldOf = (classId: string, block: string, mended: string) => {
    const draft = undecided.find(
      (each) => each.classId === classId && saysSentence(each.body, block, mended),
    );
    return draft
      ? { number: draft.action, href: `/manage/actions/${draft.action}/changes/${classId}` }
      : null;
  };
  return (by, { at, sentence }, told) => {
    const mended = mendedSentence(sentence, told, index.names);
    const block = at.split('.')[2];
    if (!mended || block === undefined) return null;
    return {
      sentence: mended,
      held: heldOf(by.classId, block, wholeOf(mended)),
      fields: [
        { name: 'classId', value: by.classId },
        { name: 'block', value: block },
        { name: 'sentence', value: sentence },
        { name: 'number', value: String(inForceNumber(by, on)) },
        { name: 'of', value: told.sibling.classId },
        { name: 'ofNumber', value: String(inForceNumber(told.sibling, on)) },
      ],
      drafts,
    };
  };
}
