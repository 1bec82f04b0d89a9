// Puts changes into an action: each begins as the text in force, ready to be edited. One action may take hundreds.
import { randomBytes } from 'node:crypto';
import type { CalendarDate, Placement, Specification } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Draft } from '../model/adoption.ts';
import type { Intent } from '../model/change.ts';
import { inForce } from '../model/in-force.ts';
import { classesOf, keepDrafts, removeDraft } from '../store/drafts.ts';
import type { Store } from '../store/database.ts';
import { revisionsOfEach } from '../store/record.ts';
import { type Actor, requireAction, requireDraft, requireEditable } from './requirements.ts';
import { tellOf } from './tell-of.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

/** What is done at once to every class that is added; null leaves the text as it is. */
export interface Edit {
  readonly payGrade: string | null;
  readonly title: string | null;
  readonly code: string | null;
  readonly series: Placement | null;
}

export interface AddedChange {
  readonly classId: string;
  readonly intent: Exclude<Intent, 'create'>;
  readonly edit: Edit;
}

/** Adds changes of existing classes. A class that the action holds already is left as it stands there. */
export async function addChanges(
  acting: Acting,
  number: string,
  changes: readonly AddedChange[],
  today: CalendarDate,
): Promise<void> {
  await acting.store.transaction((transaction) =>
    addIn({ ...acting, store: transaction }, number, changes, today),
  );
}

/** The same within a transaction that does more; its `store` is the transaction. */
export async function addIn(
  { store, now, by }: Acting,
  number: string,
  changes: readonly AddedChange[],
  today: CalendarDate,
): Promise<void> {
  const action = await requireAction(store, number);
  requireEditable(action);
  const held = new Set(await classesOf(store, number));
  const wanted = new Map(changes.map((change) => [change.classId, change]));
  const added = [...wanted.values()].filter(({ classId }) => !held.has(classId));
  if (added.length === 0) return;
  const drafts = await begun(store, added, action.effectiveOn ?? today);
  await keepDrafts(store, number, drafts, { by: by.id, at: now.toISOString() });
  const classIds = drafts.map(({ classId }) => classId);
  await tell(store, number, { now, by }, 'add', classIds);
}

const beginning = { effectiveOn: null, carry: null, choices: {} } as const;

/** Each from the text in force on the date, or else from the latest. */
async function begun(store: Store, changes: readonly AddedChange[], on: CalendarDate): Promise<Draft[]> {
  const revisions = await revisionsOfEach(
    store,
    'class',
    changes.map(({ classId }) => classId),
  );
  return changes.map(({ classId, intent, edit }) => {
    const all = revisions.get(classId) ?? [];
    const base = inForce(all, on) ?? all.at(-1);
    if (!base) throw refusal('class-not-found', { detail: `Asked for: ${classId}.` });
    return { ...beginning, classId, intent, baseNumber: base.number, body: edited(base.body, edit) };
  });
}

function edited(body: Specification, edit: Edit): Specification {
  const details =
    edit.payGrade === null
      ? body.sections.details
      : { ...(body.sections.details ?? { state: 'text' as const }), payGrade: edit.payGrade };
  return {
    ...body,
    code: edit.code ?? body.code,
    title: edit.title ?? body.title,
    series: edit.series ?? body.series,
    sections: { ...body.sections, ...(details && { details }) },
  };
}

/** Adds a class that does not exist yet; its id is made here and stays with it for ever. */
export async function addNewClass(acting: Acting, number: string, body: Specification): Promise<string> {
  return acting.store.transaction((transaction) => addNewIn({ ...acting, store: transaction }, number, body));
}

/** The same within a transaction that does more; its `store` is the transaction. */
export async function addNewIn(
  { store, now, by }: Acting,
  number: string,
  body: Specification,
): Promise<string> {
  const classId = `class-${randomBytes(6).toString('hex')}`;
  requireEditable(await requireAction(store, number));
  const draft: Draft = { ...beginning, classId, intent: 'create', baseNumber: null, body };
  await keepDrafts(store, number, [draft], { by: by.id, at: now.toISOString() });
  await tell(store, number, { now, by }, 'add', [classId]);
  return classId;
}

/** `base` is the hash of the draft that was shown; null where whoever removes it was shown the class alone. */
export async function removeChange(
  { store, now, by }: Acting,
  number: string,
  classId: string,
  base: string | null = null,
): Promise<void> {
  await store.transaction(async (transaction) => {
    requireEditable(await requireAction(transaction, number));
    const { hash } = await requireDraft(transaction, number, classId);
    if (base !== null && base !== hash) throw refusal('version-moved');
    await removeDraft(transaction, number, classId, by.id);
    await tell(transaction, number, { now, by }, 'remove', [classId]);
  });
}

async function tell(
  store: Store,
  number: string,
  { now, by }: Pick<Acting, 'now' | 'by'>,
  act: 'add' | 'remove',
  classIds: readonly string[],
): Promise<void> {
  const { hash, step } = await requireAction(store, number);
  const snapshot = { classes: [...classIds] };
  await tellOf(store, { now, by }, { action: number, act, step, hash, snapshot, detail: snapshot });
}
