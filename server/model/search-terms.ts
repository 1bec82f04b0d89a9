// Words as the search reads them, in texts and in questions alike: without case and accents, each with the stem by which
// its forms meet.
import { stemOf } from './terms.ts';

const beyondAscii = /[^ -~\s]/;
const marks = /\p{M}+/gu;
const words = /[\p{L}\p{N}]+/gu;

/** 'Attachés of the City' → attaches, of, the, city */
export function foldedWords(text: string): string[] {
  return folded(text).match(words) ?? [];
}

/** Without case and accents. */
export function folded(text: string): string {
  const plain = beyondAscii.test(text) ? text.normalize('NFKD').replace(marks, '') : text;
  return plain.toLowerCase();
}

/** Reads many texts with one memory of words, so that each word is worked out once. */
export function makeStemmer(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = stemOf(word)));
    return stem;
  };
}
