// The blocks of a section as lines that a person can write in a plain text field, and back: a paragraph as it is, '- '
// an item ('- [25%] ' with its part of time), '-- ' a nested item, '= Term: definition', '~ ' a clause. Every block is
// one line.
import type { Block, Item } from '../../schemas/types.ts';

export function toLines(blocks: readonly Block[]): string {
  return blocks.map(toLine).join('\n');
}

function toLine(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return /^(-{1,2}|=|~|\\) /.test(block.text) ? `\\ ${block.text}` : block.text;
    case 'item':
      return `${block.level === 1 ? '-' : '--'} ${shareMark(block)}${block.text}`;
    case 'term':
      return `= ${block.term.replaceAll(':', '\\:')}: ${block.text}`;
    case 'clause':
      return `~ ${block.text}`;
  }
}

/** A text that begins like a part of time is told apart from one by an empty mark. */
function shareMark({ text, percentOfTime }: Item): string {
  if (percentOfTime !== undefined) return `[${percentOfTime}%] `;
  return /^\[\d*%?\] /.test(text) ? '[] ' : '';
}

function readItem(id: string, level: Item['level'], line: string): Item {
  const [, percent = '', text = line] = /^\[(?:(\d{1,3})%)?\] (.+)$/.exec(line) ?? [];
  const percentOfTime = Number(percent);
  if (percent === '') return { id, kind: 'item', level, text };
  if (percentOfTime < 1 || percentOfTime > 100) return { id, kind: 'item', level, text: line };
  return { id, kind: 'item', level, text, percentOfTime };
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
  if (mark === '-' || mark === '--') return readItem(id, mark === '-' ? 1 : 2, text);
  if (mark === '~') return { id, kind: 'clause', text };
  if (mark !== '=') return { id, kind: 'paragraph', text };
  const [, term, definition] = /^((?:[^:\\]|\\:|\\)+): (.+)$/.exec(text) ?? [];
  if (!term || !definition) return { id, kind: 'item', level: 1, text };
  return { id, kind: 'term', term: term.replaceAll('\\:', ':'), text: definition };
}
