// How well each class in force fits what was typed: its code, its title, a name it had, a title that says the same in other
// words, or its text. A score is worth comparing within one search only; 0: it does not fit.
import type { Directory, InForce } from './class-directory.ts';
import type { Reading, WordGroup } from './search-reading.ts';
import { folded } from './search-terms.ts';

/** From the best down; within a step what is nearer comes first. */
const steps = {
  code: 1000,
  title: 900,
  titleWords: 800,
  formerName: 700,
  formerWords: 600,
  synonyms: 400,
  text: 100,
};
const stepWidth = 90;

/** Texts in which the words were found. */
export interface TextHits {
  readonly seqs: readonly number[];
  /** How well each fits, from 0 to 1; null where there are too many to tell. */
  readonly fit: ((index: number) => number) | null;
}

/** By place. `texts` are of any revision; only those in force count. */
export function scoresOf(
  directory: Directory,
  inForce: InForce,
  { typed, reading, texts }: { typed: string; reading: Reading; texts: TextHits },
): Float32Array {
  const scores = new Float32Array(directory.entries.length);
  const names = countNames(directory, reading.groups);
  scoreTexts(scores, directory, inForce, texts, names.any);
  scoreNames(scores, directory, inForce, { typed, groups: reading.groups, names });
  return scores;
}

interface Names {
  /** By place: in how many groups of words the name fits by the words themselves; and by them or what they stand for. */
  readonly own: Uint8Array;
  readonly any: Uint8Array;
  /** How far down the lists of synonyms the words stand that fit. */
  readonly far: Uint8Array;
  readonly touched: readonly number[];
}

function countNames({ entries, named }: Directory, groups: readonly WordGroup[]): Names {
  const [own, any, far] = [emptyCounts(entries), emptyCounts(entries), emptyCounts(entries)];
  const touched = new Set<number>();
  for (const { terms, meant } of groups) {
    const itself = placesWithAll(named, terms);
    for (const place of itself) add(own, place);
    const nearest = new Map<number, number>();
    for (const [index, { stems }] of meant.entries())
      for (const place of placesWithAll(named, alone(stems)))
        if (!itself.has(place) && !nearest.has(place)) nearest.set(place, index);
    for (const [place, index] of nearest) add(far, place, index);
    for (const place of [...itself, ...nearest.keys()]) {
      add(any, place);
      touched.add(place);
    }
  }
  return { own, any, far, touched: [...touched] };
}

function emptyCounts({ length }: Directory['entries']): Uint8Array {
  return new Uint8Array(length);
}

function add(counts: Uint8Array, place: number, count = 1): void {
  counts[place] = Math.min(255, (counts[place] ?? 0) + count);
}

/** Each stem as a term of its own. */
export function alone(stems: readonly string[]): string[][] {
  return stems.map((stem) => [stem]);
}

/** The places whose name holds every term in one of its stems. */
export function placesWithAll(
  named: Directory['named'],
  terms: readonly (readonly string[])[],
): ReadonlySet<number> {
  const sets = terms.map((stems) => new Set(stems.flatMap((stem) => named.get(stem) ?? [])));
  const [first = new Set<number>(), ...others] = sets.sort((one, other) => one.size - other.size);
  if (others.length === 0) return first;
  return new Set([...first].filter((place) => others.every((set) => set.has(place))));
}

function scoreTexts(
  scores: Float32Array,
  { placeOf }: Directory,
  { holds }: InForce,
  { seqs, fit }: TextHits,
  inTitle: Uint8Array,
): void {
  for (const [index, seq] of seqs.entries()) {
    const place = placeOf(seq);
    if (place < 0 || holds[place] !== 1) continue;
    scores[place] = steps.text + 10 * Math.min(inTitle[place] ?? 0, 8) + (fit ? 9 * fit(index) : 0);
  }
}

function scoreNames(
  scores: Float32Array,
  directory: Directory,
  { holds, places, on, knownAt }: InForce,
  { typed, groups, names }: { typed: string; groups: readonly WordGroup[]; names: Names },
): void {
  const { entries, classes, lengths } = directory;
  const whole = oneSpaced(typed);
  const wanted = groups.reduce((sum, { terms }) => sum + terms.length, 0);
  for (const place of names.touched) {
    const entry = entries[place];
    if (!entry || names.any[place] !== groups.length) continue;
    const isOwn = names.own[place] === groups.length;
    const closeness = stepWidth * Math.min(1, wanted / Math.max(1, lengths[place] ?? 1));
    const isTitle = isOwn && oneSpaced(entry.title) === whole;
    if (holds[place] === 1) {
      const words = isOwn
        ? steps.titleWords + closeness
        : steps.synonyms + closeness - 3 * Math.min(20, names.far[place] ?? 0);
      const isCode = isOwn && oneSpaced(entry.code) === whole;
      scores[place] = isCode ? steps.code : isTitle ? steps.title : Math.max(scores[place] ?? 0, words);
    } else if (isOwn && entry.effectiveOn <= on && entry.recordedAt <= knownAt) {
      const present = places[classes[place] ?? 0] ?? -1;
      const isWhole = isTitle || oneSpaced(entry.code) === whole;
      const former = isWhole ? steps.formerName : steps.formerWords + closeness;
      if (present >= 0) scores[present] = Math.max(scores[present] ?? 0, former);
    }
  }
}

function oneSpaced(text: string): string {
  return folded(text).trim().replace(/\s+/g, ' ');
}
