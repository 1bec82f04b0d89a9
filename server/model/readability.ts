// How hard a text is to read: its words, its sentences, and the school grade that the Flesch-Kincaid formula gives it.

/** Words that end in a point without ending a sentence. */
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|no|st|mr|mrs|ms|dr|jr|sr|dept|inc|approx|lbs?)|\b[A-Z])\.$/i;
const word = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const ending = /[.!?]+["'”’)\]]*\s+(?=["'“‘(]?[\p{Lu}\p{N}])/gu;

export function wordCount(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** The sentences of running text, each without the white space around it. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(ending)) {
    const until = end.index + end[0].length;
    if (abbreviation.test(text.slice(Math.max(from, end.index - 8), end.index + 1))) continue;
    sentences.push(text.slice(from, until).trim());
    from = until;
  }
  const last = text.slice(from).trim();
  return last === '' ? sentences : [...sentences, last];
}

/** The school grade at which the text can be read, to one decimal; null where it has no words. */
export function readingGrade(text: string): number | null {
  const words = text.match(word) ?? [];
  if (words.length === 0) return null;
  const syllables = words.reduce((sum, each) => sum + syllablesOf(each), 0);
  const sentences = Math.max(1, sentencesOf(text).length);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.round(grade * 10) / 10;
}

/** Counted by groups of vowels, as the formula's users do: a silent e at the end is none, and a word has one at least. */
export function syllablesOf(text: string): number {
  const letters = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
  const spoken = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0));
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0);
}
