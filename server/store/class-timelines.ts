// The revisions of many classes at once, without their texts: what a list says of names past and of texts to come.
import { sql } from 'kysely';
import type { CalendarDate, Instant, Status } from '../../schemas/types.ts';
import { placesWithAll } from '../model/class-scores.ts';
import { isSameTitle } from '../model/lineage.ts';
import { foldedWords } from '../model/search-terms.ts';
import { stemOf } from '../model/terms.ts';
import type { Store } from './database.ts';
import { planDirectory } from './plan-directory.ts';
import { endOfTime } from './record.ts';

/** One revision of a class, as a list needs it. */
export interface TimelineEntry {
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly code: string;
  readonly title: string;
  readonly action: string | null;
}

/** Every revision of each class as known at an instant, by number. */
export async function timelinesOf(
  store: Store,
  classIds: readonly string[],
  knownAt: Instant = endOfTime,
): Promise<Map<string, TimelineEntry[]>> {
  const rows = await store.db
    .selectFrom('class_index')
    .innerJoin('revisions', 'revisions.seq', 'class_index.revision_seq')
    .select([
      'class_index.class_id as classId',
      'class_index.number as number',
      'class_index.status as status',
      'class_index.effective_on as effectiveOn',
      'class_index.recorded_at as recordedAt',
      'class_index.code as code',
      'class_index.title as title',
      'revisions.action as action',
    ])
    .where('class_index.class_id', 'in', [...classIds])
    .where('class_index.recorded_at', '<=', knownAt)
    .orderBy('class_index.number')
    .execute();
  const found = new Map<string, TimelineEntry[]>(classIds.map((id) => [id, []]));
  for (const { classId, status, ...row } of rows)
    found.get(classId)?.push({ ...row, status: status as Status });
  return found;
}

/** The ids of the classes that have or had exactly this title, in any case, by `on`. */
export async function classesTitled(
  store: Store,
  title: string,
  on: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<string[]> {
  const { directory } = await planDirectory(store);
  const terms = foldedWords(title).map((word) => [stemOf(word)]);
  const places = placesWithAll(directory.named, terms, directory.entries.length);
  const entries = places.flatMap((place) => directory.entries[place] ?? []);
  const found = entries.filter(
    (entry) => entry.effectiveOn <= on && entry.recordedAt <= knownAt && isSameTitle(entry.title, title),
  );
  return [...new Set(found.map(({ classId }) => classId))];
}

/** Of the actions named, those that are provisionally approved and not ratified, as known at an instant. */
export async function provisionalAmong(
  store: Store,
  actions: readonly string[],
  knownAt: Instant = endOfTime,
): Promise<Set<string>> {
  if (actions.length === 0) return new Set();
  const rows = await store.db
    .selectFrom('revisions as decided')
    .select('decided.subject_id')
    .where('decided.subject', '=', 'action')
    .where('decided.subject_id', 'in', [...actions])
    .where('decided.recorded_at', '<=', knownAt)
    .where(sql<string>`json_extract(decided.body, '$.step')`, '=', 'provisional')
    .where(
      sql<boolean>`not exists (select 1 from revisions as later where later.subject = 'action'
        and later.subject_id = decided.subject_id and later.number > decided.number
        and later.recorded_at <= ${knownAt})`,
    )
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}
