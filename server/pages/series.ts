// /series/it-management: what the kind of work is, and its levels as a ladder.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { levelsOfSeries } from '../store/classes.ts';
import { payRange, seriesById } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { askedDate } from './dates.ts';
import { frame, planToday, shortened } from './page.ts';

export async function showSeries(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const on = askedDate(request, today);
  const series = await seriesById(tools.store, request.params.id, on);
  if (!series)
    throw refusal('series-not-found', {
      detail: `Asked for: ${shortened(request.params.id)}, on ${inWords(on)}.`,
    });
  const levels = [];
  for (const level of await levelsOfSeries(tools.store, series.id, on)) {
    const range = level.payGrade === null ? null : await payRange(tools.store, level.payGrade, on);
    levels.push({
      level: level.seriesLevel,
      href: on === today ? `/classes/${level.code}` : `/classes/${level.code}/${on}`,
      code: level.code,
      title: level.title,
      summary: level.summary,
      grade: level.payGrade ?? 'Not stated',
      range: range && `${money(range.minimum, range.currency)} to ${money(range.maximum, range.currency)}`,
      flsa: level.flsa === null ? 'Not stated' : (meaningOf(settings.codes.flsa, level.flsa) ?? level.flsa),
    });
  }
  const body = tools.views.render('pages/series', {
    page: frame(
      settings,
      {
        title: `${series.title} series`,
        place: 'series',
        canonical: `/series/${series.id}`,
      },
      response,
    ),
    title: series.title,
    concept: series.concept,
    group: series.occupationalGroup && meaningOf(settings.codes.occupationalGroup, series.occupationalGroup),
    onInWords: on === today ? null : inWords(on),
    todayHref: `/series/${series.id}`,
    levels,
    levelCount: levels.length === 1 ? '1 level' : `${levels.length} levels`,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  );
}
