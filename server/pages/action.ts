// /actions/CN1746: one action as the public sees it. A draft and what is under review are not public.
import type { Request, Response } from 'express';
import type { DecidedAction } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Planned } from '../model/adoption.ts';
import { inWords } from '../model/calendar-date.ts';
import { logOf } from '../store/action-log.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { kindWords } from './action-words.ts';
import { type AsOf, asOfNotice, asOfToday, askedAsOf, datedOf, undated } from './as-of.ts';
import { frame, planToday, shortened } from './page.ts';

export async function showAction(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
): Promise<void> {
  const { name: number, form } = nameAndForm(request, request.params.number);
  const plan = await planToday(tools);
  const asOf = asOfToday(askedAsOf(request, response, plan));
  const revisions = await revisionsOf(tools.store, 'action', number);
  const decided = revisions.findLast(({ recordedAt }) => recordedAt <= asOf.knownAt);
  if (form === 'json' && decided) {
    send(request, response, { form, body: JSON.stringify(decided.body), keeping: 'current' });
    return;
  }
  if (form !== 'html')
    throw refusal('not-acceptable', { detail: 'A decided action answers as a page and as JSON.' });
  const view = decided ? decidedView(decided.body, asOf) : await openView(tools, number, asOf);
  const body = tools.views.render('pages/action', {
    page: frame(
      plan.settings,
      {
        title: `${number} ${view.title}`,
        place: 'actions',
        canonical: `/actions/${number}`,
        dated: datedOf(asOf),
      },
      response,
    ),
    ...view,
    notice: asOfNotice(asOf, undated(request)),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function decidedView(action: DecidedAction, asOf: AsOf) {
  return {
    ...words(action),
    standing: action.step === 'provisional' ? 'Provisionally approved, not yet ratified' : 'Adopted',
    changes: action.changes.map(({ code, title, number, kinds, effectiveOn }) => ({
      code,
      title,
      href: `/classes/${code}/revisions/${number}${datedOf(asOf).query}`,
      kinds: kinds.map((kind) => kindWords[kind]).join(', '),
      effective: inWords(effectiveOn),
    })),
  };
}

/** What was shown when the action was posted; later edits are not public before they are posted too. */
interface Posting {
  readonly instrument: Pick<Action, 'title' | 'reason' | 'authority'>;
  readonly planned: readonly Planned[];
}

/** A posted action shows what was posted; a withdrawn one only that it was withdrawn. */
async function openView(tools: Tools, number: string, { knownAt }: AsOf) {
  const action = await actionByNumber(tools.store, number);
  const log = (await logOf(tools.store, number)).filter(({ at }) => at <= knownAt);
  const step = log.at(-1)?.step;
  const posting = log.findLast(({ act }) => act === 'post')?.snapshot as Posting | undefined;
  if (!action || !posting || (step !== 'posted' && step !== 'withdrawn')) {
    throw refusal('action-not-found', { detail: `Asked for: ${shortened(number)}.` });
  }
  return {
    ...words({ ...action, ...posting.instrument, decidedOn: null, ratifiedOn: null }),
    standing: step === 'posted' ? 'Proposed: posted, not decided' : 'Withdrawn',
    changes: (step === 'posted' ? posting.planned : []).map(({ body, changes, effectiveOn }) => ({
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
