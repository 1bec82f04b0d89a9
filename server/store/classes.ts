// Classes as people look for them: by code past or present, by date, by facts. Rows come from the index; texts
// come from the record.
import { sql } from 'kysely';
import type { CalendarDate, Instant, Status } from '../../schemas/types.ts';
import { type ClassRow, toClassRow } from './class-rows.ts';
import { listClasses, searchClasses } from './class-search.ts';
import type { Store } from './database.ts';
import { planDirectory } from './plan-directory.ts';
import { endOfTime, fromRow, type RecordedRevision } from './record.ts';

export type { ClassRow };
export type ClassRevision = RecordedRevision<'class'>;

export interface ClassQuery {
  readonly on: CalendarDate;
  /** Only what was recorded by then; all where it is not given. */
  readonly knownAt?: Instant;
  readonly words: string | null;
  readonly status: Status;
  readonly series: string | null;
  readonly grade: string | null;
  readonly flsa: string | null;
  readonly group: string | null;
  readonly limit: number;
  readonly offset: number;
}

/** Every class in force, narrowed by nothing; a list of none of them, for counting. */
export const everyClass = Object.freeze({
  words: null,
  status: 'active',
  series: null,
  grade: null,
  flsa: null,
  group: null,
  limit: 0,
  offset: 0,
} satisfies Omit<ClassQuery, 'on'>);

/** Most classes a plan may list at once; a list is read in pages of at most this. */
export const longestList = 200;

/** The class that carries `code`, or carried it; the code it has now is the one to be addressed by. */
export async function classByCode(
  store: Store,
  code: string,
  today: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<{ classId: string; code: string } | null> {
  const carriers = await store.db
    .selectFrom('class_index')
    .select('class_id')
    .distinct()
    .where(sql<string>`upper(code)`, '=', code.toUpperCase())
    .where('recorded_at', '<=', knownAt)
    .execute();
  const candidates = [];
  for (const { class_id } of carriers) candidates.push(await currentCode(store, class_id, today, knownAt));
  return (
    candidates.find((candidate) => candidate.code.toUpperCase() === code.toUpperCase()) ??
    candidates[0] ??
    null
  );
}

/** The code in force today; of a class that is not yet in force, the code it will have. */
export async function currentCode(
  store: Store,
  classId: string,
  today: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<{ classId: string; code: string }> {
  const { code } = await store.db
    .selectFrom('class_index')
    .select('code')
    .where('class_id', '=', classId)
    .where('recorded_at', '<=', knownAt)
    .orderBy(sql`effective_on <= ${today}`, 'desc')
    .orderBy(sql`case when effective_on <= ${today} then effective_on end`, 'desc')
    .orderBy('effective_on')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { classId, code };
}

/** Those that fit the words best first; without words in the order of titles. */
export function classesInForce(
  store: Store,
  query: ClassQuery,
): Promise<{ rows: ClassRow[]; total: number }> {
  const { words, status, series, grade, flsa, group, limit, ...asked } = query;
  const choices = { status, series, grade, flsa, group };
  const chosen = Object.entries(choices).filter(([, value]) => value !== null);
  return listClasses(store, {
    ...asked,
    typed: words ?? '',
    isExact: false,
    chosen: Object.fromEntries(chosen),
    sort: 'relevance',
    limit: Math.min(limit, longestList),
  });
}

/** The code of every class in force on a date, in upper case, by class id. */
export async function codesInForce(store: Store, on: CalendarDate): Promise<Map<string, string>> {
  const { directory, inForce } = await planDirectory(store);
  const entries = [...inForce(on, endOfTime).places].flatMap((place) => directory.entries[place] ?? []);
  return new Map(
    entries.flatMap(({ classId, code, status }) =>
      status === 'active' ? [[classId, code.toUpperCase()] as const] : [],
    ),
  );
}

/** The levels of a series on a date, lowest first. */
export async function levelsOfSeries(
  store: Store,
  seriesId: string,
  on: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<ClassRow[]> {
  const query = { ...everyClass, on, knownAt, series: seriesId, limit: longestList };
  const { rows } = await classesInForce(store, query);
  return rows.sort((one, other) => (one.seriesLevel ?? 0) - (other.seriesLevel ?? 0));
}

/** The grades and occupational groups of the classes in force on a date. */
export async function facetsInForce(
  store: Store,
  on: CalendarDate,
): Promise<{ grades: string[]; groups: string[] }> {
  const { facets } = await searchClasses(store, {
    on,
    typed: '',
    isExact: false,
    chosen: { status: 'active' },
    sort: 'title',
    limit: 0,
    offset: 0,
  });
  const valuesOf = (name: 'grade' | 'group') => facets[name].map(({ value }) => value);
  return { grades: valuesOf('grade'), groups: valuesOf('group') };
}

/** The days from `since` on at which a text with one of the codes (in upper case) begins to apply. */
export async function datesOfCodes(
  store: Store,
  codes: readonly string[],
  since: CalendarDate,
): Promise<CalendarDate[]> {
  const rows = await store.db
    .selectFrom('class_index')
    .select('effective_on')
    .distinct()
    .where('effective_on', '>=', since)
    .where(sql<string>`upper(code)`, 'in', [...codes])
    .execute();
  return rows.map((row) => row.effective_on);
}

/** The latest revisions recorded of any class, newest effective date first. */
export async function latestRevisions(
  store: Store,
  on: CalendarDate,
  limit: number,
  knownAt: Instant = endOfTime,
): Promise<ClassRow[]> {
  const rows = await store.db
    .selectFrom('class_index')
    .selectAll()
    .where('effective_on', '<=', on)
    .where('recorded_at', '<=', knownAt)
    .orderBy('effective_on', 'desc')
    .orderBy('revision_seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toClassRow);
}

/** The seq of every revision of a class that has no official PDF yet, in the order of the record. */
export async function unprintedRevisions(
  store: Store,
  { after = 0, limit = -1 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<ClassRevision[]> {
  const rows = await unprinted(store)
    .selectAll('revisions')
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow<'class'>(row));
}

export async function countUnprinted(store: Store): Promise<number> {
  const { count } = await unprinted(store)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

function unprinted({ db }: Store) {
  return db
    .selectFrom('revisions')
    .leftJoin('official_documents', 'official_documents.revision_seq', 'revisions.seq')
    .where('subject', '=', 'class')
    .where('official_documents.revision_seq', 'is', null);
}

/** Every code that any class has or had, whatever the date. */
export async function everyCode({ db }: Store): Promise<string[]> {
  const rows = await db.selectFrom('class_index').select('code').distinct().orderBy('code').execute();
  return rows.map(({ code }) => code);
}
