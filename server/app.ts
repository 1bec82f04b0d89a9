// Builds the Express application from its tools: protection first, then the route table, and last the only
// error handler.
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { refusal } from './errors.ts';
import { answerProblem } from './pages/problem.ts';
import { routes } from './routes.ts';
import type { Tools } from './tools.ts';

const ours = new URL('../templates/assets/', import.meta.url).pathname;
const uswds = new URL('../node_modules/@uswds/uswds/dist/', import.meta.url).pathname;

/** `requestLog` writes one line a request; tests leave it out. */
export function makeApp(tools: Tools, requestLog?: express.RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('case sensitive routing', true);
  if (requestLog) app.use(requestLog);
  app.use(protection());
  app.use(compression());
  app.use('/assets/uswds', express.static(uswds, { maxAge: '1 hour', index: false }));
  app.use('/assets', express.static(ours, { maxAge: '1 hour', index: false }));
  for (const { method, path, page } of routes) {
    app[method](path, (request: Request, response: Response) => page(tools, request, response));
    app.all(path, (_request, response) => {
      response.set('Allow', 'GET, HEAD');
      throw refusal('method-not-allowed');
    });
  }
  app.use(() => {
    throw refusal('page-not-found');
  });
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    answerProblem(tools, error, request, response),
  );
  return app;
}

/** Nothing runs, loads or frames but what this server sends. USWDS carries small images as data: addresses. */
function protection(): express.RequestHandler {
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
    strictTransportSecurity: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}
