// Classification actions while they are prepared: the instrument, its drafts, its log. A draft's every saved version
// is kept, so that a stale writer can be merged with what was saved meanwhile.
import type { CalendarDate, Specification } from '../../schemas/types.ts';
import type { Draft } from '../model/adoption.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import type { Act, Step } from '../model/workflow.ts';
import type { ActionsTable, DraftsTable, Store } from './database.ts';

export interface Action {
  readonly number: string;
  readonly title: string;
  readonly reason: string;
  readonly authority: string;
  readonly step: Step;
  readonly effectiveOn: CalendarDate | null;
  readonly postedOn: CalendarDate | null;
  readonly commentsUntil: CalendarDate | null;
  readonly decidedOn: CalendarDate | null;
  readonly ratifiedOn: CalendarDate | null;
  readonly openedBy: string;
  readonly openedAt: string;
  /** Of the instrument and all its drafts; moves with every edit. */
  readonly hash: string;
}

export interface StoredDraft extends Draft {
  readonly action: string;
  readonly position: number;
  readonly hash: string;
  readonly savedBy: string;
  readonly savedAt: string;
}

export interface LogEntry {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly act: Act | 'open' | 'edit' | 'add' | 'remove';
  readonly step: Step;
  readonly note: string | null;
  readonly hash: string;
  /** What was shown at this step (a posting, a decision), as data. */
  readonly snapshot: unknown;
}

export async function actionByNumber(store: Store, number: string): Promise<Action | null> {
  const row = await store.db
    .selectFrom('actions')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? toAction(row) : null;
}

