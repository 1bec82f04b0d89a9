// The lines of a section as entries: paragraphs, list items and terms, each whole again where it was hard-wrapped.
// Joining is careful: two entries wrongly apart are easily seen, two wrongly joined are not.
import { markOf } from './marks.ts';
import type { BodyLine } from './parts.ts';
import { isSentenceBroken, isSentenceEnded, opensLower } from './sentences.ts';
import { indentOf, oneLine, type SourceLine } from './source-line.ts';
import { splitTerm } from './terms.ts';

export interface Entry {
  readonly lines: readonly BodyLine[];
  /** The bullet or number that opened it. */
  readonly mark: string | null;
  /** 2 for an item under another. */
  readonly level: 1 | 2;
  readonly text: string;
}

interface Growing {
  lines: BodyLine[];
  readonly mark: string | null;
  readonly kind: string;
  readonly indent: number;
  text: string;
}

export interface Wrapping {
  /** The width at which this document breaks its lines; null where it does not. */
  readonly width: number | null;
  /** True in a section of terms, where each line may open a new one. */
  readonly terms: boolean;
}

const longest = 20_000;

/** The width at which lines were broken, by the lines that end inside a sentence. */
export function wrapWidth(lines: readonly SourceLine[]): number | null {
  const broken = lines.filter((line, index) => {
    const next = lines[index + 1];
    const inside = next && !next.afterBlank && !markOf(next.text) && opensLower(next.text);
    return inside && !isSentenceEnded(line.text) && line.text.length <= 140;
  });
  return broken.length < 2 ? null : Math.max(...broken.map(({ text }) => text.trimEnd().length));
}

export function entriesOf(body: readonly BodyLine[], wrapping: Wrapping): Entry[] {
  const entries: Growing[] = [];
  for (const line of body) {
    const last = entries.at(-1);
    const marked = marksOf(line);
    if (last && !marked && goesOn(last, line, wrapping)) join(last, line);
    else entries.push(opened(line, marked));
  }
  return levelled(entries);
}

/** Where the document says that a line is an entry, its mark is ours; where it says anything else, there is none. */
function marksOf({ line, text }: BodyLine): ReturnType<typeof markOf> {
  return line.stated && line.stated.as !== 'item' ? null : markOf(text);
}

function opened(line: BodyLine, marked: ReturnType<typeof markOf>): Growing {
  return {
    lines: [line],
    mark: marked?.mark ?? null,
    kind: marked?.kind ?? '',
    indent: indentOf(line.text),
    text: oneLine(marked?.rest ?? line.text),
  };
}

function join(entry: Growing, line: BodyLine): void {
  const glue = /\p{L}-$/u.test(entry.text) && opensLower(line.text) ? '' : ' ';
  entry.text += glue + oneLine(line.text);
  entry.lines.push(line);
}

function goesOn(entry: Growing, line: BodyLine, { width, terms }: Wrapping): boolean {
  const before = entry.lines.at(-1);
  if (!before || line.line.afterBlank || line.heading !== null || line.line.stated || before.line.stated)
    return false;
  if (entry.text.length + line.text.length >= longest) return false;
  const ended = isSentenceEnded(before.text);
  if (terms && splitTerm(line.text.trim()) && (ended || width === null)) return false;
  if (isSentenceBroken(before.text)) return true;
  if (entry.mark && indentOf(line.text) > entry.indent && width !== null) return true;
  if (opensLower(line.text) && !ended) return true;
  return width !== null && wasFull(before, line, width, ended);
}

/** True where the line before had no room for the first word of this one, so that its end was not chosen. */
function wasFull(before: BodyLine, line: BodyLine, width: number, ended: boolean): boolean {
  const length = before.line.text.trimEnd().length;
  const word = /\S+/.exec(line.text)?.[0].length ?? 0;
  return length + 1 + word > width || (!ended && length >= width * 0.85);
}

/** Level 2 is an item further in, or one whose kind of mark came later than the first of its run. */
function levelled(entries: readonly Growing[]): Entry[] {
  let first: Growing | null = null;
  return entries.map((entry) => {
    const { lines, mark, text } = entry;
    if (!mark) {
      if (entry.indent === 0) first = null;
      return { lines, mark, level: 1, text };
    }
    if (!first || entry.indent < first.indent) first = entry;
    const deeper = entry.indent >= first.indent + 2 || (entry.kind !== first.kind && entry.kind !== '');
    return { lines, mark, level: entry !== first && deeper ? 2 : 1, text };
  });
}
