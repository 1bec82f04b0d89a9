// The table of what people can do: method, path, who may, page. Reading it is reading the product.
import type { Request, Response } from 'express';
import { listClasses } from './pages/class-list.ts';
import { showClass, showClassOnDate } from './pages/class.ts';
import { showHealth, showReadiness } from './pages/health.ts';
import { showHome } from './pages/home.ts';
import { listRevisions } from './pages/revision-list.ts';
import { showRevision } from './pages/revision.ts';
import { showSeal } from './pages/seal.ts';
import { listSeries } from './pages/series-list.ts';
import { showSeries } from './pages/series.ts';
import type { Tools } from './tools.ts';

export type Page = (tools: Tools, request: Request, response: Response) => Promise<void>;

export interface Route {
  readonly method: 'get';
  readonly path: string;
  /** The role that is enough. A reader is anybody. */
  readonly may: 'reader';
  readonly page: Page;
}

/** Express hands each page the parameters that its path names; the table is where that is stated. */
function read(
  path: string,
  page: (tools: Tools, request: Request<never>, response: Response) => Promise<void>,
): Route {
  return { method: 'get', path, may: 'reader', page: page as Page };
}

export const routes: readonly Route[] = Object.freeze([
  read('/', showHome),
  read('/classes', listClasses),
  read('/classes/:code', showClass),
  read('/classes/:code/revisions', listRevisions),
  read('/classes/:code/revisions/:number', showRevision),
  read('/classes/:code/:date', showClassOnDate),
  read('/series', listSeries),
  read('/series/:id', showSeries),
  read('/seal', showSeal),
  read('/healthz', showHealth),
  read('/readyz', showReadiness),
]);
