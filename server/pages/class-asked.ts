// What the address of a list of classes asks for, and the address that asks for something else: every choice is part of it,
// and what is the standard is left out.
import type { Request } from 'express';
import { refusal } from '../errors.ts';
import { type FacetName, facetNames, type Sorting, sortings } from '../model/class-directory.ts';
import type { Chosen } from '../model/class-facets.ts';
import type { ClassSearch } from '../store/class-search.ts';
import { type AsOf, datedOf } from './as-of.ts';
import { askedPage } from './pager.ts';
import { queryValue } from './page.ts';

export interface AskedClasses {
  readonly typed: string;
  readonly isExact: boolean;
  /** A status always. */
  readonly chosen: Chosen;
  readonly sort: Sorting | 'relevance';
  readonly page: number;
}

/** Longer questions are refused: nobody types them. */
export const longestQuestion = 200;
/** Classes on one page of the list. */
export const pageLength = 25;
const standardStatus = 'active';

export function askedClasses(request: Request): AskedClasses {
  const values = facetNames.flatMap((name) => {
    const value = name === 'status' ? askedStatus(request) : queryValue(request, name);
    return value === null ? [] : [[name, value] as const];
  });
  const typed = askedWords(request);
  return {
    typed,
    isExact: queryValue(request, 'exact') === '1',
    chosen: Object.fromEntries(values),
    sort: askedSort(request) ?? standardSort(typed),
    page: askedPage(request),
  };
}

export function askedWords(request: Request): string {
  const text = request.query['q'];
  if (typeof text === 'string' && text.trim().length > longestQuestion) {
    const detail = `Search for at most ${longestQuestion} characters: the words that matter most.`;
    throw refusal('bad-request', { detail });
  }
  return queryValue(request, 'q') ?? '';
}

function askedStatus(request: Request): string {
  const status = queryValue(request, 'status') ?? standardStatus;
  if (status === 'active' || status === 'abolished') return status;
  throw refusal('bad-request', { detail: 'status is either active or abolished.' });
}

/** How well the words fit, where there are words. */
export function standardSort(typed: string): AskedClasses['sort'] {
  return typed === '' ? 'title' : 'relevance';
}

function askedSort(request: Request): AskedClasses['sort'] | null {
  const text = queryValue(request, 'sort');
  if (text === null) return null;
  const found = (['relevance', ...sortings] as const).find((sort) => sort === text);
  if (found) return found;
  throw refusal('bad-request', { detail: `sort is one of relevance, ${sortings.join(', ')}.` });
}

export function searchOf({ page, ...asked }: AskedClasses, { on, knownAt }: AsOf): ClassSearch {
  return { ...asked, on, knownAt, limit: pageLength, offset: (page - 1) * pageLength };
}

type Changes = Partial<Omit<AskedClasses, 'chosen'>> & {
  readonly chosen?: Readonly<Partial<Record<FacetName, string | null>>>;
};

/** The address of the list with something asked otherwise; it begins at its first page, unless a page is named. */
export function classesAddress(
  asked: AskedClasses,
  asOf: AsOf,
  changes: Changes = {},
  ending: '' | '.json' | '.csv' = '',
): string {
  const query = new URLSearchParams();
  for (const { name, value } of fieldsOf(asked, asOf, changes)) query.set(name, value);
  return query.size === 0 ? `/classes${ending}` : `/classes${ending}?${query.toString()}`;
}

/** The same as fields of a form. */
export function fieldsOf(asked: AskedClasses, asOf: AsOf, changes: Changes = {}) {
  const { typed, isExact, sort, page } = { ...asked, page: 1, ...changes };
  const chosen = { ...asked.chosen, ...changes.chosen };
  const facets = facetNames.map((name) => {
    const value = chosen[name] ?? '';
    return { name: name, value: name === 'status' && value === standardStatus ? '' : value };
  });
  const fields = [
    { name: 'q', value: typed },
    { name: 'exact', value: isExact && typed !== '' ? '1' : '' },
    ...facets,
    ...datedOf(asOf).fields,
    {
      name: 'sort',
      value: sort === standardSort(typed) || (sort === 'relevance' && typed === '') ? '' : sort,
    },
    { name: 'page', value: page === 1 ? '' : String(page) },
  ];
  return fields.filter(({ value }) => value !== '');
}
