// /manage/sweeps/new: looks for words in the whole plan and shows what a proposal would make of each text, by its
// address alone; and begins the sweep in which that is decided.
import type { Request, Response } from 'express';
import { beginSweep } from '../../actions/begin-sweep.ts';
import { findHits, type Hits } from '../../actions/find-hits.ts';
import { sweepTexts } from '../../actions/sweep-texts.ts';
import { calendarDateAt } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { summaryOf } from '../field.ts';
import type { Filled } from '../form.ts';
import { frame, planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { actionChoiceView, readActionChoice } from './action-choice.ts';
import { askedInAddress, editIssues, editOf, queryOf, text } from './sweep-asked.ts';
import { resultsView, searchForm } from './sweep-search-view.ts';

type Form = Filled<'form-sweep.schema.json'>;

export async function showNewSweep(tools: Tools, request: Request, response: Response): Promise<void> {
  const form = askedInAddress(request);
  const value = form?.value ?? null;
  const issues = value ? editIssues(value) : (form?.issues ?? []);
  await sendSearch(tools, request, response, { form, issues });
}

export async function sendNewSweep(
  tools: Tools,
  request: Request,
  response: Response,
  form: Form,
): Promise<void> {
  const { value } = form;
  const chosen = await readActionChoice(tools.store, form.typed);
  const edit = value && editOf(value);
  const asked = value ? editIssues(value) : form.issues;
  const unsaid = value && !edit && asked.length === 0 ? [nothingProposed] : [];
  const issues = [...asked, ...unsaid, ...('issues' in chosen ? chosen.issues : [])];
  if (!value || !edit || 'issues' in chosen || issues.length > 0) {
    await sendSearch(tools, request, response, { form, issues });
    return;
  }
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const id = await beginSweep(acting, chosen.choice, { kind: 'wording', query: queryOf(value), edit });
  response.redirect(303, `/manage/sweeps/${id}`);
}

const nothingProposed: Issue = {
  field: 'edit',
  problem: 'missing',
  message: 'Choose what is to be proposed for what was found.',
};

interface Shown {
  readonly form: Form | null;
  readonly issues: readonly Issue[];
}

async function sendSearch(
  tools: Tools,
  request: Request,
  response: Response,
  { form, issues: given }: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const on = form?.value?.on || calendarDateAt(tools.clock.now(), settings.timeZone);
  const typed = form?.typed ?? {};
  const found = form?.value ? await search(tools, form.value, on) : null;
  const problem =
    found && 'problem' in found ? [{ field: 'q', problem: 'expression', message: found.problem }] : [];
  const issues = [...given, ...problem];
  const body = tools.views.render('pages/manage/sweep-new', {
    page: frame(settings, { title: 'Search the plan', place: 'manage' }, response),
    problems: summaryOf(issues),
    ...(await searchForm(tools, settings, typed, issues, on)),
    results: found && 'hits' in found ? resultsView(request, found.hits, form, on, settings) : null,
    begin: await beginView(tools, response, form, found, issues),
  });
  sendPrivately(response, body, issues.length > 0 ? 422 : 200);
}

function search(tools: Tools, value: NonNullable<Form['value']>, on: string): Promise<Hits> {
  const edit = editIssues(value).length > 0 ? null : editOf(value);
  const query = queryOf(value);
  const sought = edit
    ? ({ kind: 'wording', query, edit } as const)
    : ({ kind: 'wording', query, edit: null } as const);
  return sweepTexts(tools.store, on, null).then((texts) => findHits(tools.store, texts, sought));
}

/** The form that begins the sweep: offered once something is found and proposed, to whoever may. */
async function beginView(
  tools: Tools,
  response: Response,
  form: Form | null,
  found: Hits | null,
  issues: readonly Issue[],
) {
  const isReady = form?.value && editIssues(form.value).length === 0 && editOf(form.value) !== null;
  if (!isReady || !found || !('hits' in found) || found.hits.length === 0) return null;
  if (!staff(response).roles.includes('analyst')) return null;
  const names = ['q', 'mode', 'case', 'section', 'series', 'grade', 'on', 'edit', 'with', 'to'];
  const hidden = names.map((name) => ({ name, value: text(form.typed, name) }));
  return {
    count: found.hits.length === 1 ? '1 class' : `${found.hits.length} classes`,
    hidden: hidden.filter(({ value }) => value !== ''),
    choice: await actionChoiceView(tools.store, form.typed, issues),
  };
}
