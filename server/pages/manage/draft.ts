// /manage/actions/CN1746/changes/CLASS: the text that a change proposes. Saving names the version that was edited; what
// two people changed in the same place comes back with all three versions and nothing lost.
import type { Request, Response } from 'express';
import { previewAdoption } from '../../actions/preview-adoption.ts';
import { requireAction, requireDraft } from '../../actions/requirements.ts';
import { saveDraft } from '../../actions/save-draft.ts';
import { refusal } from '../../errors.ts';
import type { Choices, Conflict } from '../../model/merge.ts';
import type { Issue } from '../../model/issue.ts';
import { textsOver } from '../../model/adoption.ts';
import { mayBeEdited } from '../../model/workflow.ts';
import type { SchemaProblem } from '../../schemas.ts';
import { draftVersion, type StoredDraft } from '../../store/drafts.ts';
import type { Tools } from '../../tools.ts';
import { inWords } from '../../model/calendar-date.ts';
import { field, summaryOf } from '../field.ts';
import { sendPrivately } from '../answer.ts';
import type { Filled, Typed } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { conflictRows } from './conflict-view.ts';
import { fieldsOf, specificationOf } from './draft-form.ts';

type DraftRequest = Request<{ number: string; classId: string }>;

export async function showDraft(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  const { number, classId } = request.params;
  const draft = await requireDraft(tools.store, number, classId);
  await sendDraft(tools, request, response, draft, {
    status: 200,
    fields: null,
    issues: [],
    conflicts: [],
    base: draft.hash,
  });
}

export async function saveDraftForm(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  form: Filled<'form-draft.schema.json'>,
): Promise<void> {
  const { number, classId } = request.params;
  const base = typeof form.typed.base === 'string' ? form.typed.base : '';
  const edited = await draftVersion(tools.store, number, classId, base);
  const draft = await requireDraft(tools.store, number, classId);
  if (!edited) throw refusal('base-missing');
  const fields = form.typed;
  const again = (status: number, shown: Partial<Shown>, from = draft) =>
    sendDraft(tools, request, response, from, { status, fields, issues: [], conflicts: [], base, ...shown });
  if (form.value === null) return again(422, { issues: form.issues });
  const { effectiveOn = '', carry = '', choice = [], settle = [] } = form.value;
  const edit = {
    base,
    body: specificationOf(fields, edited.body),
    effectiveOn: effectiveOn || null,
    carry: carry || null,
    choices: { ...draft.choices, ...choicesOf(choice) },
    settle: choicesOf(settle),
  };
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const saved = await saveDraft(acting, number, classId, edit);
  if (saved.outcome === 'invalid') return again(422, { issues: saved.problems.map(asIssue) });
  if (saved.outcome === 'conflict') return again(412, { conflicts: saved.conflicts }, saved.theirs);
  response.redirect(303, `/manage/actions/${number}/changes/${classId}?saved=${saved.outcome}`);
}

/** 'mine=sections.duties.b7' */
function choicesOf(sent: readonly string[]): Choices {
  const choices: Record<string, 'mine' | 'theirs'> = {};
  for (const text of sent) {
    const [, choice, at] = /^(mine|theirs)=(.+)$/.exec(text) ?? [];
    if (at) choices[at] = choice === 'mine' ? 'mine' : 'theirs';
  }
  return choices;
}

/** '/sections/duties/blocks/3/text' stands beside the field of the duties. */
function asIssue({ at, problem }: SchemaProblem): Issue {
  const [, first = '', second = ''] = at.split('/');
  const field =
    first === 'sections'
      ? second === 'details'
        ? `details.${at.split('/')[3] ?? ''}`
        : `section.${second}`
      : first;
  return { field, problem: 'form', message: `This cannot be saved: ${problem}.` };
}

interface Shown {
  readonly status: number;
  /** What the writer sent, to be shown again; null for the draft as it is stored. */
  readonly fields: Typed | null;
  readonly issues: readonly Issue[];
  readonly conflicts: readonly Conflict[];
  readonly base: string;
}

const savedWords: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  merged: 'Saved. Somebody else had saved meanwhile in other places; both are kept.',
  unchanged: 'Nothing had changed.',
};

async function sendDraft(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  draft: StoredDraft,
  shown: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const action = await requireAction(tools.store, draft.action);
  const preview = await previewAdoption(tools.store, action, settings);
  const obstacle = preview.obstacles.find(({ classId }) => classId === draft.classId);
  const later = textsOver(action, draft, preview.revisions.get(draft.classId) ?? []);
  const typed = shown.fields ?? {};
  const stored: Typed = {
    effectiveOn: draft.effectiveOn ?? '',
    ...Object.fromEntries(fieldsOf(draft.body, settings).map(({ name, value }) => [name, value])),
  };
  const asTyped = (name: string) => ({ [name]: typed[name] ?? stored[name] ?? '' });
  const title = draft.body.title || 'New class';
  const body = tools.views.render('pages/manage/draft', {
    page: frame(settings, { title: `${title} in ${action.number}`, place: 'none' }, response),
    title,
    code: draft.body.code,
    number: action.number,
    actionTitle: action.title,
    href: `/manage/actions/${action.number}`,
    self: `/manage/actions/${action.number}/changes/${draft.classId}`,
    mayEdit: mayBeEdited(action.step) && staff(response).roles.includes('analyst'),
    base: shown.base,
    problems: summaryOf(shown.issues),
    fields: fieldsOf(draft.body, settings).map((each) =>
      field({ ...each, type: 'text' }, asTyped(each.name), shown.issues),
    ),
    date: field(
      {
        name: 'effectiveOn',
        label: 'Effective date of this change',
        type: 'date',
        hint: dateHint(action.effectiveOn),
      },
      asTyped('effectiveOn'),
      shown.issues,
    ),
    hasLater: later.length > 0,
    carryForward: draft.carry === 'forward',
    carryNot: draft.carry === 'not',
    obstacle: obstacle?.message ?? null,
    choices: conflictRows(
      obstacle?.conflicts.map((conflict) => ({ ...conflict, at: `${conflict.number}:${conflict.at}` })) ?? [],
    ),
    conflicts: conflictRows(shown.conflicts),
    saved: savedWords[queryValue(request, 'saved') ?? ''] ?? null,
  });
  sendPrivately(response, body, shown.status);
}

function dateHint(effectiveOn: string | null): string {
  return effectiveOn === null
    ? 'The action itself has no date yet.'
    : `Empty: the action’s own date, ${inWords(effectiveOn)}.`;
}
