// Where a text says what was searched for: the first passage that holds most of the words, cut to a length that can be read
// at a glance, with each word that was found marked.
import type { Block, SectionKey, Specification } from '../../schemas/types.ts';
import { foldedWords } from './search-terms.ts';
import { sections } from './sections.ts';
import { blocksOfSection, wordsOf } from './specification.ts';

export interface PassageRun {
  readonly text: string;
  readonly isFound: boolean;
}

export interface FoundPassage {
  /** 'sections.duties' or 'additional.a1'. */
  readonly place: string;
  /** The heading of an additional section; null of a canonical one, which the plan labels. */
  readonly heading: string | null;
  readonly runs: readonly PassageRun[];
}

/** What is looked for: for each word its stems, any of which will do. */
export interface Sought {
  readonly words: readonly ReadonlySet<string>[];
  /** What the words begin with: texts without any of these are passed over. */
  readonly beginnings: RegExp;
  readonly stem: (word: string) => string;
}

/** Null where there is nothing to look for. */
export function soughtWords(
  terms: readonly (readonly string[])[],
  stem: (word: string) => string,
): Sought | null {
  const stems = [...new Set(terms.flat())];
  if (stems.length === 0) return null;
  const beginnings = new RegExp(`${stems.join('|')}|[^\\u0000-\\u007f]`, 'i');
  return { words: terms.map((each) => new Set(each)), beginnings, stem };
}

const lengthShown = 220;

/** Null where no passage holds any of the words. */
export function findPassage(text: Specification, sought: Sought): FoundPassage | null {
  let best: { place: string; heading: string | null; text: string } | null = null;
  let most = 0;
  for (const { place, heading, blocks } of partsOf(text)) {
    for (const block of blocks) {
      const words = wordsOf(block);
      const count = countFound(words, sought);
      if (count > most) [best, most] = [{ place, heading, text: words }, count];
    }
    if (most === sought.words.length) break;
  }
  if (!best) return null;
  return { place: best.place, heading: best.heading, runs: shortened(markFound(best.text, sought)) };
}

interface Part {
  readonly place: string;
  readonly heading: string | null;
  readonly blocks: readonly Block[];
}

function partsOf(text: Specification): Part[] {
  const canonical = sections.map(({ key }: { key: SectionKey }) => ({
    place: `sections.${key}`,
    heading: null,
    blocks: blocksOfSection(text, key),
  }));
  const additional = text.additional.map(({ id, heading, blocks }) => ({
    place: `additional.${id}`,
    heading,
    blocks,
  }));
  return [...canonical, ...additional];
}

function countFound(text: string, sought: Sought): number {
  if (!sought.beginnings.test(text)) return 0;
  const stems = new Set(foldedWords(text).map(sought.stem));
  return sought.words.filter((word) => [...word].some((stem) => stems.has(stem))).length;
}

const wholeWords = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The text in runs, those that were found apart. */
export function markFound(text: string, { words, stem }: Sought): PassageRun[] {
  const runs: PassageRun[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(wholeWords)) {
    const isFound = foldedWords(word).some((each) => words.some((stems) => stems.has(stem(each))));
    if (!isFound) continue;
    if (index > end) runs.push({ text: text.slice(end, index), isFound: false });
    runs.push({ text: word, isFound: true });
    end = index + word.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), isFound: false });
  return runs;
}

/** Cut between words, a little before the first that was found; what is left out is told by an ellipsis. */
function shortened(runs: readonly PassageRun[]): PassageRun[] {
  const [first, ...others] = runs;
  if (!first) return [];
  const lead = first.isFound ? first : { ...first, text: tailOf(first.text, lengthShown / 3) };
  const shown: PassageRun[] = [];
  let left = lengthShown;
  for (const run of [lead, ...others]) {
    if (run.text.length > left && !run.isFound) {
      shown.push({ ...run, text: headOf(run.text, left) });
      break;
    }
    shown.push(run);
    left -= run.text.length;
    if (left <= 0) break;
  }
  return shown;
}

function tailOf(text: string, length: number): string {
  if (text.length <= length) return text;
  return `…${text.slice(-length).replace(/^\S*(?=\s)/, '')}`;
}

function headOf(text: string, length: number): string {
  return `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}
