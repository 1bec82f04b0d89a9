// Gives classes of a series other levels: a change for each of them in an action. What the action changes of a class
// already stays as it is; only its place in the series becomes another.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import type { Leveled, Move } from '../model/series-levels.ts';
import type { Store } from '../store/database.ts';
import { draftsOf, keepDrafts, type StoredDraft } from '../store/drafts.ts';
import { levelsOn } from '../store/levels.ts';
import { addIn } from './add-changes.ts';
import { type ActionChoice, intoAction } from './into-action.ts';
import type { Actor } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

/** The levels of a series as an action would leave them. */
export interface LevelInAction extends Leveled {
  readonly code: string | null;
  readonly title: string;
  /** Whether the action establishes the class. */
  readonly isNew: boolean;
}

/** As in force on a date, with what the action makes of its own classes; lowest level first. */
export async function levelsInAction(
  store: Store,
  seriesId: string,
  { number, on }: { readonly number: string | null; readonly on: CalendarDate },
): Promise<LevelInAction[]> {
  const drafts = new Map(
    (number === null ? [] : await draftsOf(store, number)).map((draft) => [draft.classId, draft]),
  );
  const standing = (await levelsOn(store, on, seriesId))
    .filter(({ classId }) => !drafts.has(classId))
    .map(({ classId, level, code, title }) => ({ classId, level, code, title, isNew: false }));
  const changed = [...drafts.values()].flatMap((draft) => levelOf(draft, seriesId));
  return [...standing, ...changed].sort(
    (one, other) => one.level - other.level || one.title.localeCompare(other.title),
  );
}

function levelOf({ classId, intent, body }: StoredDraft, seriesId: string): LevelInAction[] {
  if (intent === 'abolish' || body.series?.id !== seriesId) return [];
  const { code, title, series } = body;
  return [{ classId, level: series.level, code, title, isNew: intent === 'create' }];
}

/** One transaction with the opening of the action, where it is opened for this. */
export async function placeLevels(
  acting: Acting,
  into: ActionChoice,
  seriesId: string,
  moves: readonly Move[],
): Promise<void> {
  await acting.store.transaction(async (transaction) => {
    const within = { ...acting, store: transaction };
    await intoAction(within, into);
    await placeIn(within, into.number, seriesId, moves);
  });
}

/** The same within a transaction that does more; its `store` is the transaction. */
export async function placeIn(
  acting: Acting,
  number: string,
  seriesId: string,
  moves: readonly Move[],
): Promise<void> {
  const held = new Map((await draftsOf(acting.store, number)).map((draft) => [draft.classId, draft]));
  const moved = moves.flatMap(({ classId, to }) => {
    const draft = held.get(classId);
    return draft ? [{ ...draft, body: { ...draft.body, series: { id: seriesId, level: to } } }] : [];
  });
  if (moved.some(({ intent }) => intent === 'abolish' || intent === 'correct'))
    throw refusal('step-not-possible', {
      detail: `${number} abolishes or corrects a class that would move.`,
    });
  const saved = { by: acting.by.id, at: acting.now.toISOString() };
  if (moved.length > 0) await keepDrafts(acting.store, number, moved, saved);
  const added = moves.map(({ classId, to: level }) => {
    const edit = { payGrade: null, title: null, code: null, series: { id: seriesId, level } };
    return { classId, intent: 'change', edit } as const;
  });
  await addIn(acting, number, added, acting.today);
}
