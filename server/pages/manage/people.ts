// /manage/people: everybody who has an account, and adding somebody.
import type { Request, Response } from 'express';
import { addPerson } from '../../actions/add-person.ts';
import type { Issue } from '../../model/issue.ts';
import type { Person } from '../../model/person.ts';
import { allPeople } from '../../store/people.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, summaryOf } from '../field.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { newPasswordField } from './new-password.ts';
import { roleChoice } from './role-choice.ts';

export async function listPeople(tools: Tools, _request: Request, response: Response): Promise<void> {
  await show(tools, response, {}, []);
}

export async function sendNewPerson(
  tools: Tools,
  _request: Request,
  response: Response,
  { value, issues, typed }: Filled<'form-add-person.schema.json'>,
): Promise<void> {
  if (!value) {
    await show(tools, response, typed, issues);
    return;
  }
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response).id };
  const added = await addPerson(acting, { ...value, password: value.password || null });
  if (added.outcome === 'issues') await show(tools, response, typed, added.issues);
  else response.redirect(303, `/manage/people/${added.person.id}?done=added`);
}

async function show(tools: Tools, response: Response, typed: Typed, issues: readonly Issue[]): Promise<void> {
  const { settings } = await planToday(tools);
  const people = await allPeople(tools.store);
  const body = tools.views.render('pages/manage/people', {
    page: frame(settings, { title: 'People', place: 'manage' }, response),
    problems: summaryOf(issues),
    people: people.map(rowOf),
    name: field({ name: 'name', label: 'Name', type: 'text' }, typed, issues),
    email: field({ name: 'email', label: 'Email', type: 'email' }, typed, issues),
    roles: roleChoice(typed.roles ?? [], issues),
    password: newPasswordField(
      'Password',
      issues,
      ' Leave it empty for somebody who signs in with a work account.',
    ),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

function rowOf({ id, name, email, roles, isDisabled, isDemonstration }: Person) {
  return {
    href: `/manage/people/${id}`,
    name,
    email,
    roles: roles.join(', '),
    standing: [isDisabled ? 'Disabled' : 'Enabled', ...(isDemonstration ? ['demonstration'] : [])].join(', '),
  };
}
