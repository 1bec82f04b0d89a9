// /manage/actions/CN1746/changes/CLASS: the text that a change proposes, and its editor. Everything sent is first saved as
// it was typed, naming the version that was edited; what two people changed in the same place comes back with all three
// versions and nothing lost. Then the act of the button is done.
import type { Request, Response } from 'express';
import type { DraftForm, Specification } from '../../../schemas/types.ts';
import { requireDraft } from '../../actions/requirements.ts';
import { saveDraft, type SaveOutcome } from '../../actions/save-draft.ts';
import { redoSave, undoSave } from '../../actions/undo-save.ts';
import { refusal } from '../../errors.ts';
import type { Draft } from '../../model/adoption.ts';
import type { Issue } from '../../model/issue.ts';
import type { Choices } from '../../model/merge.ts';
import type { SchemaProblem } from '../../schemas.ts';
import { draftVersion, type StoredDraft, versionSavedBy } from '../../store/drafts.ts';
import { allSharedTexts } from '../../store/plan.ts';
import type { Tools } from '../../tools.ts';
import type { Filled, Typed } from '../form.ts';
import { planToday } from '../page.ts';
import { staff } from '../visitor.ts';
import { acted, type EditorAct, type Place, readAct } from './draft-act.ts';
import { specificationOf, textIssues } from './draft-text.ts';
import { sendDraft, type Shown } from './draft-view.ts';

type DraftRequest = Request<{ number: string; classId: string }>;

export async function showDraft(tools: Tools, request: DraftRequest, response: Response): Promise<void> {
  const { number, classId } = request.params;
  const draft = await requireDraft(tools.store, number, classId);
  await sendDraft(tools, request, response, draft, asStored(draft));
}

function asStored(draft: StoredDraft): Shown {
  const nothing = { fields: null, issues: [], conflicts: [], pasted: null };
  return { ...nothing, status: 200, edited: draft, base: draft.hash };
}

export async function saveDraftForm(
  tools: Tools,
  request: DraftRequest,
  response: Response,
  form: Filled<'form-draft.schema.json'>,
): Promise<void> {
  const { number, classId } = request.params;
  const { typed: fields } = form;
  const base = typeof fields.base === 'string' ? fields.base : '';
  const edited = await draftVersion(tools.store, number, classId, base);
  const draft = await requireDraft(tools.store, number, classId);
  if (!edited) throw refusal(base === '' ? 'base-missing' : 'base-unknown');
  const again = (status: number, shown: Partial<Shown>, from = draft) => {
    const plain = { status, fields, issues: [], conflicts: [], edited, base, pasted: null };
    return sendDraft(tools, request, response, from, { ...plain, ...shown });
  };
  const act = readAct(fields.act);
  const issues = [...form.issues, ...textIssues(fields)];
  if (form.value === null || issues.length > 0) return again(422, { issues });
  const library = 'key' in act && act.act === 'pick' ? await libraryToday(tools) : [];
  const { body, place } = acted(specificationOf(fields, edited.body), act, fields, library);
  const acting = { store: tools.store, now: tools.clock.now(), by: staff(response) };
  const saved = await saveDraft(acting, number, classId, editOf(form.value, draft, edited, base, body));
  if (saved.outcome === 'invalid')
    return again(422, { issues: saved.problems.map((each) => asIssue(each, body)) });
  if (saved.outcome === 'conflict') return again(412, { conflicts: saved.conflicts }, saved.theirs);
  if ('key' in act && act.act === 'paste')
    return sendDraft(tools, request, response, saved.draft, {
      ...asStored(saved.draft),
      pasted: { place: { key: act.key, id: act.id ?? '' }, text: textOf(fields, `paste.${act.key}`) },
    });
  const next = await nextPage(tools, response, saved, act, place);
  const lines = 'section.duties' in fields ? '&as=lines' : '';
  response.redirect(303, `/manage/actions/${number}/changes/${classId}?${next}${lines}${anchorOf(place)}`);
}

async function libraryToday(tools: Tools) {
  const { today } = await planToday(tools);
  return allSharedTexts(tools.store, today);
}

function editOf(value: DraftForm, draft: StoredDraft, edited: Draft, base: string, body: Specification) {
  const { effectiveOn = edited.effectiveOn, carry = edited.carry, choice = [], settle = [] } = value;
  return {
    ...{ base, body },
    effectiveOn: effectiveOn || null,
    carry: carry || null,
    choices: { ...draft.choices, ...choicesOf(choice) },
    settle: choicesOf(settle),
  };
}

function textOf(fields: Typed, name: string): string {
  const text = fields[name];
  return typeof text === 'string' ? text : '';
}

/** What the address of the page says after an act: what was done, where the keyboard is, what can be done again. */
async function nextPage(
  tools: Tools,
  response: Response,
  saved: Extract<SaveOutcome, { draft: StoredDraft }>,
  act: EditorAct,
  place: Place | null,
): Promise<string> {
  if (act.act === 'undo' || act.act === 'redo') return goBack(tools, response, saved, act);
  const at = place && place.id !== '' ? `${place.key}.${place.id}` : null;
  const where = at === null ? '' : act.act === 'below' ? `&below=${at}` : `&at=${at}`;
  return `saved=${saved.outcome}${where}`;
}

/** Undoes or redoes a save of this person; what was typed meanwhile is the latest save and goes first. */
async function goBack(
  { store, clock }: Tools,
  response: Response,
  saved: Extract<SaveOutcome, { draft: StoredDraft }>,
  { act, version, top }: Extract<EditorAct, { act: 'undo' | 'redo' }>,
): Promise<string> {
  const by = staff(response);
  const { action: number, classId } = saved.draft;
  const who = { action: number, classId, by: by.id };
  const isNews = saved.outcome !== 'unchanged';
  const latest = isNews || version === null ? ((await versionSavedBy(store, who))?.id ?? null) : version;
  if (latest === null || (act === 'redo' && isNews)) return 'saved=nothing-to-undo';
  const which = { number, classId, version: latest };
  const done = await (act === 'undo' ? undoSave : redoSave)({ store, now: clock.now(), by }, which);
  if (!('draft' in done)) return 'saved=not-undone';
  const last = isNews || top === null ? latest : top;
  if (act === 'undo') return `saved=undone&undone=${latest}&top=${last}`;
  const next = await versionSavedBy(store, who, { from: latest + 1, to: last, first: true });
  return next ? `saved=redone&undone=${next.id}&top=${last}` : 'saved=redone';
}

function anchorOf(place: Place | null): string {
  return place && place.id !== '' ? `#row-${place.key}-${place.id}` : '';
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

function asIssue({ at, problem }: SchemaProblem, body: Specification): Issue {
  return { field: fieldAt(at, body), problem: 'form', message: `This cannot be saved: ${problem}.` };
}

/** '/sections/duties/blocks/3/text' stands beside the field of the duties. */
function fieldAt(at: string, { additional }: Specification): string {
  const [, first = '', second = '', third = ''] = at.split('/');
  if (first === 'additional') return `additional.${additional[Number(second)]?.id ?? ''}`;
  if (first !== 'sections') return first;
  return second === 'details' ? `details.${third}` : `section.${second}`;
}
