// /changes: what differs between the plan of two dates, by class, action or kind; as a page, as JSON and as a table for
// spreadsheets, all from the same data.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { changesAsCsv } from '../documents/plan-changes-csv.ts';
import { type ComparedPlan, comparedPlan, narrowedTo, publishedChanges } from '../documents/plan-changes.ts';
import { refusal } from '../errors.ts';
import type { Span } from '../model/plan-changes.ts';
import { seriesTitles } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send, sendPrivately } from './answer.ts';
import { type Asked, askedChanges, changesAddress } from './changes-asked.ts';
import type { SeriesTitles } from './changes-groups.ts';
import { changesForm, changesView } from './changes-view.ts';
import { frame, planFeed, planToday } from './page.ts';
import { askedPage } from './pager.ts';

export async function showChanges(tools: Tools, request: Request, response: Response): Promise<void> {
  const { form } = nameAndForm(request, request.path.slice(1), ['html', 'json', 'csv']);
  const { settings, today } = await planToday(tools);
  const asked = askedChanges(request, today);
  if (form === 'html') {
    await sendPage(tools, request, response, { settings, today, asked });
    return;
  }
  if (form !== 'json' && form !== 'csv')
    throw refusal('not-acceptable', { detail: 'The changes answer as a page, as JSON and as CSV.' });
  const { span, issues, by, kind } = asked;
  if (!span) throw refusal('bad-request', { detail: issues.map(({ message }) => message).join(' ') });
  const plan = narrowedTo(await comparedPlan(tools.store, span, today), kind);
  // A table of revisions has no counts of redlines, which are most of the work.
  const needed = form === 'csv' && by === 'action' ? { ...plan, classes: [] } : plan;
  const published = await publishedChanges(tools.store, needed, settings);
  const body = form === 'json' ? JSON.stringify(published) : changesAsCsv(published, by, settings);
  const fileName = `changes_${span.from}_${span.to}${form === 'csv' ? `_by-${by}` : ''}.${form}`;
  send(request, response, { form, body, keeping: 'current', fileName });
}

interface Shown {
  readonly settings: PlanSettings;
  readonly today: string;
  readonly asked: Asked;
}

async function sendPage(
  tools: Tools,
  request: Request,
  response: Response,
  { settings, today, asked }: Shown,
): Promise<void> {
  const { span } = asked;
  const whole = span && (await comparedPlan(tools.store, span, today));
  const result = whole && (await resultOf(tools, request, { settings, today, asked }, whole));
  const title = 'The plan between two dates';
  const about = { title, place: 'none', ...addressesOf(asked), hasForm: true } as const;
  const page = frame(settings, about, response);
  const body = tools.views.render('pages/changes', {
    page,
    feed: planFeed,
    ...changesForm(asked, today),
    result,
  });
  if (result) send(request, response, { form: 'html', body, keeping: 'current' });
  else sendPrivately(response, body, 422);
}

function addressesOf(asked: Asked) {
  const { span } = asked;
  if (!span) return { canonical: '/changes' };
  return {
    canonical: changesAddress(span, asked),
    alternates: [
      { type: 'application/json', href: changesAddress(span, asked, '.json') },
      { type: 'text/csv', href: changesAddress(span, asked, '.csv') },
    ],
  };
}

async function resultOf(
  tools: Tools,
  request: Request,
  { settings, today, asked }: Shown,
  whole: ComparedPlan,
) {
  const titles = await titlesOnBoth(tools, whole);
  const page = askedPage(request);
  return changesView(tools.store, {
    whole,
    asked,
    settings,
    today,
    titles,
    page,
    address: request.originalUrl,
  });
}

async function titlesOnBoth({ store }: Tools, { from, to }: Span): Promise<SeriesTitles> {
  return { before: await seriesTitles(store, from), after: await seriesTitles(store, to) };
}
