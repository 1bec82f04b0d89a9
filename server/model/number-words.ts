// Numbers written in words, as specifications do: 'three', 'Three (3)'.
const numbers =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** One alternative of a pattern for each word from one to twenty. */
export const numberWords = numbers.join('|');

/** The number that a word from one to twenty stands for. */
export function numberOf(word: string): number | null {
  const index = numbers.indexOf(word.toLowerCase());
  return index < 0 ? null : index + 1;
}

const spelled = new RegExp(`\\b(${numberWords})\\s?\\((\\d{1,3})\\)`, 'gi');

/** The places where a number in words is followed by another one in figures: 'Three (5)'. */
export function numbersThatDisagree(text: string): { readonly words: string; readonly index: number }[] {
  return [...text.matchAll(spelled)]
    .filter(([, word = '', figure]) => numberOf(word) !== Number(figure))
    .map((match) => ({ words: match[0], index: match.index }));
}
