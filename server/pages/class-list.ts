// /classes: search and browse, on any date; every choice is part of the address.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { meaningOf } from '../model/plan-settings.ts';
import {
  type ClassQuery,
  type ClassRow,
  classByCode,
  classesInForce,
  facetsInForce,
} from '../store/classes.ts';
import { allSeries } from '../store/plan.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { askedDate } from './dates.ts';
import { frame, planToday, queryValue } from './page.ts';

const pageLength = 50;

export async function listClasses(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const query = readQuery(request, askedDate(request, today));
  if (query.words && (await sentToClass(tools, response, query, today))) return;
  const { rows, total } = await classesInForce(tools.store, query);
  if (query.offset > 0 && query.offset >= total) {
    const last = Math.max(1, Math.ceil(total / pageLength));
    throw refusal('page-not-found', { detail: `This list has ${last === 1 ? '1 page' : `${last} pages`}.` });
  }
  const series = await allSeries(tools.store, query.on);
  const facets = await facetsInForce(tools.store, query.on);
  const titles = new Map(series.map(({ id, title }) => [id, title]));
  const body = tools.views.render('pages/classes', {
    page: frame(settings, { title: 'Classes', place: 'classes' }, response),
    q: query.words ?? '',
    on: query.on === today ? '' : query.on,
    onInWords: query.on === today ? null : inWords(query.on),
    heading: headingOf(query, total),
    rows: rows.map((row) => rowView(row, settings, titles, query.on === today ? '' : `/${query.on}`)),
    groups: options(
      facets.groups,
      query.group,
      (code) => meaningOf(settings.codes.occupationalGroup, code) ?? code,
    ),
    series: options(
      series.map(({ id }) => id),
      query.series,
      (id) => titles.get(id) ?? id,
    ),
    grades: options(facets.grades, query.grade, (grade) => grade),
    flsa: options(
      settings.codes.flsa.values.map(({ code }) => code),
      query.flsa,
      (code) => meaningOf(settings.codes.flsa, code) ?? code,
    ),
    statuses: options(['active', 'abolished'], query.status, (status) =>
      status === 'active' ? 'In force' : 'Abolished',
    ),
    hasFilters:
      Boolean(query.group ?? query.series ?? query.grade ?? query.flsa) || query.status !== 'active',
    pager: pager(request, query.offset / pageLength + 1, Math.ceil(total / pageLength)),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

function readQuery(request: Request, on: string): ClassQuery {
  const status = queryValue(request, 'status') ?? 'active';
  if (status !== 'active' && status !== 'abolished') {
    throw refusal('bad-request', { detail: 'status is either active or abolished.' });
  }
  const page = queryValue(request, 'page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(page)) throw refusal('bad-request', { detail: 'page is a number from 1 on.' });
  return {
    on,
    status,
    words: queryValue(request, 'q'),
    series: queryValue(request, 'series'),
    grade: queryValue(request, 'grade'),
    flsa: queryValue(request, 'flsa'),
    group: queryValue(request, 'group'),
    limit: pageLength,
    offset: (Number(page) - 1) * pageLength,
  };
}

/** An exact code, past or present, goes straight to its class. */
async function sentToClass(
  tools: Tools,
  response: Response,
  query: ClassQuery,
  today: string,
): Promise<boolean> {
  const found = await classByCode(tools.store, query.words ?? '', today);
  if (!found) return false;
  response.redirect(302, `/classes/${found.code}${query.on === today ? '' : `/${query.on}`}`);
  return true;
}

function headingOf(query: ClassQuery, total: number): string {
  const count = total === 1 ? '1 class' : `${new Intl.NumberFormat('en-US').format(total)} classes`;
  return query.words ? `${count} for “${query.words}”` : count;
}

function rowView(row: ClassRow, settings: PlanSettings, titles: ReadonlyMap<string, string>, suffix: string) {
  return {
    href: `/classes/${row.code}${suffix}`,
    code: row.code,
    title: row.title,
    summary: row.summary,
    series: row.seriesId === null ? '' : (titles.get(row.seriesId) ?? row.seriesId),
    grade: row.payGrade ?? '',
    flsa: row.flsa === null ? '' : (meaningOf(settings.codes.flsa, row.flsa) ?? row.flsa),
  };
}

function options(values: readonly string[], chosen: string | null, label: (value: string) => string) {
  return values.map((value) => ({ value, label: label(value), selected: value === chosen }));
}

function pager(request: Request, page: number, pages: number) {
  if (pages <= 1) return null;
  const href = (number: number) => {
    const address = new URL(request.originalUrl, 'http://localhost');
    address.searchParams.set('page', String(number));
    return `${address.pathname}${address.search}`;
  };
  return {
    text: `Page ${page} of ${pages}`,
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}
