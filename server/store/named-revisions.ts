// Revisions found by what a copy of their text tells: the hash of its bytes, or the code and number that it bears.
import { sql } from 'kysely';
import type { CalendarDate } from '../../schemas/types.ts';
import type { RevisionName } from '../model/revision-name.ts';
import { classByCode } from './classes.ts';
import type { Store } from './database.ts';

export interface FoundRevision {
  readonly classId: string;
  readonly number: number;
}

/** The revision whose official PDF has this hash; null where none has. */
export async function revisionOfDocument(store: Store, sha256: string): Promise<FoundRevision | null> {
  const row = await store.db
    .selectFrom('official_documents')
    .innerJoin('revisions', 'revisions.seq', 'official_documents.revision_seq')
    .select(['revisions.subject_id as classId', 'revisions.number'])
    .where('official_documents.sha256', '=', sha256)
    .orderBy('revisions.seq')
    .executeTakeFirst();
  return row ?? null;
}

/** The revision that bore this code and number; else, of the class that the code leads to today, the one of that number. */
export async function revisionNamed(
  store: Store,
  { code, number }: RevisionName,
  today: CalendarDate,
): Promise<FoundRevision | null> {
  const numbered = store.db
    .selectFrom('class_index')
    .select(['class_id as classId', 'number'])
    .where('number', '=', number);
  const bearer = await numbered
    .where(sql<string>`upper(code)`, '=', code.toUpperCase())
    .orderBy('revision_seq', 'desc')
    .executeTakeFirst();
  if (bearer) return bearer;
  const found = await classByCode(store, code, today);
  return found ? ((await numbered.where('class_id', '=', found.classId).executeTakeFirst()) ?? null) : null;
}
