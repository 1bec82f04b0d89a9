// /series/it-management: what the kind of work is, and its levels as a ladder, on any date.
import type { Request, Response } from 'express';
import type { PlanSettings, PublishedSeries, Series } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { refusal } from '../errors.ts';
import { payInWords, type PayRange } from '../model/pay.ts';
import { meaningOf } from '../model/plan-settings.ts';
import { type ClassRow, levelsOfSeries } from '../store/classes.ts';
import { payRangesOn } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, classAddress, datedOf, undated } from './as-of.ts';
import { matrixQuery } from './matrix-asked.ts';
import { frame, planToday } from './page.ts';
import { findSeries } from './series-found.ts';

export async function showSeries(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const plan = await planToday(tools);
  const { settings } = plan;
  const asOf = askedAsOf(request, response, plan);
  const { name: id, form } = nameAndForm(request, request.params.id, ['html', 'json', 'txt']);
  const series = await findSeries(tools, id, asOf);
  const levels = await levelsOfSeries(tools.store, series.id, asOf.on, asOf.knownAt);
  const pay = await payRangesOn(tools.store, asOf.on, asOf.knownAt);
  const canonical = `/series/${series.id}`;
  if (form === 'json') {
    const body = JSON.stringify(publishedSeries(series, levels, pay, asOf));
    send(request, response, { form, body, keeping: 'current', fileName: `${series.id}_series.json` });
    return;
  }
  if (form === 'txt') {
    const body = seriesText(series, levels, pay, { settings, on: asOf.on });
    send(request, response, { form, body, keeping: 'current', fileName: `${series.id}_series.txt` });
    return;
  }
  if (form !== 'html')
    throw refusal('not-acceptable', {
      detail: `A series answers as a page, as JSON and as text; its comparison, ${canonical}/compare, as PDF and CSV too.`,
    });
  const alternates = [
    { type: 'application/json', href: `${canonical}.json${datedOf(asOf).query}` },
    { type: 'text/plain', href: `${canonical}.txt${datedOf(asOf).query}` },
  ];
  const body = tools.views.render('pages/series', {
    page: frame(
      settings,
      { title: `${series.title} series`, place: 'series', canonical, alternates, dated: datedOf(asOf) },
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

function publishedSeries(
  series: Series,
  levels: readonly ClassRow[],
  pay: (grade: string) => PayRange | null,
  asOf: AsOf,
): PublishedSeries {
  return {
    on: asOf.on,
    series,
    levels: levels.map(({ seriesLevel, code, title, summary, payGrade, flsa }) => {
      const range = pay(payGrade ?? '');
      return {
        ...{ level: seriesLevel, code, title, summary, payGrade, flsa },
        minimum: range?.minimum ?? null,
        maximum: range?.maximum ?? null,
        currency: range?.currency ?? null,
        href: classAddress(code, asOf),
      };
    }),
  };
}

function seriesText(
  { title, concept }: Series,
  levels: readonly ClassRow[],
  pay: (grade: string) => PayRange | null,
  { settings, on }: { readonly settings: PlanSettings; readonly on: string },
): string {
  const parts = [
    `${settings.employer}\n${settings.office}\n${title} series, as it stands on ${inWords(on)}`,
    ...concept,
    'Levels, from the lowest up',
    ...levels.map(({ seriesLevel, code, title: name, payGrade, summary }) => {
      const range = pay(payGrade ?? '');
      const paid = payGrade === null ? '' : `\nPay grade ${payGrade}${range ? `: ${payInWords(range)}` : ''}`;
      return `${seriesLevel === null ? '' : `${seriesLevel}. `}${name} - ${code}${paid}\n${summary}`;
    }),
  ];
  return `${parts.join('\n\n')}\n`;
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
