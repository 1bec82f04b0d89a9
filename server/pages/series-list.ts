// /series: every series of the plan.
import type { Request, Response } from 'express';
import { meaningOf } from '../model/plan-settings.ts';
import { levelsOfSeries } from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { frame, planToday } from './page.ts';

export async function listSeries(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const rows = [];
  for (const series of await allSeries(tools.store, today)) {
    const levels = await levelsOfSeries(tools.store, series.id, today);
    rows.push({
      href: `/series/${series.id}`,
      title: series.title,
      group:
        series.occupationalGroup && meaningOf(settings.codes.occupationalGroup, series.occupationalGroup),
      levels: levels.map(({ code, title }) => ({ href: `/classes/${code}`, title })),
    });
  }
  const body = tools.views.render('pages/series-list', {
    page: frame(settings, { title: 'Series', place: 'series' }, response),
    rows,
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}
