// The front page: search first, then the ways in, then what changed last; on any date.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { inWords } from '../model/calendar-date.ts';
import { isTimeForComments } from '../model/public-comment.ts';
import {
  type ClassRow,
  classesInForce,
  everyClass,
  latestRevisions,
  levelsOfSeries,
} from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import { actionsPosted } from '../store/proposals.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { changesUntil } from './changes-asked.ts';
import { type AsOf, asOfNotice, asOfToday, askedAsOf, datedOf, isPresent, undated } from './as-of.ts';
import { frame, planFeed, planToday } from './page.ts';
import { postingTime } from './posting-time.ts';

export async function showHome(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const { on, knownAt } = asOf;
  const { total } = await classesInForce(tools.store, { ...everyClass, on, knownAt });
  const latest = await latestRevisions(tools.store, on, 6, knownAt);
  const body = tools.views.render('pages/home', {
    page: homeFrame(plan.settings, asOf, response),
    notice: asOfNotice(asOf, undated(request)),
    total: total === 1 ? '1 class' : `${new Intl.NumberFormat('en-US').format(total)} classes`,
    todayInWords: inWords(on),
    isEmpty: total === 0 && isPresent(asOf),
    postings: await openPostings(tools, asOf, plan.settings),
    series: await seriesCards(tools, asOf),
    changes: changesUntil(asOf),
    feed: planFeed,
    latest: latest.map((row) => latestView(row, asOf)),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function homeFrame(settings: PlanSettings, asOf: AsOf, response: Response) {
  const scripts = ['search/suggest.js'];
  const dated = datedOf(asOf);
  const page = { title: 'Classification Plan', place: 'home', canonical: '/', dated, scripts } as const;
  return frame(settings, page, response);
}

/** What is posted and may still be read before it is decided; a page of another date has none. */
async function openPostings({ store }: Tools, asOf: AsOf, { procedure }: PlanSettings) {
  if (!isPresent(asOf)) return [];
  const posted = await actionsPosted(store);
  return posted
    .filter((action) => isTimeForComments(action, asOf.today))
    .map((action) => ({
      number: action.number,
      title: action.title,
      href: `/actions/${action.number}`,
      time: postingTime(action, asOf, procedure),
    }));
}

async function seriesCards({ store }: Tools, asOf: AsOf) {
  const { on, knownAt } = asOf;
  const cards = [];
  for (const { id, title } of await allSeries(store, on, knownAt)) {
    const levels = await levelsOfSeries(store, id, on, knownAt);
    cards.push({
      href: `/series/${id}${datedOf(asOf).query}`,
      title,
      levels: levels.length === 1 ? '1 level' : `${levels.length} levels`,
    });
  }
  return cards;
}

function latestView(row: ClassRow, asOf: AsOf) {
  return {
    href: `/classes/${row.code}/revisions/${row.number}${datedOf(asOfToday(asOf)).query}`,
    title: row.title,
    code: row.code,
    number: row.number,
    effective: inWords(row.effectiveOn),
    abolished: row.status === 'abolished',
  };
}
