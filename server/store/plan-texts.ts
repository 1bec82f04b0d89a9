// The plan texts (series and shared texts) that an action proposes. Every saved version is kept.
import type { Status, TextSubject } from '../../schemas/types.ts';
import type { PlanText, PlanTextDraft, RecordedText } from '../model/plan-text.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import { noteAuthor, rehash } from './actions.ts';
import type { PlanTextDraftsTable, Store } from './database.ts';
import { revisionsOf } from './record.ts';

export interface StoredPlanText extends PlanTextDraft {
  readonly action: string;
  readonly hash: string;
  readonly savedBy: string;
  readonly savedAt: string;
}

export async function planTextsOf(store: Store, action: string): Promise<StoredPlanText[]> {
  const rows = await store.db
    .selectFrom('plan_text_drafts')
    .selectAll()
    .where('action', '=', action)
    .orderBy('position')
    .execute();
  return rows.map(toPlanText);
}

export async function planTextOf(
  store: Store,
  action: string,
  subject: TextSubject,
  id: string,
): Promise<StoredPlanText | null> {
  return (
    (await planTextsOf(store, action)).find((text) => text.subject === subject && text.id === id) ?? null
  );
}

/** The actions that are being prepared and hold a draft of the text, the latest saved first. */
export async function actionsWithText(store: Store, subject: TextSubject, id: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('plan_text_drafts')
    .innerJoin('actions', 'actions.number', 'plan_text_drafts.action')
    .select('actions.number as number')
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .where('actions.step', 'in', ['draft', 'in review', 'posted'])
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map(({ number }) => number);
}

/** The hash under which a draft of a plan text is quoted by whoever edits it. */
export function planTextHash({ subject, id, baseNumber, status, body }: PlanTextDraft): string {
  return sha256(`classplan/plan-text/1\0${canonicalJson({ subject, id, baseNumber, status, body })}`);
}

/** Inserts or replaces the draft of a text in an action, keeps the version, notes the author. */
export async function keepPlanText(
  store: Store,
  action: string,
  draft: PlanTextDraft,
  saved: { readonly by: string; readonly at: string },
): Promise<void> {
  const held = await planTextsOf(store, action);
  const place = held.findIndex(({ subject, id }) => subject === draft.subject && id === draft.id);
  const hash = planTextHash(draft);
  const row = fromPlanText(action, draft, hash, saved, (place === -1 ? held.length : place) + 1);
  await store.db
    .insertInto('plan_text_drafts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['action', 'subject', 'subject_id']).doUpdateSet(row))
    .execute();
  const { subject, subject_id, saved_by, saved_at, base_number: baseNumber, status } = row;
  const version = canonicalJson({ baseNumber, status, body: draft.body });
  await store.db
    .insertInto('plan_text_versions')
    .values({ action, subject, subject_id, hash, draft: version, saved_by, saved_at })
    .execute();
  await noteAuthor(store, action, saved.by);
  await rehash(store, action);
}

export async function removePlanText(
  store: Store,
  action: string,
  { subject, id }: Pick<PlanTextDraft, 'subject' | 'id'>,
  by: string,
): Promise<void> {
  await store.db
    .deleteFrom('plan_text_drafts')
    .where('action', '=', action)
    .where('subject', '=', subject)
    .where('subject_id', '=', id)
    .execute();
  await noteAuthor(store, action, by);
  await rehash(store, action);
}

/** Every recorded revision of a plan text, by number. */
export async function textRevisions(
  store: Store,
  subject: TextSubject,
  id: string,
): Promise<(RecordedText & { readonly hash: string; readonly action: string | null })[]> {
  return subject === 'series' ? revisionsOf(store, 'series', id) : revisionsOf(store, 'shared-text', id);
}

function toPlanText(row: PlanTextDraftsTable): StoredPlanText {
  return {
    action: row.action,
    subject: row.subject as TextSubject,
    id: row.subject_id,
    baseNumber: row.base_number,
    status: row.status as Status,
    body: JSON.parse(row.body) as PlanText,
    hash: row.hash,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  };
}

function fromPlanText(
  action: string,
  draft: PlanTextDraft,
  hash: string,
  saved: { readonly by: string; readonly at: string },
  position: number,
): PlanTextDraftsTable {
  return {
    action,
    subject: draft.subject,
    subject_id: draft.id,
    position,
    base_number: draft.baseNumber,
    status: draft.status,
    body: canonicalJson(draft.body),
    hash,
    saved_by: saved.by,
    saved_at: saved.at,
  };
}
