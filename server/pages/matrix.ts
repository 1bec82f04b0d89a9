// The comparison of classes side by side: /series/it-management/compare of the levels of a series, /compare?classes= of any
// 2 to 8 classes, on any date.
import type { Request, Response } from 'express';
import { comparedClasses, type ComparedClass } from '../documents/compared-classes.ts';
import { inWords } from '../model/calendar-date.ts';
import { mostColumns } from '../model/matrix.ts';
import { levelsOfSeries } from '../store/classes.ts';
import type { Tools } from '../tools.ts';
import { type AsOf, askedAsOf, datedOf } from './as-of.ts';
import { answerComparison } from './matrix-answer.ts';
import { codesAsked, showAsked } from './matrix-asked.ts';
import { classesCalled, levelsCalled } from './matrix-called.ts';
import { planToday } from './page.ts';
import { findSeries } from './series-found.ts';

/** /series/it-management/compare */
export async function compareLevels(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const { on, knownAt } = asOf;
  const series = await findSeries(tools, request.params.id, asOf);
  const levels = await levelsOfSeries(tools.store, series.id, on, knownAt);
  const asked = codesAsked(request, 'levels');
  const isOfAll = asked.codes.length === 0;
  const named = levelsCalled(levels, asked, on);
  const chosen = isOfAll ? levels.slice(0, mostColumns) : named.chosen;
  const isCut = isOfAll && levels.length > mostColumns;
  await answerComparison(tools, request, response, {
    title: `Levels of the ${series.title} series`,
    self: `/series/${series.id}/compare`,
    field: 'levels',
    codes: named.issues.length > 0 ? asked.codes : named.chosen.map(({ code }) => code),
    typed: '',
    issues: named.issues,
    show: showAsked(request),
    asOf,
    settings: plan.settings,
    fileName: `${series.id}_comparison`,
    series: { title: series.title, href: `/series/${series.id}${datedOf(asOf).query}` },
    choices: levels.map(({ code, title, seriesLevel }) => ({ code, title, note: `Level ${seriesLevel}` })),
    notices: isCut
      ? [
          `The series has ${levels.length} levels. The first ${mostColumns} are compared; choose others below.`,
        ]
      : named.notices,
    compared: await comparedClasses(
      tools.store,
      chosen.map(({ classId }) => classId),
      on,
      knownAt,
    ),
  });
}

/** /compare?classes=CI2788,CF1411 */
export async function compareClasses(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const asked = codesAsked(request, 'classes');
  const { chosen, issues, notices } = await classesCalled(tools, asked, asOf);
  const compared = await comparedClasses(
    tools.store,
    chosen.map(({ classId }) => classId),
    asOf.on,
    asOf.knownAt,
  );
  const missing = chosen.filter(({ classId }) => !compared.some((each) => each.classId === classId));
  const codes = compared.map(({ body }) => body.code ?? '');
  await answerComparison(tools, request, response, {
    title: 'Classes side by side',
    self: '/compare',
    field: 'classes',
    codes,
    typed: issues.length > 0 ? asked.codes.join(', ') : '',
    issues,
    show: showAsked(request),
    asOf,
    settings: plan.settings,
    fileName: `${codes.join('-')}_comparison`,
    series: null,
    choices: await choicesBeside(tools, compared, asOf),
    notices: [
      ...notices,
      ...missing.map(({ code }) => `${code} is not in force on ${inWords(asOf.on)} and is left out.`),
    ],
    compared,
  });
}

/** The classes themselves, then the other levels of the series of the first. */
async function choicesBeside({ store }: Tools, compared: readonly ComparedClass[], { on, knownAt }: AsOf) {
  const own = compared.map(({ body }) => ({ code: body.code ?? '', title: body.title, note: null }));
  const series = compared[0]?.body.series?.id;
  const levels = series === undefined ? [] : await levelsOfSeries(store, series, on, knownAt);
  const others = levels.filter(({ classId }) => !compared.some((each) => each.classId === classId));
  return [
    ...own,
    ...others.map(({ code, title, seriesLevel }) => ({ code, title, note: `Level ${seriesLevel}` })),
  ];
}
