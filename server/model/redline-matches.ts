// Which block before is which block after: the one with its id; where the ids differ, the one with the same words; else
// one that is so much like it that it must be the same, moved.
import { inOneLine, type Written } from './redline-written.ts';
import { similarity, wordSet } from './similarity.ts';

export interface Matches {
  /** From the index after to the index before. */
  readonly pairs: ReadonlyMap<number, number>;
  /** The blocks, by their index before, that kept their order; every other one of the pairs has moved. */
  readonly stayed: ReadonlySet<number>;
  /** There were too many blocks to look for likeness; the same ids and the same words are found at any size. */
  readonly isCoarse: boolean;
}

/** At this score a block elsewhere, under another id, is the same block. */
const recognisable = 0.85;

/** More pairs than this are not looked through for likeness. */
const mostPairs = 100_000;

export function matchesOf(before: readonly Written[], after: readonly Written[]): Matches {
  const pairs = new Map<number, number>();
  const id = (block: Written) => block.id;
  matchSame(before, after, pairs, id);
  matchSame(before, after, pairs, inOneLine);
  const isComplete = matchAlike(before, after, pairs);
  const stayed = longestRising([...after.keys()].flatMap((to) => pairs.get(to) ?? []));
  return { pairs, stayed, isCoarse: !isComplete };
}

type Pairs = Map<number, number>;

function matchSame(
  before: readonly Written[],
  after: readonly Written[],
  pairs: Pairs,
  key: (block: Written) => string,
): void {
  const open = Map.groupBy(unmatchedBefore(before, pairs), ({ block }) => key(block));
  for (const lines of open.values()) lines.reverse();
  for (const { index, block } of unmatchedAfter(after, pairs)) {
    const from = open.get(key(block))?.pop();
    if (from) pairs.set(index, from.index);
  }
}

/** False where there are more pairs than can be looked through. */
function matchAlike(before: readonly Written[], after: readonly Written[], pairs: Pairs): boolean {
  const olds = unmatchedBefore(before, pairs).map(withWords);
  const news = unmatchedAfter(after, pairs).map(withWords);
  if (olds.length * news.length > mostPairs) return false;
  const scored = news.flatMap(({ index: to, words }) =>
    olds.map((old) => ({ to, from: old.index, score: similarity(words, old.words) })),
  );
  const taken = new Set<number>();
  for (const { to, from, score } of scored.sort((one, other) => other.score - one.score)) {
    if (score < recognisable) break;
    if (pairs.has(to) || taken.has(from)) continue;
    pairs.set(to, from);
    taken.add(from);
  }
  return true;
}

function withWords({ index, block }: { readonly index: number; readonly block: Written }) {
  return { index, words: wordSet(inOneLine(block)) };
}

function unmatchedBefore(before: readonly Written[], pairs: Pairs) {
  const used = new Set(pairs.values());
  return [...before.entries()].flatMap(([index, block]) => (used.has(index) ? [] : [{ index, block }]));
}

function unmatchedAfter(after: readonly Written[], pairs: Pairs) {
  return [...after.entries()].flatMap(([index, block]) => (pairs.has(index) ? [] : [{ index, block }]));
}

/** The longest rising run of places (patience sorting): the fewest blocks that must have moved are the others. */
export function longestRising(places: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous = new Map<number, number>();
  for (const place of places) {
    const at = firstAtLeast(ends, place);
    const before = ends[at - 1];
    if (before !== undefined) previous.set(place, before);
    ends[at] = place;
  }
  const kept = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = previous.get(place)) kept.add(place);
  return kept;
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
