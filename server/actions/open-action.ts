// Opens a classification action, and edits the instrument itself while it is a draft.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { problemsOf } from '../schemas.ts';
import { insertAction, isNumberTaken, noteAuthor, updateAction } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { type Actor, requireAction, requireEditable } from './requirements.ts';
import { tellOf } from './tell-of.ts';

export interface InstrumentText {
  readonly title: string;
  readonly reason: string;
  readonly authority: string;
  readonly effectiveOn: CalendarDate | null;
}

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Actor;
}

export async function openAction(
  { store, ...acting }: Acting,
  number: string,
  text: InstrumentText,
): Promise<void> {
  await store.transaction((transaction) => openActionIn(transaction, acting, number, text));
}

/** As openAction, inside a transaction that does more. */
export async function openActionIn(
  store: Store,
  { now, by }: Omit<Acting, 'store'>,
  number: string,
  text: InstrumentText,
): Promise<void> {
  requireForm(number, text);
  if (await isNumberTaken(store, number)) {
    throw refusal('step-not-possible', { detail: `The number ${number} is taken.` });
  }
  const dates = { postedOn: null, commentsUntil: null, decidedOn: null, ratifiedOn: null };
  const opened = { openedBy: by.id, openedAt: now.toISOString() };
  await insertAction(store, { ...text, ...dates, ...opened, number, step: 'draft' });
  await noteAuthor(store, number, by.id);
  const { hash } = await requireAction(store, number);
  const deed = { action: number, act: 'open', step: 'draft', hash, detail: { ...text } } as const;
  await tellOf(store, { now, by }, deed);
}

/** The instrument as it will stand in the record: pages tell a person of each field, and this lets nothing else pass. */
function requireForm(number: string, text: InstrumentText): void {
  const undecided = {
    postedOn: null,
    commentsUntil: null,
    ratifiedOn: null,
    ratifiedBy: null,
    approvedHash: null,
    changes: [],
  };
  const decided = { ...text, ...undecided, number, step: 'adopted', decidedOn: '2000-01-01' };
  const [problem] = problemsOf('decided-action.schema.json', decided);
  if (problem)
    throw refusal('form-not-readable', { detail: `${problem.at || 'The whole'} ${problem.problem}.` });
}

/** Changes the instrument's own words and date; `base` is the hash of the action that was shown. */
export async function editAction(
  { store, now, by }: Acting,
  number: string,
  base: string,
  text: InstrumentText,
): Promise<void> {
  requireForm(number, text);
  await store.transaction(async (transaction) => {
    const action = await requireAction(transaction, number);
    requireEditable(action);
    if (action.hash !== base) throw refusal('moved-since-shown');
    await updateAction(transaction, number, text);
    await noteAuthor(transaction, number, by.id);
    const { hash } = await requireAction(transaction, number);
    const deed = { action: number, act: 'edit', step: 'draft', hash, detail: { ...text } } as const;
    await tellOf(transaction, { now, by }, deed);
  });
}
