// /api/v1/classes and /api/v1/search: the classes in force on a date, in parts.
import type { ClassesQuery, ClassList, ClassSummary, SearchQuery } from '../../schemas/types.ts';
import { formerNames, namesOf } from '../model/lineage.ts';
import type { AsOf } from '../pages/as-of.ts';
import { timelinesOf } from '../store/class-timelines.ts';
import { type ClassRow, classesInForce, everyClass } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import type { Call, Reply } from './operation.ts';
import { cursorOf, keyIn, lengthOf } from './parts.ts';
import { planOn } from './present.ts';

export async function listClasses(
  tools: Tools,
  { query }: Call<'query-classes.schema.json'>,
): Promise<Reply> {
  return { status: 200, body: await classList(tools, query) };
}

export async function search(tools: Tools, { query }: Call<'query-search.schema.json'>): Promise<Reply> {
  return { status: 200, body: await classList(tools, query) };
}

async function classList(tools: Tools, query: ClassesQuery | SearchQuery): Promise<ClassList> {
  const { asOf } = await planOn(tools, query.on);
  const {
    q: words = null,
    series = null,
    grade = null,
    flsa = null,
    group = null,
    status = 'active',
  } = query as ClassesQuery;
  const [offset = 0] = keyIn(query, 'number') ?? [];
  const limit = lengthOf(query);
  const { rows, total } = await classesInForce(tools.store, {
    ...{ ...everyClass, words, series, grade, flsa, group, status, on: asOf.on },
    // One more than is told says whether there are more.
    limit: limit + 1,
    offset,
  });
  const told = rows.slice(0, limit);
  return {
    on: asOf.on,
    data: await classSummaries(tools, told, asOf),
    page: { limit, nextCursor: rows.length > limit ? cursorOf([offset + limit]) : null, total },
  };
}

export async function classSummaries(
  { store }: Tools,
  rows: readonly ClassRow[],
  { on }: Pick<AsOf, 'on'>,
): Promise<ClassSummary[]> {
  const timelines = await timelinesOf(
    store,
    rows.map(({ classId }) => classId),
  );
  return rows.map(({ seriesId: id, seriesLevel: level, ...row }) => ({
    ...row,
    series: id === null || level === null ? null : { id, level },
    formerNames: formerNames(namesOf(timelines.get(row.classId) ?? []), on).map(({ code, title, until }) => ({
      code,
      title,
      until,
    })),
  }));
}
