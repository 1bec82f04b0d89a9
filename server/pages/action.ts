// /actions/CN1746: one action as the public sees it. A draft and what is under review are not public.
import type { Request, Response } from 'express';
import type { DecidedAction } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Planned } from '../model/adoption.ts';
import { inWords } from '../model/calendar-date.ts';
import { type Action, actionByNumber, logOf } from '../store/actions.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { kindWords } from './action-words.ts';
import { frame, planToday } from './page.ts';

export async function showAction(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
): Promise<void> {
  const { name: number, form } = nameAndForm(request, request.params.number);
  const decided = (await revisionsOf(tools.store, 'action', number)).at(-1);
  if (form === 'json' && decided) {
    send(request, response, { form, body: JSON.stringify(decided.body), keeping: 'current' });
    return;
  }
  if (form !== 'html')
    throw refusal('not-acceptable', { detail: 'A decided action answers as a page and as JSON.' });
  const view = decided ? decidedView(decided.body) : await openView(tools, number);
  const { settings } = await planToday(tools);
  const body = tools.views.render('pages/action', {
    page: frame(
      settings,
      { title: `${number} ${view.title}`, place: 'none', canonical: `/actions/${number}` },
      response,
    ),
    ...view,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function decidedView(action: DecidedAction) {
  return {
    ...words(action),
    standing: action.step === 'provisional' ? 'Provisionally approved, not yet ratified' : 'Adopted',
    changes: action.changes.map(({ code, title, number, kinds, effectiveOn }) => ({
      code,
      title,
      href: `/classes/${code}/revisions/${number}`,
      kinds: kinds.map((kind) => kindWords[kind]).join(', '),
      effective: inWords(effectiveOn),
    })),
  };
}

/** A posted action shows what was posted; a withdrawn one only that it was withdrawn. */
async function openView(tools: Tools, number: string) {
  const action = await actionByNumber(tools.store, number);
  const postings = (await logOf(tools.store, number)).filter(({ act }) => act === 'post');
  const posting = postings.at(-1)?.snapshot as { planned: Planned[] } | undefined;
  if (!action || !posting || (action.step !== 'posted' && action.step !== 'withdrawn')) {
    throw refusal('action-not-found', { detail: `Asked for: ${number}.` });
  }
  return {
    ...words(action),
    standing: action.step === 'posted' ? 'Proposed: posted, not decided' : 'Withdrawn',
    changes: (action.step === 'posted' ? posting.planned : []).map(({ body, changes, effectiveOn }) => ({
      code: body.code ?? '',
      title: body.title,
      href: null,
      kinds: changes.map((kind) => kindWords[kind]).join(', '),
      effective: inWords(effectiveOn),
    })),
  };
}

function words(
  action: Pick<
    Action,
    'number' | 'title' | 'reason' | 'authority' | 'postedOn' | 'commentsUntil' | 'decidedOn' | 'ratifiedOn'
  >,
) {
  const date = (on: string | null) => (on === null ? null : inWords(on));
  const { number, title, reason, authority } = action;
  return {
    ...{ number, title, reason, authority },
    posted: date(action.postedOn),
    until: date(action.commentsUntil),
    decided: date(action.decidedOn),
    ratified: date(action.ratifiedOn),
  };
}
