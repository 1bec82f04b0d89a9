// The steps of an action, each a form that names the hash it was shown with; and the progress of an adoption.
import type { Request, Response } from 'express';
import { approveAdoption } from '../../actions/approve-adoption.ts';
import { carryOutAdoption } from '../../actions/carry-out-adoption.ts';
import { ratifyAction } from '../../actions/ratify-action.ts';
import { requireAction } from '../../actions/requirements.ts';
import { takeStep } from '../../actions/take-step.ts';
import { refusal } from '../../errors.ts';
import { actRoles } from '../../model/workflow.ts';
import { adoptionOf, countWaitingPrints } from '../../store/adoptions.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { type Filled, filled } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';

type ActionRequest = Request<{ number: string }>;

export async function takeActionStep(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-action-step.schema.json'>,
): Promise<void> {
  const { act, hash, note } = filled(form);
  const by = staff(response);
  if (!by.roles.includes(actRoles[act])) throw refusal('role-needed');
  const { today } = await planToday(tools);
  const { number } = request.params;
  const written = note.trim() === '' ? null : note.trim().slice(0, 2000);
  await takeStep(
    { store: tools.store, now: tools.clock.now(), today, by },
    { number, act, displayed: hash, note: written },
  );
  response.redirect(303, `/manage/actions/${number}`);
}

/** Approves, then prints and records while the page shows how far it is. */
export async function adoptAction(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-action-adopt.schema.json'>,
): Promise<void> {
  const { hash } = filled(form);
  const { number } = request.params;
  const { today } = await planToday(tools);
  await approveAdoption(
    { store: tools.store, now: tools.clock.now(), today, by: staff(response) },
    number,
    hash,
  );
  tools.background.begin(`adopt ${number}`, async (signal) => {
    await carryOutAdoption(tools, number, () => {}, signal);
    await tools.checkpoints.append();
  });
  response.redirect(303, `/manage/actions/${number}/adoption`);
}

export async function ratify(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-action-ratify.schema.json'>,
): Promise<void> {
  const { hash, authority } = filled(form);
  const { number } = request.params;
  const { today } = await planToday(tools);
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  await ratifyAction(acting, number, hash, authority.trim().replace(/\s+/g, ' '));
  response.redirect(303, `/manage/actions/${number}`);
}

/** How far an adoption is. The page loads itself anew while the work goes on. */
export async function showAdoption(tools: Tools, request: ActionRequest, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const action = await requireAction(tools.store, request.params.number);
  const adoption = await adoptionOf(tools.store, action.number);
  const href = `/manage/actions/${action.number}`;
  if (!adoption) {
    response.redirect(303, href);
    return;
  }
  const isUnderWay = tools.background.isUnderWay(`adopt ${action.number}`);
  if (isUnderWay) response.set('Refresh', '1');
  const body = tools.views.render('pages/manage/adoption', {
    page: frame(settings, { title: `Adoption of ${action.number}`, place: 'none' }, response),
    number: action.number,
    title: action.title,
    href,
    done: await countWaitingPrints(tools.store, action.number),
    total: adoption.total,
    isUnderWay,
    fault: isUnderWay ? null : (adoption.fault ?? 'The work was interrupted.'),
  });
  sendPrivately(response, body);
}
