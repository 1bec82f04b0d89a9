// /manage/actions/CN1746/changes/CLASS/comments: what colleagues say of a draft, in threads under the headings of its
// sections. ?at=sections.duties brings the place to the front that somebody comes from.
import type { Request, Response } from 'express';
import { beginThread } from '../../actions/begin-thread.ts';
import { continueThread } from '../../actions/continue-thread.ts';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { refusal } from '../../errors.ts';
import { isPlaceIn } from '../../model/passage.ts';
import { isDiscussed, type ThreadAct } from '../../model/thread.ts';
import { allPeople } from '../../store/people.ts';
import { threadsOf } from '../../store/threads.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, messageOf } from '../field.ts';
import type { Filled, Sent } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { groupsOf, problemsOf, threadView } from './thread-view.ts';
import { labelOf, placeChoices } from './thread-places.ts';

type DraftRequest = Request<{ number: string; classId: string }>;
type ThreadRequest = Request<{ number: string; classId: string; thread: string }>;
type EntryForm = Filled<'form-thread-reply.schema.json'> | Filled<'form-thread-settling.schema.json'>;

export async function showThreads(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  await show(tools, request.params, response, { ...nothing, at: queryValue(request, 'at') });
}

export async function sendThread(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  form: Filled<'form-thread.schema.json'>,
): Promise<void> {
  if (form.value === null) {
    const at = typeof form.typed.place === 'string' ? form.typed.place : null;
    await show(tools, request.params, response, { ...nothing, at, begun: form });
    return;
  }
  const { number, classId } = request.params;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const thread = await beginThread(acting, { number, classId, ...form.value });
  response.redirect(303, addressOf(request.params, thread));
}

export function sendReply(
  tools: Tools,
  request: ThreadRequest,
  response: Response,
  form: Filled<'form-thread-reply.schema.json'>,
) {
  return sendEntry(tools, request, response, 'write', form);
}

export function sendResolved(
  tools: Tools,
  request: ThreadRequest,
  response: Response,
  form: Filled<'form-thread-settling.schema.json'>,
) {
  return sendEntry(tools, request, response, 'resolve', form);
}

export function sendReopened(
  tools: Tools,
  request: ThreadRequest,
  response: Response,
  form: Filled<'form-thread-settling.schema.json'>,
) {
  return sendEntry(tools, request, response, 'reopen', form);
}

async function sendEntry(
  tools: Tools,
  { params }: ThreadRequest,
  response: Response,
  act: ThreadAct,
  form: EntryForm,
): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(params.thread)) throw refusal('thread-not-found');
  const thread = Number(params.thread);
  if (form.value === null) {
    await show(tools, params, response, { ...nothing, replied: { thread, ...form } });
    return;
  }
  const { number, classId } = params;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  await continueThread(acting, { number, classId, thread, act, text: form.value.text });
  response.redirect(303, addressOf(params, thread));
}

function addressOf({ number, classId }: DraftRequest['params'], thread: number): string {
  return `/manage/actions/${number}/changes/${classId}/comments#thread-${thread}`;
}

interface Shown {
  /** The place that somebody comes from. */
  readonly at: string | null;
  readonly begun: Sent;
  readonly replied: (Sent & { readonly thread: number }) | null;
}

const nothing: Shown = { at: null, begun: { typed: {}, issues: [] }, replied: null };

async function show(
  tools: Tools,
  { number, classId }: DraftRequest['params'],
  response: Response,
  { at, begun, replied }: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const { step, title: actionTitle } = await requireAction(tools.store, number);
  const { body: text } = await requireDraft(tools.store, number, classId);
  const threads = await threadsOf(tools.store, number, { classId });
  const names = new Map((await allPeople(tools.store)).map(({ id, name }) => [id, name]));
  const place = at !== null && isPlaceIn(text, at) ? at : null;
  const href = `/manage/actions/${number}/changes/${classId}`;
  const isClosed = !isDiscussed(step);
  const context = { text, settings, names, href, isClosed, person: staff(response), replied };
  const title = text.title || 'New class';
  const body = tools.views.render('pages/manage/threads', {
    page: frame(settings, { title: `Comments on ${title}`, place: 'none' }, response),
    ...{ title, number, actionTitle, href, isClosed, actionHref: `/manage/actions/${number}` },
    problems: problemsOf(begun, replied),
    groups: groupsOf(
      threads.map((thread) => threadView(thread, context)),
      context,
      place,
    ),
    place: place === null ? null : { label: labelOf(place, text, settings) },
    places: placeChoices(text, settings, place),
    placeMessage: messageOf('place', begun.issues),
    begin: field(
      { name: 'text', label: 'What you have to say', type: 'text', rows: 5 },
      begun.typed,
      begun.issues,
    ),
  });
  sendPrivately(response, body, begun.issues.length + (replied?.issues.length ?? 0) > 0 ? 422 : 200);
}
