// Every revision of every class in a few facts, kept in memory in the order of titles: what is in force on a date, what a
// name holds, and what there is to choose from are answered from here. Derived from the record, never a source of truth.
import type { CalendarDate, Instant, Status } from '../../schemas/types.ts';
import { isLater } from './in-force.ts';
import { makeStemmer, foldedWords } from './search-terms.ts';

/** One revision as the directory lists it. */
export interface Listed {
  readonly seq: number;
  readonly classId: string;
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  readonly recordedAt: Instant;
  readonly code: string;
  readonly title: string;
  readonly seriesId: string | null;
  readonly seriesLevel: number | null;
  readonly payGrade: string | null;
  readonly flsa: string | null;
  readonly eeo4: string | null;
  readonly bargainingUnit: string | null;
  readonly occupationalGroup: string | null;
}

/** By what a list can be narrowed, each with the value of a class; null: it has none. */
const valueOf = {
  status: ({ status }: Listed): string | null => status,
  group: ({ occupationalGroup }: Listed) => occupationalGroup,
  series: ({ seriesId }: Listed) => seriesId,
  grade: ({ payGrade }: Listed) => payGrade,
  flsa: ({ flsa }: Listed) => flsa,
  eeo4: ({ eeo4 }: Listed) => eeo4,
  union: ({ bargainingUnit }: Listed) => bargainingUnit,
  letter: ({ title }: Listed) => initialOf(title),
};

export type FacetName = keyof typeof valueOf;
export const facetNames = Object.freeze(Object.keys(valueOf) as FacetName[]);

/** What the classes say of one facet: `codes` by place, as places of `values`. */
export interface Facet {
  readonly values: readonly (string | null)[];
  readonly codes: Uint16Array;
}

export const sortings = ['title', 'code', 'grade'] as const;
export type Sorting = (typeof sortings)[number];

/** A place is where a revision stands in `entries`, which are in the order of titles. */
export interface Directory {
  readonly entries: readonly Listed[];
  /** The place of a revision by its seq; -1 where it is none of a class. */
  readonly placeOf: (seq: number) => number;
  /** Which class, by place. */
  readonly classes: Int32Array;
  readonly classCount: number;
  /** The places whose title or code holds a stem. */
  readonly named: ReadonlyMap<string, readonly number[]>;
  /** How many words a title has, by place. */
  readonly lengths: Uint8Array;
  /** The words of titles, as they stand there, with how many titles hold them. */
  readonly words: ReadonlyMap<string, number>;
  readonly facets: Readonly<Record<FacetName, Facet>>;
  readonly order: (sorting: Sorting) => readonly number[] | null;
}

export function makeDirectory(listed: readonly Listed[]): Directory {
  const entries = [...listed].sort(byTitle);
  const { named, lengths, words } = readNames(entries);
  const { classes, classCount } = numberClasses(entries);
  const places = new Int32Array(entries.reduce((most, { seq }) => Math.max(most, seq), 0) + 1).fill(-1);
  for (const [place, { seq }] of entries.entries()) places[seq] = place;
  const orders = new Map<Sorting, readonly number[]>();
  return {
    entries,
    placeOf: (seq) => places[seq] ?? -1,
    classes,
    classCount,
    named,
    lengths,
    words,
    facets: readFacets(entries),
    order: (sorting) => {
      if (sorting === 'title') return null;
      const kept = orders.get(sorting) ?? orderBy(entries, sorting);
      orders.set(sorting, kept);
      return kept;
    },
  };
}

function byTitle(one: Listed, other: Listed): number {
  return compare(one.title, other.title) || compare(one.code, other.code) || one.seq - other.seq;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const natural = new Intl.Collator('en', { numeric: true });

/** Every place by code, or by grade with those that have none last; the order of titles within. */
function orderBy(entries: readonly Listed[], sorting: 'code' | 'grade'): readonly number[] {
  const keyOf = ({ code, payGrade }: Listed) => (sorting === 'code' ? code : (payGrade ?? ''));
  const keys = [...new Set(entries.map(keyOf))].sort(natural.compare);
  const ranks = new Map(keys.map((key, rank) => [key, key === '' ? keys.length : rank]));
  const rankAt = Int32Array.from(entries, (entry) => ranks.get(keyOf(entry)) ?? 0);
  return entries.map((_, place) => place).sort((one, other) => (rankAt[one] ?? 0) - (rankAt[other] ?? 0));
}

function readNames(entries: readonly Listed[]) {
  const stem = makeStemmer();
  const named = new Map<string, number[]>();
  const words = new Map<string, number>();
  const lengths = new Uint8Array(entries.length);
  for (const [place, { title, code }] of entries.entries()) {
    const titleWords = foldedWords(title);
    lengths[place] = Math.min(255, titleWords.length);
    for (const word of titleWords) words.set(word, (words.get(word) ?? 0) + 1);
    for (const each of new Set([...titleWords, ...foldedWords(code)].map(stem))) {
      const places = named.get(each);
      if (places) places.push(place);
      else named.set(each, [place]);
    }
  }
  return { named, lengths, words };
}

function numberClasses(entries: readonly Listed[]) {
  const numbers = new Map<string, number>();
  const classes = Int32Array.from(entries, ({ classId }) => {
    const number = numbers.get(classId) ?? numbers.size;
    numbers.set(classId, number);
    return number;
  });
  return { classes, classCount: numbers.size };
}

function readFacets(entries: readonly Listed[]): Record<FacetName, Facet> {
  const facets = facetNames.map((name) => {
    const values = new Map<string | null, number>();
    const codes = Uint16Array.from(entries, (entry) => {
      const value = valueOf[name](entry);
      const code = values.get(value) ?? values.size;
      values.set(value, code);
      return code;
    });
    return [name, { values: [...values.keys()], codes }];
  });
  return Object.fromEntries(facets) as Record<FacetName, Facet>;
}

/** 'A' to 'Z' without accents; '0-9' for everything else. */
function initialOf(title: string): string {
  const letter = (foldedWords(title)[0] ?? '').charAt(0).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : '0-9';
}

/** The revisions in force on a date, active or abolished, one of each class. */
export interface InForce {
  readonly on: CalendarDate;
  readonly knownAt: Instant;
  /** By place: 1 where it is in force. */
  readonly holds: Uint8Array;
  /** By class: the place in force; -1 where the class had not begun. */
  readonly places: Int32Array;
}

export function inForceOn(
  { entries, classes, classCount }: Directory,
  on: CalendarDate,
  knownAt: Instant,
): InForce {
  const places = new Int32Array(classCount).fill(-1);
  for (const [place, entry] of entries.entries()) {
    if (entry.effectiveOn > on || entry.recordedAt > knownAt) continue;
    const number = classes[place] ?? 0;
    const found = entries[places[number] ?? -1];
    if (!found || isLater(entry, found)) places[number] = place;
  }
  const holds = new Uint8Array(entries.length);
  for (const place of places) if (place >= 0) holds[place] = 1;
  return { on, knownAt, holds, places };
}
