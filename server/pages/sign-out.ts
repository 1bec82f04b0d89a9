// /sign-out: ends the session and takes its cookie back.
import type { Request, Response } from 'express';
import { signOut } from '../actions/sign-out.ts';
import type { Tools } from '../tools.ts';
import { cookieName } from './session.ts';
import { staff } from './visitor.ts';

export async function sendSignOut(tools: Tools, request: Request, response: Response): Promise<void> {
  const { id } = staff(response);
  await signOut({ store: tools.store, now: tools.clock.now(), by: id }, request.sessionID);
  takeCookieBack(request, response);
  response.redirect(303, '/');
}

/** What express-session holds of an ended session goes with it, or it would be touched at the end of the request. */
export function takeCookieBack(request: Request, response: Response): void {
  const { httpOnly, secure, sameSite, path } = request.session.cookie;
  response.clearCookie(cookieName(secure === true), {
    httpOnly: httpOnly ?? true,
    secure: secure === true,
    sameSite: sameSite ?? 'lax',
    path: path ?? '/',
  });
  Reflect.deleteProperty(request, 'session');
}
