// Refuses what another site's page sends in somebody's name. Browsers say where a request comes from; what does not
// say so is refused too.
import type { Request, RequestHandler } from 'express';
import { refusal } from '../errors.ts';

export function sameSiteOnly(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    if (!isFromHere(request, publicUrl)) throw refusal('sent-from-elsewhere');
    next();
  };
}

/** Browsers leave Sec-Fetch-Site out over plain http; Origin speaks then. */
function isFromHere(request: Request, publicUrl: string | null): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return publicUrl === null ? new URL(origin).host === request.get('Host') : origin === publicUrl;
}
