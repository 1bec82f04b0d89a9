// The drafts of an action. Every saved version is kept, so that a stale writer can be merged with what was saved
// meanwhile.
import type { Specification } from '../../schemas/types.ts';
import type { Draft } from '../model/adoption.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import { noteAuthor, rehash } from './actions.ts';
import type { DraftsTable, Store } from './database.ts';

export interface StoredDraft extends Draft {
  readonly action: string;
  readonly position: number;
  readonly hash: string;
  readonly savedBy: string;
  readonly savedAt: string;
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

/** The drafts of some classes in actions that are not decided, the action opened last first. */
export async function undecidedDrafts(store: Store, classIds: readonly string[]): Promise<StoredDraft[]> {
  if (classIds.length === 0) return [];
  const rows = await store.db
    .selectFrom('drafts')
    .innerJoin('actions', 'actions.number', 'drafts.action')
    .selectAll('drafts')
    .where('actions.step', 'in', ['draft', 'in review', 'posted'])
    .where('class_id', 'in', [...classIds])
    .orderBy('actions.opened_at', 'desc')
    .orderBy('actions.number', 'desc')
    .execute();
  return rows.map(toDraft);
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

/** A saved version with the one that it was saved upon. */
export interface SavedVersion {
  readonly id: number;
  readonly hash: string;
  readonly draft: Draft;
  readonly before: Draft;
  readonly beforeHash: string;
}

/**
 * The latest version of a draft that a person saved, of those numbered from `from` to `to`; null where there is none
 * that was saved upon another.
 */
export async function versionSavedBy(
  store: Store,
  { action, classId, by }: { readonly action: string; readonly classId: string; readonly by: string },
  { from = 0, to = Number.MAX_SAFE_INTEGER, first = false } = {},
): Promise<SavedVersion | null> {
  const versions = store.db
    .selectFrom('draft_versions')
    .select(['id', 'hash', 'draft'])
    .where('action', '=', action)
    .where('class_id', '=', classId);
  const row = await versions
    .where('saved_by', '=', by)
    .where('id', '>=', from)
    .where('id', '<=', to)
    .orderBy('id', first ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const before = await versions.where('id', '<', row.id).orderBy('id', 'desc').limit(1).executeTakeFirst();
  if (!before) return null;
  const read = (text: string) => ({ classId, ...(JSON.parse(text) as Omit<Draft, 'classId'>) });
  return {
    ...{ id: row.id, hash: row.hash, draft: read(row.draft) },
    ...{ before: read(before.draft), beforeHash: before.hash },
  };
}

export async function removeDraft(store: Store, action: string, classId: string, by: string): Promise<void> {
  await store.db.deleteFrom('drafts').where('action', '=', action).where('class_id', '=', classId).execute();
  await noteAuthor(store, action, by);
  await rehash(store, action);
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
