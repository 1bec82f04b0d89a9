// For each text of a list the first earlier one that is nearly the same, by its words. Only texts that share a rare word are
// compared, so that a thousand texts take no million comparisons.
import { similarity } from '../similarity.ts';

const nearly = 0.85;
/** The part of its words that a text must share at least with one so alike. */
const shared = nearly / (2 - nearly);

/** Places of the later text and of the earlier one. Texts of less than four words are left alone. */
export function firstAlike(texts: readonly ReadonlySet<string>[]): Map<number, number> {
  const rarity = new Map<string, number>();
  for (const words of texts) for (const word of words) rarity.set(word, (rarity.get(word) ?? 0) + 1);
  const carriers = new Map<string, number[]>();
  const alike = new Map<number, number>();
  for (const [place, words] of texts.entries()) {
    if (words.size < 4) continue;
    const telling = rarest(words, rarity);
    const candidates = new Set(telling.flatMap((word) => carriers.get(word) ?? []));
    const earlier = [...candidates]
      .sort((one, other) => one - other)
      .find((each) => isAlike(words, texts[each]));
    if (earlier === undefined) for (const word of telling) note(carriers, word, place);
    else alike.set(place, earlier);
  }
  return alike;
}

/** As many as two texts of this likeness must have one of in common: a little over the part in which they may differ. */
function rarest(words: ReadonlySet<string>, rarity: ReadonlyMap<string, number>): string[] {
  const sorted = [...words].sort(
    (one, other) => (rarity.get(one) ?? 0) - (rarity.get(other) ?? 0) || (one < other ? -1 : 1),
  );
  return sorted.slice(0, Math.ceil(words.size * (1 - shared)) + 1);
}

function isAlike(words: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean {
  if (!other || Math.min(words.size, other.size) < shared * Math.max(words.size, other.size)) return false;
  return similarity(words, other) >= nearly;
}

function note(carriers: Map<string, number[]>, word: string, place: number): void {
  const places = carriers.get(word);
  if (places) places.push(place);
  else carriers.set(word, [place]);
}
