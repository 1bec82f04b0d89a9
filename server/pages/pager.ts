// The way through a long list, page by page.
import type { Request } from 'express';
import { refusal } from '../errors.ts';
import { queryValue } from './page.ts';

/** The page that is asked for, from 1 on. */
export function askedPage(request: Request): number {
  const text = queryValue(request, 'page') ?? '1';
  if (!/^[1-9]\d{0,4}$/.test(text)) throw refusal('bad-request', { detail: 'page is a number from 1 on.' });
  return Number(text);
}

/** `address` is that of the list on any of its pages. */
export function pager(address: string, page: number, pages: number) {
  if (pages <= 1) return null;
  const href = (number: number) => addressWith(address, { page: String(number) });
  return {
    text: `Page ${page} of ${pages}`,
    previous: page > 1 ? href(page - 1) : null,
    next: page < pages ? href(page + 1) : null,
  };
}

/** The address of a list with something chosen otherwise. */
export function addressWith(address: string, changed: Readonly<Record<string, string>>): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  for (const [name, value] of Object.entries(changed)) searchParams.set(name, value);
  return `${pathname}?${searchParams.toString()}`;
}
