// /manage/comments: what the public has said of posted actions, to be published or withheld; and all of it as a file.
import type { Request, Response } from 'express';
import { moderateComment } from '../../actions/moderate-comment.ts';
import { requireAction } from '../../actions/requirements.ts';
import { asCsv, commentsReceived } from '../../documents/comments-received.ts';
import { refusal } from '../../errors.ts';
import { inWords } from '../../model/calendar-date.ts';
import { allPeople } from '../../store/people.ts';
import { commentsOf, type PublicComment } from '../../store/public-comments.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { type Filled, filled } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';

export async function listComments(tools: Tools, request: Request, response: Response): Promise<void> {
  const { settings } = await planToday(tools);
  const number = queryValue(request, 'action');
  const comments = await commentsOf(tools.store, number);
  const names = new Map((await allPeople(tools.store)).map(({ id, name }) => [id, name]));
  const view = { names, timeZone: settings.timeZone, language: settings.language };
  const row = (comment: PublicComment) => commentView(comment, view);
  const body = tools.views.render('pages/manage/comments', {
    page: frame(settings, { title: 'Comments of the public', place: 'manage' }, response),
    number,
    waiting: comments.filter(({ decision }) => decision === null).map(row),
    decided: comments
      .filter(({ decision }) => decision !== null)
      .map(row)
      .reverse(),
    mayDecide: staff(response).roles.some((role) => role === 'analyst' || role === 'approver'),
  });
  sendPrivately(response, body);
}

export async function sendModeration(
  tools: Tools,
  request: Request<{ id: string }>,
  response: Response,
  form: Filled<'form-moderation.schema.json'>,
): Promise<void> {
  const { decision, reason } = filled(form);
  if (!/^\d{1,9}$/.test(request.params.id)) throw refusal('comment-not-found');
  const comment = Number(request.params.id);
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  await moderateComment(acting, { comment, decision, reason: reason || null });
  response.redirect(303, '/manage/comments');
}

interface Frame {
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
  readonly language: string;
}

function commentView(comment: PublicComment, { names, timeZone, language }: Frame) {
  const { id, action, name, text, receivedAt, postedOn, decision } = comment;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    id,
    action,
    href: `/manage/actions/${action}`,
    who: name ?? 'Anonymous',
    when: format.format(new Date(receivedAt)),
    posted: inWords(postedOn),
    text,
    target: `/manage/comments/${id}`,
    decision: decision && {
      what: decision.decision === 'publish' ? 'Published' : 'Withheld',
      who: names.get(decision.by) ?? decision.by,
      reason: decision.reason,
    },
    mayPublish: decision?.decision !== 'publish',
    mayWithhold: decision?.decision !== 'withhold',
  };
}

/** Everything that was said of an action, with what was decided, for whoever prepares the packet of the board. */
export async function exportComments(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
): Promise<void> {
  const { number } = await requireAction(tools.store, request.params.number);
  const rows = await commentsReceived(tools.store, number);
  const isJson = request.path.endsWith('.json');
  response.set({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });
  response.set('Content-Disposition', `attachment; filename="${number}_comments.${isJson ? 'json' : 'csv'}"`);
  if (isJson) response.type('json').send(JSON.stringify({ action: number, comments: rows }, null, 2));
  else response.type('text/csv').send(asCsv(rows));
}
