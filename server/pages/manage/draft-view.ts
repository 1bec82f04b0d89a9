// The page of a draft: the editor as the draft is stored or as it was sent, its preview, what stands in the way, and what
// the change makes of later texts.
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
import { type StoredDraft, versionSavedBy } from '../../store/drafts.ts';
import type { Tools } from '../../tools.ts';
import { sendPrivately } from '../answer.ts';
import { field, summaryOf } from '../field.ts';
import type { Typed } from '../form.ts';
import { frame, planToday, queryValue } from '../page.ts';
import { staff } from '../visitor.ts';
import { conflictRows } from './conflict-view.ts';
import type { Place } from './draft-act.ts';
import { editorView } from './draft-editor.ts';
import { sideView } from './draft-side.ts';
import { mendedView } from './mended-view.ts';
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
  /** A pasted list that waits to be added after a place. */
  readonly pasted: { readonly place: Place; readonly text: string } | null;
}

const savedWords: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  merged: 'Saved. Somebody else had saved meanwhile in other places; both are kept.',
  unchanged: 'Nothing had changed.',
  mended:
    'The sentence is mended in this draft. Read it, and write it as it should be; nothing is decided yet.',
  undone: 'Undone.',
  redone: 'Done again.',
  'not-undone': 'Not undone: the same places have been changed since by somebody else.',
  'nothing-to-undo': 'There is nothing of yours to undo.',
};

export async function sendDraft(
  tools: Tools,
  request: Request,
  response: Response,
  draft: StoredDraft,
  shown: Shown,
): Promise<void> {
  const { settings, today } = await planToday(tools);
  const action = await requireAction(tools.store, draft.action);
  const preview = await previewAdoption(tools.store, action, settings);
  const title = draft.body.title || 'New class';
  const mayEdit = mayBeEdited(action.step) && staff(response).roles.includes('analyst');
  const self = `/manage/actions/${action.number}/changes/${draft.classId}`;
  const body = tools.views.render('pages/manage/draft', {
    page: frame(
      settings,
      { title: `${title} in ${action.number}`, place: 'none', scripts: mayEdit ? ['editor/editor.js'] : [] },
      response,
    ),
    person: staff(response).id,
    title,
    code: draft.body.code,
    number: action.number,
    actionTitle: action.title,
    href: `/manage/actions/${action.number}`,
    self,
    mayEdit,
    ...savedView(request, draft, settings),
    mended: await mendedView(tools.store, request, draft),
    ...(await editorView(tools, request, draft, shown, {
      settings,
      mayEdit,
      self,
      on: action.effectiveOn ?? today,
    })),
    ...formView(action, shown),
    ...adoptionView(action, draft, preview, settings),
    ...(await undoView(tools, request, response, draft)),
    ...(await sideView(tools.store, draft, {
      ...{ settings, today, self },
      isDecided: !['draft', 'in review', 'posted'].includes(action.step),
    })),
  });
  sendPrivately(response, body, shown.status);
}

/** What the last act did, and when the draft was saved, in the plan's time. */
function savedView(request: Request, { savedAt }: StoredDraft, { timeZone, language }: PlanSettings) {
  const outcome = queryValue(request, 'saved') ?? '';
  const time = new Date(savedAt).toLocaleTimeString(language, {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
  });
  const day = new Date(savedAt).toLocaleDateString(language, { timeZone, dateStyle: 'long' });
  return {
    outcome,
    saved: savedWords[outcome] ?? null,
    savedAt: `Saved ${time}`,
    savedOn: `${day}, ${time}`,
  };
}

function formView(action: Action, shown: Shown) {
  const { edited, issues } = shown;
  const typed = shown.fields ?? {};
  const date = {
    name: 'effectiveOn',
    label: 'Effective date of this change',
    type: 'date',
    hint: dateHint(action.effectiveOn),
  } as const;
  const carry = typed.carry ?? edited.carry;
  return {
    base: shown.base,
    problems: summaryOf(issues.map(atSection)),
    date: field(date, { effectiveOn: typed.effectiveOn ?? edited.effectiveOn ?? '' }, issues),
    carryForward: carry === 'forward',
    carryNot: carry === 'not',
    conflicts: conflictRows(shown.conflicts),
  };
}

/** The summary leads from a message about a row to its section. */
function atSection(issue: Issue): Issue {
  const [, key] = /^(?:block|kind|text|term|percent)\.([A-Za-z]+)$/.exec(issue.field) ?? [];
  return key ? { ...issue, field: `section.${key}` } : issue;
}

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

/** The saves of this person that can be undone and done again, as the buttons name them. */
async function undoView(tools: Tools, request: Request, response: Response, draft: StoredDraft) {
  const who = { action: draft.action, classId: draft.classId, by: staff(response).id };
  const [undone, top] = ['undone', 'top'].map((name) => Number(queryValue(request, name)) || null);
  const last = await versionSavedBy(tools.store, who, undone ? { to: undone - 1 } : {});
  return {
    undo: last && `undo ${last.id} ${top ?? last.id}`,
    redo: undone && top && undone <= top ? `redo ${undone} ${top}` : null,
  };
}
