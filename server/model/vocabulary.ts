// The words that a plan knows: those of its titles and texts, and what people say for them.
import type { Synonym } from '../../schemas/types.ts';
import { type Directory } from './class-directory.ts';
import { alone, placesWithAll } from './class-scores.ts';
import type { Vocabulary } from './search-reading.ts';
import { foldedWords, makeStemmer } from './search-terms.ts';
import { makeSpelling } from './spelling.ts';
import { makeThesaurus } from './synonyms.ts';

/** A word of a title is meant rather than one that occurs in as many texts. */
const weightOfTitles = 100;

/** `texts`: every word with how many texts hold it. */
export function makeVocabulary(
  { entries, named, words: ofTitles }: Directory,
  texts: ReadonlyMap<string, number>,
  synonyms: readonly (readonly Synonym[])[],
): Vocabulary {
  const stem = makeStemmer();
  const said = new Set(synonyms.flat().flatMap((synonym) => synonym.said.flatMap(foldedWords)));
  const known = new Map<string, number>([...said].map((word) => [word, 1]));
  for (const [word, count] of texts) known.set(word, count + weightOfTitles * (ofTitles.get(word) ?? 0));
  const stems = new Set([...known.keys()].map(stem));
  const sorted = { titles: [...ofTitles.keys()].sort(), texts: [...known.keys()].sort() };
  return {
    isWord: (word) => known.has(word),
    isStem: (each) => stems.has(each),
    beginning: (start, where) => beginningWith(sorted[where], start),
    spelling: makeSpelling(known),
    thesaurus: makeThesaurus(synonyms),
    hasTitle: (stemsOfTitle) => placesWithAll(named, alone(stemsOfTitle), entries.length).length > 0,
  };
}

function beginningWith(sorted: readonly string[], start: string): string[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (sorted[end]?.startsWith(start)) end += 1;
  return sorted.slice(low, end);
}
