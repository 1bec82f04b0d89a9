// The steps of an action, each a form that names the hash it was shown with; and the progress of an adoption.
import type { Request, Response } from 'express';
import { decideAdoption, decideRatification } from '../../actions/decide.ts';
import { actOrNoteRefusal } from '../../actions/note-refusal.ts';
import { requireAction } from '../../actions/requirements.ts';
import { takeStep } from '../../actions/take-step.ts';
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
  const { act, hash, note, carryThreads } = filled(form);
  const by = staff(response);
  const { today } = await planToday(tools);
  const { number } = request.params;
  const written = note.trim() === '' ? null : note.trim().slice(0, 2000);
  const acting = { store: tools.store, now: tools.clock.now(), today, by };
  await actOrNoteRefusal(acting, { act, number }, () =>
    takeStep(acting, {
      ...{ number, act, displayed: hash, note: written },
      carried: carryThreads ? Number(carryThreads) : null,
    }),
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
  const { hash: displayed, decidedOn, carryThreads } = filled(form);
  const { number } = request.params;
  const { today } = await planToday(tools);
  const carried = carryThreads ? Number(carryThreads) : null;
  const deciding = { by: staff(response), today, number, displayed };
  await decideAdoption(tools, deciding, { decidedOn: decidedOn || null, carried });
  response.redirect(303, `/manage/actions/${number}/adoption`);
}

export async function ratify(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-action-ratify.schema.json'>,
): Promise<void> {
  const { hash: displayed, authority: ratifiedBy, decidedOn } = filled(form);
  const { number } = request.params;
  const { today } = await planToday(tools);
  const deciding = { by: staff(response), today, number, displayed };
  await decideRatification(tools, deciding, { ratifiedBy, decidedOn: decidedOn || null });
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
