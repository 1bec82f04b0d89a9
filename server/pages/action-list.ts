// /actions: the public part of every posted, decided and withdrawn action, as they stood on any date.
import type { Request, Response } from 'express';
import { inWords } from '../model/calendar-date.ts';
import { endOfDay } from '../model/instant.ts';
import type { Step } from '../model/workflow.ts';
import { decidedActions } from '../store/plan.ts';
import { actionsPosted } from '../store/proposals.ts';
import { endOfTime } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, datedOf, undated } from './as-of.ts';
import { changesUntil } from './changes-asked.ts';
import { frame, planToday, postingsFeed } from './page.ts';
import { postingTime } from './posting-time.ts';

export async function listActions(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const { query } = datedOf(asOf);
  const undecided = await actionsPosted(tools.store, knownOn(asOf));
  const decided = await decidedActions(tools.store, asOf.on, asOf.knownAt);
  const body = tools.views.render('pages/actions', {
    page: frame(
      plan.settings,
      { title: 'Classification actions', place: 'actions', canonical: '/actions', dated: datedOf(asOf) },
      response,
    ),
    notice: asOfNotice(asOf, undated(request)),
    changes: changesUntil(asOf, 'action'),
    feed: postingsFeed,
    posted: undecided
      .filter(({ step }) => step === 'posted')
      .map((action) => ({
        number: action.number,
        title: action.title,
        href: `/actions/${action.number}${query}`,
        time: postingTime(action, asOf, plan.settings.procedure),
      })),
    decided: decided.map(({ number, title, decidedOn, step, changes }) => ({
      number,
      title,
      href: `/actions/${number}${query}`,
      decided: inWords(decidedOn),
      isProvisional: step === 'provisional',
      count: changes.length === 1 ? '1 change' : `${changes.length} changes`,
    })),
    ended: undecided
      .filter(({ step }) => step !== 'posted')
      .map(({ number, title, step }) => ({
        number,
        title,
        href: `/actions/${number}${query}`,
        standing: undecidedWords(step),
      })),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** Where an action stands in public that was posted and is not decided. */
export function undecidedWords(step: Step | undefined): string {
  if (step === 'posted') return 'Proposed: posted, not decided';
  return step === 'withdrawn' ? 'Withdrawn' : 'Taken back to be amended';
}

/** What was posted on a date is what stood posted when that day ended. */
export function knownOn({ on, today, knownAt, timeZone }: AsOf): string {
  if (on >= today) return knownAt;
  const end = endOfDay(on, timeZone);
  return knownAt === endOfTime || end < knownAt ? end : knownAt;
}
