// /actions: the public part of every posted, decided and withdrawn action, as they stood on any date.
import type { Request, Response } from 'express';
import { inWords } from '../model/calendar-date.ts';
import { endOfDay } from '../model/instant.ts';
import { decidedActions } from '../store/plan.ts';
import { actionsPosted } from '../store/proposals.ts';
import { endOfTime } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, asOfToday, askedAsOf, datedOf, undated } from './as-of.ts';
import { frame, planToday } from './page.ts';

export async function listActions(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const known = datedOf(asOfToday(asOf)).query;
  const posted = await actionsPosted(tools.store, endOf(asOf));
  const decided = await decidedActions(tools.store, asOf.on, asOf.knownAt);
  const body = tools.views.render('pages/actions', {
    page: frame(
      plan.settings,
      { title: 'Classification actions', place: 'actions', canonical: '/actions', dated: datedOf(asOf) },
      response,
    ),
    notice: asOfNotice(asOf, undated(request)),
    posted: posted.map(({ number, title, commentsUntil }) => ({
      number,
      title,
      href: `/actions/${number}${known}`,
      until: commentsUntil === null ? null : inWords(commentsUntil),
    })),
    decided: decided.map(({ number, title, decidedOn, step, changes }) => ({
      number,
      title,
      href: `/actions/${number}${known}`,
      decided: inWords(decidedOn),
      isProvisional: step === 'provisional',
      count: changes.length === 1 ? '1 change' : `${changes.length} changes`,
    })),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** What was posted on a date is what stood posted when that day ended. */
function endOf({ on, today, knownAt, timeZone }: AsOf): string {
  if (on >= today) return knownAt;
  const end = endOfDay(on, timeZone);
  return knownAt === endOfTime || end < knownAt ? end : knownAt;
}
