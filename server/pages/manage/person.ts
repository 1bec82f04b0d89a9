// /manage/people/ID: one account, its roles, its password, disabling it and signing it out.
import type { Request, Response } from 'express';
import type { Acting } from '../../actions/acting.ts';
import { changeRoles } from '../../actions/change-roles.ts';
import { disablePerson, enablePerson } from '../../actions/disable-person.ts';
import { setPassword } from '../../actions/set-password.ts';
import { signOutEverywhere } from '../../actions/sign-out-everywhere.ts';
import { refusal } from '../../errors.ts';
import type { Issue } from '../../model/issue.ts';
import { personById } from '../../store/people.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { summaryOf } from '../field.ts';
import type { Filled } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { newPasswordField } from './new-password.ts';
import { roleChoice } from './role-choice.ts';

const doneSentences: Readonly<Record<string, string>> = Object.freeze({
  added: 'The account is added.',
  roles: 'The roles are changed.',
  password: 'The password is set, and every session of this person has ended.',
  disabled: 'The account is disabled, and every session of this person has ended.',
  enabled: 'The account is enabled again.',
  'signed-out': 'Every session of this person has ended.',
});

type OfPerson = Request<{ id: string }>;

export async function showPerson(tools: Tools, request: OfPerson, response: Response): Promise<void> {
  await show(tools, request, response, []);
}

export async function sendRoles(
  tools: Tools,
  request: OfPerson,
  response: Response,
  { value, issues }: Filled<'form-roles.schema.json'>,
): Promise<void> {
  const found = value ? await changeRoles(acting(tools, response), request.params.id, value.roles) : issues;
  await answer(tools, request, response, 'roles', found);
}

export async function sendPassword(
  tools: Tools,
  request: OfPerson,
  response: Response,
  { value, issues }: Filled<'form-new-password.schema.json'>,
): Promise<void> {
  const wanted = { personId: request.params.id, current: null };
  const found = value ? await setPassword(acting(tools, response), { ...wanted, ...value }) : issues;
  await answer(tools, request, response, 'password', found);
}

export async function sendDisable(tools: Tools, request: OfPerson, response: Response): Promise<void> {
  const found = await disablePerson(acting(tools, response), request.params.id);
  await answer(tools, request, response, 'disabled', found);
}

export async function sendEnable(tools: Tools, request: OfPerson, response: Response): Promise<void> {
  await enablePerson(acting(tools, response), request.params.id);
  await answer(tools, request, response, 'enabled', []);
}

export async function sendSignOutPerson(tools: Tools, request: OfPerson, response: Response): Promise<void> {
  await signOutEverywhere(acting(tools, response), request.params.id);
  await answer(tools, request, response, 'signed-out', []);
}

function acting({ store, clock }: Tools, response: Response): Acting {
  return { store, now: clock.now(), by: staff(response).id };
}

/** On to the page again with what was done, or the same page with what stands in the way. */
async function answer(
  tools: Tools,
  request: OfPerson,
  response: Response,
  done: string,
  issues: readonly Issue[],
): Promise<void> {
  if (issues.length > 0) await show(tools, request, response, issues);
  else response.redirect(303, `/manage/people/${request.params.id}?done=${done}`);
}

async function show(
  tools: Tools,
  request: OfPerson,
  response: Response,
  issues: readonly Issue[],
): Promise<void> {
  const person = await personById(tools.store, request.params.id);
  if (!person) throw refusal('person-not-found');
  const { settings } = await planToday(tools);
  const { id, name, email, initials, isDisabled, isDemonstration, hasPassword, isLinked } = person;
  const ways = [...(hasPassword ? ['password'] : []), ...(isLinked ? ['work account'] : [])];
  const body = tools.views.render('pages/manage/person', {
    page: frame(settings, { title: name, place: 'manage' }, response),
    done: (issues.length === 0 && doneSentences[queryValue(request, 'done') ?? '']) || null,
    problems: summaryOf(issues),
    address: `/manage/people/${id}`,
    name,
    email,
    initials,
    isDisabled,
    isDemonstration,
    ways: ways.join(' and ') || 'none yet',
    roles: roleChoice(person.roles, issues),
    password: newPasswordField('New password', issues),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
