// Begins a new class as a level beside a neighbour: a copy of its text at a level of its own, and a change for every class
// that makes room for it, in one transaction.
import type { CalendarDate, Specification } from '../../schemas/types.ts';
import { levelBeside } from '../model/class-beginnings.ts';
import { roomBeside, type Side } from '../model/series-levels.ts';
import type { Store } from '../store/database.ts';
import { draftOf } from '../store/drafts.ts';
import { actionByNumber } from '../store/actions.ts';
import { revisionInForce } from '../store/record.ts';
import { addNewIn } from './add-changes.ts';
import { type ActionChoice, intoAction } from './into-action.ts';
import { levelsInAction, placeIn } from './place-levels.ts';
import type { Actor } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

export interface NewLevel {
  readonly seriesId: string;
  /** The class beside which it is put. */
  readonly neighbour: string;
  readonly side: Side;
  readonly title: string;
}

export type LevelOutcome =
  | { readonly outcome: 'begun'; readonly classId: string; readonly number: string }
  /** The neighbour does not stand in the series by then, or the series is full. */
  | { readonly outcome: 'no-neighbour' | 'no-room' };

export async function beginLevel(acting: Acting, into: ActionChoice, level: NewLevel): Promise<LevelOutcome> {
  return acting.store.transaction(async (transaction) => {
    const within = { ...acting, store: transaction };
    const place = await placeOf(within, into, level);
    if (place.outcome !== 'room') return place;
    await intoAction(within, into);
    const body = levelBeside(place.text, level.title, { id: level.seriesId, level: place.level });
    const classId = await addNewIn(within, into.number, body);
    await placeIn(within, into.number, level.seriesId, place.moves);
    return { outcome: 'begun', classId, number: into.number };
  });
}

/** Looked up before anything is opened: what cannot be begun opens no action. */
async function placeOf(
  { store, today }: Acting,
  into: ActionChoice,
  { seriesId, neighbour, side }: NewLevel,
) {
  const on = await effectOf(store, into, today);
  const number = into.open ? null : into.number;
  const levels = await levelsInAction(store, seriesId, { number, on });
  const beside = levels.find(({ classId }) => classId === neighbour);
  const text = beside && (await textOf(store, number, neighbour, on));
  if (!beside || !text) return { outcome: 'no-neighbour' } as const;
  const room = roomBeside(levels, beside.level, side);
  return room ? ({ ...room, text, outcome: 'room' } as const) : ({ outcome: 'no-room' } as const);
}

/** The day on which the action takes effect; today where it says none. */
async function effectOf(
  store: Store,
  { number, open }: ActionChoice,
  today: CalendarDate,
): Promise<CalendarDate> {
  const effectiveOn = open ? open.effectiveOn : (await actionByNumber(store, number))?.effectiveOn;
  return effectiveOn ?? today;
}

/** As the action has it, or else as it is in force. */
async function textOf(
  store: Store,
  number: string | null,
  classId: string,
  on: CalendarDate,
): Promise<Specification | null> {
  const draft = number === null ? null : await draftOf(store, number, classId);
  return draft?.body ?? (await revisionInForce(store, 'class', classId, on))?.body ?? null;
}
