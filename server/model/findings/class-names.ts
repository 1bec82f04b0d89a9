// Class titles and codes as they stand in running text: found by the longest title that fits, in its own case, so that
// 'the accountant' is a person and 'the Accountant' a class.
import type { ClassText, PastName } from './plan-view.ts';

/** A title or code with the classes that carry it now, or the one that carried it. */
export interface KnownName {
  readonly name: string;
  readonly classIds: readonly string[];
  readonly past: PastName | null;
}

export interface Mention extends KnownName {
  readonly index: number;
  readonly end: number;
}

export interface ClassNames {
  /** By title exactly as written. */
  titled(title: string): KnownName | null;
  /** The title that begins here; null where none does. */
  at(text: string, index: number): Mention | null;
  mentionsIn(text: string): Mention[];
}

const capitalised = /(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\p{N}&/'’-]*/gu;

export function classNames(classes: readonly ClassText[], past: readonly PastName[]): ClassNames {
  const names = new Map<string, KnownName>();
  for (const each of past)
    for (const name of [each.title, each.code])
      names.set(name, { name, classIds: [each.classId], past: each });
  for (const { classId, body } of classes)
    for (const name of [body.title, ...(body.code === null ? [] : [body.code])]) {
      const known = names.get(name);
      const others = known && known.past === null ? known.classIds : [];
      names.set(name, { name, classIds: [...others, classId], past: null });
    }
  return readerOf(names);
}

function readerOf(names: ReadonlyMap<string, KnownName>): ClassNames {
  const byFirst = new Map<string, KnownName[]>();
  for (const known of names.values()) {
    const first = firstWord(known.name);
    if (first === '') continue;
    const list = byFirst.get(first);
    if (list) list.push(known);
    else byFirst.set(first, [known]);
  }
  for (const list of byFirst.values()) list.sort((one, other) => other.name.length - one.name.length);
  const at = (text: string, index: number): Mention | null => {
    const first = firstWord(text.slice(index, index + 60));
    const found = [first, first.replace(/(?:['’]s|s)$/, '')]
      .flatMap((word) => byFirst.get(word) ?? [])
      .find(({ name }) => text.startsWith(name, index) && isEnd(text, index + name.length));
    return found ? { ...found, index, end: index + found.name.length } : null;
  };
  return {
    titled: (title) => names.get(title) ?? null,
    at,
    mentionsIn: (text) => mentionsIn(text, at),
  };
}

function mentionsIn(text: string, at: ClassNames['at']): Mention[] {
  const mentions: Mention[] = [];
  let from = 0;
  for (const { index } of text.matchAll(capitalised)) {
    const mention = index < from ? null : at(text, index);
    if (!mention) continue;
    mentions.push(mention);
    from = mention.end;
  }
  return mentions;
}

function firstWord(text: string): string {
  return /^[\p{L}\p{N}&/'’-]+/u.exec(text)?.[0] ?? '';
}

/** A title ends where its word does; it may stand in the plural or the genitive. */
function isEnd(text: string, index: number): boolean {
  return /^(?:s?['’]?s?)(?![\p{L}\p{N}])/u.test(text.slice(index, index + 5));
}

/** 'Parks Worker' in 'Parks Worker Senior' names another class. */
export function isPartOfLonger(text: string, end: number): boolean {
  return /^\s\p{Lu}/u.test(text.slice(end, end + 2));
}

/** A single word, such as 'Librarian', is a class only behind an article. */
export function isClassName(text: string, index: number, name: string): boolean {
  return /\s|\d/.test(name) || /\b(?:the|an?)\s$/i.test(text.slice(Math.max(0, index - 5), index));
}
