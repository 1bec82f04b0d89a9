// One line of a document, as read after repairs. Everything the import builds points back to these by number.

export interface SourceLine {
  /** From 1, counting blank lines too. */
  readonly number: number;
  readonly text: string;
  readonly afterBlank: boolean;
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
