// /manage/series and /manage/series/it-management: the series as analysts work on them, with empty levels marked and what
// open actions propose; levels are arranged in the address, and proposed by an action when the order is as it should be.
import type { Request, Response } from 'express';
import { type LevelInAction, levelsInAction, placeLevels } from '../../actions/place-levels.ts';
import { refusal } from '../../errors.ts';
import type { Issue } from '../../model/issue.ts';
import { mayAct } from '../../model/person.ts';
import { meaningOf } from '../../model/plan-settings.ts';
import { exchanged, gapsIn, type Leveled, movesBetween, type Side } from '../../model/series-levels.ts';
import { actionByNumber } from '../../store/actions.ts';
import { levelsOn, type ProposedLevel, proposedLevels } from '../../store/levels.ts';
import { allSeries, seriesById } from '../../store/plan.ts';
import { actionsWithText } from '../../store/plan-texts.ts';
import { proposedSeries, recordedSeriesIds } from '../../store/series.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { summaryOf } from '../field.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday, queryValue, sentValue, shortened } from '../page.ts';
import { staff } from '../visitor.ts';
import { actionChoiceView, readActionChoice } from './action-choice.ts';
import { gapsInWords, ladderView, movesView, proposalsView } from './series-view.ts';

type SeriesRequest = Request<{ id: string }>;

export async function listSeriesTools(tools: Tools, _request: Request, response: Response): Promise<void> {
  const { settings, today } = await planToday(tools);
  const levels = Map.groupBy(await levelsOn(tools.store, today), ({ seriesId }) => seriesId);
  const proposed = Map.groupBy(await proposedLevels(tools.store, null, []), ({ seriesId }) => seriesId);
  const series = await allSeries(tools.store, today);
  const body = tools.views.render('pages/manage/series-list', {
    page: frame(settings, { title: 'Series', place: 'manage' }, response),
    mayEdit: mayAct(staff(response), ['analyst']),
    begun: await begunSeries(tools, mayAct(staff(response), ['analyst'])),
    rows: series.map(({ id, title, occupationalGroup }) => ({
      href: `/manage/series/${id}`,
      title,
      group: occupationalGroup && meaningOf(settings.codes.occupationalGroup, occupationalGroup),
      levels: (levels.get(id) ?? []).map(({ level, title: name, code }) => ({ level, title: name, code })),
      gaps: gapsInWords(gapsIn(levels.get(id) ?? [])),
      proposals: countOfActions(proposed.get(id) ?? []),
    })),
  });
  sendPrivately(response, body);
}

/** Series that have no revision yet; an analyst comes to their text, everybody else to the action. */
async function begunSeries({ store }: Tools, mayEdit: boolean) {
  const recorded = await recordedSeriesIds(store);
  return (await proposedSeries(store))
    .filter(({ body }) => !recorded.has(body.id))
    .map(({ action, body: { id, title } }) => ({
      ...{ title, action },
      href: mayEdit ? `/manage/series/${id}/edit?action=${action}` : `/manage/actions/${action}`,
    }));
}

function countOfActions(proposals: readonly ProposedLevel[]): string | null {
  const actions = [...new Set(proposals.map(({ action }) => action))];
  if (actions.length === 0) return null;
  return `In ${new Intl.ListFormat('en-US').format(actions)}`;
}

export async function showSeriesTools(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
): Promise<void> {
  const within = await givenAction(tools, request);
  const standing = await standingLevels(tools, request.params.id, within);
  const arranged = arrangedIn(request, standing);
  await sendSeries(tools, request, response, { within, standing, arranged, typed: {}, issues: [] });
}

export async function proposeLevels(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
  form: Filled<'form-series-levels.schema.json'>,
): Promise<void> {
  const { id } = request.params;
  const { today } = await planToday(tools);
  const within = await givenAction(tools, request);
  const shown = await standingLevels(tools, id, within);
  const sent = pairs(form.typed.classId, form.typed.level);
  const again = (issues: readonly Issue[]) =>
    sendSeries(tools, request, response, {
      ...{ within, standing: shown, arranged: withLevels(shown, sent), typed: form.typed, issues },
    });
  if (form.value === null) return again(form.issues);
  const chosen = await readActionChoice(tools.store, form.typed, { prefix: 'action' });
  if ('issues' in chosen) return again(chosen.issues);
  const { choice } = chosen;
  const { number } = choice;
  const standing = await standingLevels(tools, id, choice.open ? null : number);
  const moves = movesBetween(standing, withLevels(standing, sent));
  if (moves.length === 0) return again([unchanged]);
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  await placeLevels(acting, choice, id, moves);
  response.redirect(303, `/manage/actions/${number}`);
}

