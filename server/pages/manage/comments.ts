// /manage/comments: what the public says of posted actions, to be published or withheld. What waits stands first.
import type { Request, Response } from 'express';
import { moderateComment } from '../../actions/moderate-comment.ts';
import { refusal } from '../../errors.ts';
import type { Issue } from '../../model/issue.ts';
import { mayAct } from '../../model/person.ts';
import { mayModerate } from '../../model/public-comment.ts';
import { allPeople } from '../../store/people.ts';
import { actionsCommentedOn, type Commented, commentsToModerate } from '../../store/comment-lists.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { summaryOf } from '../field.ts';
import type { Filled, Sent } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { askedPage, pager } from '../pager.ts';
import { staff } from '../visitor.ts';
import { idOf, moderatedView } from './moderated-view.ts';

const pageLength = 50;

export async function listComments(tools: Tools, request: Request, response: Response): Promise<void> {
  await show(tools, request, response, { action: queryValue(request, 'action'), sent: null });
}

export async function sendModeration(
  tools: Tools,
  request: Request<{ number: string; comment: string }>,
  response: Response,
  form: Filled<'form-moderation.schema.json'>,
): Promise<void> {
  const { number: action } = request.params;
  const comment = Number(/^[1-9]\d{0,5}$/.exec(request.params.comment)?.[0] ?? 0);
  const issues = [...form.issues, ...reasonMissing(form)];
  if (form.value === null || issues.length > 0) {
    const id = idOf({ action, number: comment });
    await show(tools, request, response, { action, sent: { typed: form.typed, issues, id } });
    return;
  }
  const { decision, reason, list } = form.value;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  await moderateComment(acting, { action, comment, decision, reason: reason || null });
  response.redirect(303, addressOf(list === 'all' ? null : action));
}

function reasonMissing({ value }: Filled<'form-moderation.schema.json'>): Issue[] {
  if (value?.decision !== 'withhold' || value.reason !== '') return [];
  const message = 'Say why the comment is withheld, in at most 1,000 characters.';
  return [{ field: 'reason', problem: 'missing', message }];
}

function addressOf(action: string | null): string {
  return action === null ? '/manage/comments' : `/manage/comments?action=${action}`;
}

interface Shown {
  readonly action: string | null;
  /** The form of one comment that could not be taken. */
  readonly sent: (Sent & { readonly id: string }) | null;
}

async function show(
  tools: Tools,
  request: Request<never> | Request,
  response: Response,
  { action, sent }: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const { store } = tools;
  const actions = await actionsCommentedOn(store);
  if (action !== null && !actions.some((each) => each.action === action)) throw nothingOn(action);
  const page = askedPage(request as Request);
  const part = { limit: pageLength, offset: (page - 1) * pageLength };
  const { comments, total, waiting } = await commentsToModerate(store, action, part);
  if (page > 1 && comments.length === 0) throw refusal('page-not-found');
  const names = new Map((await allPeople(store)).map(({ id, name }) => [id, name]));
  const context = { names, settings, sent, list: action === null ? 'all' : 'action' };
  const rows = comments.map((comment) => moderatedView(comment, context));
  const body = tools.views.render('pages/manage/comments', {
    page: frame(settings, { title: 'Comments of the public', place: 'manage' }, response),
    ...{ action, waiting: waitingWords(waiting), actions: choices(actions, action) },
    problems: sent && problemsOf(sent),
    rows,
    mayDecide: mayAct(staff(response), mayModerate),
    pager: pager(addressOf(action), page, Math.ceil(total / pageLength)),
  });
  sendPrivately(response, body, sent ? 422 : 200);
}

function nothingOn(action: string) {
  return refusal('page-not-found', { detail: `Nobody has commented on ${action.slice(0, 60)}.` });
}

function waitingWords(waiting: number): string {
  if (waiting === 0) return 'No comment waits.';
  return waiting === 1 ? 'One comment waits to be read.' : `${waiting} comments wait to be read.`;
}

function choices(actions: readonly Commented[], chosen: string | null) {
  return actions.map(({ action, total, waiting }) => ({
    value: action,
    label: `${action} (${total}, ${waiting} waiting)`,
    selected: action === chosen,
  }));
}

function problemsOf({ id, issues }: Sent & { readonly id: string }) {
  return summaryOf(issues.map((issue: Issue) => ({ ...issue, field: `${issue.field}-${id}` })));
}
