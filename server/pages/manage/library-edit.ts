// /manage/library/ID/edit and /manage/library/new: other words for a shared text, a new one, or the end of one, proposed
// in an action. What somebody else saved meanwhile comes back beside what was typed.
import type { Request, Response } from 'express';
import type { SharedText, SharedTextForm } from '../../../schemas/types.ts';
import { type ProposedText, proposeSharedText } from '../../actions/propose-shared-text.ts';
import type { Issue } from '../../model/issue.ts';
import { newTextId } from '../../model/plan-text.ts';
import { planTextOf } from '../../store/plan-texts.ts';
import { proposedSharedTexts, sharedTextRevisions } from '../../store/shared-texts.ts';
import type { Tools } from '../../tools.ts';
import type { Filled } from '../form.ts';
import { planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { readActionChoice } from './action-choice.ts';
import { sendTextForm, type Which } from './library-form.ts';
import { requireText } from './library-text.ts';
import type { LibraryEntry } from './read-library.ts';

type TextRequest = Request<{ id: string }>;
type Form = Filled<'form-shared-text.schema.json'>;

export async function showTextForm(tools: Tools, request: TextRequest, response: Response): Promise<void> {
  const { id } = request.params;
  const entry = await requireText(tools, id);
  const action = queryValue(request, 'action');
  const draft = action === null ? null : await planTextOf(tools.store, action, 'shared-text', id);
  const said = draft && !('concept' in draft.body) ? draft.body : lastWords(entry);
  const typed = {
    ...{ term: said.term ?? '', text: said.text, retire: draft?.status === 'abolished' ? 'retire' : '' },
    ...{ action: draft ? draft.action : '', base: draft?.hash ?? '' },
    baseNumber: String(entry.revisions.at(-1)?.number ?? ''),
  };
  await sendTextForm(tools, response, { id, kind: entry.body.kind, typed, issues: [], theirs: null });
}

export async function showNewText(tools: Tools, _request: Request, response: Response): Promise<void> {
  await sendTextForm(tools, response, { id: null, kind: null, typed: {}, issues: [], theirs: null });
}

export async function sendText(
  tools: Tools,
  request: TextRequest,
  response: Response,
  form: Form,
): Promise<void> {
  const { id } = request.params;
  const body = lastWords(await requireText(tools, id));
  await propose(tools, response, form, { id, kind: body.kind, body });
}

/** Other words follow the last ones that were decided, though these may be in force only later. */
function lastWords({ revisions, body }: LibraryEntry): SharedText {
  return revisions.at(-1)?.body ?? body;
}

export async function sendNewText(
  tools: Tools,
  _request: Request,
  response: Response,
  form: Form,
): Promise<void> {
  const { kind } = form.value ?? {};
  const asked = kind === undefined || kind === '' ? null : kind;
  await propose(tools, response, form, { id: null, kind: asked });
}

async function propose(tools: Tools, response: Response, form: Form, which: Which): Promise<void> {
  const { typed, value } = form;
  const chosen = await readActionChoice(tools.store, typed);
  const issues = [
    ...(value ? textIssues(value, which) : form.issues),
    ...('issues' in chosen ? chosen.issues : []),
  ];
  if (!value || 'issues' in chosen || issues.length > 0 || which.kind === null) {
    await sendTextForm(tools, response, { ...which, typed, issues, theirs: null });
    return;
  }
  const { today } = await planToday(tools);
  const acting = { store: tools.store, now: tools.clock.now(), today, by: staff(response) };
  const { retire, base, baseNumber } = value;
  const done = await proposeSharedText(acting, chosen.choice, {
    base: base || null,
    baseNumber: baseNumber ? Number(baseNumber) : null,
    status: retire === 'retire' ? 'abolished' : 'active',
    // A text ends as it was.
    body: which.body && retire === 'retire' ? which.body : await bodyOf(tools, value, which.id, which.kind),
  });
  await answer(tools, response, form, which, done);
}

async function answer(
  tools: Tools,
  response: Response,
  { typed }: Form,
  which: Which,
  done: ProposedText,
): Promise<void> {
  if (done.outcome === 'proposed') {
    const { sweep, action } = done;
    response.redirect(303, sweep === null ? `/manage/actions/${action}` : `/manage/sweeps/${sweep}`);
  } else if (done.outcome === 'invalid') {
    const issues = [
      { field: 'text', problem: 'form', message: 'Write the text as one line of plain words.' },
    ];
    await sendTextForm(tools, response, { ...which, typed, issues, theirs: null });
  } else {
    const { theirs, number } = done;
    const next = { ...typed, base: theirs?.hash ?? '', baseNumber: number === null ? '' : String(number) };
    await sendTextForm(tools, response, { ...which, typed: next, issues: [], theirs: theirs ?? 'moved' });
  }
}

/** What a schema cannot say of the fields of one kind. */
function textIssues({ term = '' }: SharedTextForm, { kind }: Which): Issue[] {
  if (kind === null)
    return [{ field: 'kind', problem: 'missing', message: 'Choose what kind of text it is.' }];
  const message = 'Give the term that the text defines.';
  return kind !== 'clause' && term === '' ? [{ field: 'term', problem: 'missing', message }] : [];
}

const prefixes = { clause: 'clause', competency: 'competency', physicalDemand: 'demand' } as const;

async function bodyOf(
  tools: Tools,
  { term = '', text: words }: SharedTextForm,
  id: string | null,
  kind: SharedText['kind'],
): Promise<SharedText> {
  const body = { kind, term: kind === 'clause' ? null : term, text: words.replace(/\s+/g, ' ') };
  if (id !== null) return { id, ...body };
  const taken = new Set([
    ...(await sharedTextRevisions(tools.store)).keys(),
    ...(await proposedSharedTexts(tools.store)).map((proposed) => proposed.body.id),
  ]);
  const first = (body.term ?? words).split(/\s+/).slice(0, 6).join(' ');
  return { id: newTextId(`${prefixes[kind]} ${first}`, taken), ...body };
}
