// A document in parts: the lines before the first heading, then each heading with the lines under it.
import type { Heading } from './headings.ts';
import type { SourceLine } from './source-line.ts';

export interface BodyLine {
  readonly line: SourceLine;
  /** What of the line is text: without a heading or label that opened it. */
  readonly text: string;
  /** The heading or label that was read off the beginning. */
  readonly heading: string | null;
}

export interface Part {
  /** null for the lines before the first heading. */
  readonly heading: Heading | null;
  readonly line: SourceLine | null;
  /** The second line of a heading that was broken over two. */
  readonly second: SourceLine | null;
  readonly body: readonly BodyLine[];
}

export function whole(line: SourceLine): BodyLine {
  return { line, text: line.text, heading: null };
}

/** The end of a line, where a heading or label was read off its beginning. */
export function after(line: SourceLine, rest: string): BodyLine {
  const start = line.text.lastIndexOf(rest);
  return { line, text: rest, heading: line.text.slice(0, Math.max(start, 0)).trim() };
}
