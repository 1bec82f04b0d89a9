// The comparison of classes side by side: /series/it-management/compare of the levels of a series, /compare?classes= of any
// 2 to 8 classes, on any date. Page, PDF, table and data say the same.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { comparedClasses, type ComparedClass } from '../documents/compared-classes.ts';
import { comparisonData } from '../documents/matrix-data.ts';
import { matrixCsv } from '../documents/matrix-csv.ts';
import { matrixJob } from '../documents/matrix-pdf.ts';
import { type MatrixHead, type MatrixShow, matrixView } from '../documents/matrix-view.ts';
import { printedLately, printKey } from '../documents/printed-lately.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { fewestColumns, matrixOf, mostColumns } from '../model/matrix.ts';
import { classByCode, type ClassRow, levelsOfSeries } from '../store/classes.ts';
import { seriesById } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { type Form, nameAndForm, send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, classAddress, datedOf, undated } from './as-of.ts';
import { codesAsked, matrixQuery, showAsked } from './matrix-asked.ts';
import type { Notice } from './notice.ts';
import { frame, planToday, shortened } from './page.ts';

/** What both addresses share. */
interface Comparison {
  readonly title: string;
  /** The address without ending and query. */
  readonly self: string;
  /** What the query calls the classes. */
  readonly field: 'levels' | 'classes';
  readonly codes: readonly string[];
  readonly show: MatrixShow;
  readonly asOf: AsOf;
  readonly settings: PlanSettings;
  readonly fileName: string;
  readonly series: { readonly title: string; readonly href: string } | null;
  /** What can be ticked. */
  readonly choices: readonly {
    readonly code: string;
    readonly title: string;
    readonly note: string | null;
  }[];
  readonly notices: readonly string[];
  readonly compared: readonly ComparedClass[];
}

/** /series/it-management/compare */
export async function compareLevels(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const { on, knownAt } = asOf;
  const series = await seriesById(tools.store, request.params.id, on, knownAt);
  if (!series)
    throw refusal('series-not-found', {
      detail: `Asked for: ${shortened(request.params.id)}, on ${inWords(on)}.`,
    });
  const levels = await levelsOfSeries(tools.store, series.id, on, knownAt);
  const asked = codesAsked(request, 'levels');
  const chosen =
    asked.length === 0 ? levels.slice(0, mostColumns) : asked.map((code) => levelOf(levels, code));
  const isCut = asked.length === 0 && levels.length > mostColumns;
  await answer(tools, request, response, {
    title: `Levels of the ${series.title} series`,
    self: `/series/${series.id}/compare`,
    field: 'levels',
    codes: asked.length === 0 ? [] : chosen.map(({ code }) => code),
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
      : [],
    compared: await comparedClasses(
      tools.store,
      chosen.map(({ classId }) => classId),
      on,
      knownAt,
    ),
  });
}

function levelOf(levels: readonly ClassRow[], code: string): ClassRow {
  const found = levels.find((level) => level.code.toUpperCase() === code.toUpperCase());
  if (found) return found;
  throw refusal('bad-request', { detail: `${shortened(code)} is not a level of the series on that date.` });
}

