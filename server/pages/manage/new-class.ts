// /manage/actions/CN1960/new-class: first whether there is such a class already, then what the new one begins with: from
// nothing, a template, another class, or a level beside a neighbour.
import type { Request, Response } from 'express';
import type { Schemas, Specification } from '../../../schemas/types.ts';
import { addNewClass } from '../../actions/add-changes.ts';
import { beginLevel } from '../../actions/begin-level.ts';
import { requireAction, requireEditable } from '../../actions/requirements.ts';
import { copyOf, nothingYet } from '../../model/class-beginnings.ts';
import type { Issue } from '../../model/issue.ts';
import { highestLevel } from '../../model/series-levels.ts';
import type { Action } from '../../store/actions.ts';
import { classByCode } from '../../store/classes.ts';
import { revisionInForce } from '../../store/record.ts';
import { planView } from '../../store/plan-view.ts';
import type { Tools } from '../../tools.ts';
import type { Filled } from '../form.ts';
import { planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { sendNewClassPage, templatesOf } from './new-class-view.ts';

type ActionRequest = Request<{ number: string }>;
type Sent = Schemas['form-new-class.schema.json'];

export async function showNewClass(tools: Tools, request: ActionRequest, response: Response): Promise<void> {
  const action = await requireAction(tools.store, request.params.number);
  requireEditable(action);
  await sendNewClassPage(tools, request, response, action, { typed: null, issues: [] });
}

export async function beginNewClass(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-new-class.schema.json'>,
): Promise<void> {
  const action = await requireAction(tools.store, request.params.number);
  requireEditable(action);
  const again = (issues: readonly Issue[]) =>
    sendNewClassPage(tools, request, response, action, { typed: form.typed, issues });
  if (form.value === null) return again(form.issues);
  const begun = await begin(tools, response, action, form.value);
  if ('issue' in begun) return again([begun.issue]);
  response.redirect(303, `/manage/actions/${action.number}/changes/${begun.classId}`);
}

type Begun = { readonly classId: string } | { readonly issue: Issue };

async function begin(tools: Tools, response: Response, action: Action, sent: Sent): Promise<Begun> {
  if (sent.from === 'level') return beginBeside(tools, response, action, sent);
  const body = await bodyOf(tools, action, sent);
  if ('issue' in body) return body;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  return { classId: await addNewClass(acting, action.number, body.body) };
}

async function bodyOf(
  tools: Tools,
  action: Action,
  { from, title = '', template, code = '' }: Sent,
): Promise<{ readonly body: Specification } | { readonly issue: Issue }> {
  const { today } = await planToday(tools);
  const on = action.effectiveOn ?? today;
  if (from === 'nothing') return { body: nothingYet(title) };
  if (from === 'class') {
    const found = await classOf(tools, code, today);
    const text = found && (await revisionInForce(tools.store, 'class', found.classId, on))?.body;
    return text ? { body: copyOf(text, title) } : { issue: unknownCode('code', code) };
  }
  const chosen = templatesOf(await planView(tools.store, today)).find(({ id }) => id === template);
  if (chosen) return { body: { ...chosen.body, title } };
  return { issue: { field: 'template', problem: 'unknown', message: 'Choose a template.' } };
}

function classOf({ store }: Tools, code: string, today: string) {
  return code === '' ? null : classByCode(store, code, today);
}

async function beginBeside(
  tools: Tools,
  response: Response,
  { number }: Action,
  { title = '', neighbour = '', side }: Sent,
): Promise<Begun> {
  const { today } = await planToday(tools);
  if (side === undefined)
    return {
      issue: {
        field: 'side',
        problem: 'missing',
        message: 'Choose whether it comes above or below that class.',
      },
    };
  const found = await classOf(tools, neighbour, today);
  const text = found && (await revisionInForce(tools.store, 'class', found.classId, today))?.body;
  if (!found || !text) return { issue: unknownCode('neighbour', neighbour) };
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  const seriesId = text.series?.id ?? '';
  const level = { seriesId, neighbour: found.classId, side, title };
  const begun = await beginLevel(acting, { number, open: null }, level);
  if (begun.outcome === 'begun') return begun;
  const message =
    begun.outcome === 'no-room'
      ? `The series has no room for another level: it can have ${highestLevel}.`
      : `${text.title} stands in no series. Enter the code of a class that does.`;
  return { issue: { field: 'neighbour', problem: begun.outcome, message } };
}

function unknownCode(field: string, code: string): Issue {
  const message =
    code === ''
      ? 'Enter the code of a class.'
      : `No class in force has the code ${code.slice(0, 40)}. Check it, or search the plan.`;
  return { field, problem: 'unknown', message };
}
