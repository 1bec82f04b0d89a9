// A crawler: follows the links of a site from its front page, and tells what it met. Of addresses of one kind, such as pages
// of classes, it asks for a few in a short run: publishing the site as files asks for all.
import { linksIn } from '../../scripts/static/page-links.ts';
import { effort } from '../effort.ts';

export interface Crawled {
  /** Every path that was asked for, in its order. */
  readonly paths: readonly string[];
  /** '404 /classes/X1 on /classes' */
  readonly dead: readonly string[];
  /** What a page loads from another site. */
  readonly foreign: readonly string[];
}

const loaded =
  /<(?:script|img|source)\b[^>]*\bsrc="(https?:[^"]*)"|<link\b[^>]*rel="(?:stylesheet|icon)"[^>]*href="(https?:[^"]*)"/g;

const askedOfAKind = effort(8, Infinity);

/** '/classes/CI2788/compare/3..4?section=duties' → '/classes/…/compare/…?section' */
export function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://site.invalid');
  return `${pathname.replace(/\/[A-Z]{2}\d+|\/[\d.-]+|\/series\/[^/]+/g, '/…')}?${[...searchParams.keys()].sort().join('&')}`;
}

export async function crawl(site: string, beginnings: readonly string[] = ['/']): Promise<Crawled> {
  const foundOn = new Map(beginnings.map((path) => [path, 'the beginning']));
  const waiting = [...beginnings];
  const kinds = new Map<string, number>();
  const [dead, foreign]: [string[], string[]] = [[], []];
  const visit = async (path: string): Promise<void> => {
    const answer = await fetch(site + path, { headers: { Accept: 'text/html, */*' } });
    const text = await answer.text();
    if (!answer.ok) dead.push(`${answer.status} ${path} on ${foundOn.get(path)}`);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) return;
    foreign.push(...[...text.matchAll(loaded)].map(([, one, other]) => one ?? other ?? ''));
    if (path.includes('?')) return;
    for (const address of linksIn(text)) {
      const url = new URL(address, answer.url);
      const next = url.pathname + url.search;
      if (url.origin !== site || foundOn.has(next)) continue;
      const kind = kindOf(next);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if ((kinds.get(kind) ?? 0) > askedOfAKind) continue;
      foundOn.set(next, path);
      waiting.push(next);
    }
  };
  while (waiting.length > 0) await Promise.all(waiting.splice(0, 8).map(visit));
  return { paths: [...foundOn.keys()], dead, foreign };
}
