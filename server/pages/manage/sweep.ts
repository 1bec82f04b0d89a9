// /manage/sweeps/ID: one sweep, class by class: what is proposed, what was decided, what is open, and how it ends.
import type { Request, Response } from 'express';
import { sweepNow } from '../../actions/sweep-now.ts';
import { refusal } from '../../errors.ts';
import type { Issue } from '../../model/issue.ts';
import { inWordsOf, listHash } from '../../model/sweep.ts';
import { mayBeEdited } from '../../model/workflow.ts';
import { allPeople } from '../../store/people.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { messageOf, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { askedPage, pager } from '../pager.ts';
import { staff } from '../visitor.ts';
import { text } from './sweep-asked.ts';
import { pageLength } from './sweep-hit.ts';
import {
  doneInWords,
  headOf,
  rowView,
  settledRows,
  type Show,
  shows,
  stepsOf,
  tabsOf,
} from './sweep-view.ts';

type SweepRequest = Request<{ id: string }>;

export async function showSweep(tools: Tools, request: SweepRequest, response: Response): Promise<void> {
  const asked = queryValue(request, 'show');
  const show = shows.find((each) => each === asked) ?? null;
  if (asked !== null && show === null) throw refusal('bad-request');
  await sendSweep(tools, request, response, { show, page: askedPage(request), typed: {}, issues: [] });
}

export interface ShownSweep {
  /** Null for the open ones while there are any, and then for all. */
  readonly show: Show | null;
  readonly page: number;
  readonly typed: Typed;
  readonly issues: readonly Issue[];
}

export async function sendSweep(
  tools: Tools,
  request: SweepRequest,
  response: Response,
  { show: asked, page: askedFor, typed, issues }: ShownSweep,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const now = await sweepNow(tools.store, request.params.id, today);
  const { sweep, action, rows } = now;
  const open = rows.filter(({ state }) => state === 'open');
  const show = asked ?? (open.length > 0 ? 'open' : 'all');
  const chosen = rows.filter(({ state }) => show === 'all' || state === show);
  const pages = Math.max(1, Math.ceil(chosen.length / pageLength));
  const page = Math.min(askedFor, pages);
  const mayDecide =
    staff(response).roles.includes('analyst') && mayBeEdited(action.step) && sweep.state === 'open';
  const names = new Map((await allPeople(tools.store)).map(({ id, name }) => [id, name]));
  const title = inWordsOf(sweep.proposal);
  const href = `/manage/sweeps/${sweep.id}`;
  const body = tools.views.render('pages/manage/sweep', {
    page: frame(settings, { title, place: 'manage' }, response),
    problems: summaryOf(issues),
    done: doneInWords(request),
    ...headOf(now, settings, names),
    href,
    title,
    show,
    pageNumber: page,
    tabs: tabsOf(rows, now.settled, show, href),
    rows: chosen
      .slice((page - 1) * pageLength, page * pageLength)
      .map((row) => rowView(row, settings, names, typed, issues)),
    settled: show === 'open' ? [] : settledRows(now, show),
    pager: pager(`${href}?show=${show}`, page, pages),
    mayDecide,
    all:
      mayDecide && open.length > 1
        ? { count: open.length, shown: listHash(open.map(({ hit }) => hit)) }
        : null,
    why: text(typed, 'why'),
    whyMessage: messageOf('why', issues),
    steps: stepsOf(now, open.length, mayDecide, response),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
