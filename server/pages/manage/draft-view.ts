// The page of a draft: its form as it is stored or as it was sent, what stands in the way, and what the change makes of
// later texts.
import type { Request, Response } from 'express';
import type { PlanSettings } from '../../../schemas/types.ts';
import { type Preview, previewAdoption } from '../../actions/preview-adoption.ts';
import { requireAction } from '../../actions/requirements.ts';
import { type Draft, textsOver } from '../../model/adoption.ts';
import { inWords } from '../../model/calendar-date.ts';
import type { Issue } from '../../model/issue.ts';
import type { Conflict } from '../../model/merge.ts';
import { mayBeEdited } from '../../model/workflow.ts';
import type { Action } from '../../store/actions.ts';
import type { StoredDraft } from '../../store/drafts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { conflictRows } from './conflict-view.ts';
import { addedFields, benchmarkWords, fieldsOf } from './draft-form.ts';
import { carriedTexts } from './planned-view.ts';

export interface Shown {
  readonly status: number;
  /** What the writer sent, to be shown again; null for the draft as it is stored. */
  readonly fields: Typed | null;
  readonly issues: readonly Issue[];
  readonly conflicts: readonly Conflict[];
  /** The version that the form edits, and its hash. */
  readonly edited: Draft;
  readonly base: string;
}

const savedWords: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  merged: 'Saved. Somebody else had saved meanwhile in other places; both are kept.',
  unchanged: 'Nothing had changed.',
};

export async function sendDraft(
  tools: Tools,
  request: Request,
  response: Response,
  draft: StoredDraft,
  shown: Shown,
): Promise<void> {
  const { settings } = await planToday(tools);
  const action = await requireAction(tools.store, draft.action);
  const preview = await previewAdoption(tools.store, action, settings);
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
    saved: savedWords[queryValue(request, 'saved') ?? ''] ?? null,
    ...formView(action, settings, shown),
    ...adoptionView(action, draft, preview, settings),
  });
  sendPrivately(response, body, shown.status);
}

function formView(action: Action, settings: PlanSettings, shown: Shown) {
  const { edited, issues } = shown;
  const typed = shown.fields ?? {};
  const asTyped = (name: string, stored: string) => ({ [name]: typed[name] ?? stored });
  const date = {
    name: 'effectiveOn',
    label: 'Effective date of this change',
    type: 'date',
    hint: dateHint(action.effectiveOn),
  } as const;
  const benchmark = typed['details.benchmark'] ?? benchmarkWords(edited.body);
  const carry = typed.carry ?? edited.carry;
  return {
    base: shown.base,
    problems: summaryOf(issues),
    fields: [...fieldsOf(edited.body, settings), ...addedFields()].map((each) =>
      field({ ...each, type: 'text' }, asTyped(each.name, each.value), issues),
    ),
    date: field(date, asTyped('effectiveOn', edited.effectiveOn ?? ''), issues),
    benchmark: benchmarks.map(([value, label]) => ({ value, label, isChosen: value === benchmark })),
    carryForward: carry === 'forward',
    carryNot: carry === 'not',
    conflicts: conflictRows(shown.conflicts),
  };
}

const benchmarks = [
  ['', 'Not stated'],
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;

/** What adopting the draft as it is stored would meet and make. */
function adoptionView(action: Action, draft: StoredDraft, preview: Preview, settings: PlanSettings) {
  const obstacle = preview.obstacles.find(({ classId }) => classId === draft.classId);
  const open = (obstacle?.conflicts ?? []).map((conflict) => ({
    ...conflict,
    at: `${conflict.number}:${conflict.at}`,
  }));
  return {
    hasLater: textsOver(action, draft, preview.revisions.get(draft.classId) ?? []).length > 0,
    obstacle: obstacle?.message ?? null,
    choices: conflictRows(open),
    carried: carriedTexts(action, draft, preview, settings),
  };
}

function dateHint(effectiveOn: string | null): string {
  return effectiveOn === null
    ? 'The action itself has no date yet.'
    : `Empty: the action’s own date, ${inWords(effectiveOn)}.`;
}