/** /compare?classes=CI2788,CF1411 */
export async function compareClasses(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const asked = codesAsked(request, 'classes');
  const found = await Promise.all(asked.map((code) => classCalled(tools, code, asOf)));
  const compared = await comparedClasses(
    tools.store,
    [...new Set(found.map(({ classId }) => classId))],
    asOf.on,
    asOf.knownAt,
  );
  const missing = found.filter(({ classId }) => !compared.some((each) => each.classId === classId));
  const codes = compared.map(({ body }) => body.code ?? '');
  await answer(tools, request, response, {
    title: 'Classes side by side',
    self: '/compare',
    field: 'classes',
    codes,
    show: showAsked(request),
    asOf,
    settings: plan.settings,
    fileName: `${codes.join('-')}_comparison`,
    series: null,
    choices: await choicesBeside(tools, compared, asOf),
    notices: missing.map(({ code }) => `${code} is not in force on ${inWords(asOf.on)} and is left out.`),
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

async function classCalled({ store }: Tools, code: string, { today, knownAt }: AsOf) {
  const found = await classByCode(store, code, today, knownAt);
  if (!found) throw refusal('class-not-found', { detail: `Asked for: ${shortened(code)}.` });
  return found;
}

async function answer(
  tools: Tools,
  request: Request,
  response: Response,
  comparison: Comparison,
): Promise<void> {
  const { compared, settings, show, fileName } = comparison;
  const { form } = nameAndForm(request, request.path.split('/').at(-1) ?? '', ['html', 'json', 'csv', 'pdf']);
  if (form === 'html') return sendPage(tools, request, response, comparison);
  if (compared.length < fewestColumns)
    throw refusal('bad-request', { detail: 'Name at least two classes to compare.' });
  const matrix = matrixOf(compared, settings);
  const heads = headsOf(comparison);
  const file = { form, keeping: 'current' as const, fileName: `${fileName}.${form}` };
  if (form === 'json')
    send(request, response, {
      ...file,
      body: JSON.stringify(comparisonData(matrix, heads, show, comparison.asOf.on)),
    });
  else if (form === 'csv')
    send(request, response, { ...file, body: matrixCsv(matrixView(matrix, heads, show)) });
  else if (form === 'pdf') await sendPdf(tools, request, response, comparison);
  else
    throw refusal('not-acceptable', {
      detail: 'A comparison is a page, a PDF, a table (csv) or data (json).',
    });
}

async function sendPdf(
  tools: Tools,
  request: Request,
  response: Response,
  comparison: Comparison,
): Promise<void> {
  const { settings, compared, show, asOf, title, fileName } = comparison;
  const view = matrixView(matrixOf(compared, settings), headsOf(comparison), show);
  const of = { settings, title, on: asOf.on, show };
  const { bytes, sha256 } = await printedLately(tools, printKey('matrix', view, of), () =>
    matrixJob(tools.views, view, of),
  );
  send(request, response, {
    form: 'pdf',
    body: bytes,
    keeping: 'current',
    fileName: `${fileName}.pdf`,
    sha256,
  });
}

function headsOf({ compared, asOf, series }: Comparison): MatrixHead[] {
  return compared.map(({ body: { title, code, series: place } }) => ({
    title,
    code,
    href: code === null ? null : classAddress(code, asOf),
    note: place === null ? null : series ? `Level ${place.level}` : null,
  }));
}

function sendPage(tools: Tools, request: Request, response: Response, comparison: Comparison): void {
  const { title, self, settings, asOf, show, compared, field, codes } = comparison;
  const isCompared = compared.length >= fewestColumns;
  const dated = datedOf(asOf);
  const query = matrixQuery(field, codes, show, dated.fields);
  const ways: readonly Form[] = isCompared ? ['pdf', 'csv', 'json'] : [];
  const body = tools.views.render('pages/compare', {
    page: frame(
      settings,
      { title, place: comparison.series ? 'series' : 'classes', canonical: self, dated },
      response,
    ),
    title,
    series: comparison.series,
    notice: asOfNotice(asOf, undated(request)),
    notices: noticesOf(comparison),
    matrix: isCompared ? matrixView(matrixOf(compared, settings), headsOf(comparison), show) : null,
    files: ways.map((form) => ({ href: `${self}.${form}${query}`, label: fileNames[form] })),
    shows: (['all', 'differences'] as const).map((each) => ({
      href: `${self}${matrixQuery(field, codes, each, dated.fields)}`,
      label: each === 'all' ? 'Show all' : 'Differences only',
      isChosen: each === show,
    })),
    form: formOf(comparison),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

const fileNames: Partial<Record<Form, string>> = { pdf: 'PDF', csv: 'Table (CSV)', json: 'Data (JSON)' };

function noticesOf({ notices, compared, series }: Comparison): Notice[] {
  const few =
    compared.length >= fewestColumns
      ? []
      : [
          series
            ? 'A comparison needs two levels, and fewer are in force or chosen.'
            : 'Name two to eight classes by their codes, and they are shown side by side.',
        ];
  return [...notices, ...few].map((text) => ({ text, link: null }));
}

/** The same comparison of other classes, or on another date. */
function formOf({ self, field, choices, codes, show, asOf, compared }: Comparison) {
  const chosen = new Set(codes.length === 0 ? compared.map(({ body }) => body.code) : codes);
  return {
    action: self,
    field,
    takesCodes: field === 'classes',
    most: mostColumns,
    choices: choices.map((choice) => ({ ...choice, isChosen: chosen.has(choice.code) })),
    show,
    on: asOf.on === asOf.today ? '' : asOf.on,
    isOpen: compared.length < fewestColumns,
  };
}
