// What people say and what official titles say for it: tables that come with the program and with the plan, read into one.
import type { Synonym } from '../../schemas/types.ts';
import { foldedWords } from './search-terms.ts';
import { stemOf } from './terms.ts';

/** Words of titles that something said stands for. */
export interface Meant {
  /** As they are told: 'systems administrator'. */
  readonly words: string;
  /** All of which a title must hold. */
  readonly stems: readonly string[];
}

export interface Thesaurus {
  /** The longest thing said that begins at a place of the stems, with what it stands for; null where none does. */
  readonly at: (stems: readonly string[], place: number) => { length: number; meant: Meant[] } | null;
}

const longestSaid = 3;

export function makeThesaurus(tables: readonly (readonly Synonym[])[]): Thesaurus {
  const known = new Map<string, Map<string, Meant>>();
  for (const { said, titles } of tables.flat()) {
    for (const each of said) {
      const key = stemsOf(each).join(' ');
      const meant = known.get(key) ?? new Map<string, Meant>();
      for (const words of titles) {
        const stems = stemsOf(words);
        if (stems.join(' ') !== key) meant.set(stems.join(' '), { words, stems });
      }
      known.set(key, meant);
    }
  }
  return {
    at: (stems, place) => {
      for (let length = Math.min(longestSaid, stems.length - place); length > 0; length -= 1) {
        const meant = known.get(stems.slice(place, place + length).join(' '));
        if (meant) return { length, meant: [...meant.values()] };
      }
      return null;
    },
  };
}

function stemsOf(text: string): string[] {
  return foldedWords(text).map(stemOf);
}
