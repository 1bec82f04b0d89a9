// The session as pages use it: renewed when somebody signs in, so that no id from before is worth anything, and
// holding nothing but the way to an identity provider and back.
import type { Request } from 'express';
import type {} from 'express-session';
import type { PendingSignIn } from '../oidc.ts';

declare module 'express-session' {
  interface SessionData {
    /** Set by the store of sessions, from its row. */
    personId: string;
    beganAt: string;
    keptUntil: string;
    /** Set when somebody has just signed in. */
    isSignedIn: boolean;
    pending: PendingSignIn & { readonly next: string | null };
  }
}

/** The session's cookie. A browser takes a __Host- cookie only over https, from this host alone, for all of its paths. */
export function cookieOf(publicUrl: string | null) {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    name: secure ? '__Host-classplan' : 'classplan',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
  } as const;
}

/** Ends the session that the browser came with, and gives the id of the next one. */
export function renewSession(request: Request): Promise<string> {
  return new Promise((resolve, reject) => {
    request.sessionStore.regenerate(request, (error: unknown) => {
      if (error) reject(asError(error));
      else resolve(request.sessionID);
    });
  });
}

export function dropSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.destroy((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

/** Writes the session now: an answer that sends the browser on must not be faster than the database. */
export function keepSession(request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    request.session.save((error: unknown) => (error ? reject(asError(error)) : resolve()));
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The session could not be kept', { cause: error });
}
