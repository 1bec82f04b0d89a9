// /classes: search and browse, on any date; every choice is part of the address. The same list as JSON and as a table.
import type { Request, Response } from 'express';
import { classListCsv } from '../documents/class-list-csv.ts';
import { refusal } from '../errors.ts';
import { isSameTitle, nameOn, namesOf } from '../model/lineage.ts';
import { type FoundClasses, listClasses, searchClasses } from '../store/class-search.ts';
import { classesTitled, timelinesOf } from '../store/class-timelines.ts';
import { classByCode, currentCode } from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send } from './answer.ts';
import { type AsOf, askedAsOf, classAddress } from './as-of.ts';
import { type AskedClasses, askedClasses, pageLength, searchOf } from './class-asked.ts';
import { classListData } from './class-list-data.ts';
import { classListView } from './class-list-view.ts';
import { planToday } from './page.ts';

/** Rows of a table at most: every class of any plan. */
const mostRows = 100_000;

export async function showClasses(tools: Tools, request: Request, response: Response): Promise<void> {
  const { form } = nameAndForm(request, request.path.slice(1), ['html', 'json', 'csv']);
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const asked = askedClasses(request);
  if (
    form === 'html' &&
    asked.typed !== '' &&
    !asked.isExact &&
    (await sentToClass(tools, response, asked, asOf))
  )
    return;
  const series = await allSeries(tools.store, asOf.on, asOf.knownAt);
  const shown = {
    asked,
    asOf,
    settings: plan.settings,
    titles: new Map(series.map(({ id, title }) => [id, title])),
  };
  const fileName = `classes_${asOf.on}.${form}`;
  if (form === 'csv') {
    const all = { ...searchOf(asked, asOf), limit: mostRows, offset: 0 };
    const { rows } = await listClasses(tools.store, all);
    send(request, response, { form, body: classListCsv(rows, shown), keeping: 'current', fileName });
    return;
  }
  const found = await searchClasses(tools.store, searchOf(asked, asOf));
  requirePage(asked, found);
  if (form === 'json') {
    const body = JSON.stringify(classListData(found, shown));
    send(request, response, { form, body, keeping: 'current', fileName });
  } else if (form === 'html') {
    const view = await classListView(tools, response, found, shown);
    send(request, response, { form, body: tools.views.render('pages/classes', view), keeping: 'current' });
  } else {
    throw refusal('not-acceptable', { detail: 'The list of classes answers as a page, as JSON and as CSV.' });
  }
}

function requirePage({ page }: AskedClasses, { total }: FoundClasses): void {
  const last = Math.max(1, Math.ceil(total / pageLength));
  if (page <= last) return;
  throw refusal('page-not-found', { detail: `This list has ${last === 1 ? '1 page' : `${last} pages`}.` });
}

/** An exact code, past or present, goes straight to its class, and so does a title that the class no longer has. */
async function sentToClass(
  tools: Tools,
  response: Response,
  { typed }: AskedClasses,
  asOf: AsOf,
): Promise<boolean> {
  const { store } = tools;
  const found =
    (await classByCode(store, typed, asOf.today, asOf.knownAt)) ?? (await formerlyTitled(tools, typed, asOf));
  if (!found) return false;
  response.redirect(302, classAddress(found.code, asOf));
  return true;
}

/** The one class that had this title; null where a class has it on that date, or several had it. */
async function formerlyTitled({ store }: Tools, title: string, { on, today, knownAt }: AsOf) {
  const [classId, ...others] = await classesTitled(store, title, on, knownAt);
  if (classId === undefined || others.length > 0) return null;
  const timelines = await timelinesOf(store, [classId], knownAt);
  const present = nameOn(namesOf(timelines.get(classId) ?? []), on);
  if (present && isSameTitle(present.title, title)) return null;
  return currentCode(store, classId, today, knownAt);
}
