// Which passages of several levels say the same thing: rows across all levels, a passage in one row and of each level at
// most one. Two are alike by the rare words they share, and more so where their neighbors are alike too.
import { bestPairs } from './assignment.ts';
import { makeReader } from './terms.ts';

/** For each level the index of the passage that stands in the row; null where the level says nothing of it. */
export type AlignedRow = readonly (number | null)[];

export interface Alignment {
  readonly rows: readonly AlignedRow[];
  /** There were too many passages to look for likeness; the same words are found at any size. */
  readonly isCoarse: boolean;
}

/** Chosen on the open half of the judged duties of the sample plan; docs/bench.md tells what they reach on the other half. */
const least = 0.22;
const leastShared = 0.06;
const neighborsCount = 0.7;
const placeCounts = 0.06;
const wordPairCounts = 0.15;

/** More pairs of passages than this are not looked through. */
const mostPairs = 500_000;

export function alignLevels(levels: readonly (readonly string[])[]): Alignment {
  const sizes = levels.map(({ length }) => length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const pairs = (all ** 2 - sizes.reduce((sum, size) => sum + size ** 2, 0)) / 2;
  const isCoarse = pairs > mostPairs;
  const links = isCoarse ? linksOfSame(levels) : linksOfAlike(levels);
  return { rows: rowsOf(levels, groupsOf(sizes, links)), isCoarse };
}

/** One passage of a level. */
interface Place {
  readonly level: number;
  readonly index: number;
}

interface Link {
  readonly one: Place;
  readonly other: Place;
  readonly likeness: number;
}

/** The first with the first, the second with the second, of passages with the same words. */
function linksOfSame(levels: readonly (readonly string[])[]): Link[] {
  const first = new Map<string, Place>();
  return levels.flatMap((passages, level) => {
    const count = new Map<string, number>();
    return passages.flatMap((text, index): Link[] => {
      const nth = (count.get(text) ?? 0) + 1;
      count.set(text, nth);
      const [key, other] = [`${nth} ${text}`, { level, index }];
      const one = first.get(key);
      if (!one) first.set(key, other);
      return one ? [{ one, other, likeness: 1 }] : [];
    });
  });
}

function linksOfAlike(levels: readonly (readonly string[])[]): Link[] {
  const read = levels.map(weighed(levels));
  const links: Link[] = [];
  for (const [level, ours] of read.entries())
    for (let against = level + 1; against < read.length; against += 1) {
      const theirs = read[against] ?? [];
      const likeness = likenessOf(ours, theirs);
      const worth = (row: number, column: number) => likeness(row, column) - least;
      for (const [index, otherIndex] of bestPairs(ours.length, theirs.length, worth))
        links.push({
          one: { level, index },
          other: { level: against, index: otherIndex },
          likeness: likeness(index, otherIndex),
        });
    }
  return links.sort((one, other) => other.likeness - one.likeness);
}

interface Weighed {
  readonly text: string;
  readonly weights: ReadonlyMap<string, number>;
  readonly total: number;
}

/** The words of a passage and the pairs of words that stand together, those that few passages have counting more. */
function weighed(levels: readonly (readonly string[])[]) {
  const stems = makeReader();
  const read = new Map(levels.flat().map((text) => [text, featuresOf(stems(text))]));
  const holders = new Map<string, number>();
  const count = levels.flat().length;
  for (const text of levels.flat())
    for (const feature of read.get(text)?.keys() ?? []) holders.set(feature, (holders.get(feature) ?? 0) + 1);
  return (passages: readonly string[]): Weighed[] =>
    passages.map((text) => {
      const weights = new Map<string, number>();
      for (const [feature, weight] of read.get(text) ?? [])
        weights.set(feature, weight * Math.log(1 + count / (holders.get(feature) ?? 1)));
      const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
      return { text, weights, total };
    });
}

function featuresOf(stems: readonly string[]): Map<string, number> {
  const pairs = stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);
  return new Map([
    ...stems.map((stem) => [stem, 1] as const),
    ...pairs.map((pair) => [pair, wordPairCounts] as const),
  ]);
}

/** From 0 to 1 and what neighbors and place add. */
function likenessOf(ours: readonly Weighed[], theirs: readonly Weighed[]) {
  const shared = ours.map((one) => Float64Array.from(theirs, (other) => sharedBy(one, other)));
  const at = (row: number, column: number) => shared[row]?.[column] ?? 0;
  const place = (index: number, { length }: readonly Weighed[]) => (length < 2 ? 0 : index / (length - 1));
  return (row: number, column: number): number => {
    const own = at(row, column);
    if (own < leastShared) return 0;
    const around = (at(row - 1, column - 1) + at(row + 1, column + 1)) / 2;
    const near = 1 - Math.abs(place(row, ours) - place(column, theirs));
    return own + neighborsCount * around + placeCounts * near;
  };
}

/** The Dice score of two passages over the weights of their words. */
function sharedBy(one: Weighed, other: Weighed): number {
  if (one.text === other.text) return 1;
  if (one.total + other.total === 0) return 0;
  const [few, many] = one.weights.size < other.weights.size ? [one, other] : [other, one];
  let both = 0;
  for (const [stem, weight] of few.weights) if (many.weights.has(stem)) both += weight;
  return (2 * both) / (one.total + other.total);
}

type Group = Map<number, number>;

/** The likest first; two groups become one where no level stands in both. */
function groupsOf(sizes: readonly number[], links: readonly Link[]): Group[][] {
  const groups = sizes.map((size, level) =>
    Array.from({ length: size }, (_, index): Group => new Map([[level, index]])),
  );
  const groupAt = ({ level, index }: Place) => groups[level]?.[index] ?? new Map<number, number>();
  for (const { one, other } of links) {
    const [kept, joined] = [groupAt(one), groupAt(other)];
    if (kept === joined || [...joined.keys()].some((level) => kept.has(level))) continue;
    for (const [level, index] of joined) {
      kept.set(level, index);
      const ofLevel = groups[level];
      if (ofLevel) ofLevel[index] = kept;
    }
  }
  return groups;
}

/** In the order of the first level; what a later one adds stands behind what it follows there. */
function rowsOf(levels: readonly (readonly string[])[], groups: readonly (readonly Group[])[]): AlignedRow[] {
  const order: Group[] = [];
  for (const ofLevel of groups) {
    const places = new Map(order.map((group, place) => [group, place]));
    const behind = Map.groupBy(newcomers(ofLevel, places), ({ after }) => after);
    const merged = [null, ...order].flatMap((group, place) => [
      ...(group ? [group] : []),
      ...(behind.get(place - 1) ?? []).map((each) => each.group),
    ]);
    order.splice(0, order.length, ...merged);
  }
  return order.map((group) => levels.map((_, level) => group.get(level) ?? null));
}

/** The groups that no level before has, each with the place of the row that it follows. */
function newcomers(ofLevel: readonly Group[], places: ReadonlyMap<Group, number>) {
  const firstKnown = ofLevel.find((group) => places.has(group));
  let after = (firstKnown ? (places.get(firstKnown) ?? 0) : places.size) - 1;
  return ofLevel.flatMap((group) => {
    const place = places.get(group);
    if (place === undefined) return [{ group, after }];
    after = place;
    return [];
  });
}
