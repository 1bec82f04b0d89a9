// Whether there is such a class already: existing texts ranked by how much of what was typed they say, with the passages
// that say it. Terms count by how rare they are in the plan (TF-IDF), texts by the cosine between them.
import type { Specification } from '../../schemas/types.ts';
import { isSameTitle } from './lineage.ts';
import { blocksOfSection, wordsOf } from './specification.ts';
import { makeReader, wordsWithStems } from './terms.ts';

/** What can be searched: a class, proposed or in force, with the passages that say what its work is. */
export interface Searched {
  readonly title: string;
  readonly passages: readonly string[];
}

/** What was typed of a class that does not exist yet. */
export interface Wanted {
  readonly title: string;
  readonly text: string;
}

/** The sections that say what the work is; the others are much the same in every class. */
const telling = ['summary', 'duties', 'knowledgeSkills'] as const;

/** What a specification can be searched by: its title and, of the sections that tell its work, every block but clauses. */
export function searchedOf(body: Specification): Searched {
  const blocks = telling.flatMap((key) => blocksOfSection(body, key));
  return { title: body.title, passages: blocks.filter(({ kind }) => kind !== 'clause').map(wordsOf) };
}

export interface Overlap<S extends Searched> {
  readonly found: S;
  /** From 0, nothing in common, to 1. */
  readonly score: number;
  readonly hasSameTitle: boolean;
  readonly passages: readonly Passage[];
}

/** A passage cut where the words begin and end that were typed too, in whatever form. */
export interface Passage {
  readonly parts: readonly { readonly text: string; readonly isShared: boolean }[];
}

/** How much more a word of the title says than one of the text. */
const titleWeight = 4;
/** Below this a text has words in common, and no subject; tried on the sample plan. */
const leastScore = 0.12;
const leastPassage = 0.18;
const mostPassages = 3;

type Weights = Map<string, number>;

export interface OverlapIndex<S extends Searched> {
  readonly documents: readonly S[];
  /** For each term the documents that hold it, each with how often. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The length of each document as a vector of weights. */
  readonly lengths: Float64Array;
}

export function indexOverlap<S extends Searched>(documents: readonly S[]): OverlapIndex<S> {
  const read = makeReader();
  const postings = new Map<string, number[]>();
  for (const [place, { title, passages }] of documents.entries()) {
    for (const [term, count] of counted(read(title), passages.flatMap(read))) {
      const posting = postings.get(term);
      if (posting) posting.push(place, count);
      else postings.set(term, [place, count]);
    }
  }
  return { documents, postings, lengths: lengthsOf(documents.length, postings) };
}

/** The most like first; none where nothing is like it. */
export function findOverlap<S extends Searched>(
  index: OverlapIndex<S>,
  { title, text }: Wanted,
  most = 8,
): Overlap<S>[] {
  const read = makeReader();
  const wanted = weighted(counted(read(title), read(text)), index);
  const scores = scoresOf(wanted, index);
  const said = weighted(counted([], read(text || title)), index);
  const ranked = [...scores]
    .map(([place, score]) => ({ found: index.documents[place], score }))
    .filter((each): each is { found: S; score: number } => each.found !== undefined)
    .map((each) => ({ ...each, hasSameTitle: title !== '' && isSameTitle(each.found.title, title) }))
    .filter(({ score, hasSameTitle }) => hasSameTitle || score >= leastScore)
    .sort((one, other) => Number(other.hasSameTitle) - Number(one.hasSameTitle) || other.score - one.score)
    .slice(0, most);
  return ranked.map((each) => ({ ...each, passages: passagesOf(each.found.passages, said) }));
}

function counted(title: readonly string[], text: readonly string[]): Weights {
  const counts: Weights = new Map();
  for (const term of text) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const term of title) counts.set(term, (counts.get(term) ?? 0) + titleWeight);
  return counts;
}

/** A term that many texts hold tells them apart less. */
function rarity(holders: number, documents: number): number {
  return Math.log(1 + documents / holders);
}

function weighted(counts: Weights, { documents, postings }: OverlapIndex<Searched>): Weights {
  const weights: Weights = new Map();
  for (const [term, count] of counts) {
    const holders = (postings.get(term)?.length ?? 2) / 2;
    weights.set(term, damped(count) * rarity(holders, documents.length || 1));
  }
  return weights;
}

/** Said ten times is not ten times as much. */
function damped(count: number): number {
  return 1 + Math.log(count);
}

function lengthsOf(count: number, postings: ReadonlyMap<string, readonly number[]>): Float64Array {
  const squares = new Float64Array(count);
  for (const posting of postings.values()) {
    const weight = rarity(posting.length / 2, count);
    for (let at = 0; at < posting.length; at += 2) {
      const place = posting[at] ?? 0;
      squares[place] = (squares[place] ?? 0) + (damped(posting[at + 1] ?? 1) * weight) ** 2;
    }
  }
  return squares.map(Math.sqrt);
}

function scoresOf(
  wanted: Weights,
  { documents, postings, lengths }: OverlapIndex<Searched>,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const [term, weight] of wanted) {
    const posting = postings.get(term) ?? [];
    const rare = rarity(posting.length / 2 || 1, documents.length || 1);
    for (let at = 0; at < posting.length; at += 2) {
      const place = posting[at] ?? 0;
      scores.set(place, (scores.get(place) ?? 0) + weight * damped(posting[at + 1] ?? 1) * rare);
    }
  }
  const length = lengthOf(wanted);
  for (const [place, score] of scores) scores.set(place, score / (length * (lengths[place] ?? 1)));
  return scores;
}

function lengthOf(weights: Weights): number {
  return Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0)) || 1;
}

/** The passages that say most of what was typed, in the order of the text. */
function passagesOf(passages: readonly string[], wanted: Weights): Passage[] {
  const lines = passages.map((line, place) => ({ line, place, score: shareOf(line, wanted) }));
  const best = lines
    .filter(({ score }) => score >= leastPassage)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostPassages);
  return best.sort((one, other) => one.place - other.place).map(({ line }) => marked(line, wanted));
}

/** How much of what was typed a passage says: the weight of the terms they share. */
function shareOf(line: string, wanted: Weights): number {
  const terms = new Set(wordsWithStems(line).map(({ stem }) => stem));
  let shared = 0;
  for (const term of terms) shared += (wanted.get(term) ?? 0) ** 2;
  return terms.size === 0 ? 0 : Math.sqrt(shared) / lengthOf(wanted);
}

function marked(line: string, wanted: Weights): Passage {
  const parts: { text: string; isShared: boolean }[] = [];
  let end = 0;
  for (const { word, at, stem } of wordsWithStems(line)) {
    if (!wanted.has(stem)) continue;
    if (at > end) parts.push({ text: line.slice(end, at), isShared: false });
    parts.push({ text: word, isShared: true });
    end = at + word.length;
  }
  if (end < line.length) parts.push({ text: line.slice(end), isShared: false });
  return { parts };
}
