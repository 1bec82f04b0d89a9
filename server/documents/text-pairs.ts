// What differs between two recorded texts of a class: by which kinds, and in how many places. Both texts are permanent, so
// it is worked out once, a few at a stretch, because a plan has thousands and others wait.
import { setImmediate } from 'node:timers/promises';
import type { PlanSettings, Specification } from '../../schemas/types.ts';
import { netDifference, type NetDifference } from '../model/plan-changes.ts';
import { redlineOf } from '../model/redline.ts';
import type { Store } from '../store/database.ts';
import { specificationsOf } from '../store/plan-changes.ts';

/** Two entries of the record; null where the class has no text. */
export interface TextPair {
  readonly before: number | null;
  readonly after: number | null;
}

/** How each pair differs, in their order. */
export function differencesOf(store: Store, pairs: readonly TextPair[]): Promise<NetDifference[]> {
  return found(keptOf(store).differences, store, pairs, netDifference);
}

/** How many changes the redline of each pair counts, in their order. */
export function redlineCounts(
  store: Store,
  pairs: readonly TextPair[],
  settings: PlanSettings,
): Promise<number[]> {
  const count = (before: Specification | null, after: Specification | null) =>
    redlineOf(before, after, settings).counts.total;
  return found(keptOf(store).counts, store, pairs, count);
}

/** As many pairs as are kept: those of every class of a large plan between a dozen dates. */
const mostKept = 20_000;
/** As many pairs as are read and compared at a stretch. */
const slice = 10;

interface Kept {
  readonly differences: Map<string, NetDifference>;
  readonly counts: Map<string, number>;
}

const keptByStore = new WeakMap<Store['db'], Kept>();

function keptOf(store: Store): Kept {
  const kept = keptByStore.get(store.db) ?? { differences: new Map(), counts: new Map() };
  keptByStore.set(store.db, kept);
  return kept;
}

async function found<T>(
  kept: Map<string, T>,
  store: Store,
  pairs: readonly TextPair[],
  find: (before: Specification | null, after: Specification | null) => T,
): Promise<T[]> {
  const answers = new Map(pairs.map((pair) => [keyOf(pair), kept.get(keyOf(pair))]));
  const open = pairs.filter((pair) => answers.get(keyOf(pair)) === undefined);
  for (let start = 0; start < open.length; start += slice) {
    const some = open.slice(start, start + slice);
    const texts = await specificationsOf(store, some.flatMap(entriesOf));
    const text = (seq: number | null) => (seq === null ? null : (texts.get(seq) ?? null));
    for (const pair of some) {
      const answer = find(text(pair.before), text(pair.after));
      answers.set(keyOf(pair), answer);
      keep(kept, keyOf(pair), answer);
    }
    await setImmediate();
  }
  return pairs.map((pair) => answers.get(keyOf(pair)) as T);
}

function entriesOf({ before, after }: TextPair): number[] {
  return [before, after].filter((seq) => seq !== null);
}

function keyOf({ before, after }: TextPair): string {
  return `${before ?? ''}-${after ?? ''}`;
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
}
