// What the open data is read from, in small pieces: the classes one after another, the texts of the plan, the decided actions.
// The head at the beginning bounds everything, so that what is recorded meanwhile stays out.
import type { DataTextSubject } from '../../schemas/types.ts';
import type { ClassRevision } from './classes.ts';
import type { Store } from './database.ts';
import { fromRow, type RecordedRevision } from './record.ts';

/** The revisions of every class up to an entry, by number; classes by their ids. */
export async function* everyClassUpTo(store: Store, seq: number): AsyncGenerator<ClassRevision[]> {
  const ids = await store.db
    .selectFrom('class_index')
    .select('class_id')
    .distinct()
    .where('revision_seq', '<=', seq)
    .orderBy('class_id')
    .execute();
  for (const { class_id: id } of ids) yield await revisionsUpTo(store, 'class', id, seq);
}

/** Every revision of the series, the shared texts or the pay schedules up to an entry, by id and number. */
export async function* everyTextUpTo<S extends DataTextSubject>(
  store: Store,
  subject: S,
  seq: number,
): AsyncGenerator<RecordedRevision<S>> {
  for (const id of await subjectsUpTo(store, subject, seq))
    yield* await revisionsUpTo(store, subject, id, seq);
}

/** Every decided action as last recorded up to an entry, by number. */
export async function* everyActionUpTo(
  store: Store,
  seq: number,
): AsyncGenerator<RecordedRevision<'action'>> {
  for (const id of await subjectsUpTo(store, 'action', seq)) {
    const last = (await revisionsUpTo(store, 'action', id, seq)).at(-1);
    if (last) yield last;
  }
}

async function subjectsUpTo(
  store: Store,
  subject: DataTextSubject | 'action',
  seq: number,
): Promise<string[]> {
  const rows = await store.db
    .selectFrom('revisions')
    .select('subject_id')
    .distinct()
    .where('subject', '=', subject)
    .where('seq', '<=', seq)
    .orderBy('subject_id')
    .execute();
  return rows.map((row) => row.subject_id);
}

async function revisionsUpTo<S extends DataTextSubject | 'class' | 'action'>(
  store: Store,
  subject: S,
  id: string,
  seq: number,
): Promise<RecordedRevision<S>[]> {
  const rows = await store.db
    .selectFrom('revisions')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('seq', '<=', seq)
    .orderBy('number')
    .execute();
  return rows.map((row) => fromRow<S>(row));
}
