// Who may ask the API what. What is public is for programs of every site, and no cookie is looked at. The rest is for
// people, by a token that has the scope, or by the session of somebody on a page of this site; their roles say more.
import type { Request, RequestHandler, Response } from 'express';
import { noteRefusal } from '../actions/note-refusal.ts';
import { useToken } from '../actions/use-token.ts';
import type { Access } from '../api/operation.ts';
import { type Refusal, refusal } from '../errors.ts';
import { mayAct } from '../model/person.ts';
import { isTokenForm, type Scope } from '../model/token.ts';
import { setVisitor, staff, visitor } from '../pages/visitor.ts';
import type { Tools } from '../tools.ts';
import { refuseRole } from './may.ts';
import { sameSiteOnly } from './same-site.ts';

/** `who` finds the person of a session. */
export function apiGates(
  tools: Tools,
  { access, method }: { readonly access: Access; readonly method: string },
  who: readonly RequestHandler[],
): RequestHandler[] {
  if (access === 'public') return [openToAll];
  const fromHere = method === 'get' ? [] : [sameSiteOnly(tools)];
  return [
    byToken(tools),
    ...who.map(unlessByToken),
    requirePerson,
    ...fromHere.map(unlessByToken),
    (request, response, next) =>
      requireScopeAndRole(tools, request, response, access).then(() => next(), next),
  ];
}

/** Whose keys the Idempotency-Keys of a request are: those of the token, or of the person who signed in. */
export function holderOf(response: Response): string {
  const token = response.locals.token as string | undefined;
  return token === undefined ? `person ${staff(response).id}` : `token ${token}`;
}

const openToAll: RequestHandler = (_request, response, next) => {
  allowEverySite(response);
  next();
};

/** No credentials are ever allowed with it. */
export function allowEverySite(response: Response): void {
  response.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Retry-After',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

function byToken(tools: Tools): RequestHandler {
  return async (request, response, next) => {
    response.set({ 'X-Robots-Tag': 'noindex', 'Cache-Control': 'private, no-store' });
    const [, secret] = /^bearer +(\S.*)$/i.exec(request.get('Authorization') ?? '') ?? [];
    if (secret !== undefined) {
      const { store, clock } = tools;
      const what = `${request.method} ${request.path.slice(0, 200)}`;
      const holder = isTokenForm(secret) ? await useToken({ store, now: clock.now() }, secret, what) : null;
      if (!holder) throw await refusedToken(tools, request, response);
      setVisitor(response, holder.person);
      response.locals.token = holder.token.id;
      response.locals.scopes = holder.token.scopes;
    }
    next();
  };
}

/** Tokens that open nothing are counted by address; the first that is too many is kept in the audit. */
async function refusedToken(tools: Tools, request: Request, response: Response): Promise<Refusal> {
  const { store, clock, tokenTries } = tools;
  const now = clock.now();
  const address = request.ip ?? '';
  const { isAllowed, isFirstRefused, waitSeconds } = tokenTries.note(now, address, null);
  if (isFirstRefused) {
    const detail = { reason: 'too many tokens that open nothing', address };
    await noteRefusal({ store, now, by: null }, { act: 'refused', subject: 'nobody', detail });
  }
  if (!isAllowed) return refusal('too-many-tries', { retryAfterSeconds: waitSeconds });
  response.set('WWW-Authenticate', 'Bearer realm="Classplan", error="invalid_token"');
  return refusal('token-needed', { detail: 'The token that was sent is not in force.' });
}

function unlessByToken(gate: RequestHandler): RequestHandler {
  return (request, response, next) =>
    response.locals.token === undefined ? gate(request, response, next) : next();
}

const requirePerson: RequestHandler = (_request, response, next) => {
  if (visitor(response)) return next();
  response.set('WWW-Authenticate', 'Bearer realm="Classplan"');
  throw refusal('token-needed');
};

async function requireScopeAndRole(
  tools: Tools,
  request: Request,
  response: Response,
  { scope, may }: Exclude<Access, 'public'>,
): Promise<void> {
  const person = staff(response);
  if (!mayAct(person, may)) await refuseRole(tools, request, person, may);
  const scopes = response.locals.scopes as readonly Scope[] | undefined;
  if (scopes === undefined || scopes.includes(scope)) return;
  const subject = `route ${request.method} ${request.path.slice(0, 200)}`;
  const detail = { code: 'scope-needed', scopes, scope };
  const now = tools.clock.now();
  await noteRefusal({ store: tools.store, now, by: person.id }, { act: 'refused', subject, detail });
  throw refusal('scope-needed', { detail: `It needs the scope ${scope}.` });
}
