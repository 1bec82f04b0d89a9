// How an answer of the API leaves: what is public with a strong ETag for everybody to keep for a while, what is being
// prepared for nobody but the one who asked.
import type { Request, Response } from 'express';
import { send } from '../pages/answer.ts';
import type { Access, Reply } from './operation.ts';

export function sendReply(
  request: Request,
  response: Response,
  { access }: { readonly access: Access },
  { status, body, version, location, keeping }: Reply,
): void {
  if (location !== undefined) response.set('Location', location);
  if (access === 'public' && status === 200) {
    send(request, response, { form: 'json', body: JSON.stringify(body), keeping: keeping ?? 'current' });
    return;
  }
  const kept = access === 'public' ? 'public, max-age=60, must-revalidate' : 'private, no-store';
  response.status(status).set('Cache-Control', kept);
  if (version !== undefined) response.set('ETag', `"${version}"`);
  if (status >= 400) response.type('application/problem+json');
  if (body === undefined) response.end();
  else response.json(body);
}
