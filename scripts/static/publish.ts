// The public site as files: what a reader of the server would get, address by address, found by following every link.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { linksIn, linksInStyle, type PageTurn, type Turned, turned } from './page-links.ts';
import { addressOf, fileOf, isPage, isPublished } from './published.ts';

export interface Publishing {
  /** Where the site answers while it is published: 'http://127.0.0.1:40123' */
  readonly from: string;
  readonly folder: string;
  /** What nothing leads to: the addresses of codes that a class had once. */
  readonly also: readonly string[];
  /** What the published site is called: 'https://classes.example.gov' */
  readonly publicUrl: string;
  /** Where forms and what is made on request lead; null where there is no server. */
  readonly server: string | null;
  readonly progress: (what: string, done: number, found: number) => void;
}

export interface Published {
  /** Paths of files in the folder, in their order. */
  readonly files: readonly string[];
  /** Addresses that something leads to and that the server does not have, each with where it stands. */
  readonly dead: readonly string[];
}

/** What nothing links to. */
const beginnings = ['/', '/robots.txt', '/sitemap.xml', '/data.json'];

/** So many answers are awaited at once: as many documents as are printed at once. */
const atOnce = 2;

const instead = 'This needs the server of the plan, which this copy of the site does not have.';

export async function publishSite(publishing: Publishing): Promise<Published> {
  const waiting = [...beginnings, ...publishing.also];
  const foundOn = new Map(waiting.map((path) => [path, 'the list of beginnings']));
  const [files, dead]: [string[], string[]] = [[], []];
  const publish = async (path: string): Promise<void> => {
    const answer = await answerTo(publishing, path);
    if (!answer) {
      dead.push(`${path} on ${foundOn.get(path)}`);
      return;
    }
    for (const next of leadsTo(publishing, path, answer)) {
      if (foundOn.has(next)) continue;
      foundOn.set(next, path);
      waiting.push(next);
    }
    const file = fileOf(path);
    const place = join(publishing.folder, file);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, answer.isHtml ? turned(answer.text, turnOf(publishing, path)) : answer.bytes);
    files.push(file);
    publishing.progress('files written', files.length, foundOn.size);
  };
  while (waiting.length > 0) await Promise.all(waiting.splice(0, atOnce).map(publish));
  return { files: files.sort(), dead: dead.sort() };
}

interface Answer {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly mediaType: string;
  readonly isHtml: boolean;
}

/** Null where the server has nothing. A short address is published as what it leads to, any other as the way there. */
async function answerTo({ from, publicUrl }: Publishing, path: string): Promise<Answer | null> {
  const accepted = isPage(path) ? 'text/html' : '*/*';
  const redirect = path.startsWith('/v/') ? 'follow' : 'manual';
  const answer = await fetch(from + path, { headers: { Accept: accepted }, redirect });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const location = answer.headers.get('location');
  if (location !== null) {
    const target = pathIn(location, path, { from, publicUrl }) ?? location;
    return pageOf(wayTo(target));
  }
  if (!answer.ok) return null;
  const mediaType = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  return { bytes, text: new TextDecoder().decode(bytes), mediaType, isHtml: mediaType === 'text/html' };
}

function pageOf(text: string): Answer {
  return { bytes: new TextEncoder().encode(text), text, mediaType: 'text/html', isHtml: true };
}

/** A file server does not send on; the page does. */
function wayTo(address: string): string {
  const target = address.replace(/[&"<>]/g, (each) => `&#${each.charCodeAt(0)};`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moved</title><meta http-equiv="refresh" content="0; url=${addressOf(target)}"><link rel="canonical" href="${target}"></head><body><p><a href="${target}">This page has moved.</a></p></body></html>`;
}

function leadsTo(publishing: Publishing, from: string, { mediaType, text }: Answer): string[] {
  const paths = addressesIn(mediaType, text).map((address) => pathIn(address, from, publishing));
  const found = [...new Set(paths)].filter((path) => path !== null && isPublished(path)) as string[];
  return [...found, ...found.flatMap(shortAddressOf)];
}

/** No page leads to a short address: it stands on the first page of an official PDF. */
function shortAddressOf(path: string): string[] {
  const [, code, number] = /^\/classes\/([^/]+)\/revisions\/(\d+)$/.exec(path) ?? [];
  return code && number ? [`/v/${code}.${number}`] : [];
}

function addressesIn(mediaType: string, text: string): string[] {
  if (mediaType === 'text/html') return linksIn(text);
  if (mediaType === 'text/css') return linksInStyle(text);
  if (mediaType === 'text/javascript') return modulesIn(text);
  if (!mediaType.endsWith('xml')) return [];
  const written = [...text.matchAll(/href="([^"]*)"|<loc>([^<]*)</g)];
  return written.map(([, href, loc]) => (href ?? loc ?? '').replaceAll('&amp;', '&'));
}

function modulesIn(script: string): string[] {
  return [...script.matchAll(/(?:from|import) ?\(?'([./][^']*)'/g)].map(([, address = '']) => address);
}

/** The path of an address that stands at `base`, without what stands behind #; null for another site's. */
function pathIn(
  address: string,
  base: string,
  { from, publicUrl }: Pick<Publishing, 'from' | 'publicUrl'>,
): string | null {
  if (address.startsWith('#') || address === '') return null;
  try {
    const { origin, pathname, search } = new URL(address, from + base);
    return origin === from || origin === new URL(publicUrl).origin ? pathname + search : null;
  } catch {
    return null;
  }
}

function turnOf(publishing: Publishing, base: string): PageTurn {
  const { server, publicUrl } = publishing;
  const onServer = (path: string): Turned => (server === null ? 'dropped' : { to: server + path });
  return {
    insteadOfForm: instead,
    form: (action: string) => onServer(action),
    link: (address: string): Turned => {
      const path = pathIn(address, base, publishing);
      if (path === null) return { to: address };
      const hash = /#.*$/.exec(address)?.[0] ?? '';
      if (!isPublished(path)) return onServer(path + hash);
      const isWhole = address.startsWith(publicUrl);
      return { to: `${isWhole ? publicUrl : ''}${addressOf(path)}${hash}` };
    },
  };
}
