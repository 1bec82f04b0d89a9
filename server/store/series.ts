// The series that actions under way propose, and the ids that no new series may take.
import type { Series } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export interface ProposedSeries {
  readonly action: string;
  readonly body: Series;
}

/** The texts of series in actions that are not decided, the first saved first. */
export async function proposedSeries(store: Store): Promise<ProposedSeries[]> {
  const rows = await store.db
    .selectFrom('plan_text_drafts')
    .innerJoin('actions', 'actions.number', 'plan_text_drafts.action')
    .select(['action', 'body'])
    .where('subject', '=', 'series')
    .where('actions.step', 'in', ['draft', 'in review', 'posted'])
    .orderBy('saved_at')
    .execute();
  return rows.map(({ action, body }) => ({ action, body: JSON.parse(body) as Series }));
}

/** The ids of the series that were ever recorded. */
export async function recordedSeriesIds(store: Store): Promise<Set<string>> {
  const rows = await store.db
    .selectFrom('revisions')
    .select('subject_id')
    .distinct()
    .where('subject', '=', 'series')
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}

/** Every id that a series has or had, or that an action ever proposed: an id is never used again. */
export async function takenSeriesIds(store: Store): Promise<Set<string>> {
  const rows = await store.db
    .selectFrom('plan_text_versions')
    .select('subject_id')
    .distinct()
    .where('subject', '=', 'series')
    .execute();
  return new Set([...(await recordedSeriesIds(store)), ...rows.map((row) => row.subject_id)]);
}
