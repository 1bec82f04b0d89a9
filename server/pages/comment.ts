// /actions/CN1746/comment: a comment of anybody on a posted action. No account, no address of the writer is asked for or
// kept; what is sent waits until somebody of the office has read it.
import type { Request, Response } from 'express';
import { sendComment, takesComments } from '../actions/send-comment.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import { draftsOf } from '../store/drafts.ts';
import type { Tools } from '../tools.ts';
import { sendPrivately } from './answer.ts';
import { field, summaryOf } from './field.ts';
import type { Filled, Typed } from './form.ts';
import { frame, planToday, queryValue, shortened } from './page.ts';

type ActionRequest = Request<{ number: string }>;

export async function showCommentForm(
  tools: Tools,
  request: ActionRequest,
  response: Response,
): Promise<void> {
  const action = await requirePosted(tools, request.params.number);
  const received = /^\d{1,9}$/.exec(queryValue(request, 'received') ?? '')?.[0] ?? null;
  await show(tools, response, action, { typed: {}, issues: [], received });
}

export async function sendPublicComment(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-public-comment.schema.json'>,
): Promise<void> {
  const action = await requirePosted(tools, request.params.number);
  if (form.value === null) {
    await show(tools, response, action, { typed: form.typed, issues: form.issues, received: null });
    return;
  }
  const { text, name = '', classId = '', website = '' } = form.value;
  const { number } = action;
  // A program filled in what no person sees: it is thanked, and nothing is kept.
  if (website !== '') {
    response.redirect(303, `/actions/${number}/comment?received=0`);
    return;
  }
  limit(tools, request.ip ?? '');
  const { today } = await planToday(tools);
  const receiving = { store: tools.store, now: tools.clock.now(), today };
  const sent = { number, text, name: name || null, classId: classId || null };
  const reference = await sendComment(receiving, sent);
  response.redirect(303, `/actions/${number}/comment?received=${reference}`);
}

/** So many from one address in an hour and in a day. Addresses are counted in memory and kept nowhere. */
function limit(tools: Tools, address: string): void {
  for (const tries of tools.commentTries) {
    const { isAllowed, waitSeconds } = tries.note(tools.clock.now(), address, null);
    if (!isAllowed) throw refusal('too-many-comments', { retryAfterSeconds: waitSeconds });
  }
}

async function requirePosted(tools: Tools, number: string): Promise<Action> {
  const action = await actionByNumber(tools.store, number);
  if (!action || action.postedOn === null)
    throw refusal('action-not-found', { detail: `Asked for: ${shortened(number)}.` });
  return action;
}

interface Shown {
  readonly typed: Typed;
  readonly issues: readonly Issue[];
  readonly received: string | null;
}

async function show(
  tools: Tools,
  response: Response,
  action: Action,
  { typed, issues, received }: Shown,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const isOpen = takesComments(action, settings.procedure.comments, today);
  const { number, title, commentsUntil } = action;
  const drafts = await draftsOf(tools.store, number);
  const body = tools.views.render('pages/comment', {
    page: frame(settings, { title: `Comment on ${number}`, place: 'actions' }, response),
    number,
    title,
    href: `/actions/${number}`,
    received,
    isOpen,
    until: commentsUntil === null ? null : inWords(commentsUntil),
    problems: summaryOf(issues),
    text: field({ name: 'text', label: 'Your comment', type: 'text', rows: 8 }, typed, issues),
    name: field(
      { name: 'name', label: 'Your name', type: 'text', hint: 'You may leave it out.', autocomplete: 'name' },
      typed,
      issues,
    ),
    classes: drafts.map(({ classId, body: { title: name, code } }) => ({
      value: classId,
      label: [name || 'A new class', code].filter(Boolean).join(', '),
      selected: typed.classId === classId,
    })),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
