// /classes: search and browse, on any date; every choice is part of the address.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { isSameTitle, nameOn, namesOf } from '../model/lineage.ts';
import { classesTitled, timelinesOf } from '../store/class-timelines.ts';
import { type ClassQuery, classByCode, classesInForce, currentCode } from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { type AsOf, asOfNotice, asOfToday, askedAsOf, classAddress, datedOf, undated } from './as-of.ts';
import { classFilters } from './class-filters.ts';
import { classRows } from './class-rows.ts';
import { frame, planToday, queryValue } from './page.ts';
import { addressWith, askedPage, pager } from './pager.ts';

const pageLength = 50;

export async function listClasses(tools: Tools, request: Request, response: Response): Promise<void> {
  const plan = await planToday(tools);
  const { settings } = plan;
  const asOf = askedAsOf(request, response, plan);
  const query = readQuery(request, asOf);
  if (query.words && (await sentToClass(tools, response, query.words, asOf))) return;
  const { rows, total } = await classesInForce(tools.store, query);
  if (query.offset > 0 && query.offset >= total) {
    const last = Math.max(1, Math.ceil(total / pageLength));
    throw refusal('page-not-found', { detail: `This list has ${last === 1 ? '1 page' : `${last} pages`}.` });
  }
  const series = await allSeries(tools.store, asOf.on, asOf.knownAt);
  const titles = new Map(series.map(({ id, title }) => [id, title]));
  const isToday = asOf.on === asOf.today;
  const body = tools.views.render('pages/classes', {
    page: frame(settings, { title: 'Classes', place: 'classes', dated: datedOf(asOf) }, response),
    notice: asOfNotice(asOf, undated(request)),
    q: query.words ?? '',
    on: isToday ? '' : asOf.on,
    known: datedOf(asOfToday(asOf)).fields,
    onInWords: isToday ? null : inWords(asOf.on),
    heading: headingOf(query, total),
    rows: await classRows(tools, rows, { settings, asOf, titles, words: query.words }),
    abolished:
      total === 0 && query.status === 'active' ? await abolishedThatFit(tools, request, query) : null,
    clear: `/classes${datedOf(asOf).query}`,
    ...(await classFilters(tools, query, titles, settings)),
    pager: pager(request.originalUrl, query.offset / pageLength + 1, Math.ceil(total / pageLength)),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function readQuery(request: Request, { on, knownAt }: AsOf): ClassQuery {
  const status = queryValue(request, 'status') ?? 'active';
  if (status !== 'active' && status !== 'abolished') {
    throw refusal('bad-request', { detail: 'status is either active or abolished.' });
  }
  return {
    on,
    knownAt,
    status,
    words: queryValue(request, 'q'),
    series: queryValue(request, 'series'),
    grade: queryValue(request, 'grade'),
    flsa: queryValue(request, 'flsa'),
    group: queryValue(request, 'group'),
    limit: pageLength,
    offset: (askedPage(request) - 1) * pageLength,
  };
}

/** An exact code, past or present, goes straight to its class, and so does a title that the class no longer has. */
async function sentToClass(tools: Tools, response: Response, words: string, asOf: AsOf): Promise<boolean> {
  const { store } = tools;
  const found =
    (await classByCode(store, words, asOf.today, asOf.knownAt)) ?? (await formerlyTitled(tools, words, asOf));
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

function headingOf(query: ClassQuery, total: number): string {
  const count = total === 1 ? '1 class' : `${new Intl.NumberFormat('en-US').format(total)} classes`;
  return query.words ? `${count} for “${query.words}”` : count;
}

/** Where nothing fits, the abolished classes that do: their pages are kept. */
async function abolishedThatFit(tools: Tools, request: Request, query: ClassQuery) {
  const { total } = await classesInForce(tools.store, { ...query, status: 'abolished', offset: 0, limit: 0 });
  if (total === 0) return null;
  const text = total === 1 ? '1 abolished class fits' : `${total} abolished classes fit`;
  return { text, href: addressWith(request.originalUrl, { status: 'abolished' }) };
}
