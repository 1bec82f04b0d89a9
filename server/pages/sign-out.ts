// /sign-out: ends the session and takes its cookie back.
import type { Request, Response } from 'express';
import { signOut } from '../actions/sign-out.ts';
import type { Tools } from '../tools.ts';
import { cookieOf } from './session.ts';
import { staff } from './visitor.ts';

export async function sendSignOut(tools: Tools, request: Request, response: Response): Promise<void> {
  const { id } = staff(response);
  await signOut({ store: tools.store, now: tools.clock.now(), by: id }, request.sessionID);
  takeCookieBack(tools, request, response);
  response.redirect(303, '/');
}

/** What express-session holds of an ended session goes with it, or it would be touched at the end of the request. */
export function takeCookieBack({ publicUrl }: Tools, request: Request, response: Response): void {
  const { name, ...options } = cookieOf(publicUrl);
  response.clearCookie(name, options);
  Reflect.deleteProperty(request, 'session');
}
