// The front page: search first, then the ways in, then what changed last.
import type { Request, Response } from 'express';
import { inWords } from '../model/calendar-date.ts';
import { classesInForce, latestRevisions, levelsOfSeries } from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { frame, planToday } from './page.ts';

export async function showHome(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const everything = { words: null, series: null, grade: null, flsa: null, group: null, limit: 0, offset: 0 };
  const { total } = await classesInForce(tools.store, { ...everything, on: today, status: 'active' });
  const series = [];
  for (const { id, title } of await allSeries(tools.store, today)) {
    const levels = await levelsOfSeries(tools.store, id, today);
    series.push({
      href: `/series/${id}`,
      title,
      levels: levels.length === 1 ? '1 level' : `${levels.length} levels`,
    });
  }
  const latest = await latestRevisions(tools.store, today, 6);
  const body = tools.views.render('pages/home', {
    page: frame(settings, { title: 'Classification Plan', place: 'home', canonical: '/' }, response),
    total: total === 1 ? '1 class' : `${new Intl.NumberFormat('en-US').format(total)} classes`,
    todayInWords: inWords(today),
    isEmpty: total === 0,
    series,
    latest: latest.map((row) => ({
      href: `/classes/${row.code}/revisions/${row.number}`,
      title: row.title,
      code: row.code,
      number: row.number,
      effective: inWords(row.effectiveOn),
      abolished: row.status === 'abolished',
    })),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}
