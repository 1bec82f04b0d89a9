// What somebody typed, understood: which words must be found, how a word that nobody uses was read, and what official titles
// say for it. Whatever is done to the words is told, and can be asked not to be done.
import { makeStemmer, foldedWords } from './search-terms.ts';
import type { Spelling } from './spelling.ts';
import type { Meant, Thesaurus } from './synonyms.ts';

/** Words typed together, found by themselves or by what titles say for them. */
export interface WordGroup {
  /** Each must be found, in one of its stems. */
  readonly terms: readonly (readonly string[])[];
  readonly meant: readonly Meant[];
}

export interface Reading {
  readonly groups: readonly WordGroup[];
  /** Words that nobody uses, with those they were taken for. */
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  /** What titles say for the words: told as 'also searched for'. */
  readonly alsoFor: readonly string[];
}

/** The words that the plan knows. */
export interface Vocabulary {
  /** True where this very word is used. */
  readonly isWord: (word: string) => boolean;
  /** True where a word with this stem is. */
  readonly isStem: (stem: string) => boolean;
  /** The words of titles, or of all texts, that begin so. */
  readonly beginning: (start: string, where: 'titles' | 'texts') => string[];
  readonly spelling: Spelling;
  readonly thesaurus: Thesaurus;
  /** True where some title holds all of these. */
  readonly hasTitle: (stems: readonly string[]) => boolean;
}

const mostWords = 20;
const shortestBeginning = 2;
const mostBeginnings = 50;
/** Words between words, which need not be found where there are others. */
const between = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'or', 'the', 'to', 'with']);

/** `isExact`: the words alone are searched for, as they were typed. */
export function readSearch(typed: string, isExact: boolean, vocabulary: Vocabulary): Reading {
  const all = foldedWords(typed).slice(0, mostWords);
  const telling = all.filter((word) => !between.has(word));
  const words = telling.length === 0 || isExact ? all : telling;
  const stem = makeStemmer();
  if (isExact)
    return {
      groups: words.map((word) => ({ terms: [[stem(word)]], meant: [] })),
      corrected: [],
      alsoFor: [],
    };
  const corrected: { typed: string; read: string }[] = [];
  const terms = words.map((word, index) => {
    const { stems, read } = termOf(word, index === words.length - 1, vocabulary, stem);
    if (read !== null) corrected.push({ typed: word, read });
    return stems;
  });
  const groups = grouped(terms, vocabulary);
  const alsoFor = new Set(groups.flatMap(({ meant }) => meant.map(({ words: told }) => told)));
  return { groups, corrected, alsoFor: [...alsoFor] };
}

/** The stems in which a word is found, its own first; the last word may be the beginning of another. */
function termOf(
  word: string,
  isLast: boolean,
  { isWord, isStem, beginning, spelling }: Vocabulary,
  stem: (word: string) => string,
): { stems: string[]; read: string | null } {
  const isBeginning = isLast && word.length >= shortestBeginning;
  const longer = isBeginning ? beginning(word, isWord(word) ? 'titles' : 'texts') : [];
  const read = longer.length > 0 || isStem(stem(word)) ? null : spelling.nearest(word);
  return { stems: distinct([read ?? word, ...longer].map(stem)), read };
}

function distinct(stems: readonly string[]): string[] {
  return [...new Set(stems)].slice(0, mostBeginnings);
}

function grouped(terms: readonly (readonly string[])[], { thesaurus, hasTitle }: Vocabulary): WordGroup[] {
  const stems = terms.map(([own = '']) => own);
  const groups: WordGroup[] = [];
  for (let place = 0; place < terms.length;) {
    const found = thesaurus.at(stems, place);
    const length = found?.length ?? 1;
    const meant =
      found?.meant ?? (terms[place] ?? []).flatMap((each) => thesaurus.at([each], 0)?.meant ?? []);
    groups.push({
      terms: terms.slice(place, place + length),
      meant: meant.filter((each) => hasTitle(each.stems)),
    });
    place += length;
  }
  return groups;
}
