// /manage/series/ID/edit and /manage/series/new: another title or concept of a series, or a new one, proposed in an
// action. What somebody else saved meanwhile comes back beside what was typed.
import type { Request, Response } from 'express';
import { isDeepStrictEqual } from 'node:util';
import type { PlanSettings, Schemas, Series } from '../../../schemas/types.ts';
import { proposePlanText } from '../../actions/propose-plan-text.ts';
import type { PlanTextOutcome } from '../../actions/save-plan-text.ts';
import type { Issue } from '../../model/issue.ts';
import { newTextId } from '../../model/plan-text.ts';
import { actionByNumber } from '../../store/actions.ts';
import { allSeries } from '../../store/plan.ts';
import { planTextOf, type StoredPlanText } from '../../store/plan-texts.ts';
import { takenSeriesIds } from '../../store/series.ts';
import type { Tools } from '../../tools.ts';
import type { Filled } from '../form.ts';
import { planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { readActionChoice } from './action-choice.ts';
import { paragraphsOf, requireSeriesText, type SeriesText, sendSeriesForm, typedOf } from './series-form.ts';

type SeriesRequest = Request<{ id: string }>;
type Form = Filled<'form-series.schema.json'>;
type Value = Schemas['form-series.schema.json'];

export async function showSeriesForm(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
): Promise<void> {
  const series = await requireSeriesText(tools, request.params.id);
  const draft = await givenDraft(tools, request, series);
  const typed = {
    ...typedOf(draft && 'concept' in draft.body ? draft.body : series.body),
    ...{ action: draft?.action ?? '', base: draft?.hash ?? '', baseNumber: String(series.number ?? '') },
  };
  await sendSeriesForm(tools, response, { series, typed, issues: [], theirs: null });
}

/** The draft that the address names, where its action can still be edited. */
async function givenDraft(
  { store }: Tools,
  request: SeriesRequest,
  { body, action }: SeriesText,
): Promise<StoredPlanText | null> {
  const number = queryValue(request, 'action') ?? action;
  if (number === null || (await actionByNumber(store, number))?.step !== 'draft') return null;
  return planTextOf(store, number, 'series', body.id);
}

export async function showNewSeries(tools: Tools, _request: Request, response: Response): Promise<void> {
  await sendSeriesForm(tools, response, { series: null, typed: {}, issues: [], theirs: null });
}

export async function sendSeries(
  tools: Tools,
  request: SeriesRequest,
  response: Response,
  form: Form,
): Promise<void> {
  await propose(tools, response, form, await requireSeriesText(tools, request.params.id));
}

export async function sendNewSeries(
  tools: Tools,
  _request: Request,
  response: Response,
  form: Form,
): Promise<void> {
  await propose(tools, response, form, null);
}

async function propose(
  tools: Tools,
  response: Response,
  form: Form,
  series: SeriesText | null,
): Promise<void> {
  const { typed, value } = form;
  const chosen = await readActionChoice(tools.store, typed, { prefix: 'action' });
  const issues = [
    ...(value ? await seriesIssues(tools, value, series) : form.issues),
    ...('issues' in chosen ? chosen.issues : []),
  ];
  if (!value || 'issues' in chosen || issues.length > 0)
    return sendSeriesForm(tools, response, { series, typed, issues, theirs: null });
  const { base, baseNumber } = value;
  const body = bodyOf(value, series?.body.id ?? (await newId(tools, value.title)));
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const done = await proposePlanText(acting, chosen.choice, {
    ...{ subject: 'series', id: body.id, status: 'active', body, base: base || null },
    baseNumber: baseNumber ? Number(baseNumber) : null,
  });
  await answer(tools, response, form, series, done);
}

async function answer(
  tools: Tools,
  response: Response,
  { typed }: Form,
  series: SeriesText | null,
  done: PlanTextOutcome,
): Promise<void> {
  if (done.outcome === 'invalid') {
    const message = 'Write the concept in up to 50 paragraphs, each of at most 20,000 characters.';
    const issues = [{ field: 'concept', problem: 'form', message }];
    await sendSeriesForm(tools, response, { series, typed, issues, theirs: null });
  } else if (done.outcome === 'stale') {
    const { theirs, number } = done;
    const next = { ...typed, base: theirs?.hash ?? '', baseNumber: String(number ?? '') };
    await sendSeriesForm(tools, response, { series, typed: next, issues: [], theirs: theirs ?? 'moved' });
  } else {
    response.redirect(303, `/manage/actions/${done.text.action}`);
  }
}

/** What a schema cannot say: the codes of the plan, the titles of other series, and whether anything is changed. */
async function seriesIssues(tools: Tools, value: Value, series: SeriesText | null): Promise<Issue[]> {
  const { settings, today } = await planToday(tools);
  const { id = null } = series?.body ?? {};
  const others = (await allSeries(tools.store, today)).filter((each) => each.id !== id);
  const isTaken = others.some(({ title }) => title.toLowerCase() === value.title.toLowerCase());
  const isSame =
    series !== null &&
    series.number !== null &&
    !value.base &&
    isDeepStrictEqual(bodyOf(value, id ?? ''), series.body);
  return [
    ...(isTaken
      ? [{ field: 'title', problem: 'taken', message: `There is a series ${value.title} already.` }]
      : []),
    ...(isGroup(settings, value.occupationalGroup, series)
      ? []
      : [{ field: 'occupationalGroup', problem: 'unknown', message: 'Choose a group of the plan.' }]),
    ...(isSame
      ? [{ field: 'title', problem: 'unchanged', message: 'The series says this already. Change its words.' }]
      : []),
  ];
}

function isGroup({ codes }: PlanSettings, sent = '', series: SeriesText | null): boolean {
  if (sent === '' || sent === series?.body.occupationalGroup) return true;
  return codes.occupationalGroup.values.some(({ code }) => code === sent);
}

function bodyOf({ title, occupationalGroup = '', concept }: Value, id: string): Series {
  return { id, title, occupationalGroup: occupationalGroup || null, concept: paragraphsOf(concept) };
}

async function newId({ store }: Tools, title: string): Promise<string> {
  // /manage/series/new is an address of its own.
  return newTextId(title, (await takenSeriesIds(store)).add('new'));
}
