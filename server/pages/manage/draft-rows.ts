// The entries of a section as rows of a form, and back to blocks. A row keeps the id of its block; a line break in it
// begins another block; a row without words is none.
import type { Block, SectionKey } from '../../../schemas/types.ts';
import { refusal } from '../../errors.ts';
import { grounded } from '../../model/edit-blocks.ts';
import type { Issue } from '../../model/issue.ts';
import { readPastedList } from '../../model/pasted-list.ts';
import { wordsOf } from '../../model/specification.ts';
import type { Typed } from '../form.ts';

export const rowKinds = ['item', 'subitem', 'paragraph', 'clause', 'term'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface Row {
  readonly id: string;
  readonly kind: RowKind;
  /** The term of a term; '' of anything else. */
  readonly term: string;
  readonly text: string;
  /** As typed: a whole number, or ''. */
  readonly percent: string;
}

/** The rows that a form sent of a section; null where it did not show the section in rows. */
export function rowsOf(fields: Typed, key: SectionKey): Row[] | null {
  const [ids, kinds, texts] = ['block', 'kind', 'text'].map((name) => listOf(fields, `${name}.${key}`));
  const [terms, percents] = ['term', 'percent'].map((name) => listOf(fields, `${name}.${key}`));
  if (!ids || !kinds || !texts) return null;
  const isWhole = [kinds, texts, terms ?? ids, percents ?? ids].every((each) => each.length === ids.length);
  if (!isWhole || new Set(ids).size !== ids.length) throw refusal('form-not-readable');
  return ids.map((id, index) => ({
    id,
    kind: kinds[index] as RowKind,
    term: terms?.[index] ?? '',
    text: texts[index] ?? '',
    percent: percents?.[index] ?? '',
  }));
}

function listOf(fields: Typed, name: string): readonly string[] | null {
  const value = fields[name];
  if (value === undefined) return null;
  return typeof value === 'string' ? [value] : value;
}

/** `before` are the blocks of the version that was edited: an entry that says the same stays linked to its shared text. */
export function blocksOfRows(rows: readonly Row[], before: readonly Block[], freshId: () => string): Block[] {
  const known = new Map(before.map((block) => [block.id, block]));
  return grounded(rows.flatMap((row) => blocksOfRow(row, known.get(row.id), freshId)));
}

function blocksOfRow(row: Row, before: Block | undefined, freshId: () => string): Block[] {
  const term = row.term.replace(/\s+/g, ' ').trim();
  const lines = /[\r\n]/.test(row.text)
    ? readPastedList(row.text)
    : [{ level: 1 as const, text: row.text.replace(/\s+/g, ' ').trim() }].filter(({ text }) => text !== '');
  const blocks = lines.map(({ level, text }, index): Block => {
    const id = index === 0 ? row.id : freshId();
    if (row.kind === 'term' && index === 0) return { id, kind: 'term', term: term || text, text };
    if (row.kind === 'paragraph' || row.kind === 'clause') return { id, kind: row.kind, text };
    const depth = row.kind === 'subitem' || level === 2 ? 2 : 1;
    const share = index === 0 && row.percent !== '' ? { percentOfTime: Number(row.percent) } : {};
    return { id, kind: 'item', level: depth, text, ...share };
  });
  return blocks.map((block) => linked(block, before));
}

function linked(block: Block, before: Block | undefined): Block {
  if (!before || !('sharedId' in before) || before.sharedId === undefined) return block;
  if (before.id !== block.id || before.kind !== block.kind || wordsOf(before) !== wordsOf(block))
    return block;
  return { ...block, sharedId: before.sharedId } as Block;
}

/** What the rows of a section lack before they can be saved. */
export function rowIssues(rows: readonly Row[], key: SectionKey): Issue[] {
  return rows.flatMap(({ kind, term, text }) => {
    if (kind !== 'term' || (term === '') === (text === '')) return [];
    const message =
      term === ''
        ? `Name the term that is defined as “${shortened(text)}”.`
        : `Write what “${shortened(term)}” means.`;
    return [{ field: `section.${key}`, problem: 'form', message }];
  });
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text;
}

export function rowOf(block: Block): Row {
  const { id, text } = block;
  const plain = { id, text, term: '', percent: '' };
  if (block.kind === 'term') return { ...plain, kind: 'term', term: block.term };
  if (block.kind !== 'item') return { ...plain, kind: block.kind };
  const percent = block.percentOfTime === undefined ? '' : String(block.percentOfTime);
  return { ...plain, kind: block.level === 1 ? 'item' : 'subitem', percent };
}
