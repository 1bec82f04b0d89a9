// The word that somebody meant: the known word fewest slips away, a slip being a letter too many, too few, another, or two
// exchanged.

export interface Spelling {
  /** The nearest known word; null where none is near enough. */
  readonly nearest: (word: string) => string | null;
}

/** `known`: each word with how often it is met; of words equally near the commonest is meant. */
export function makeSpelling(known: ReadonlyMap<string, number>): Spelling {
  const words = [...known.keys()].filter((word) => /^\p{L}{3,}$/u.test(word));
  const letters = Uint32Array.from(words, lettersOf);
  return {
    nearest: (word) => {
      const most = mostSlips(word);
      if (most === 0) return null;
      const wanted = lettersOf(word);
      let best: string | null = null;
      let [fewest, commonest] = [most + 1, 0];
      for (const [index, candidate] of words.entries()) {
        if (Math.abs(candidate.length - word.length) > Math.min(most, fewest)) continue;
        // A slip takes at most one letter out of the set and puts one in.
        if (bitsIn(wanted ^ (letters[index] ?? 0)) > 2 * Math.min(most, fewest)) continue;
        const slips = slipsBetween(word, candidate);
        const often = known.get(candidate) ?? 0;
        if (slips > fewest || (slips === fewest && often <= commonest)) continue;
        [best, fewest, commonest] = [candidate, slips, often];
      }
      return fewest <= most ? best : null;
    },
  };
}

/** None in a short word or a code, which would become another one; one in a common word, two in a long one. */
function mostSlips(word: string): number {
  if (word.length < 4 || word.length > 40 || !/^\p{L}+$/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** One bit for each letter that occurs, the letters beyond a to z in one. */
function lettersOf(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index += 1) {
    const place = word.charCodeAt(index) - 97;
    set |= 1 << (place >= 0 && place < 26 ? place : 26);
  }
  return set;
}

function bitsIn(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The edit distance in which two exchanged neighbors are one slip (optimal string alignment). */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isExchange =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isExchange) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      line.push(slips);
    }
    [before, last] = [last, line];
  }
  return last[other.length] ?? 0;
}
