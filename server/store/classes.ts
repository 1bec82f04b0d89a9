// Classes as people look for them: by code past or present, by date, by facts. Rows come from the index; texts
// come from the record.
import { sql, type SelectQueryBuilder } from 'kysely';
import type { CalendarDate, Instant, Status } from '../../schemas/types.ts';
import type { ClassIndexTable, Database, Store } from './database.ts';
import { endOfTime, fromRow, type RecordedRevision } from './record.ts';
import { nameExpression, searchExpression } from './search-expression.ts';

export type ClassRevision = RecordedRevision<'class'>;

/** One class in a list, as the revision in force on the asked date says it. */
export interface ClassRow {
  readonly classId: string;
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  readonly seriesId: string | null;
  readonly seriesLevel: number | null;
  readonly payGrade: string | null;
  readonly flsa: string | null;
  readonly occupationalGroup: string | null;
  readonly summary: string;
}

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
  /** The list goes on after this class; from its beginning where it is not given. */
  readonly after?: PlaceInList;
}

/** Where a class stands in a list, which is by title. */
export type PlaceInList = Pick<ClassRow, 'title' | 'code' | 'classId'>;

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

export async function classesInForce(
  store: Store,
  query: ClassQuery,
): Promise<{ rows: ClassRow[]; total: number }> {
  const found = matching(store, query);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await (query.after ? found.where(isAfter(query.after)) : found)
    .selectAll('found')
    .orderBy('title')
    .orderBy('code')
    .orderBy('class_id')
    .limit(Math.min(query.limit, longestList))
    .offset(query.offset)
    .execute();
  return { rows: rows.map(toClassRow), total };
}

function isAfter({ title, code, classId }: PlaceInList) {
  return sql<boolean>`(title, code, class_id) > (${title}, ${code}, ${classId})`;
}

type Found = SelectQueryBuilder<Database & { found: ClassIndexTable }, 'found', object>;

/** The revisions in force on a date, of classes of the wanted status, narrowed by facts and words. */
function matching(store: Store, query: ClassQuery): Found {
  const inForce = store.db
    .selectFrom('class_index')
    .selectAll()
    .select(
      sql<number>`row_number() over (partition by class_id order by effective_on desc, number desc)`.as(
        'place',
      ),
    )
    .where('effective_on', '<=', query.on)
    .where('recorded_at', '<=', query.knownAt ?? endOfTime);
  let found = store.db
    .selectFrom(inForce.as('found'))
    .where('place', '=', 1)
    .where('status', '=', query.status) as unknown as Found;
  if (query.series) found = found.where('series_id', '=', query.series);
  if (query.grade) found = found.where('pay_grade', '=', query.grade);
  if (query.flsa) found = found.where('flsa', '=', query.flsa);
  if (query.group) found = found.where('occupational_group', '=', query.group);
  const expression = query.words ? searchExpression(query.words) : null;
  return expression && query.words ? found.where(hasWords(query, expression, query.words)) : found;
}

/** In the text of the day, or in a code or title that the class has had: names of the past lead to it for ever. */
function hasWords({ on, knownAt = endOfTime }: ClassQuery, expression: string, words: string) {
  return sql<boolean>`(
    revision_seq in (select rowid from class_search where class_search match ${expression})
    or class_id in (
      select former.class_id from class_index as former
      where former.revision_seq in (select rowid from class_search where class_search match ${nameExpression(words)})
        and former.effective_on <= ${on} and former.recorded_at <= ${knownAt}))`;
}

/** The code of every class in force on a date, in upper case, by class id. */
export async function codesInForce(store: Store, on: CalendarDate): Promise<Map<string, string>> {
  const rows = await matching(store, { ...everyClass, on })
    .select(['class_id', 'code'])
    .execute();
  return new Map(rows.map((row) => [row.class_id, row.code.toUpperCase()]));
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

/** What may be chosen in the filters of the list, on a date. */
export async function facetsInForce(
  store: Store,
  on: CalendarDate,
  knownAt: Instant = endOfTime,
): Promise<{ grades: string[]; groups: string[] }> {
  const rows = await matching(store, { ...everyClass, on, knownAt })
    .select(['pay_grade', 'occupational_group'])
    .distinct()
    .execute();
  return {
    grades: distinct(rows.map((row) => row.pay_grade)),
    groups: distinct(rows.map((row) => row.occupational_group)),
  };
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

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
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
export async function unprintedRevisions(store: Store): Promise<ClassRevision[]> {
  const rows = await store.db
    .selectFrom('revisions')
    .leftJoin('official_documents', 'official_documents.revision_seq', 'revisions.seq')
    .selectAll('revisions')
    .where('subject', '=', 'class')
    .where('official_documents.revision_seq', 'is', null)
    .orderBy('seq')
    .execute();
  return rows.map((row) => fromRow<'class'>(row));
}

function toClassRow(row: ClassIndexTable): ClassRow {
  return {
    classId: row.class_id,
    code: row.code,
    title: row.title,
    number: row.number,
    status: row.status as Status,
    effectiveOn: row.effective_on,
    seriesId: row.series_id,
    seriesLevel: row.series_level,
    payGrade: row.pay_grade,
    flsa: row.flsa,
    occupationalGroup: row.occupational_group,
    summary: row.summary,
  };
}
