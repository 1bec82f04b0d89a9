// /actions: the public part of every posted, decided and withdrawn action.
import type { Request, Response } from 'express';
import { inWords } from '../model/calendar-date.ts';
import { actionsAt } from '../store/actions.ts';
import { decidedActions } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { frame, planToday } from './page.ts';

export async function listActions(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const posted = await actionsAt(tools.store, ['posted']);
  const decided = await decidedActions(tools.store);
  const body = tools.views.render('pages/actions', {
    page: frame(settings, { title: 'Classification actions', place: 'none' }, response),
    posted: posted.map(({ number, title, commentsUntil }) => ({
      number,
      title,
      href: `/actions/${number}`,
      until: commentsUntil === null ? null : inWords(commentsUntil),
    })),
    decided: decided.map(({ number, title, decidedOn, step, changes }) => ({
      number,
      title,
      href: `/actions/${number}`,
      decided: inWords(decidedOn),
      isProvisional: step === 'provisional',
      count: changes.length === 1 ? '1 change' : `${changes.length} changes`,
    })),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}
