// /sign-in/oidc: to the employer's identity provider and back. What must be remembered on the way is in a session
// of nobody, which ends with the way back.
import type { Request, Response } from 'express';
import { noteRefusal } from '../actions/note-refusal.ts';
import { signInOidc } from '../actions/sign-in-oidc.ts';
import { Refusal, refusal } from '../errors.ts';
import type { Identity, IdentityProvider } from '../oidc.ts';
import type { Tools } from '../tools.ts';
import { ownPath } from './own-path.ts';
import { queryValue } from './page.ts';
import { keepSession, renewSession } from './session.ts';
import { countTry, sendOnSignedIn } from './sign-in.ts';
import { visitor } from './visitor.ts';

const returnPath = '/sign-in/oidc/return';

export async function beginOidc(tools: Tools, request: Request, response: Response): Promise<void> {
  const provider = providerOf(tools);
  const next = ownPath(queryValue(request, 'next'));
  if (visitor(response)) {
    response.redirect(303, next ?? '/manage');
    return;
  }
  await countTry(tools, request.ip ?? '', null);
  const { address, pending } = await provider.begin(`${originOf(tools, request)}${returnPath}`);
  await renewSession(request);
  request.session.pending = { ...pending, next };
  await keepSession(request);
  response.set('Cache-Control', 'private, no-store').redirect(303, address);
}

export async function finishOidc(tools: Tools, request: Request, response: Response): Promise<void> {
  const provider = providerOf(tools);
  const { pending } = request.session;
  if (!pending) throw refusal('sign-in-not-completed');
  const from = request.ip ?? '';
  const sessionId = await renewSession(request);
  const back = new URL(request.originalUrl, originOf(tools, request));
  const identity = await keptUnless(tools, from, () => provider.finish(back, pending));
  const now = tools.clock.now();
  const person = await signInOidc({ store: tools.store, now }, { identity, sessionId, address: from });
  if (!person) throw refusal('no-account');
  tools.tries.forgive(from, null);
  sendOnSignedIn(request, response, pending.next);
}

/** What came back and does not hold is kept in the audit. */
async function keptUnless(
  { store, clock }: Tools,
  address: string,
  work: () => Promise<Identity>,
): Promise<Identity> {
  try {
    return await work();
  } catch (error) {
    const detail = { how: 'provider', reason: error instanceof Refusal ? error.code : 'fault', address };
    await noteRefusal(
      { store, now: clock.now(), by: null },
      { act: 'sign-in-refused', subject: 'nobody', detail },
    );
    throw error;
  }
}

function providerOf({ provider }: Tools): IdentityProvider {
  if (!provider) throw refusal('page-not-found');
  return provider;
}

function originOf({ publicUrl }: Tools, request: Request): string {
  return publicUrl ?? `${request.protocol}://${request.get('Host')}`;
}
