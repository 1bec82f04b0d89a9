// What stood in one order and stands in another as one sequence: without what is marked as deleted it is the order after,
// without what is marked as inserted the order before. What moved is in it twice, deleted here and inserted there.
import { longestRising } from './redline-matches.ts';
import type { Mark } from './redline-runs.ts';

/** 1-based, among what stood before and among what stands after; null where it is not there. */
export interface Places {
  readonly from: number | null;
  readonly to: number | null;
}

export interface InOrder<T> {
  readonly item: T;
  readonly mark: Mark;
}

export function inBothOrders<T>(items: readonly T[], placesOf: (item: T) => Places): InOrder<T>[] {
  const olds = onSide(items, placesOf, 'from');
  const news = onSide(items, placesOf, 'to');
  const stayed = longestRising(news.flatMap(({ item }) => placesOf(item).from ?? []));
  const gone = olds.filter(({ place }) => !stayed.has(place));
  const sequence: InOrder<T>[] = [];
  let [arrived, next]: [InOrder<T>[], number] = [[], 0];
  const settle = (end: number) => {
    for (let old = gone[next]; old && old.place < end; old = gone[next]) {
      sequence.push({ item: old.item, mark: 'deleted' });
      next += 1;
    }
    sequence.push(...arrived);
    arrived = [];
  };
  for (const { item } of news) {
    const { from } = placesOf(item);
    if (from === null || !stayed.has(from)) arrived.push({ item, mark: 'inserted' });
    else {
      settle(from);
      sequence.push({ item, mark: 'same' });
    }
  }
  settle(Infinity);
  return sequence;
}

/** What is there on one side, in the order of that side. */
export function onSide<T>(
  items: readonly T[],
  placesOf: (item: T) => Places,
  side: keyof Places,
): { item: T; place: number }[] {
  return items
    .flatMap((item) => {
      const place = placesOf(item)[side];
      return place === null ? [] : [{ item, place }];
    })
    .sort((one, other) => one.place - other.place);
}
