// The blocks of a section as lines that a person can write in a plain text field, and back: a paragraph as it is, '- '
// an item, '-- ' a nested item, '= Term: definition', '~ ' a clause. Every block is one line.
import type { Block } from '../../schemas/types.ts';

export function toLines(blocks: readonly Block[]): string {
  return blocks.map(toLine).join('\n');
}

function toLine(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return /^(-{1,2}|=|~|\\) /.test(block.text) ? `\\ ${block.text}` : block.text;
    case 'item':
      return `${block.level === 1 ? '-' : '--'} ${block.text}`;
    case 'term':
      return `= ${block.term.replaceAll(':', '\\:')}: ${block.text}`;
    case 'clause':
      return `~ ${block.text}`;
  }
}

/**
 * The blocks of the lines; blank lines are left out. A line that begins a term and has no colon is an item. Ids are
 * place-holders ('b1', 'b2', …): see keepBlockIds.
 */
export function fromLines(text: string): Block[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '');
  return lines.map((line, index) => fromLine(line, `b${index + 1}`));
}

function fromLine(line: string, id: string): Block {
  const [, mark, text = ''] = /^(--|-|=|~|\\) (.*)$/.exec(line) ?? [null, null, line];
  if (mark === '-' || mark === '--') return { id, kind: 'item', level: mark === '-' ? 1 : 2, text };
  if (mark === '~') return { id, kind: 'clause', text };
  if (mark !== '=') return { id, kind: 'paragraph', text };
  const [, term, definition] = /^((?:[^:\\]|\\:|\\)+): (.+)$/.exec(text) ?? [];
  if (!term || !definition) return { id, kind: 'item', level: 1, text };
  return { id, kind: 'term', term: term.replaceAll('\\:', ':'), text: definition };
}
