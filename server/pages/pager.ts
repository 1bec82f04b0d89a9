// Long lists in pages: which part is asked for (?page=), and the links to the parts before and after it.
import type { Request } from 'express';
import { refusal } from '../errors.ts';
import { queryValue } from './page.ts';

export interface Pager {
  readonly text: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** The page that is asked for, counted from 1. */
export function askedPage(request: Request): number {
  const page = queryValue(request, 'page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(page)) throw refusal('bad-request', { detail: 'page is a number from 1 on.' });
  return Number(page);
}

/** Null where everything is on one page; a page after the last is refused. */
export function pagerOf(request: Request, page: number, total: number, pageLength: number): Pager | null {
  const pages = Math.max(1, Math.ceil(total / pageLength));
  if (page > pages)
    throw refusal('page-not-found', {
      detail: `This list has ${pages === 1 ? '1 page' : `${pages} pages`}.`,
    });
  if (pages === 1) return null;
  const href = (number: number) => addressWith(request, { page: String(number) });
  return {
    text: `Page ${page} of ${pages}`,
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}

/** The address of this list with something chosen otherwise. */
export function addressWith(request: Request, changed: Readonly<Record<string, string>>): string {
  const address = new URL(request.originalUrl, 'http://localhost');
  for (const [name, value] of Object.entries(changed)) address.searchParams.set(name, value);
  return `${address.pathname}${address.search}`;
}
