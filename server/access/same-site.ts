// Refuses what another site's page sends in somebody's name, and keeps in the audit in whose. Browsers say where a
// request comes from; what does not say so is refused too.
import type { Request, RequestHandler } from 'express';
import { noteRefusal } from '../actions/note-refusal.ts';
import { refusal } from '../errors.ts';
import type { Person } from '../model/person.ts';
import { visitor } from '../pages/visitor.ts';
import type { Tools } from '../tools.ts';

export function sameSiteOnly(tools: Tools): RequestHandler {
  return (request, response, next) => {
    if (isFromHere(request, tools.publicUrl)) next();
    else refuse(tools, request, visitor(response)).catch(next);
  };
}

/** Whoever is not signed in is refused too; the audit is no place for what anybody can send. */
async function refuse({ store, clock }: Tools, request: Request, person: Person | null): Promise<never> {
  const code = 'sent-from-elsewhere';
  const subject = `route ${request.method} ${request.path.slice(0, 200)}`;
  const detail = { code, origin: request.get('Origin')?.slice(0, 200) ?? null };
  if (person)
    await noteRefusal({ store, now: clock.now(), by: person.id }, { act: 'refused', subject, detail });
  throw refusal(code);
}

/** Browsers leave Sec-Fetch-Site out over plain http; Origin speaks then. */
function isFromHere(request: Request, publicUrl: string | null): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return publicUrl === null ? new URL(origin).host === request.get('Host') : origin === publicUrl;
}
