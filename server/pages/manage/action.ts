// /manage/actions/CN1746: one action as those who prepare and decide it see it, and the editing of its own words.
import type { Request, Response } from 'express';
import { editAction } from '../../actions/open-action.ts';
import { requireAction } from '../../actions/requirements.ts';
import type { Issue } from '../../model/issue.ts';
import type { Tools } from '../../tools.ts';
import { summaryOf } from '../field.ts';
import { sendPrivately } from '../answer.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { instrumentFields, instrumentOf, isOnlyRecorded } from './action-list.ts';
import { actionFindings } from './action-findings.ts';
import { actionView } from './action-view.ts';

type ActionRequest = Request<{ number: string }>;

export async function showStaffAction(
  tools: Tools,
  request: ActionRequest,
  response: Response,
): Promise<void> {
  const { number } = request.params;
  if (await isOnlyRecorded(tools.store, number)) response.redirect(303, `/actions/${number}`);
  else await sendAction(tools, response, number, null, []);
}

export async function editInstrument(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-action.schema.json'>,
): Promise<void> {
  const { number } = request.params;
  if (form.value === null) {
    await sendAction(tools, response, number, form.typed, form.issues);
    return;
  }
  const { base, ...words } = form.value;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  await editAction(acting, number, base, instrumentOf(words));
  response.redirect(303, `/manage/actions/${number}`);
}

async function sendAction(
  tools: Tools,
  response: Response,
  number: string,
  typed: Typed | null,
  issues: readonly Issue[],
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const action = await requireAction(tools.store, number);
  const person = staff(response);
  const isOpen = !['adopted', 'provisional', 'withdrawn'].includes(action.step);
  const mayEdit = person.roles.includes('analyst');
  const view = await actionView(tools, action, person, settings);
  const { title, reason, authority, effectiveOn } = action;
  const body = tools.views.render('pages/manage/action', {
    page: frame(settings, { title: `${action.number} ${title}`, place: 'none' }, response),
    action: view,
    findings: isOpen ? await actionFindings(tools.store, action, today, mayEdit) : null,
    problems: summaryOf(issues),
    fields: instrumentFields(typed ?? { title, reason, authority, effectiveOn: effectiveOn ?? '' }, issues),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
