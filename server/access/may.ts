// Lets in who may, by the row of the route table, and nobody else. Somebody not signed in is sent to sign in; a
// role that is missing is refused and kept in the audit.
import type { Request, RequestHandler, Response } from 'express';
import { noteRefusal } from '../actions/note-refusal.ts';
import { refusal } from '../errors.ts';
import { mayAct, type Person, type Role } from '../model/person.ts';
import { visitor } from '../pages/visitor.ts';
import type { Tools } from '../tools.ts';

/** Who may: anybody, or whoever has one of the roles. */
export type May = 'reader' | readonly [Role, ...Role[]];

export function only(tools: Tools, may: May): RequestHandler {
  return (request, response, next) => {
    if (may === 'reader') {
      next();
      return;
    }
    response.set('X-Robots-Tag', 'noindex');
    const person = visitor(response);
    if (!person) sendToSignIn(request, response);
    else if (mayAct(person, may)) next();
    else refuseRole(tools, request, person, may).catch(next);
  };
}

function sendToSignIn(request: Request, response: Response): void {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const wantsPage = request.accepts(['html', 'json', 'application/problem+json']) === 'html';
  if (!isReading || !wantsPage) throw refusal('not-signed-in');
  const next = encodeURIComponent(request.originalUrl);
  response.set('Cache-Control', 'no-store').redirect(303, `/sign-in?next=${next}`);
}

export async function refuseRole(
  { store, clock }: Tools,
  request: Request,
  { id, roles }: Person,
  may: readonly Role[],
): Promise<never> {
  const subject = `route ${request.method} ${request.path.slice(0, 200)}`;
  const detail = { roles, may };
  await noteRefusal({ store, now: clock.now(), by: id }, { act: 'refused', subject, detail });
  throw refusal('role-needed');
}
