// /manage/compare: texts of other employers beside classes of the plan, section by section. The files are read, shown and
// forgotten: nothing of them is stored, and the page that shows them is kept by nobody.
import type { Request, Response } from 'express';
import type { CalendarDate, PlanSettings } from '../../../schemas/types.ts';
import type { Issue } from '../../model/issue.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import type { Filled, Typed } from '../form.ts';
import type { SentFile } from '../multipart.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { type Compared, readCompared } from './compare-asked.ts';
import { comparedHead, compareForm, notReadView, textRows } from './compare-view.ts';

export async function showCompareForm(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const typed = { classes: queryValue(request, 'classes') ?? '', on: queryValue(request, 'on') ?? '' };
  sendForm(tools, settings, response, typed, []);
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
    sendForm(tools, settings, response, typed, issues);
    return;
  }
  const compared = await readCompared(tools.store, value, files, today);
  if (compared.issues.length > 0) sendForm(tools, settings, response, typed, compared.issues);
  else sendMatrix(tools, settings, response, compared, value.on || today);
}

function sendForm(
  tools: Tools,
  settings: PlanSettings,
  response: Response,
  typed: Typed,
  issues: readonly Issue[],
): void {
  const body = tools.views.render('pages/manage/compare', {
    page: frame(settings, { title: 'Beside another employer’s text', place: 'manage' }, response),
    ...compareForm(typed, issues),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

function sendMatrix(
  tools: Tools,
  settings: PlanSettings,
  response: Response,
  { classes, texts, notRead }: Compared,
  on: CalendarDate,
): void {
  const codes = classes.map(({ body: { code } }) => code).join(', ');
  const body = tools.views.render('pages/manage/compared', {
    page: frame(settings, { title: 'Beside another employer’s text', place: 'manage' }, response),
    ...comparedHead(classes, texts, on),
    ...notReadView(notRead),
    formHref: `/manage/compare?${new URLSearchParams({ classes: codes, on }).toString()}`,
    classes: codes,
    on,
    texts: textRows(texts),
  });
  sendPrivately(response, body);
}
