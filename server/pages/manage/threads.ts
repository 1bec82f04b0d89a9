// /manage/actions/CN1746/changes/CLASS/comments: what colleagues say of a draft, in threads under the headings of its
// sections.
import type { Request, Response } from 'express';
import type { PlanSettings, Specification } from '../../../schemas/types.ts';
import { beginThread, continueThread } from '../../actions/discuss-draft.ts';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import type { Issue } from '../../model/issue.ts';
import { mayAct, type Person } from '../../model/person.ts';
import { passageAt } from '../../model/passage.ts';
import { allPeople } from '../../store/people.ts';
import { type Thread, threadsOf } from '../../store/threads.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, messageOf, summaryOf } from '../field.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';

type DraftRequest = Request<{ number: string; classId: string }>;

export async function showThreads(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  await show(tools, request, response, { place: queryValue(request, 'at') ?? '' }, []);
}

export async function sendThread(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  form: Filled<'form-thread.schema.json'>,
): Promise<void> {
  if (form.value === null) {
    await show(tools, request, response, form.typed, form.issues);
    return;
  }
  const { number, classId } = request.params;
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const thread = await beginThread(acting, { number, classId, ...form.value });
  response.redirect(303, `/manage/actions/${number}/changes/${classId}/comments#thread-${thread}`);
}

export async function sendThreadEntry(
  tools: Tools,
  request: Request<{ number: string; classId: string; thread: string }>,
  response: Response,
  form: Filled<'form-thread-entry.schema.json'>,
): Promise<void> {
  const { number, classId, thread } = request.params;
  const isEmpty = form.value?.act === 'write' && form.value.text === '';
  if (form.value === null || isEmpty) {
    const message = 'Write a reply of up to 4,000 characters.';
    const issues = [{ field: `reply-${thread}`, problem: 'form', message }];
    await show(tools, request, response, form.typed, issues);
    return;
  }
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  await continueThread(acting, { number, thread, ...form.value });
  response.redirect(303, `/manage/actions/${number}/changes/${classId}/comments#thread-${thread}`);
}

async function show(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  typed: Typed,
  issues: readonly Issue[],
): Promise<void> {
  const { number, classId } = request.params;
  const { settings } = await planToday(tools);
  const action = await requireAction(tools.store, number);
  const { body: text } = await requireDraft(tools.store, number, classId);
  const threads = await threadsOf(tools.store, number, classId);
  const names = new Map((await allPeople(tools.store)).map(({ id, name }) => [id, name]));
  const isClosed = ['adopted', 'provisional', 'withdrawn'].includes(action.step);
  const href = `/manage/actions/${number}/changes/${classId}`;
  const places = placesOf(settings);
  const view = { names, href, timeZone: settings.timeZone, language: settings.language, issues };
  const shown = threads.map((thread) => threadView(thread, text, staff(response), isClosed, view));
  const title = text.title || 'New class';
  const body = tools.views.render('pages/manage/threads', {
    page: frame(settings, { title: `Comments on ${title}`, place: 'none' }, response),
    ...{ title, number, actionTitle: action.title, isClosed },
    ...{ href, actionHref: `/manage/actions/${number}` },
    problems: summaryOf(issues),
    groups: groupsOf(shown, places),
    places: places.map((each) => ({ ...each, selected: each.value === typed.place })),
    placeMessage: messageOf('place', issues),
    text: field({ name: 'text', label: 'Comment', type: 'text', rows: 4 }, typed, issues),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

interface PlaceChoice {
  readonly value: string;
  readonly label: string;
}

function placesOf(settings: PlanSettings): PlaceChoice[] {
  return [
    { value: '', label: 'The draft as a whole' },
    { value: 'title', label: 'Title, code and series' },
    ...settings.sections.map(({ key, label }) => ({ value: `sections.${key}`, label })),
  ];
}

interface ThreadFrame {
  readonly names: ReadonlyMap<string, string>;
  readonly href: string;
  readonly timeZone: string;
  readonly language: string;
  readonly issues: readonly Issue[];
}

function threadView(
  thread: Thread,
  text: Specification,
  person: Person,
  isClosed: boolean,
  { names, href, timeZone, language, issues }: ThreadFrame,
) {
  const { id, place, quote, isOpen } = thread;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const maySettle = mayAct(person, ['analyst', 'approver']);
  return {
    id,
    place,
    quote,
    hasMoved: quote !== null && passageAt(text, place) !== quote,
    isOpen,
    standing: isOpen ? 'Open' : 'Resolved',
    entries: thread.entries.map(({ at, by, act, text: words }) => ({
      who: names.get(by) ?? by,
      when: format.format(new Date(at)),
      instant: at,
      what: act === 'write' ? null : act === 'resolve' ? 'Resolved' : 'Reopened',
      text: words,
    })),
    action: `${href}/comments/${id}`,
    message: messageOf(`reply-${id}`, issues),
    mayReply: !isClosed,
    settle:
      isClosed || !maySettle
        ? null
        : isOpen
          ? { act: 'resolve', label: 'Resolve' }
          : { act: 'reopen', label: 'Reopen' },
  };
}

/** The threads under the headings of the draft, open ones first. */
function groupsOf(threads: readonly ReturnType<typeof threadView>[], places: readonly PlaceChoice[]) {
  const sectionOf = (place: string) => place.split('.').slice(0, 2).join('.');
  return places.flatMap(({ value, label }) => {
    const own = threads.filter(({ place }) => sectionOf(place) === value);
    const sorted = own.toSorted((one, other) => Number(other.isOpen) - Number(one.isOpen));
    return own.length === 0 ? [] : [{ label, anchor: value.replace('.', '-') || 'whole', threads: sorted }];
  });
}
