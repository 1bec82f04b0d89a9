// Finds classes: by code, by title, by a name they had, by what people say for a title, by their text; on any date, as
// known at any time, narrowed by facts. Names are looked up in the directory of the plan, texts in the full-text index.
import { sql } from 'kysely';
import type { CalendarDate, Instant, Specification } from '../../schemas/types.ts';
import type { Sorting } from '../model/class-directory.ts';
import { type Chosen, type FacetCounts, narrowed } from '../model/class-facets.ts';
import { scoresOf, type TextHits } from '../model/class-scores.ts';
import {
  type FoundPassage,
  findPassage,
  markFound,
  type PassageRun,
  soughtWords,
} from '../model/search-passage.ts';
import { type Reading, readSearch } from '../model/search-reading.ts';
import { makeStemmer } from '../model/search-terms.ts';
import { type ClassRow, toClassRow } from './class-rows.ts';
import type { ClassIndexTable, Store } from './database.ts';
import { planDirectory } from './plan-directory.ts';
import { endOfTime } from './record.ts';
import { leadExpression, searchExpression } from './search-expression.ts';

export interface ClassSearch {
  readonly on: CalendarDate;
  /** Only what was recorded by then; all where it is not given. */
  readonly knownAt?: Instant;
  /** What somebody typed; empty, or only marks: every class. */
  readonly typed: string;
  /** Search for the words as they were typed, without what else they may mean. */
  readonly isExact: boolean;
  /** Where no status is chosen, both active and abolished classes. */
  readonly chosen: Chosen;
  readonly sort: Sorting | 'relevance';
  readonly limit: number;
  readonly offset: number;
}

export interface FoundClass extends ClassRow {
  /** The title with the words that were found. */
  readonly titleRuns: readonly PassageRun[];
  /** Where the text says what was searched for; null where nothing was, or no passage does. */
  readonly passage: FoundPassage | null;
}

export interface FoundClasses {
  readonly rows: readonly FoundClass[];
  readonly total: number;
  readonly facets: FacetCounts;
  /** Null where there were no words to search for. */
  readonly reading: Reading | null;
}

export async function searchClasses(store: Store, search: ClassSearch): Promise<FoundClasses> {
  const { seqs, ...found } = await findSeqs(store, search);
  const rows = await readRows(store, seqs);
  if (!found.reading) return { ...found, rows: rows.map((row) => foundRow(row, null)) };
  return { ...found, rows: await withPassages(store, rows, found.reading) };
}

/** A page of what is found as rows of the index, with the number of all. */
export async function listClasses(
  store: Store,
  search: ClassSearch,
): Promise<{ rows: ClassRow[]; total: number }> {
  const { seqs, total } = await findSeqs(store, search);
  return { rows: (await readRows(store, seqs)).map(toClassRow), total };
}

async function findSeqs(store: Store, { on, knownAt = endOfTime, typed, isExact, ...listing }: ClassSearch) {
  const { directory, vocabulary, inForce } = await planDirectory(store);
  const read = readSearch(typed, isExact, vocabulary);
  const reading = read.groups.length === 0 ? null : read;
  const holding = inForce(on, knownAt);
  const scores =
    reading && scoresOf(directory, holding, { typed, reading, texts: await findTexts(store, reading) });
  const { places, total, facets } = narrowed(directory, holding, { ...listing, scores });
  return { seqs: places.flatMap((place) => directory.entries[place]?.seq ?? []), total, facets, reading };
}

/** Weighing a text costs more than finding it: of more than these it is told only where their summaries fit too. */
const mostWeighed = 500;
/** Of more than these nothing is told: words that so many share tell nothing. */
const mostTold = 10_000;

async function findTexts(store: Store, { groups }: Reading): Promise<TextHits> {
  const expression = searchExpression(groups);
  const seqs = await matching(store, expression);
  if (seqs.length > mostTold) return { seqs, fit: null };
  if (seqs.length > mostWeighed) {
    const leads = new Set(await matching(store, leadExpression(groups)));
    return { seqs, fit: (index) => (leads.has(seqs[index] ?? 0) ? 1 : 0) };
  }
  const { rows } = await sql<{ seq: number; rank: number }>`
    select rowid as seq, bm25(class_search, 10, 4, 2, 1) as rank
    from class_search where class_search match ${expression}`.execute(store.db);
  // bm25 is the better the further below zero.
  const best = rows.reduce((least, { rank }) => Math.min(least, rank), 0);
  return {
    seqs: rows.map(({ seq }) => seq),
    fit: (index) => (best === 0 ? 0 : (rows[index]?.rank ?? 0) / best),
  };
}

/** As one text: thousands of rows would take longer to hand over than to find. */
async function matching(store: Store, expression: string): Promise<number[]> {
  const { rows } = await sql<{ seqs: string | null }>`select group_concat(rowid) as seqs
    from class_search where class_search match ${expression}`.execute(store.db);
  return JSON.parse(`[${rows[0]?.seqs ?? ''}]`) as number[];
}

/** In the order of `seqs`. */
async function readRows(store: Store, seqs: readonly number[]): Promise<ClassIndexTable[]> {
  if (seqs.length === 0) return [];
  const rows = await store.db
    .selectFrom('class_index')
    .selectAll()
    .where(sql<boolean>`revision_seq in (select value from json_each(${JSON.stringify(seqs)}))`)
    .execute();
  const bySeq = new Map(rows.map((row) => [row.revision_seq, row]));
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

async function withPassages(
  store: Store,
  rows: readonly ClassIndexTable[],
  { groups }: Reading,
): Promise<FoundClass[]> {
  if (rows.length === 0) return [];
  const stem = makeStemmer();
  const terms = groups.flatMap((group) => group.terms);
  const inText = soughtWords(terms, stem);
  const meant = groups.flatMap((group) => group.meant.flatMap(({ stems }) => stems));
  const inTitle = soughtWords([...terms, meant], stem);
  const bodies = await store.db
    .selectFrom('revisions')
    .select(['seq', 'body'])
    .where(
      'seq',
      'in',
      rows.map(({ revision_seq }) => revision_seq),
    )
    .execute();
  const texts = new Map(bodies.map(({ seq, body }) => [seq, JSON.parse(body) as Specification]));
  return rows.map((row) => {
    const text = texts.get(row.revision_seq);
    const passage = text && inText ? findPassage(text, inText) : null;
    return foundRow(row, passage, inTitle ? markFound(row.title, inTitle) : undefined);
  });
}

function foundRow(
  row: ClassIndexTable,
  passage: FoundPassage | null,
  titleRuns: readonly PassageRun[] = [{ text: row.title, isFound: false }],
): FoundClass {
  return { ...toClassRow(row), titleRuns, passage };
}
