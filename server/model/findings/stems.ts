// The words that carry a text's meaning, cut to stems so that 'supervises' and 'supervision' meet.

const empty = new Set(
  `a an and are as at be been being but by can could do does for from had has have how if in into is it its may more most must
  no nor not of on or other others own per shall should so some such than that the their them then there these they this
  those through to under up upon was were what when where which while who whose will with within would all any both each
  one two several many also as well class classes classification classifications level levels series work works working
  position positions employee employees including includes include required require requires`.split(/\s+/),
);

/** The stems of a text's words that mean something, in the order of the text. */
export function stemsIn(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => !empty.has(word)).map(stemOf);
}

/** Five letters without an ending: coarse on purpose, so that only what is truly absent counts as absent. */
export function stemOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ing|ed|es|s)$/, '')
    .slice(0, 5);
}

/** The part of the stems that the other text has too, from 0 to 1; 1 where there are none. */
export function covered(stems: readonly string[], by: ReadonlySet<string>): number {
  if (stems.length === 0) return 1;
  return stems.filter((stem) => by.has(stem)).length / stems.length;
}
