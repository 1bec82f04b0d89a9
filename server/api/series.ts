// /api/v1/series: the series of the plan, one with its levels, and the comparison of levels.
import type { CalendarDate, SeriesLadder, SeriesList } from '../../schemas/types.ts';
import { comparedClasses } from '../documents/compared-classes.ts';
import { comparisonData } from '../documents/matrix-data.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { fewestColumns, matrixOf, mostColumns } from '../model/matrix.ts';
import { headsOf } from '../pages/matrix-answer.ts';
import { shortened } from '../pages/page.ts';
import type { ClassRow } from '../store/class-rows.ts';
import { levelsOfSeries } from '../store/classes.ts';
import { allSeries, seriesById } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { classSummaries } from './classes.ts';
import type { Call, Reply } from './operation.ts';
import { partOf } from './parts.ts';
import { planOn } from './present.ts';

export async function listSeries(tools: Tools, { query }: Call<'query-part-on.schema.json'>): Promise<Reply> {
  const { asOf } = await planOn(tools, query.on);
  const part = partOf(await allSeries(tools.store, asOf.on), query, ({ id }) => id);
  const data: SeriesList['data'] = [];
  for (const { id, title, occupationalGroup } of part.data) {
    const levels = await levelsOfSeries(tools.store, id, asOf.on);
    data.push({ id, title, occupationalGroup, levels: levels.map(levelOf) });
  }
  const body: SeriesList = { on: asOf.on, ...part, data };
  return { status: 200, body };
}

function levelOf({ classId, code, title, seriesLevel: level }: ClassRow) {
  return { classId, code, title, level };
}

export async function readSeries(
  tools: Tools,
  { path, query }: Call<'query-on.schema.json'>,
): Promise<Reply> {
  const { asOf, series, levels } = await seriesFound(tools, path.id, query.on);
  const body: SeriesLadder = { on: asOf.on, series, levels: await classSummaries(tools, levels, asOf.on) };
  return { status: 200, body };
}

export async function compareLevels(
  tools: Tools,
  { path, query }: Call<'query-comparison.schema.json'>,
): Promise<Reply> {
  const { asOf, settings, series, levels } = await seriesFound(tools, path.id, query.on);
  const { levels: asked, show = 'all' } = query;
  const chosen =
    asked === undefined
      ? levels.slice(0, mostColumns)
      : [...new Set(asked.toUpperCase().split(','))].map((code) => requireLevel(levels, code));
  const ids = chosen.map(({ classId }) => classId);
  const compared = await comparedClasses(tools.store, ids, asOf.on, asOf.knownAt);
  if (compared.length < fewestColumns) throw refusedLevels('A comparison needs two levels in force.');
  const heads = headsOf({ compared, asOf, series });
  return { status: 200, body: comparisonData(matrixOf(compared, settings), heads, show, asOf.on) };
}

function requireLevel(levels: readonly ClassRow[], code: string): ClassRow {
  const found = levels.find((level) => level.code.toUpperCase() === code);
  if (found) return found;
  throw refusedLevels(`${code} is not a level of the series on that date.`);
}

function refusedLevels(detail: string) {
  return refusal('request-not-valid', { errors: [{ parameter: 'levels', detail }] });
}

async function seriesFound(tools: Tools, id: string, date: CalendarDate | undefined) {
  const plan = await planOn(tools, date);
  const { on } = plan.asOf;
  const series = await seriesById(tools.store, id, on);
  if (!series)
    throw refusal('series-not-found', { detail: `Asked for: ${shortened(id)}, on ${inWords(on)}.` });
  return { ...plan, series, levels: await levelsOfSeries(tools.store, series.id, on) };
}
