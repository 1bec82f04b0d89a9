// Who is asking: from the cookie to the session to the person. Readers carry no cookie, and for them nothing is
// looked up and nothing is set.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { cookieOf, dropSession } from '../pages/session.ts';
import { setVisitor } from '../pages/visitor.ts';
import { personById } from '../store/people.ts';
import type { Tools } from '../tools.ts';
import { SessionStore } from './session-store.ts';

/** The handlers in their order. Sign-in alone begins sessions, so it alone is given one without having asked with one. */
export function whoAsks(tools: Tools): RequestHandler[] {
  const { name } = cookieOf(tools.publicUrl);
  const sessions = openSessions(tools);
  return [
    (request, response, next) => {
      const isNeeded = hasCookie(request, name) || request.path.startsWith('/sign-in');
      if (isNeeded) sessions(request, response, next);
      else next();
    },
    (request, response, next: NextFunction) => {
      identify(tools, request, response).then(() => next(), next);
    },
  ];
}

function openSessions(tools: Tools): RequestHandler {
  const { name, ...cookie } = cookieOf(tools.publicUrl);
  const sessions = session({
    name,
    secret: tools.sessionSecret,
    store: new SessionStore(tools),
    cookie,
    resave: false,
    saveUninitialized: false,
  });
  return (request, response, next) => {
    // Where PUBLIC_URL is https something in front of this server speaks it; the cookie is for there.
    if (cookie.secure) Object.defineProperty(request, 'secure', { value: true });
    sessions(request, response, next);
  };
}

function hasCookie(request: Request, name: string): boolean {
  return (request.headers.cookie ?? '').split(/; */).some((each) => each.startsWith(`${name}=`));
}

async function identify({ store }: Tools, request: Request, response: Response): Promise<void> {
  // Express's types say that there is always a session; there is none for readers.
  const held = request.session as typeof request.session | undefined;
  if (held?.personId === undefined) return;
  const person = await personById(store, held.personId);
  if (!person || person.isDisabled || held.beganAt === undefined || held.beganAt < person.sessionsFrom) {
    await dropSession(request);
    return;
  }
  setVisitor(response, person);
  keepPrivate(request, response);
}

/** Whatever a page says of keeping its answer is said for readers. A program needs the ETag: it quotes it to save. */
function keepPrivate(request: Request, response: Response): void {
  const writeHead = response.writeHead.bind(response) as (...words: unknown[]) => Response;
  response.writeHead = ((...words: unknown[]) => {
    response.set('Cache-Control', 'private, no-store');
    if (!request.path.startsWith('/api/')) response.removeHeader('ETag');
    return writeHead(...words);
  }) as typeof response.writeHead;
}