/** Actions at the given steps, the latest opened first. */
export async function actionsAt(store: Store, steps: readonly Step[]): Promise<Action[]> {
  const rows = await store.db
    .selectFrom('actions')
    .selectAll()
    .where('step', 'in', [...steps])
    .orderBy('opened_at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(toAction);
}

export async function insertAction(store: Store, action: Omit<Action, 'hash'>): Promise<void> {
  await store.db
    .insertInto('actions')
    .values({ ...toRow({ ...action, hash: '' }) })
    .execute();
  await rehash(store, action.number);
}

export async function updateAction(
  store: Store,
  number: string,
  changed: Partial<Omit<Action, 'number' | 'hash'>>,
): Promise<void> {
  const action = await actionByNumber(store, number);
  if (!action) throw new Error(`There is no action ${number}`);
  await store.db
    .updateTable('actions')
    .set(toRow({ ...action, ...changed }))
    .where('number', '=', number)
    .execute();
  await rehash(store, number);
}

export async function draftsOf(store: Store, action: string): Promise<StoredDraft[]> {
  const rows = await store.db
    .selectFrom('drafts')
    .selectAll()
    .where('action', '=', action)
    .orderBy('position')
    .execute();
  return rows.map(toDraft);
}

export async function draftOf(store: Store, action: string, classId: string): Promise<StoredDraft | null> {
  const row = await store.db
    .selectFrom('drafts')
    .selectAll()
    .where('action', '=', action)
    .where('class_id', '=', classId)
    .executeTakeFirst();
  return row ? toDraft(row) : null;
}

/** The hash under which a draft is quoted by whoever edits it. */
export function draftHash(draft: Draft): string {
  return sha256(`classplan/draft/1\0${draftText(draft)}`);
}

function draftText({ intent, baseNumber, effectiveOn, carry, choices, body }: Draft): string {
  return canonicalJson({ intent, baseNumber, effectiveOn, carry, choices, body });
}

interface Saved {
  readonly by: string;
  readonly at: string;
}

/** Inserts or replaces the drafts of classes in an action, keeps each version, notes the author. */
export async function keepDrafts(
  store: Store,
  action: string,
  drafts: readonly Draft[],
  saved: Saved,
): Promise<void> {
  const positions = await positionsOf(store, action);
  let last = Math.max(0, ...positions.values());
  for (const draft of drafts) {
    const position = positions.get(draft.classId) ?? (last += 1);
    await keepDraft(store, {
      ...draft,
      action,
      position,
      hash: draftHash(draft),
      savedBy: saved.by,
      savedAt: saved.at,
    });
  }
  await noteAuthor(store, action, saved.by);
  await rehash(store, action);
}

/** The classes that an action changes. */
export async function classesOf(store: Store, action: string): Promise<string[]> {
  return [...(await positionsOf(store, action)).keys()];
}

async function positionsOf(store: Store, action: string): Promise<Map<string, number>> {
  const rows = await store.db
    .selectFrom('drafts')
    .select(['class_id', 'position'])
    .where('action', '=', action)
    .execute();
  return new Map(rows.map((row) => [row.class_id, row.position]));
}

async function keepDraft(store: Store, draft: StoredDraft): Promise<void> {
  const row = fromDraft(draft);
  await store.db
    .insertInto('drafts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['action', 'class_id']).doUpdateSet(row))
    .execute();
  const { action, class_id, hash, saved_by, saved_at } = row;
  await store.db
    .insertInto('draft_versions')
    .values({ action, class_id, hash, draft: draftText(draft), saved_by, saved_at })
    .execute();
}

/** The draft as it was under an earlier hash; null where it never had that hash. */
export async function draftVersion(
  store: Store,
  action: string,
  classId: string,
  hash: string,
): Promise<Draft | null> {
  const row = await store.db
    .selectFrom('draft_versions')
    .select('draft')
    .where('action', '=', action)
    .where('class_id', '=', classId)
    .where('hash', '=', hash)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { classId, ...(JSON.parse(row.draft) as Omit<Draft, 'classId'>) } : null;
}

export async function removeDraft(store: Store, action: string, classId: string, by: string): Promise<void> {
  await store.db.deleteFrom('drafts').where('action', '=', action).where('class_id', '=', classId).execute();
  await noteAuthor(store, action, by);
  await rehash(store, action);
}

export async function noteAuthor(store: Store, action: string, personId: string): Promise<void> {
  await store.db
    .insertInto('action_authors')
    .values({ action, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everybody who opened, edited or wrote in an action; none of them decides on it. */
export async function authorsOf(store: Store, action: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('action_authors')
    .select('person_id')
    .where('action', '=', action)
    .execute();
  return rows.map((row) => row.person_id);
}

async function rehash(store: Store, number: string): Promise<void> {
  const action = await actionByNumber(store, number);
  if (!action) return;
  const drafts = await store.db
    .selectFrom('drafts')
    .select(['class_id', 'hash'])
    .where('action', '=', number)
    .orderBy('position')
    .execute();
  const { title, reason, authority, effectiveOn } = action;
  const hash = sha256(
    `classplan/action/1\0${canonicalJson({ number, title, reason, authority, effectiveOn, drafts })}`,
  );
  await store.db.updateTable('actions').set({ hash }).where('number', '=', number).execute();
}

export async function writeLog(store: Store, entry: LogEntry): Promise<void> {
  const snapshot = entry.snapshot === null ? null : canonicalJson(entry.snapshot);
  await store.db
    .insertInto('action_log')
    .values({ ...entry, snapshot })
    .execute();
}

/** What was done in an action, from its opening on. */
export async function logOf(store: Store, action: string): Promise<LogEntry[]> {
  const rows = await store.db
    .selectFrom('action_log')
    .selectAll()
    .where('action', '=', action)
    .orderBy('id')
    .execute();
  return rows.map(({ id: _id, ...row }) => ({
    ...row,
    act: row.act as LogEntry['act'],
    step: row.step as Step,
    snapshot: row.snapshot === null ? null : (JSON.parse(row.snapshot) as unknown),
  }));
}

function toAction(row: ActionsTable): Action {
  return {
    number: row.number,
    title: row.title,
    reason: row.reason,
    authority: row.authority,
    step: row.step as Step,
    effectiveOn: row.effective_on,
    postedOn: row.posted_on,
    commentsUntil: row.comments_until,
    decidedOn: row.decided_on,
    ratifiedOn: row.ratified_on,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    hash: row.hash,
  };
}

function toRow(action: Action): ActionsTable {
  return {
    number: action.number,
    title: action.title,
    reason: action.reason,
    authority: action.authority,
    step: action.step,
    effective_on: action.effectiveOn,
    posted_on: action.postedOn,
    comments_until: action.commentsUntil,
    decided_on: action.decidedOn,
    ratified_on: action.ratifiedOn,
    opened_by: action.openedBy,
    opened_at: action.openedAt,
    hash: action.hash,
  };
}

function toDraft(row: DraftsTable): StoredDraft {
  return {
    action: row.action,
    classId: row.class_id,
    position: row.position,
    intent: row.intent as Draft['intent'],
    baseNumber: row.base_number,
    effectiveOn: row.effective_on,
    carry: row.carry as Draft['carry'],
    choices: JSON.parse(row.choices) as Draft['choices'],
    body: JSON.parse(row.body) as Specification,
    hash: row.hash,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  };
}

function fromDraft(draft: StoredDraft): DraftsTable {
  return {
    action: draft.action,
    class_id: draft.classId,
    position: draft.position,
    intent: draft.intent,
    base_number: draft.baseNumber,
    effective_on: draft.effectiveOn,
    carry: draft.carry,
    choices: canonicalJson(draft.choices),
    body: canonicalJson(draft.body),
    hash: draft.hash,
    saved_by: draft.savedBy,
    saved_at: draft.savedAt,
  };
}
