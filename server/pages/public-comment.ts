// /actions/CN1746/comments: a comment of anybody on a posted action, its receipt, and all that were published. No account is
// needed, and nothing is kept of whoever writes but the words and the name that they give.
import type { Request, Response } from 'express';
import { classesPosted, receiveComment } from '../actions/receive-comment.ts';
import { refusal } from '../errors.ts';
import { calendarDateAt, inWords } from '../model/calendar-date.ts';
import { referenceOf, standingOf } from '../model/public-comment.ts';
import { wasPosted } from '../store/action-log.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import { publishedComments } from '../store/comment-lists.ts';
import { commentByNumber } from '../store/public-comments.ts';
import type { Tools } from '../tools.ts';
import { sendActionAgain } from './action.ts';
import { send, sendPrivately } from './answer.ts';
import type { Filled } from './form.ts';
import { frame, planToday, shortened } from './page.ts';
import { askedPage, pager } from './pager.ts';
import { commentView } from './public-comments.ts';

type ActionRequest = Request<{ number: string }>;

export async function sendComment(
  tools: Tools,
  request: ActionRequest,
  response: Response,
  form: Filled<'form-public-comment.schema.json'>,
): Promise<void> {
  const { number } = await requirePosted(tools, request.params.number);
  if (form.value === null) {
    await sendActionAgain(tools, request, response, form);
    return;
  }
  const { text, name = '', classId = '' } = form.value;
  if (
    classId !== '' &&
    !(await classesPosted(tools.store, number)).some((each) => each.classId === classId)
  ) {
    const message = 'Choose a class of this action, or the action as a whole.';
    const issues = [{ field: 'classId', problem: 'form', message }];
    await sendActionAgain(tools, request, response, { typed: form.typed, issues });
    return;
  }
  requireTurn(tools, request.ip ?? '');
  const { today } = await planToday(tools);
  const comment = await receiveComment(
    { store: tools.store, now: tools.clock.now(), today },
    { number, text, name: name || null, classId: classId || null },
  );
  response.redirect(303, `/actions/${number}/comments/${comment}`);
}

/** So many from one address in an hour and in a day. */
function requireTurn({ commentTries, clock }: Tools, address: string): void {
  for (const tries of commentTries) {
    const { isAllowed, waitSeconds } = tries.note(clock.now(), address, null);
    if (!isAllowed) throw refusal('too-many-comments', { retryAfterSeconds: waitSeconds });
  }
}

/** What the writer sees: the reference of the comment, and where it stands. */
export async function showReceipt(
  tools: Tools,
  request: Request<{ number: string; comment: string }>,
  response: Response,
): Promise<void> {
  const action = await requirePosted(tools, request.params.number);
  const number = /^[1-9]\d{0,5}$/.exec(request.params.comment)?.[0];
  const comment = number ? await commentByNumber(tools.store, action.number, Number(number)) : null;
  if (!comment) throw refusal('comment-not-found');
  const { settings } = await planToday(tools);
  const standing = standingOf(comment);
  const reference = referenceOf(comment);
  const body = tools.views.render('pages/comment-receipt', {
    page: frame(settings, { title: `Comment ${reference}`, place: 'actions' }, response),
    number: action.number,
    href: `/actions/${action.number}`,
    reference,
    received: inWords(calendarDateAt(new Date(comment.receivedAt), settings.timeZone)),
    isWaiting: standing === 'waiting',
    published: standing === 'published' ? `/actions/${action.number}#comment-${comment.number}` : null,
  });
  sendPrivately(response, body);
}

const pageLength = 50;

export async function listPublished(tools: Tools, request: ActionRequest, response: Response): Promise<void> {
  const action = await requirePosted(tools, request.params.number);
  const { settings } = await planToday(tools);
  const page = askedPage(request);
  const part = { limit: pageLength, offset: (page - 1) * pageLength };
  const { comments, total } = await publishedComments(tools.store, action.number, part);
  if (page > 1 && comments.length === 0) throw refusal('page-not-found');
  const body = tools.views.render('pages/comments', {
    page: frame(settings, { title: `Comments on ${action.number}`, place: 'actions' }, response),
    number: action.number,
    href: `/actions/${action.number}`,
    count: total === 1 ? '1 comment' : `${total} comments`,
    comments: comments.map((comment) => commentView(comment, action, settings)),
    pager: pager(request.originalUrl, page, Math.ceil(total / pageLength)),
  });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** An action that never was posted is none for the public. */
async function requirePosted({ store }: Tools, number: string): Promise<Action> {
  const action = await actionByNumber(store, number);
  if (!action || !(await wasPosted(store, number)))
    throw refusal('action-not-found', { detail: `Asked for: ${shortened(number)}.` });
  return action;
}
