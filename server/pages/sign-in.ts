// /sign-in: email and password, or the employer's own sign-in where one is set.
import type { Request, Response } from 'express';
import { noteRefusal } from '../actions/note-refusal.ts';
import { signIn } from '../actions/sign-in.ts';
import { refusal } from '../errors.ts';
import type { Issue } from '../model/issue.ts';
import type { Tools } from '../tools.ts';
import { sendPrivately } from './answer.ts';
import { field, summaryOf } from './field.ts';
import type { Filled, Typed } from './form.ts';
import { ownPath } from './own-path.ts';
import { frame, planToday, queryValue } from './page.ts';
import { renewSession } from './session.ts';
import { visitor } from './visitor.ts';

const refused: Issue = {
  field: 'email',
  problem: 'refused',
  message: 'Email and password do not belong together. Check both and try again.',
};

export async function askToSignIn(tools: Tools, request: Request, response: Response): Promise<void> {
  const next = ownPath(queryValue(request, 'next'));
  if (visitor(response)) response.redirect(303, next ?? '/manage');
  else await show(tools, response, { next: next ?? '' }, [], doneSentence(request));
}

export async function sendSignIn(
  tools: Tools,
  request: Request,
  response: Response,
  { value, issues, typed }: Filled<'form-sign-in.schema.json'>,
): Promise<void> {
  if (!value) {
    await show(tools, response, typed, issues);
    return;
  }
  const address = request.ip ?? '';
  await countTry(tools, address, value.email);
  const sessionId = await renewSession(request);
  const person = await signIn(
    { store: tools.store, now: tools.clock.now() },
    { ...value, sessionId, address },
  );
  if (!person) {
    await show(tools, response, typed, [refused]);
    return;
  }
  tools.tries.forgive(address, value.email);
  sendOnSignedIn(request, response, value.next);
}

function doneSentence(request: Request): string | null {
  return queryValue(request, 'done') === 'password'
    ? 'Your password is changed. Sign in with the new one.'
    : null;
}

/** Refuses the try that is one too many; the first such in a window is kept in the audit. */
export async function countTry(
  { tries, store, clock }: Tools,
  address: string,
  email: string | null,
): Promise<void> {
  const now = clock.now();
  const { isAllowed, isFirstRefused, waitSeconds } = tries.note(now, address, email?.toLowerCase() ?? null);
  if (isAllowed) return;
  if (isFirstRefused) {
    const detail = { reason: 'too many tries', address };
    await noteRefusal({ store, now, by: null }, { act: 'sign-in-refused', subject: 'nobody', detail });
  }
  throw refusal('too-many-tries', { retryAfterSeconds: waitSeconds });
}

/** The session's row is written; marking the session makes its cookie go out with this answer. */
export function sendOnSignedIn(request: Request, response: Response, next: string | null | undefined): void {
  request.session.isSignedIn = true;
  response.set('Cache-Control', 'private, no-store').redirect(303, ownPath(next) ?? '/manage');
}

async function show(
  tools: Tools,
  response: Response,
  typed: Typed,
  issues: readonly Issue[],
  done: string | null = null,
): Promise<void> {
  const { settings } = await planToday(tools);
  const email = field(
    { name: 'email', label: 'Email', type: 'email', autocomplete: 'username' },
    typed,
    issues,
  );
  const password = field(
    { name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' },
    typed,
    issues,
  );
  const next = ownPath(typeof typed.next === 'string' ? typed.next : null);
  const body = tools.views.render('pages/manage/sign-in', {
    page: frame(settings, { title: 'Sign in', place: 'manage' }, response),
    done,
    problems: summaryOf(issues),
    email,
    password,
    next: next ?? '',
    provider: tools.provider && { href: `/sign-in/oidc${next ? `?next=${encodeURIComponent(next)}` : ''}` },
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
