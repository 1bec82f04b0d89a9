// /sitemap.xml and /robots.txt: where search engines find every page, and where they have nothing to look for.
import type { Request, Response } from 'express';
import { refusal } from '../errors.ts';
import { type MappedPage, mappedPages } from '../store/site-map.ts';
import type { Tools } from '../tools.ts';
import { send } from './answer.ts';
import { originOf } from './origin.ts';
import { planToday, queryValue } from './page.ts';
import { renderXml } from './xml.ts';

/** As many addresses as one part has; above that the map is an index of parts. */
const partLength = 1500;

const ways = ['/', '/classes', '/series', '/actions', '/changes', '/data', '/checkpoint', '/verify'];

export async function showSiteMap(tools: Tools, request: Request, response: Response): Promise<void> {
  const { today } = await planToday(tools);
  const pages = [
    ...ways.map((path) => ({ path, changedOn: null })),
    ...(await mappedPages(tools.store, today)),
  ];
  const origin = originOf(tools, request);
  const parts = Math.ceil(pages.length / partLength);
  const part = askedPart(request, parts);
  const body =
    part === null && parts > 1
      ? renderXml(tools.views, 'feeds/sitemap-index', { parts: partsOf(pages, parts, origin) })
      : renderXml(tools.views, 'feeds/sitemap', {
          pages: slice(pages, part ?? 1).map((page) => ({
            address: origin + encodeURI(page.path),
            changedOn: page.changedOn,
          })),
        });
  send(request, response, { form: 'xml', body, keeping: 'current' });
}

function askedPart(request: Request, parts: number): number | null {
  const text = queryValue(request, 'part');
  if (text === null) return null;
  if (!/^[1-9]\d{0,4}$/.test(text) || Number(text) > parts)
    throw refusal('page-not-found', { detail: `The map of this site has ${parts} parts.` });
  return Number(text);
}

function slice(pages: readonly MappedPage[], part: number): readonly MappedPage[] {
  return pages.slice((part - 1) * partLength, part * partLength);
}

function partsOf(pages: readonly MappedPage[], parts: number, origin: string) {
  return Array.from({ length: parts }, (_, index) => ({
    address: `${origin}/sitemap.xml?part=${index + 1}`,
    changedOn: slice(pages, index + 1).reduce<string | null>(
      (last, { changedOn }) => (changedOn !== null && (last === null || changedOn > last) ? changedOn : last),
      null,
    ),
  }));
}

export function showRobots(tools: Tools, request: Request, response: Response): Promise<void> {
  const lines = [
    'User-agent: *',
    'Disallow: /manage',
    'Disallow: /sign-in',
    '',
    `Sitemap: ${originOf(tools, request)}/sitemap.xml`,
    '',
  ];
  send(request, response, { form: 'txt', body: lines.join('\n'), keeping: 'current' });
  return Promise.resolve();
}
