// Builds the Express application from its tools: protection first, then the route table, and last the only
// error handler.
import compression from 'compression';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import { only } from './access/may.ts';
import { sameSiteOnly } from './access/same-site.ts';
import { whoAsks } from './access/who-asks.ts';
import { mountApi } from './api-mount.ts';
import { Refusal, refusal } from './errors.ts';
import { readForm } from './pages/form.ts';
import { answerProblem } from './pages/problem.ts';
import type { SentFile } from './pages/multipart.ts';
import { reuseAnswers } from './pages/reuse.ts';
import { readFile } from './pages/sent-file.ts';
import { readFiles, type SentForm } from './pages/sent-files.ts';
import { type Gathering, type Reading, type Route, routes } from './routes.ts';
import type { Tools } from './tools.ts';

const printStyle = new URL('../templates/documents/print.css', import.meta.url).pathname;
const ours = new URL('../templates/assets/', import.meta.url).pathname;
const htmx = new URL('../node_modules/htmx.org/dist/', import.meta.url).pathname;
const uswds = new URL('../node_modules/@uswds/uswds/dist/', import.meta.url).pathname;

/** `watchers` see every request before anything else does: the log, the measurements. */
export function makeApp(tools: Tools, watchers: readonly RequestHandler[] = []): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('case sensitive routing', true);
  app.set('trust proxy', tools.trustedProxies);
  for (const watcher of watchers) app.use(watcher);
  app.use(protection(tools.publicUrl));
  app.use(reuseAnswers(tools));
  app.use(compression());
  app.use('/assets/uswds', express.static(uswds, { maxAge: '1 hour', index: false }));
  app.use('/assets/htmx', express.static(htmx, { maxAge: '1 hour', index: false }));
  app.use('/assets/documents/print.css', express.static(printStyle, { maxAge: '1 hour', redirect: false }));
  app.use('/assets', express.static(ours, { maxAge: '1 hour', index: false }));
  const who = whoAsks(tools);
  mountApi(app, tools, who);
  app.use(who);
  for (const [index, route] of routes.entries()) {
    app[route.method](route.path, ...gates(tools, route), answering(tools, route));
    const isLast = !routes.slice(index + 1).some(({ path }) => path === route.path);
    if (isLast) app.all(route.path, refuseOtherMethods(route.path));
  }
  app.use(() => {
    throw refusal('page-not-found');
  });
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    answerProblem(tools, error, request, response),
  );
  return app;
}

/** What stands before a page: who may, and for what is sent, that it comes from here and can be read. */
function gates(tools: Tools, route: Route): RequestHandler[] {
  if (route.method === 'get') return [only(tools, route.may)];
  const read = readerOf(route);
  const readOrRefuse: RequestHandler = (request, response, next) =>
    read(request, response, (error?: unknown) => next(error ? refusalOfBody(error) : undefined));
  return [sameSiteOnly(tools), only(tools, route.may), readOrRefuse];
}

const readSentFile = readFile();
const readSentFiles = readFiles();
const readFields = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 20_000 });

function readerOf(route: Exclude<Route, Reading>): RequestHandler {
  if (route.form === null) return readSentFile;
  return route.takes === 'files' ? readSentFiles : readFields;
}

function refusalOfBody(cause: unknown): Error {
  if (cause instanceof Refusal) return cause;
  const isTooLarge = cause instanceof Error && 'status' in cause && cause.status === 413;
  return refusal(isTooLarge ? 'form-too-large' : 'form-not-readable', { cause });
}

function answering(tools: Tools, route: Route): RequestHandler {
  if (route.method === 'get') return (request, response) => route.page(tools, request, response);
  if (route.form === null)
    return (request, response) => route.page(tools, request, response, request.body as SentFile | null);
  if (route.takes === 'files') return answeringFiles(tools, route);
  return (request, response) => route.page(tools, request, response, readForm(route.form, request.body));
}

function answeringFiles(tools: Tools, route: Gathering): RequestHandler {
  return (request, response) => {
    const { fields, files } = request.body as SentForm;
    return route.page(tools, request, response, readForm(route.form, fields), files);
  };
}

function refuseOtherMethods(path: string): RequestHandler {
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method);
  const allowed = [
    ...(methods.includes('get') ? ['GET', 'HEAD'] : []),
    ...(methods.includes('post') ? ['POST'] : []),
  ];
  return (_request, response) => {
    response.set('Allow', allowed.join(', '));
    throw refusal('method-not-allowed');
  };
}

/** Nothing runs, loads or frames but what this server sends. USWDS carries small images as data: addresses. */
function protection(publicUrl: string | null): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'script-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: publicUrl?.startsWith('https:')
      ? { maxAge: 31_536_000, includeSubDomains: false }
      : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}
