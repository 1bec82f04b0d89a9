// A comparison as it is answered: as a page with its form, as PDF, as a table, as data. All of them say the same.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import type { ComparedClass } from '../documents/compared-classes.ts';
import { matrixCsv } from '../documents/matrix-csv.ts';
import { comparisonData } from '../documents/matrix-data.ts';
import { matrixJob } from '../documents/matrix-pdf.ts';
import { type MatrixHead, type MatrixShow, type MatrixView, matrixView } from '../documents/matrix-view.ts';
import { printedLately, printKey } from '../documents/printed-lately.ts';
import { refusal } from '../errors.ts';
import type { Issue } from '../model/issue.ts';
import { fewestColumns, matrixOf, mostColumns } from '../model/matrix.ts';
import type { Tools } from '../tools.ts';
import { type Form, nameAndForm, send, sendPrivately } from './answer.ts';
import { type AsOf, asOfNotice, classAddress, datedOf, undated } from './as-of.ts';
import { field, messageOf, summaryOf } from './field.ts';
import { matrixQuery } from './matrix-asked.ts';
import { tableMedia } from './matrix-table.ts';
import type { Notice } from './notice.ts';
import { frame } from './page.ts';

/** What both addresses share. */
export interface Comparison {
  readonly title: string;
  /** The address without ending and query. */
  readonly self: string;
  /** What the query calls the classes. */
  readonly field: 'levels' | 'classes';
  readonly codes: readonly string[];
  /** What stands in the field for codes, where it is to be corrected. */
  readonly typed: string;
  readonly issues: readonly Issue[];
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

export async function answerComparison(
  tools: Tools,
  request: Request,
  response: Response,
  comparison: Comparison,
): Promise<void> {
  const { compared, settings, show, asOf, issues } = comparison;
  const { form } = nameAndForm(request, request.path.split('/').at(-1) ?? '', ['html', 'json', 'csv', 'pdf']);
  if (form === 'txt' || form === 'docx')
    throw refusal('not-acceptable', {
      detail: 'A comparison is a page, a PDF, a table (csv) or data (json).',
    });
  if (form !== 'html' && issues.length > 0)
    throw refusal('bad-request', { detail: issues.map(({ message }) => message).join(' ') });
  if (form !== 'html' && compared.length < fewestColumns)
    throw refusal('bad-request', { detail: 'Name at least two classes to compare.' });
  const matrix = matrixOf(compared, settings);
  const heads = headsOf(comparison);
  const file = { form, keeping: 'current' as const, fileName: `${comparison.fileName}.${form}` };
  if (form === 'json') {
    const data = comparisonData(matrix, heads, show, asOf.on);
    return send(request, response, { ...file, body: JSON.stringify(data) });
  }
  const view = matrixView(matrix, heads, show);
  if (form === 'html') sendPage(tools, request, response, comparison, view);
  else if (form === 'csv') send(request, response, { ...file, body: matrixCsv(view) });
  else send(request, response, { ...file, ...(await pdfOf(tools, view, comparison)) });
}

async function pdfOf(tools: Tools, view: MatrixView, { settings, title, asOf, show }: Comparison) {
  const of = { settings, title, on: asOf.on, show };
  const { bytes, sha256 } = await printedLately(tools, printKey('matrix', view, of), () =>
    matrixJob(tools.views, view, of),
  );
  return { body: bytes, sha256 };
}

export function headsOf({
  compared,
  asOf,
  series,
}: {
  readonly compared: readonly ComparedClass[];
  readonly asOf: AsOf;
  readonly series: object | null;
}): MatrixHead[] {
  return compared.map(({ body: { title, code, series: place } }) => ({
    title,
    code,
    href: code === null ? null : classAddress(code, asOf),
    note: place === null ? null : series ? `Level ${place.level}` : null,
  }));
}

function sendPage(
  tools: Tools,
  request: Request,
  response: Response,
  comparison: Comparison,
  view: MatrixView,
): void {
  const { title, self, settings, asOf, show, field: name, codes, compared, issues } = comparison;
  const isCompared = compared.length >= fewestColumns;
  const dated = datedOf(asOf);
  const query = matrixQuery(name, codes, show, dated.fields);
  const ways: readonly Form[] = isCompared ? ['pdf', 'csv', 'json'] : [];
  const body = tools.views.render('pages/compare', {
    page: frame(
      settings,
      { title, place: comparison.series ? 'series' : 'classes', canonical: self, dated, hasForm: true },
      response,
    ),
    title,
    series: comparison.series,
    notice: asOfNotice(asOf, undated(request)),
    notices: noticesOf(comparison),
    problems: summaryOf(issues),
    matrix: isCompared ? view : null,
    tableMedia: isCompared ? tableMedia(compared.length) : null,
    files: ways.map((form) => ({ href: `${self}.${form}${query}`, label: fileNames[form] })),
    shows: (['all', 'differences'] as const).map((each) => ({
      href: `${self}${matrixQuery(name, codes, each, dated.fields)}`,
      label: each === 'all' ? 'Show all' : 'Differences only',
      isChosen: each === show,
    })),
    form: formOf(comparison),
  });
  if (issues.length > 0) sendPrivately(response, body, 422);
  else send(request, response, { form: 'html', body, keeping: 'current' });
}

const fileNames: Partial<Record<Form, string>> = { pdf: 'PDF', csv: 'Table (CSV)', json: 'Data (JSON)' };

function noticesOf({ notices, compared, series, issues }: Comparison): Notice[] {
  const few =
    compared.length >= fewestColumns || issues.length > 0
      ? []
      : [
          series
            ? 'A comparison needs two levels, and fewer are in force or chosen.'
            : 'Name two to eight classes by their codes, and they are shown side by side.',
        ];
  return [...notices, ...few].map((text) => ({ text, link: null }));
}

/** The same comparison of other classes, or on another date. */
function formOf({ self, field: name, choices, codes, show, asOf, compared, typed, issues }: Comparison) {
  const chosen = new Set(codes.length === 0 ? compared.map(({ body }) => body.code) : codes);
  const shown = { [name]: typed, on: asOf.on === asOf.today ? '' : asOf.on };
  const label = choices.length === 0 ? 'Classes, by code' : 'More classes, by code';
  const hint = 'Such as CI2788, CF1411';
  return {
    action: self,
    field: name,
    most: mostColumns,
    choices: choices.map((choice) => ({ ...choice, isChosen: chosen.has(choice.code) })),
    choicesMessage: name === 'levels' ? messageOf(name, issues) : null,
    codes: name === 'classes' ? field({ name, label, type: 'text', hint }, shown, issues) : null,
    on: field({ name: 'on', label: 'In force on', type: 'date', hint: 'Empty means today' }, shown, issues),
    show,
    isOpen: compared.length < fewestColumns,
  };
}
