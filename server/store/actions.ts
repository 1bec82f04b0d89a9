// Classification actions while they are prepared: the instrument and its authors. Its hash covers its drafts too, and
// moves with every edit of either.
import type { CalendarDate } from '../../schemas/types.ts';
import { canonicalJson, sha256 } from '../model/revision-chain.ts';
import type { Step } from '../model/workflow.ts';
import type { ActionsTable, Store } from './database.ts';

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
  /** Of the instrument, all its drafts and all its plan texts; moves with every edit. */
  readonly hash: string;
}

export async function actionByNumber(store: Store, number: string): Promise<Action | null> {
  const row = await store.db
    .selectFrom('actions')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? toAction(row) : null;
}

/** True of a number that an action has in whatever case, here or in the record: a citation does not tell cases apart. */
export async function isNumberTaken({ db }: Store, number: string): Promise<boolean> {
  const wanted = number.toLowerCase();
  const here = await db
    .selectFrom('actions')
    .select('number')
    .where(({ fn }) => fn<string>('lower', ['number']), '=', wanted)
    .executeTakeFirst();
  if (here) return true;
  const recorded = await db
    .selectFrom('revisions')
    .select('seq')
    .where('subject', '=', 'action')
    .where(({ fn }) => fn<string>('lower', ['subject_id']), '=', wanted)
    .executeTakeFirst();
  return recorded !== undefined;
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

/** Gives the action the hash of what it, its drafts and its plan texts say now. */
export async function rehash(store: Store, number: string): Promise<void> {
  const action = await actionByNumber(store, number);
  if (!action) return;
  const drafts = await store.db
    .selectFrom('drafts')
    .select(['class_id', 'hash'])
    .where('action', '=', number)
    .orderBy('position')
    .execute();
  const texts = await store.db
    .selectFrom('plan_text_drafts')
    .select(['subject', 'subject_id', 'hash'])
    .where('action', '=', number)
    .orderBy('position')
    .execute();
  const { title, reason, authority, effectiveOn } = action;
  const said = { number, title, reason, authority, effectiveOn, drafts, ...(texts.length > 0 && { texts }) };
  const hash = sha256(`classplan/action/1\0${canonicalJson(said)}`);
  await store.db.updateTable('actions').set({ hash }).where('number', '=', number).execute();
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
