// One line of a document, as read after repairs. Everything the import builds points back to these by number.
import type { SectionKey } from '../../schemas/types.ts';

/** What a document says of a line by a style of ours; plain text says nothing. */
export interface Stated {
  readonly as:
    'title' | 'heading' | 'paragraph' | 'none' | 'item' | 'term' | 'clause' | 'fact' | 'letterhead';
  /** Of a fact or a term: what stands before the colon. Of a title: the title without the code. */
  readonly label?: string;
  /** Of a title: the code that stands with it. */
  readonly code?: string;
  /** Of a heading: the section that it opens. */
  readonly section?: SectionKey | 'additional';
  /** Of a heading: how far down it stands, from 1; where the document says it. */
  readonly level?: number;
  /** Of a heading: the words of the heading over it, which no section of the plan has. */
  readonly under?: string;
}

export interface SourceLine {
  /** From 1, counting blank lines too. */
  readonly number: number;
  readonly text: string;
  readonly afterBlank: boolean;
  /** Null where only the look of the line tells what it is. */
  readonly stated: Stated | null;
}

/** True where the document says that this line is text of a section, however much it looks like something else. */
export function isStatedText({ stated }: SourceLine): boolean {
  return stated !== null && !['title', 'heading', 'fact', 'letterhead'].includes(stated.as);
}

/** 'Carrying: Moving an object.' in two, where the document says that this is a term or a fact. */
export function statedParts({ stated, text }: SourceLine): { label: string; text: string } | null {
  const label = stated?.as === 'title' ? undefined : stated?.label;
  const line = oneLine(text);
  return label !== undefined && line.startsWith(`${label}: `)
    ? { label, text: line.slice(label.length + 2) }
    : null;
}

/** The letters and digits of a text, in order: what an import may never lose. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** On one line, with single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** How far the text stands from the left, a tab counting to the next multiple of four. */
export function indentOf(text: string): number {
  let column = 0;
  for (const mark of text) {
    if (mark === '\t') column += 4 - (column % 4);
    else if (/\s/.test(mark)) column += 1;
    else break;
  }
  return column;
}
