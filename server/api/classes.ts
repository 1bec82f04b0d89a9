// /api/v1/classes and /api/v1/search: the classes in force on a date, in parts. All parts are of the plan as it was known
// when the first was sent, so nothing is told twice or left out where the record grows in between.
import type { CalendarDate, ClassList, ClassSummary, SearchResults } from '../../schemas/types.ts';
import { shownPassage } from '../documents/found-passage.ts';
import { facetNames } from '../model/class-directory.ts';
import { isCalendarDate } from '../model/calendar-date.ts';
import { formerNames, namesOf } from '../model/lineage.ts';
import type { ClassRow } from '../store/class-rows.ts';
import { type ClassSearch, listClasses as findClasses, searchClasses } from '../store/class-search.ts';
import { timelinesOf } from '../store/class-timelines.ts';
import type { Store } from '../store/database.ts';
import { endOfTime } from '../store/record.ts';
import { lastRecordedAt } from '../store/record-entries.ts';
import type { Tools } from '../tools.ts';
import type { Call, Reply } from './operation.ts';
import { type AskedPart, cursorOf, keyIn, lengthOf, refusedCursor } from './parts.ts';
import { planOn } from './present.ts';

export async function listClasses(
  tools: Tools,
  { query }: Call<'query-classes.schema.json'>,
): Promise<Reply> {
  const { status = 'active', q = '' } = query;
  const values = facetNames.flatMap((name) => {
    const value = name === 'status' ? status : query[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const { asked, pageWith } = await askedPart(tools, query, q);
  const { rows, total } = await findClasses(tools.store, { ...asked, chosen: Object.fromEntries(values) });
  const { on } = asked;
  const body: ClassList = { on, data: await classSummaries(tools, rows, on), page: pageWith(total) };
  return { status: 200, body };
}

export async function search(tools: Tools, { query }: Call<'query-search.schema.json'>): Promise<Reply> {
  const { asked, settings, pageWith } = await askedPart(tools, query, query.q);
  const found = await searchClasses(tools.store, asked);
  const summaries = await classSummaries(tools, found.rows, asked.on);
  const passages = found.rows.map(({ passage }) => passage && shownPassage(passage, settings));
  const body: SearchResults = {
    on: asked.on,
    corrected: (found.reading?.corrected ?? []).map((each) => ({ ...each })),
    alsoSearchedFor: [...(found.reading?.alsoFor ?? [])],
    data: summaries.map((summary, index) => ({
      class: summary,
      passage: passageOf(passages[index] ?? null),
    })),
    page: pageWith(found.total),
  };
  return { status: 200, body };
}

function passageOf(shown: ReturnType<typeof shownPassage> | null) {
  return shown && { section: shown.heading, text: shown.runs.map(({ text }) => text).join('') };
}

/** What is asked for, and where the part stands once it is known how many there are. */
async function askedPart(tools: Tools, query: AskedPart & { readonly on?: CalendarDate }, typed: string) {
  const at = await walkOf(tools.store, query);
  const { asOf, settings } = await planOn(tools, query.on ?? at.on);
  const limit = lengthOf(query);
  const { offset, knownAt } = at;
  const asked: ClassSearch = {
    ...{ on: asOf.on, knownAt, typed, isExact: false, chosen: { status: 'active' } },
    ...{ sort: typed === '' ? 'title' : 'relevance', limit, offset },
  };
  const next = cursorOf([knownAt, asOf.on, String(offset + limit)]);
  const pageWith = (total: number) => ({ limit, nextCursor: offset + limit < total ? next : null, total });
  return { asked, settings, pageWith };
}

/** A cursor of these lists: what was known, the date, and how many classes have been told. */
async function walkOf(store: Store, asked: AskedPart) {
  const [knownAt, on, told] = keyIn(asked, 'string', 'string', 'string') ?? [];
  if (knownAt === undefined || on === undefined || told === undefined)
    return { knownAt: (await lastRecordedAt(store)) ?? endOfTime, on: undefined, offset: 0 };
  if (!isCalendarDate(on) || !/^[1-9]\d{0,6}$/.test(told)) throw refusedCursor();
  return { knownAt, on, offset: Number(told) };
}

export async function classSummaries(
  { store }: Tools,
  rows: readonly ClassRow[],
  on: CalendarDate,
): Promise<ClassSummary[]> {
  const ids = rows.map(({ classId }) => classId);
  const timelines = await timelinesOf(store, ids);
  return rows.map((row) => summaryOf(row, formerNames(namesOf(timelines.get(row.classId) ?? []), on)));
}

function summaryOf(row: ClassRow, former: ReturnType<typeof formerNames>): ClassSummary {
  const { classId, code, title, number, status, effectiveOn, seriesId: id, seriesLevel: level } = row;
  const { payGrade, flsa, eeo4, bargainingUnit, occupationalGroup, summary } = row;
  return {
    ...{ classId, code, title, number, status, effectiveOn },
    series: id === null || level === null ? null : { id, level },
    ...{ payGrade, flsa, eeo4, bargainingUnit, occupationalGroup, summary },
    formerNames: former.map((name) => ({ code: name.code, title: name.title, until: name.until })),
  };
}
