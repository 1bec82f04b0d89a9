// /api/v1/actions/CN1746/drafts: the drafts of an action, by the same rules as their pages. The ETag is the hash of the
// version; saving and removing quote it in If-Match.
import type { NewChange, Problem, PublishedDraft } from '../../schemas/types.ts';
import { addChanges, addNewClass, removeChange } from '../actions/add-changes.ts';
import { requireDraft } from '../actions/requirements.ts';
import { saveDraft } from '../actions/save-draft.ts';
import { refusal, refusals } from '../errors.ts';
import type { Conflict } from '../model/merge.ts';
import { planToday } from '../pages/page.ts';
import { draftOf, type StoredDraft } from '../store/drafts.ts';
import type { Tools } from '../tools.ts';
import { apiRoot, type Call, type Reply } from './operation.ts';
import { acting } from './preparation.ts';

export async function readDraft({ store }: Tools, { path: { number, classId } }: Call): Promise<Reply> {
  return replyOf(await requireDraft(store, number, classId), 200);
}

export async function writeDraft(
  tools: Tools,
  { path: { number, classId }, body, version: base, by }: Call<never, 'draft-body.schema.json'>,
): Promise<Reply> {
  const { specification, effectiveOn, carry, choices = {}, settle = {} } = body;
  const edit = { base, body: specification, effectiveOn, carry, choices, settle };
  const saved = await saveDraft(acting(tools, by), number, classId, edit);
  if (saved.outcome === 'conflict') return conflictOf(saved.theirs, saved.conflicts);
  if (saved.outcome === 'invalid') {
    const errors = saved.problems.map(({ at, problem }) => ({ pointer: at, detail: problem }));
    throw refusal('body-not-valid', { errors });
  }
  return replyOf(saved.draft, 200);
}

/** Both wrote in the same places: nothing is lost, and whoever repeats it settles each. */
function conflictOf(theirs: StoredDraft, conflicts: readonly Conflict[]): Reply {
  const { status, title, sentence: detail } = refusals['stale-draft'];
  const type = 'https://classplan.example/problems/stale-draft';
  const body: Problem = { type, title, status, detail, conflicts: [...conflicts] };
  return { status, body, version: theirs.hash };
}

/** A class that the action holds already is left as it stands there. */
export async function addDraft(
  tools: Tools,
  { path: { number }, body, by }: Call<never, 'new-change.schema.json'>,
): Promise<Reply> {
  const held = body.intent === 'create' ? null : await draftOf(tools.store, number, body.classId);
  const classId = await add(tools, number, body, acting(tools, by));
  const reply = replyOf(await requireDraft(tools.store, number, classId), held ? 200 : 201);
  return { ...reply, location: `${apiRoot}/actions/${number}/drafts/${classId}` };
}

async function add(
  tools: Tools,
  number: string,
  change: NewChange,
  by: ReturnType<typeof acting>,
): Promise<string> {
  if (change.intent === 'create') return addNewClass(by, number, change.specification);
  const { today } = await planToday(tools);
  const { intent, classId } = change;
  const edit = { payGrade: null, title: null, code: null, series: null };
  await addChanges(by, number, [{ classId, intent, edit }], today);
  return classId;
}

export async function removeDraft(
  tools: Tools,
  { path: { number, classId }, version, by }: Call,
): Promise<Reply> {
  await removeChange(acting(tools, by), number, classId, version);
  return { status: 204 };
}

function replyOf(draft: StoredDraft, status: number): Reply {
  const { action, classId, intent, baseNumber, effectiveOn, carry, choices, body: specification } = draft;
  const said = { action, classId, intent, baseNumber, effectiveOn, carry, choices, specification };
  const body: PublishedDraft = said;
  return { status, body, version: draft.hash };
}
