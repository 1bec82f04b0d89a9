// /manage/compare: texts of other employers beside classes of the plan, section by section. The files are read, shown and
// forgotten: nothing of them is stored, and the page that shows them is kept by nobody.
import type { Request, Response } from 'express';
import type { CompareForm, PlanSettings } from '../../../schemas/types.ts';
import { matrixCsv } from '../../documents/matrix-csv.ts';
import type { MatrixShow } from '../../documents/matrix-view.ts';
import { neighbourData, neighbourMatrix, neighbourView } from '../../documents/neighbour-matrix.ts';
import type { Tools } from '../../tools.ts';
import { sendFilePrivately, sendPrivately } from '../answer.ts';
import type { Filled } from '../form.ts';
import { tableMedia } from '../matrix-table.ts';
import type { SentFile } from '../multipart.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { type Compared, readCompared } from './compare-asked.ts';
import {
  comparedHead,
  compareForm,
  filesSummary,
  type FormShown,
  notReadView,
  textRows,
} from './compare-view.ts';

const title = 'Beside another employer’s text';

export async function showCompareForm(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const typed = { classes: queryValue(request, 'classes') ?? '', on: queryValue(request, 'on') ?? '' };
  sendForm(tools, settings, response, { typed, issues: [], texts: [] });
}

export async function sendCompared(
  tools: Tools,
  _request: Request,
  response: Response,
  { value, typed, issues }: Filled<'form-compare.schema.json'>,
  files: readonly SentFile[],
): Promise<void> {
  const { settings, today } = await planToday(tools);
  if (!value) {
    sendForm(tools, settings, response, { typed, issues, texts: [] });
    return;
  }
  const compared = await readCompared(tools.store, value, files, today);
  const asked = { step: value.step ?? '', on: value.on || today, show: showOf(value) };
  if (compared.issues.length > 0) sendForm(tools, settings, response, { ...compared, typed });
  else if (asked.step === 'csv' || asked.step === 'json')
    sendTable(settings, response, compared, { ...asked, form: asked.step });
  else sendMatrix(tools, settings, response, compared, asked);
}

function showOf({ step = '', show }: CompareForm): MatrixShow {
  const [, chosen = show] = /^show-(.+)$/.exec(step) ?? [];
  return chosen === 'differences' ? 'differences' : 'all';
}

function sendForm(tools: Tools, settings: PlanSettings, response: Response, form: FormShown): void {
  const body = tools.views.render('pages/manage/compare', {
    page: frame(settings, { title, place: 'manage' }, response),
    ...compareForm(form),
  });
  sendPrivately(response, body, form.issues.length > 0 ? 422 : 200);
}

interface Asked {
  readonly on: string;
  readonly show: MatrixShow;
}

function sendTable(
  settings: PlanSettings,
  response: Response,
  compared: Compared,
  asked: Asked & { readonly form: 'csv' | 'json' },
): void {
  const matrix = neighbourMatrix(compared.classes, compared.texts, settings, asked.on);
  const text =
    asked.form === 'csv'
      ? matrixCsv(neighbourView(matrix, asked.show))
      : JSON.stringify(neighbourData(matrix, asked.show));
  const fileName = `side-by-side.${asked.form}`;
  sendFilePrivately(response, { form: asked.form, fileName, body: Buffer.from(text) });
}

function sendMatrix(
  tools: Tools,
  settings: PlanSettings,
  response: Response,
  compared: Compared,
  { on, show }: Asked,
): void {
  const { classes, texts, notRead } = compared;
  const codes = classes.map(({ body: { code } }) => code).join(', ');
  const body = tools.views.render('pages/manage/compared', {
    page: frame(settings, { title, place: 'manage' }, response),
    ...comparedHead(classes, texts, on),
    ...notReadView(notRead),
    formHref: `/manage/compare?${new URLSearchParams({ classes: codes, on }).toString()}`,
    ...{ classes: codes, on, show },
    shows: [
      { step: 'show-all', label: 'Show all', isChosen: show === 'all' },
      { step: 'show-differences', label: 'Differences only', isChosen: show === 'differences' },
    ],
    filesSummary: filesSummary(texts),
    texts: textRows(texts),
    tableMedia: tableMedia(classes.length + texts.length),
    matrix: neighbourView(neighbourMatrix(classes, texts, settings, on), show),
  });
  sendPrivately(response, body);
}
