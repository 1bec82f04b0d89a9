// /careers: every series as a ladder, with what each next level asks for beyond the one below it.
import type { Request, Response } from 'express';
import { stepInWords } from '../documents/career-words.ts';
import { careersOf } from '../documents/careers.ts';
import { levelsIn, stepBetween } from '../model/careers.ts';
import { planView, readPlan } from '../store/plan-view.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, askedAsOf, datedOf, isPresent, undated } from './as-of.ts';
import { frame, planToday } from './page.ts';

export async function showCareers(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const dated = datedOf(asOf);
  const view = await planOn(tools, asOf);
  const index = careersOf(view);
  const body = tools.views.render('pages/careers', {
    page: frame(plan.settings, { title: 'Careers', place: 'series', canonical: '/careers', dated }, response),
    notice: asOfNotice(asOf, undated(request)),
    series: view.series.map(({ id, title }) => {
      const levels = levelsIn(index, id);
      return {
        id,
        title,
        href: `/series/${id}${dated.query}`,
        levels: levels.map((level, at) => {
          const below = levels[at - 1];
          return {
            title: level.title,
            code: level.code,
            href: `/classes/${level.code}/career${dated.query}`,
            below: below?.title ?? null,
            step: below ? stepInWords(stepBetween(below, level)) : [],
          };
        }),
      };
    }),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

export function planOn({ store }: Tools, asOf: AsOf) {
  return isPresent(asOf) ? planView(store, asOf.on) : readPlan(store, asOf.on, asOf.knownAt);
}
