// How well each class in force fits what was typed: its code, its title, a name it had, a title that says the same in other
// words, or its text. A score is worth comparing within one search only; 0: it does not fit.
import type { Directory, InForce } from './class-directory.ts';
import type { Reading, WordGroup } from './search-reading.ts';
import { folded, foldedWords } from './search-terms.ts';

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
  /** How well each fits, from 0 to 1; null where none was weighed. */
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
  const emptyCounts = () => new Uint8Array(entries.length);
  const [own, any, far, counted] = [emptyCounts(), emptyCounts(), emptyCounts(), emptyCounts()];
  const touched: number[] = [];
  for (const [index, { terms, meant }] of groups.entries()) {
    const count = (place: number) => {
      counted[place] = index + 1;
      if (any[place] === 0) touched.push(place);
      any[place] = (any[place] ?? 0) + 1;
    };
    for (const place of placesWithAll(named, terms, entries.length)) {
      own[place] = (own[place] ?? 0) + 1;
      count(place);
    }
    for (const [distance, { stems }] of meant.entries())
      for (const place of placesWithAll(named, alone(stems), entries.length)) {
        if (counted[place] === index + 1) continue;
        far[place] = Math.min(255, (far[place] ?? 0) + distance);
        count(place);
      }
  }
  return { own, any, far, touched };
}

/** Each stem as a term of its own. */
export function alone(stems: readonly string[]): string[][] {
  return stems.map((stem) => [stem]);
}

/** The places, of so many, whose name holds every term in one of its stems; each once. */
export function placesWithAll(
  named: Directory['named'],
  terms: readonly (readonly string[])[],
  placeCount: number,
): readonly number[] {
  const [[first = '', ...otherStems] = [], ...otherTerms] = terms;
  if (otherStems.length + otherTerms.length === 0) return named.get(first) ?? [];
  const held = new Uint8Array(placeCount);
  let places: number[] = [];
  for (const [index, stems] of terms.entries()) {
    places = [];
    for (const place of stems.flatMap((stem) => named.get(stem) ?? [])) {
      if (held[place] !== index) continue;
      held[place] = index + 1;
      places.push(place);
    }
  }
  return places;
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
  const typedWords = foldedWords(typed).length;
  const wanted = groups.reduce((sum, { terms }) => sum + terms.length, 0);
  for (const place of names.touched) {
    const entry = entries[place];
    if (!entry || names.any[place] !== groups.length) continue;
    const isOwn = names.own[place] === groups.length;
    const closeness = stepWidth * Math.min(1, wanted / Math.max(1, lengths[place] ?? 1));
    const isTitle = isOwn && lengths[place] === typedWords && oneSpaced(entry.title) === whole;
    const isCode = isOwn && entry.code.length === whole.length && entry.code.toLowerCase() === whole;
    if (holds[place] === 1) {
      const words = isOwn
        ? steps.titleWords + closeness
        : steps.synonyms + closeness - 3 * Math.min(20, names.far[place] ?? 0);
      scores[place] = isCode ? steps.code : isTitle ? steps.title : Math.max(scores[place] ?? 0, words);
    } else if (isOwn && entry.effectiveOn <= on && entry.recordedAt <= knownAt) {
      const present = places[classes[place] ?? 0] ?? -1;
      const former = isTitle || isCode ? steps.formerName : steps.formerWords + closeness;
      if (present >= 0) scores[present] = Math.max(scores[present] ?? 0, former);
    }
  }
}

function oneSpaced(text: string): string {
  return folded(text).trim().replace(/\s+/g, ' ');
}