const unchanged: Issue = {
  field: 'levels',
  problem: 'unchanged',
  message: 'The classes stand at these levels already. Move one, then propose the new order.',
};

/** The draft action within which the levels are arranged, as the address names it. */
async function givenAction({ store }: Tools, request: Request<{ id: string }>): Promise<string | null> {
  const number = queryValue(request, 'in');
  const action = number === null ? null : await actionByNumber(store, number);
  return action?.step === 'draft' ? action.number : null;
}

async function standingLevels(tools: Tools, id: string, number: string | null): Promise<LevelInAction[]> {
  const { today } = await planToday(tools);
  const on = (number === null ? null : (await actionByNumber(tools.store, number))?.effectiveOn) ?? today;
  if (!(await seriesById(tools.store, id, on)))
    throw refusal('series-not-found', { detail: `Asked for: ${shortened(id)}.` });
  return levelsInAction(tools.store, id, { number, on });
}

/** The levels of the address, with the move that was pressed. What is no level is left out. */
function arrangedIn(request: Request<{ id: string }>, standing: readonly LevelInAction[]): LevelInAction[] {
  const { classId: ids, level } = request.query;
  const arranged = withLevels(standing, pairs(ids, level));
  const [, side, classId = ''] = /^(above|below):(.+)$/.exec(sentValue(request, 'move')) ?? [];
  const moved = side === undefined ? arranged : exchanged(arranged, classId, side as Side);
  return moved.sort((one, other) => one.level - other.level || one.title.localeCompare(other.title));
}

/** A class with each number that was sent for it, in the order of the rows. */
function pairs(classIds: unknown, levels: unknown): Leveled[] {
  const [ids, numbers] = [asList(classIds), asList(levels)];
  return ids.flatMap((classId, index) => {
    const text = numbers[index] ?? '';
    return /^([1-9]|[12]\d|30)$/.test(text) ? [{ classId, level: Number(text) }] : [];
  });
}

function asList(sent: unknown): string[] {
  const list: unknown[] = Array.isArray(sent) ? sent : [sent];
  return list.filter((each): each is string => typeof each === 'string');
}

function withLevels<L extends Leveled>(standing: readonly L[], sent: readonly Leveled[]): L[] {
  const levels = new Map(sent.map(({ classId, level }) => [classId, level]));
  return standing.map((each) => ({ ...each, level: levels.get(each.classId) ?? each.level }));
}

interface Shown {
  readonly within: string | null;
  readonly standing: readonly LevelInAction[];
  readonly arranged: readonly LevelInAction[];
  readonly typed: Typed;
  readonly issues: readonly Issue[];
}

async function sendSeries(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
  { within, standing, arranged, typed, issues }: Shown,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const { id } = request.params;
  const series = await seriesById(tools.store, id, today);
  const proposals = await proposedLevels(
    tools.store,
    id,
    standing.map(({ classId }) => classId),
  );
  const moves = movesBetween(standing, arranged);
  const href = `/manage/series/${id}`;
  const body = tools.views.render('pages/manage/series', {
    page: frame(settings, { title: `${series?.title ?? id} series`, place: 'manage' }, response),
    problems: summaryOf(issues),
    id,
    title: series?.title ?? id,
    href,
    back: within === null ? href : `${href}?in=${within}`,
    group: series?.occupationalGroup
      ? meaningOf(settings.codes.occupationalGroup, series.occupationalGroup)
      : null,
    concept: series?.concept ?? [],
    edit: mayAct(staff(response), ['analyst']) ? `${href}/edit` : null,
    textActions: (await actionsWithText(tools.store, 'series', id)).map((number) => ({
      ...{ number, href: `/manage/actions/${number}` },
    })),
    mayEdit: mayAct(staff(response), ['analyst']),
    within,
    ...ladderView(arranged, { standing, href, within }),
    moves: movesView(moves, standing),
    arranged: arranged.map(({ classId, level }) => ({ classId, level })),
    self: within === null ? `${href}/levels` : `${href}/levels?in=${within}`,
    proposals: proposalsView(proposals, { seriesId: id, standing, within }),
    choice: await actionChoiceView(tools.store, typed, issues, { given: within, prefix: 'action' }),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}
