// Every revision of every class without its text: when it took effect, what it did, what it was called. Thousands of them are
// read at once where the texts would be too much.
import type { CalendarDate, ChangeKind, HistoryEvent, Instant, Status } from '../../schemas/types.ts';
import type { RevisionDate } from '../model/findings/plan-view.ts';
import type { Store } from './database.ts';

export interface ClassHeader extends RevisionDate {
  readonly classId: string;
  readonly seq: number;
  readonly status: Status;
  readonly recordedAt: Instant;
  readonly code: string;
  readonly title: string;
}

/** By class, in the order of their numbers. */
export async function classHeaders(
  store: Store,
  on: CalendarDate,
  knownAt: Instant,
): Promise<Map<string, ClassHeader[]>> {
  const rows = await store.db
    .selectFrom('class_index')
    .innerJoin('revisions', 'revisions.seq', 'class_index.revision_seq')
    .select([
      'class_index.class_id',
      'class_index.code',
      'class_index.title',
      'revisions.seq',
      'revisions.number',
      'revisions.status',
      'revisions.changes',
      'revisions.events',
      'revisions.effective_on',
      'revisions.recorded_at',
    ])
    .where('class_index.effective_on', '<=', on)
    .where('class_index.recorded_at', '<=', knownAt)
    .orderBy('class_index.class_id')
    .orderBy('class_index.number')
    .execute();
  const found = new Map<string, ClassHeader[]>();
  for (const row of rows) {
    const header: ClassHeader = {
      classId: row.class_id,
      seq: row.seq,
      number: row.number,
      status: row.status as Status,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      code: row.code,
      title: row.title,
      changes: JSON.parse(row.changes) as ChangeKind[],
      events: JSON.parse(row.events) as HistoryEvent[],
    };
    const known = found.get(row.class_id);
    if (known) known.push(header);
    else found.set(row.class_id, [header]);
  }
  return found;
}
