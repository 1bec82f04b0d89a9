// /series: every series of the plan, on any date.
import type { Request, Response } from 'express';
import { meaningOf } from '../model/plan-settings.ts';
import { levelsOfSeries } from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { asOfNotice, askedAsOf, classAddress, datedOf, undated } from './as-of.ts';
import { frame, planToday } from './page.ts';

export async function listSeries(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const { codes } = plan.settings;
  const dated = datedOf(asOf);
  const rows = [];
  for (const { id, title, occupationalGroup } of await allSeries(tools.store, asOf.on, asOf.knownAt)) {
    const levels = await levelsOfSeries(tools.store, id, asOf.on, asOf.knownAt);
    rows.push({
      href: `/series/${id}${dated.query}`,
      title,
      group: occupationalGroup && meaningOf(codes.occupationalGroup, occupationalGroup),
      levels: levels.map((level) => ({ href: classAddress(level.code, asOf), title: level.title })),
    });
  }
  const body = tools.views.render('pages/series-list', {
    page: frame(plan.settings, { title: 'Series', place: 'series', canonical: '/series', dated }, response),
    notice: asOfNotice(asOf, undated(request)),
    rows,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}
