// The shared texts of the plan with every wording that each ever had.
import type { SharedText } from '../../schemas/types.ts';
import type { Store } from './database.ts';
import { fromRow, type RecordedRevision } from './record.ts';

/** Every shared text that was ever recorded, with its revisions by number. */
export async function sharedTextRevisions(
  store: Store,
): Promise<Map<string, RecordedRevision<'shared-text'>[]>> {
  const rows = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', '=', 'shared-text')
    .orderBy('number')
    .execute();
  return Map.groupBy(
    rows.map((row) => fromRow<'shared-text'>(row)),
    ({ subjectId }) => subjectId,
  );
}

/** A shared text that an action proposes and the record does not have yet. */
export interface ProposedText {
  readonly action: string;
  readonly body: SharedText;
}

/** The shared texts of actions under way: those that are new, and the ids of all. */
export async function proposedSharedTexts(store: Store): Promise<ProposedText[]> {
  const rows = await store.db
    .selectFrom('plan_text_drafts')
    .innerJoin('actions', 'actions.number', 'plan_text_drafts.action')
    .select(['action', 'body'])
    .where('subject', '=', 'shared-text')
    .where('actions.step', 'in', ['draft', 'in review', 'posted'])
    .orderBy('saved_at')
    .execute();
  return rows.map(({ action, body }) => ({ action, body: JSON.parse(body) as SharedText }));
}
