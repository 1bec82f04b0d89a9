// /actions/CN1746: one action as the public sees it. What was posted stays public; what never was is not.
import type { Request, Response } from 'express';
import type { ChangeKind, DecidedAction, PlanSettings } from '../../schemas/types.ts';
import { type Posting, postingsIn } from '../documents/postings.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { textTitle } from '../model/plan-text.ts';
import type { Step } from '../model/workflow.ts';
import { logOf } from '../store/action-log.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import { revisionsOf } from '../store/record.ts';
import type { Tools } from '../tools.ts';
import { nameAndForm, send, sendPrivately } from './answer.ts';
import { knownOn, undecidedWords } from './action-list.ts';
import { kindWords } from './action-words.ts';
import { byProposal } from './decision-rows.ts';
import { textKindOf } from './text-words.ts';
import { type AsOf, asOfNotice, asOfToday, askedAsOf, datedOf, isPresent, undated } from './as-of.ts';
import type { Sent } from './form.ts';
import { frame, planToday, shortened } from './page.ts';
import { commentsView, type Today } from './public-comments.ts';
import { visitor } from './visitor.ts';

export async function showAction(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
): Promise<void> {
  const { name: number, form } = nameAndForm(request, request.params.number);
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const decided = await decidedBy(tools, number, asOf);
  if (form === 'json' && decided) {
    send(request, response, { form, body: JSON.stringify(decided.body), keeping: 'current' });
    return;
  }
  const view = await actionView(tools, number, asOf, decided?.body ?? null);
  if (form === 'txt') {
    const fileName = `${view.number}_action.txt`;
    send(request, response, { form, body: actionText(view, plan.settings), keeping: 'current', fileName });
    return;
  }
  if (form !== 'html')
    throw refusal('not-acceptable', {
      detail: 'An action answers as a page and as text, a decided one as JSON; its notice is a PDF.',
    });
  const notice = asOfNotice(asOf, undated(request));
  const comments = await commentsOn(tools, number, plan, asOf);
  const hasForm = comments.commenting !== null;
  const papers = papersOf(view, asOf, response);
  const page = frame(plan.settings, { ...aboutPage(view), hasForm, dated: datedOf(asOf) }, response);
  const body = tools.views.render('pages/action', { page, ...view, papers, notice, ...comments });
  send(request, response, { form: 'html', body, keeping: 'current' });
}

/** What the page says of the action, without its comments. */
function actionText(
  view: Awaited<ReturnType<typeof actionView>>,
  { employer, office }: PlanSettings,
): string {
  const dates = [
    ['Posted', view.posted],
    ['Comments until', view.until],
    ['Decided', view.decided],
    ['Ratified', view.ratified],
  ].flatMap(([name, date]) => (date ? [`${name}: ${date}`] : []));
  const row = ({ code = '', title, kinds, effective }: Listed) =>
    `• ${code === '' ? title : `${title} (${code})`}: ${kinds}, effective ${effective}`;
  const listed = [...view.changes, ...view.texts];
  const earlier = view.postings.map(
    ({ posted, title, changes, texts }) =>
      `Posted on ${posted}: ${title}\n${[...changes, ...texts].map(row).join('\n')}`,
  );
  const parts = [
    `${employer}\n${office}\nClassification action ${view.number}: ${view.title}`,
    view.standing,
    [`Reason: ${view.reason}`, `Authority: ${view.authority}`, ...dates].join('\n'),
    ...(listed.length > 0 ? [`Changes\n${listed.map(row).join('\n')}`] : []),
    ...earlier,
  ];
  return `${parts.join('\n\n')}\n`;
}

interface Listed {
  readonly code?: string;
  readonly title: string;
  readonly kinds: string;
  readonly effective: string;
}

/** Today's page with what somebody typed into its form and what is to be corrected. */
export async function sendActionAgain(
  tools: Tools,
  request: Request<{ number: string }>,
  response: Response,
  sent: Sent,
): Promise<void> {
  const { number } = request.params;
  const plan = await planToday(tools);
  const asOf = askedAsOf(request, response, plan);
  const decided = await decidedBy(tools, number, asOf);
  const view = await actionView(tools, number, asOf, decided?.body ?? null);
  const comments = await commentsOn(tools, number, plan, asOf, sent);
  if (!comments.commenting) throw refusal('comments-closed');
  const papers = papersOf(view, asOf, response);
  const page = frame(plan.settings, { ...aboutPage(view), hasForm: true }, response);
  const body = tools.views.render('pages/action', { page, ...view, papers, notice: null, ...comments });
  sendPrivately(response, body, 422);
}

/** The documents of today's action: the notice for anybody, the packet for those who signed in. */
function papersOf(
  { number, hasNotice }: { number: string; hasNotice: boolean },
  asOf: AsOf,
  response: Response,
) {
  if (!isPresent(asOf)) return [];
  const packet = { href: `/manage/actions/${number}/packet.pdf`, text: 'Board packet (PDF)' };
  const notice = { href: `/actions/${number}/notice.pdf`, text: 'Notice (PDF)' };
  return [...(hasNotice ? [notice] : []), ...(visitor(response) ? [packet] : [])];
}

