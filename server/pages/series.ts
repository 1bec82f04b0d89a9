// /series/it-management: what the kind of work is, and its levels as a ladder, on any date.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { payInWords, type PayRange } from '../model/pay.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { type ClassRow, levelsOfSeries } from '../store/classes.ts';
import { payRangesOn, seriesById } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, classAddress, datedOf, undated } from './as-of.ts';
import { matrixQuery } from './matrix-asked.ts';
import { frame, planToday, shortened } from './page.ts';

export async function showSeries(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const plan = await planToday(tools);
  const { settings } = plan;
  const asOf = askedAsOf(request, response, plan);
  const series = await seriesById(tools.store, request.params.id, asOf.on, asOf.knownAt);
  if (!series) {
    const asked = `${shortened(request.params.id)}, on ${inWords(asOf.on)}`;
    throw refusal('series-not-found', { detail: `Asked for: ${asked}.` });
  }
  const levels = await levelsOfSeries(tools.store, series.id, asOf.on, asOf.knownAt);
  const pay = await payRangesOn(tools.store, asOf.on, asOf.knownAt);
  const canonical = `/series/${series.id}`;
  const body = tools.views.render('pages/series', {
    page: frame(
      settings,
      { title: `${series.title} series`, place: 'series', canonical, dated: datedOf(asOf) },
      response,
    ),
    title: series.title,
    concept: series.concept,
    group: series.occupationalGroup && meaningOf(settings.codes.occupationalGroup, series.occupationalGroup),
    notice: asOfNotice(asOf, undated(request)),
    statementsHref: `${canonical}/statements${datedOf(asOf).query}`,
    compareHref: levels.length < 2 ? null : `${canonical}/compare${datedOf(asOf).query}`,
    careersHref: `/careers${datedOf(asOf).query}#${series.id}`,
    levels: levels.map((level, index) => ({
      ...levelView(level, pay(level.payGrade ?? ''), settings, asOf),
      step: stepUp(series.id, levels[index - 1], level, asOf),
    })),
    levelCount: levels.length === 1 ? '1 level' : `${levels.length} levels`,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** The way to what a level adds over the one below it; null for the lowest. */
function stepUp(seriesId: string, lower: ClassRow | undefined, level: ClassRow, asOf: AsOf) {
  if (!lower) return null;
  const query = matrixQuery('levels', [lower.code, level.code], 'all', datedOf(asOf).fields);
  return {
    href: `/series/${seriesId}/compare${query}#step-1`,
    text: `What ${level.title} adds over ${lower.title}`,
  };
}

function levelView(level: ClassRow, range: PayRange | null, { codes }: PlanSettings, asOf: AsOf) {
  const { payGrade, flsa } = level;
  return {
    level: level.seriesLevel,
    href: classAddress(level.code, asOf),
    code: level.code,
    title: level.title,
    summary: level.summary,
    grade: payGrade ?? 'Not stated',
    range: range && payInWords(range),
    flsa: flsa === null ? 'Not stated' : (meaningOf(codes.flsa, flsa) ?? flsa),
  };
}
