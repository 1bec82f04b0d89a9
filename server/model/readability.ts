// How long a text is and how hard to read: words, and the school grade of Flesch and Kincaid (Kincaid et al., 1975).

/** Below this many words the grade says nothing. */
const fewestWords = 20;

export function wordCount(text: string): number {
  return wordsIn(text).length;
}

/** The grade of a US school whose pupils can read the text; null where it is too short to tell. */
export function readingGrade(text: string): number | null {
  const words = wordsIn(text);
  if (words.length < fewestWords) return null;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const sentences = Math.max(1, sentencesIn(text));
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** A list entry without a full stop is a sentence too: callers put a line break between entries. */
function sentencesIn(text: string): number {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“(])|\n+/u).filter((part) => /\p{L}/u.test(part)).length;
}

/** Groups of vowels, without the silent e at the end: right for most English words, and the same for every text. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = plain.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}