function aboutPage({ number, title }: { readonly number: string; readonly title: string }) {
  return { title: `${number} ${title}`, place: 'actions', canonical: `/actions/${number}` } as const;
}

async function actionView({ store }: Tools, number: string, asOf: AsOf, decided: DecidedAction | null) {
  const known = knownOn(asOf);
  const log = (await logOf(store, number)).filter(({ at }) => at <= known);
  const postings = postingsIn(log, asOf.timeZone);
  if (decided) return decidedView(decided, postings, asOf);
  return undecidedView(number, log.at(-1)?.step, postings);
}

const nothingSent: Sent = { typed: {}, issues: [] };

/** Of today's page alone: a comment has no date on which it is in force. */
async function commentsOn(tools: Tools, number: string, plan: Today, asOf: AsOf, sent: Sent = nothingSent) {
  const action = isPresent(asOf) ? await actionByNumber(tools.store, number) : null;
  if (!action) return { commenting: null, comments: [], allComments: null };
  return commentsView(tools.store, action, plan, sent);
}

/** What was recorded by then and decided by the date that is asked for. */
async function decidedBy({ store }: Tools, number: string, { on, knownAt }: AsOf) {
  const revisions = await revisionsOf(store, 'action', number);
  return revisions.findLast(({ recordedAt, effectiveOn }) => recordedAt <= knownAt && effectiveOn <= on);
}

function decidedView(action: DecidedAction, postings: readonly Posting[], asOf: AsOf) {
  const { query } = datedOf(asOfToday(asOf));
  return {
    ...words(action),
    ratifiedBy: action.ratifiedBy,
    hasNotice: true,
    standing: action.step === 'provisional' ? 'Provisionally approved, not yet ratified' : 'Adopted',
    changes: action.changes.map((change) => ({
      ...changeRow(change.kinds, change),
      href: `/classes/${change.code}/revisions/${change.number}${query}`,
    })),
    texts: (action.texts ?? []).map((text) =>
      textRow({ ...text, kind: text.subject === 'series' ? 'Series' : 'Shared text', says: [] }),
    ),
    proposals: byProposal(action.decisions ?? []),
    postings: postings.map(postingView),
  };
}

/** An undecided action shows what was posted, and nothing where it never was. */
function undecidedView(number: string, step: Step | undefined, postings: readonly Posting[]) {
  const [last, ...earlier] = postings;
  if (!last) throw refusal('action-not-found', { detail: `Asked for: ${shortened(number)}.` });
  const isPosted = step === 'posted';
  const { postedOn, commentsUntil } = isPosted ? last : { postedOn: null, commentsUntil: null };
  return {
    ...words({ ...last.instrument, postedOn, commentsUntil, decidedOn: null, ratifiedOn: null }),
    ratifiedBy: null,
    hasNotice: isPosted,
    standing: undecidedWords(step),
    changes: isPosted ? postingView(last).changes : [],
    texts: isPosted ? postingView(last).texts : [],
    proposals: isPosted ? postingView(last).proposals : [],
    postings: (isPosted ? earlier : postings).map(postingView),
  };
}

function postingView({ instrument, planned, texts = [], decisions = [], postedOn, commentsUntil }: Posting) {
  return {
    proposals: byProposal(decisions),
    texts: texts.map(({ body, changes, effectiveOn }) => {
      const says = 'concept' in body ? body.concept : [body.text];
      return textRow({ title: textTitle(body), kind: textKindOf(body), kinds: changes, effectiveOn, says });
    }),
    title: instrument.title,
    posted: inWords(postedOn),
    until: commentsUntil === null ? null : inWords(commentsUntil),
    changes: planned.map(({ body, changes, effectiveOn }) => ({
      ...changeRow(changes, { ...body, effectiveOn }),
      href: null,
    })),
  };
}

function changeRow(
  kinds: readonly ChangeKind[],
  { code, title, effectiveOn }: { code: string | null; title: string; effectiveOn: string },
) {
  const said = kinds.map((kind) => kindWords[kind]).join(', ');
  return { code: code ?? '', title, kinds: said, effective: inWords(effectiveOn) };
}

/** A series or shared text of the plan; `says` is its proposed wording, which classes do not show yet. */
function textRow({
  title,
  kind,
  kinds,
  effectiveOn,
  says,
}: {
  readonly title: string;
  readonly kind: string;
  readonly kinds: readonly ChangeKind[];
  readonly effectiveOn: string;
  readonly says: readonly string[];
}) {
  const said = kinds.map((each) => kindWords[each]).join(', ');
  return { title, kind, kinds: said, effective: inWords(effectiveOn), says };
}

function words(
  action: Pick<
    Action,
    'number' | 'title' | 'reason' | 'authority' | 'postedOn' | 'commentsUntil' | 'decidedOn' | 'ratifiedOn'
  >,
) {
  const date = (on: string | null) => (on === null ? null : inWords(on));
  const { number, title, reason, authority } = action;
  return {
    ...{ number, title, reason, authority },
    posted: date(action.postedOn),
    until: date(action.commentsUntil),
    decided: date(action.decidedOn),
    ratified: date(action.ratifiedOn),
  };
}
