// /manage/account: one's own password, the tokens of one's programs, and signing out everywhere.
import type { Request, Response } from 'express';
import { makeToken } from '../../actions/make-token.ts';
import { revokeToken } from '../../actions/revoke-token.ts';
import { setPassword } from '../../actions/set-password.ts';
import { signOutEverywhere } from '../../actions/sign-out-everywhere.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, summaryOf } from '../field.ts';
import type { Filled, Sent } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { countTry } from '../sign-in.ts';
import { takeCookieBack } from '../sign-out.ts';
import { staff } from '../visitor.ts';
import { newPasswordField } from './new-password.ts';
import { tokensView } from './tokens.ts';

export async function showAccount(tools: Tools, _request: Request, response: Response): Promise<void> {
  await show(tools, response);
}

export async function sendOwnPassword(
  tools: Tools,
  request: Request,
  response: Response,
  { value, issues }: Filled<'form-own-password.schema.json'>,
): Promise<void> {
  const { id, email } = staff(response);
  if (!value) {
    await show(tools, response, { issues });
    return;
  }
  const address = request.ip ?? '';
  await countTry(tools, address, email);
  const acting = { store: tools.store, now: tools.clock.now(), by: id };
  const { currentPassword: current, password } = value;
  const found = await setPassword(acting, { personId: id, password, current });
  if (found.every(({ field: name }) => name !== 'currentPassword')) tools.tries.forgive(address, email);
  if (found.length > 0) {
    await show(tools, response, { issues: found });
    return;
  }
  takeCookieBack(tools, request, response);
  response.redirect(303, '/sign-in?done=password');
}

export async function sendSignOutEverywhere(
  tools: Tools,
  request: Request,
  response: Response,
): Promise<void> {
  const { id } = staff(response);
  await signOutEverywhere({ store: tools.store, now: tools.clock.now(), by: id }, id);
  takeCookieBack(tools, request, response);
  response.redirect(303, '/sign-in');
}

export async function sendToken(
  tools: Tools,
  _request: Request,
  response: Response,
  { value, issues, typed }: Filled<'form-token.schema.json'>,
): Promise<void> {
  if (!value) {
    await show(tools, response, { issues, typed });
    return;
  }
  const { name, scopes, days } = value;
  const { id } = staff(response);
  const acting = { store: tools.store, now: tools.clock.now(), by: id };
  const made = await makeToken(acting, { personId: id, name, scopes, days: Number(days) });
  if (made.outcome === 'made') await show(tools, response, { made });
  else await show(tools, response, { issues: [made.issue], typed });
}

export async function sendRevokedToken(
  tools: Tools,
  request: Request<{ token: string }>,
  response: Response,
): Promise<void> {
  const { id } = staff(response);
  const acting = { store: tools.store, now: tools.clock.now(), by: id };
  await revokeToken(acting, id, request.params.token);
  response.redirect(303, '/manage/account');
}

interface Shown extends Partial<Sent> {
  /** A new token, which no other answer shows. */
  readonly made?: { readonly secret: string; readonly token: { readonly name: string } };
}

async function show(
  tools: Tools,
  response: Response,
  { issues = [], typed = {}, made }: Shown = {},
): Promise<void> {
  const { settings } = await planToday(tools);
  const person = staff(response);
  const now = tools.clock.now();
  const body = tools.views.render('pages/manage/account', {
    page: frame(settings, { title: 'Your account', place: 'manage' }, response),
    problems: summaryOf(issues),
    made: made ? { name: made.token.name, secret: made.secret } : null,
    person: { name: person.name, email: person.email, roles: person.roles.join(', ') },
    hasPassword: person.hasPassword,
    email: person.email,
    current: field(
      { name: 'currentPassword', label: 'Password now', type: 'password', autocomplete: 'current-password' },
      {},
      issues,
    ),
    password: newPasswordField('New password', issues),
    tokens: await tokensView(tools.store, person.id, { now, settings, typed, issues }),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
