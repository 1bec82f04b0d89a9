// A list of classes narrowed by what was chosen, in an order, with what there is still to choose: each facet is counted
// under all the other choices, so that one choice can be exchanged for another.
import { type Directory, type FacetName, facetNames, type InForce, type Sorting } from './class-directory.ts';

export type Chosen = Readonly<Partial<Record<FacetName, string>>>;

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type FacetCounts = Readonly<Record<FacetName, readonly FacetCount[]>>;

export interface Narrowed {
  readonly total: number;
  /** A page of the list, by place. */
  readonly places: readonly number[];
  readonly facets: FacetCounts;
}

interface Listing {
  /** By place; null where nothing was searched for. */
  readonly scores: Float32Array | null;
  readonly chosen: Chosen;
  /** Without scores the order of titles stands for relevance. */
  readonly sort: Sorting | 'relevance';
  readonly offset: number;
  readonly limit: number;
}

export function narrowed(directory: Directory, inForce: InForce, listing: Listing): Narrowed {
  const { isHit, counts, total } = countFacets(directory, inForce, listing);
  const facets = facetNames.map(
    (name) => [name, countsOf(directory.facets[name].values, counts[name])] as const,
  );
  const places = pageOf(directory, isHit, listing);
  return { total, places, facets: Object.fromEntries(facets) as unknown as FacetCounts };
}

function countFacets({ facets, entries }: Directory, { holds }: InForce, { scores, chosen }: Listing) {
  const columns = facetNames.map((name) => {
    const { values, codes } = facets[name];
    const choice = chosen[name];
    // What no class has is chosen like what none of these has: nothing is left.
    const wanted = choice === undefined ? null : values.indexOf(choice);
    return { codes, wanted, counts: new Uint32Array(values.length) };
  });
  const choices = columns.filter(({ wanted }) => wanted !== null);
  const isHit = new Uint8Array(entries.length);
  let total = 0;
  for (let place = 0; place < entries.length; place += 1) {
    if (holds[place] !== 1 || (scores && scores[place] === 0)) continue;
    let missing = 0;
    let missed = choices[0];
    for (const column of choices) {
      if (column.codes[place] === column.wanted) continue;
      missing += 1;
      missed = column;
    }
    if (missing > 1) continue;
    if (missing === 1) {
      if (missed) count(missed, place);
      continue;
    }
    isHit[place] = 1;
    total += 1;
    for (const column of columns) count(column, place);
  }
  const counts = Object.fromEntries(facetNames.map((name, index) => [name, columns[index]?.counts]));
  return { isHit, total, counts: counts as Record<FacetName, Uint32Array> };
}

function count({ codes, counts }: { codes: Uint16Array; counts: Uint32Array }, place: number): void {
  const code = codes[place] ?? 0;
  counts[code] = (counts[code] ?? 0) + 1;
}

const natural = new Intl.Collator('en', { numeric: true });

function countsOf(values: readonly (string | null)[], counts: Uint32Array): FacetCount[] {
  return values
    .flatMap((value, code) => {
      const found = counts[code] ?? 0;
      return value === null || found === 0 ? [] : [{ value, count: found }];
    })
    .sort((one, other) => natural.compare(one.value, other.value));
}

function pageOf(directory: Directory, isHit: Uint8Array, { scores, sort, offset, limit }: Listing): number[] {
  const end = offset + limit;
  if (scores && sort === 'relevance') return bestFirst(scores, isHit, end).slice(offset);
  const order = sort === 'relevance' ? null : directory.order(sort);
  const found: number[] = [];
  for (let index = 0; index < isHit.length && found.length < end; index += 1) {
    const place = order ? (order[index] ?? 0) : index;
    if (isHit[place] === 1) found.push(place);
  }
  return found.slice(offset);
}

/** Equal scores stand in the order of titles. */
function bestFirst(scores: Float32Array, isHit: Uint8Array, end: number): number[] {
  const equals = new Map<number, number[]>();
  for (let place = 0; place < isHit.length; place += 1) {
    if (isHit[place] !== 1) continue;
    const score = scores[place] ?? 0;
    const found = equals.get(score);
    if (found) found.push(place);
    else equals.set(score, [place]);
  }
  const best: number[] = [];
  for (const score of [...equals.keys()].sort((one, other) => other - one)) {
    for (const place of equals.get(score) ?? []) {
      if (best.length === end) return best;
      best.push(place);
    }
  }
  return best;
}
