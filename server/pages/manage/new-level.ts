// /manage/series/it-management/new-level: a new class between the levels of a series, begun as a copy of its neighbour; the
// page says which classes move to make room before anything is done.
import type { Request, Response } from 'express';
import { beginLevel } from '../../actions/begin-level.ts';
import { levelsInAction } from '../../actions/place-levels.ts';
import { refusal } from '../../errors.ts';
import type { Issue } from '../../model/issue.ts';
import { highestLevel, type Leveled, roomBeside, type Side } from '../../model/series-levels.ts';
import { actionByNumber } from '../../store/actions.ts';
import { seriesById } from '../../store/plan.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, summaryOf } from '../field.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday, queryValue, shortened } from '../page.ts';
import { staff } from '../visitor.ts';
import { actionChoiceView, readActionChoice } from './action-choice.ts';

type SeriesRequest = Request<{ id: string }>;

export async function showNewLevel(tools: Tools, request: SeriesRequest, response: Response): Promise<void> {
  const side = queryValue(request, 'side') === 'below' ? 'below' : 'above';
  const beside = queryValue(request, 'beside') ?? '';
  await sendPage(tools, request, response, { beside, side, typed: {}, issues: [] });
}

export async function sendNewLevel(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
  form: Filled<'form-new-level.schema.json'>,
): Promise<void> {
  const { beside, side } = form.typed;
  const again = (issues: readonly Issue[]) =>
    sendPage(tools, request, response, {
      ...{ beside: typeof beside === 'string' ? beside : '', side: side === 'below' ? 'below' : 'above' },
      ...{ typed: form.typed, issues },
    });
  if (form.value === null) return again(form.issues);
  const chosen = await readActionChoice(tools.store, form.typed, { prefix: 'action' });
  if ('issues' in chosen) return again(chosen.issues);
  const { choice } = chosen;
  const { today } = await planToday(tools);
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  const { beside: neighbour, side: where, title } = form.value;
  const level = { seriesId: request.params.id, neighbour, side: where, title };
  const begun = await beginLevel(acting, choice, level);
  if (begun.outcome !== 'begun') return again([issueOf(begun.outcome)]);
  response.redirect(303, `/manage/actions/${begun.number}/changes/${begun.classId}`);
}

function issueOf(outcome: 'no-neighbour' | 'no-room'): Issue {
  const message =
    outcome === 'no-room'
      ? `The series has no room for another level: it can have ${highestLevel}.`
      : 'In that action the neighbour does not stand in this series. Choose another action.';
  return { field: 'action', problem: outcome, message };
}

interface Shown {
  readonly beside: string;
  readonly side: Side;
  readonly typed: Typed;
  readonly issues: readonly Issue[];
}

async function sendPage(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
  { beside, side, typed, issues }: Shown,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const { id } = request.params;
  const series = await seriesById(tools.store, id, today);
  if (!series) throw refusal('series-not-found', { detail: `Asked for: ${shortened(id)}.` });
  const given = queryValue(request, 'in');
  const action = given === null ? null : await actionByNumber(tools.store, given);
  const within = action?.step === 'draft' ? action : null;
  const on = within?.effectiveOn ?? today;
  const levels = await levelsInAction(tools.store, id, { number: within?.number ?? null, on });
  const neighbour = levels.find(({ classId }) => classId === beside);
  if (!neighbour)
    throw refusal('class-not-found', { detail: `The ${series.title} series does not hold it.` });
  const room = roomBeside(levels, neighbour.level, side);
  const body = tools.views.render('pages/manage/new-level', {
    page: frame(settings, { title: `New level, ${series.title} series`, place: 'manage' }, response),
    problems: summaryOf(issues),
    series: { title: series.title, href: `/manage/series/${id}` },
    self: `/manage/series/${id}/new-level${within ? `?in=${within.number}` : ''}`,
    neighbour: { classId: beside, title: neighbour.title, code: neighbour.code, level: neighbour.level },
    side,
    ladder: room && ladderWith(levels, room),
    full: room ? null : `The series has no room for another level: it can have ${highestLevel}.`,
    name: field({ name: 'title', label: 'Title of the new class', type: 'text' }, typed, issues),
    choice: await actionChoiceView(tools.store, typed, issues, {
      given: within?.number ?? null,
      prefix: 'action',
    }),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

type Named = Leveled & { readonly title: string; readonly code: string | null };

/** The series as it would be, from the lowest level up, with the new class in its place. */
function ladderWith(
  levels: readonly Named[],
  room: { level: number; moves: readonly { classId: string; to: number }[] },
) {
  const moved = new Map(room.moves.map(({ classId, to }) => [classId, to]));
  const others = levels.map(({ classId, level, title, code }) => ({
    level: moved.get(classId) ?? level,
    title,
    code,
    was: moved.has(classId) ? level : null,
    isNew: false,
  }));
  const own = { level: room.level, title: 'The new class', code: null, was: null, isNew: true };
  return [...others, own].sort(
    (one, other) => one.level - other.level || one.title.localeCompare(other.title),
  );
}
