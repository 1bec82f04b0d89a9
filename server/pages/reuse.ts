// What readers were answered, given again while nothing has changed that a page could show. Law: only answers that anybody
// may keep are kept here, and only for who came without a cookie and without credentials.
import type { Request, RequestHandler, Response } from 'express';
import type { Tools } from '../tools.ts';
import { give, type KeptAnswer, sizeOf } from './kept-answer.ts';

/** Bytes; what was not asked for longest goes first. */
const room = 48 * 1024 * 1024;
/** One answer does not drive out all others. */
const largest = room / 16;

/** Calendar dates change at midnight somewhere, which is on a quarter of an hour everywhere. */
const quarterMs = 15 * 60_000;

interface Kept {
  readonly answer: KeptAnswer;
  readonly version: string;
  /** When it was last put here: it grows as compressed forms are made. */
  readonly size: number;
}

/** Stands before everything that finds out who asks. */
export function reuseAnswers({
  store,
  clock,
  publicUrl,
}: Pick<Tools, 'store' | 'clock' | 'publicUrl'>): RequestHandler {
  const kept = new Map<string, Kept>();
  let size = 0;
  const forget = (key: string): void => {
    const found = kept.get(key);
    size -= found?.size ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, answer: KeptAnswer, version: string): void => {
    forget(key);
    const each = { answer, version, size: sizeOf(answer) };
    kept.set(key, each);
    size += each.size;
    for (const oldest of kept.keys()) {
      if (size <= room) break;
      forget(oldest);
    }
  };
  const versionNow = () => `${store.seenVersion()} ${Math.floor(clock.now().getTime() / quarterMs)}`;
  return (request, response, next) => {
    if (!mayReuse(request)) {
      next();
      return;
    }
    const key = keyOf(request, publicUrl);
    const version = versionNow();
    const found = kept.get(key);
    if (found?.version === version) {
      response.locals.wasKept = true;
      give(request, response, found.answer);
      keep(key, found.answer, version);
      return;
    }
    const before = response.getHeaders();
    response.locals.keepAnswer = (answer: KeptAnswer) => {
      // What was written while the page was made may be in it or not.
      if (answer.body.length > largest || versionNow() !== version) return;
      const set = Object.entries(response.getHeaders()).filter(([name, value]) => before[name] !== value);
      const headers = { ...(Object.fromEntries(set) as Record<string, string>), ...answer.headers };
      keep(key, { ...answer, headers }, version);
    };
    next();
  };
}

/** Called by whoever answers; nothing happens where the answer is for one person. */
export function keepAnswer(response: Response, answer: KeptAnswer): void {
  if (response.statusCode !== 200) return;
  (response.locals.keepAnswer as ((answer: KeptAnswer) => void) | undefined)?.(answer);
}

function mayReuse({ method, headers }: Request): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  return isReading && headers.cookie === undefined && headers.authorization === undefined;
}

/** Without an address of its own the site's links begin with the one that was asked. */
function keyOf({ originalUrl, headers }: Request, publicUrl: string | null): string {
  const host = publicUrl === null ? (headers.host ?? '') : '';
  return [host, headers.accept ?? '*/*', originalUrl].join('\n');
}
