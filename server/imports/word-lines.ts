// A Word document as lines, in the form in which plain text says the same: a mark before an entry, a colon after a term or a
// label. What our own styles say of a paragraph goes with its line; what is no text of the document is remarked on.
import { sections } from '../model/sections.ts';
import { factColumns } from '../model/word-styles.ts';
import type { Stated } from './source-line.ts';
import {
  attribute,
  descendants,
  type Element,
  elementsOf,
  isElement,
  isList,
  type Node,
  textOf,
} from './word-html.ts';

export interface WordLine {
  readonly text: string;
  /** Null where only the look of the line tells what it is. */
  readonly stated: Stated | null;
  /** True where a blank line belongs before it. */
  readonly opens: boolean;
}

/** Something that was seen and was not read as text, at the line before which or in which it stood, from 0. */
export interface WordRemark {
  readonly kind: 'comment' | 'note' | 'picture' | 'meaning' | 'level';
  readonly line: number;
  readonly text: string | null;
}

export interface WordLines {
  readonly lines: WordLine[];
  readonly remarks: WordRemark[];
}

interface Reading extends WordLines {
  /** The line at which each comment and note is referred to, by its address. */
  readonly references: Map<string, number>;
}

export function wordLines(nodes: readonly Node[]): WordLines {
  const reading: Reading = { lines: [], remarks: [], references: new Map() };
  readBlocks(reading, nodes);
  const { lines, remarks } = reading;
  return { lines, remarks: remarks.toSorted((a, b) => a.line - b.line) };
}

function readBlocks(reading: Reading, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (isList(node)) readList(reading, node, 1);
    else if (node.tagName === 'table') readTable(reading, node);
    else if (node.tagName === 'dl') readComments(reading, node);
    else readParagraph(reading, node);
  }
}

function add({ lines }: Reading, text: string, stated: Stated | null, opens: boolean): void {
  if (text.trim() !== '') lines.push({ text, stated, opens });
}

function readParagraph(reading: Reading, node: Element): void {
  const before = reading.lines.at(-1)?.stated?.as;
  const stated = /^h[1-6]$/.test(node.tagName) ? headingBy(node) : statedBy(node);
  const opens = !(stated?.as === 'term' && before === 'term');
  for (const text of textsOf(reading, node)) add(reading, text, stated, opens);
}

/** 'IT Manager Senior - CI2788', the code in a style of its own. */
function titleBy(node: Element): Stated {
  const code = oneLine(descendants(node, 'span').map(textOf).join(''));
  const text = oneLine(textOf(node));
  const title =
    code !== '' && text.endsWith(code) ? text.slice(0, -code.length).replace(/\s*[-–—:,]?\s*$/, '') : text;
  return code === '' || title === text ? { as: 'title', label: text } : { as: 'title', label: title, code };
}

/** Our headings carry a bookmark with the name of their section, whatever the plan calls it. */
function headingBy(node: Element): Stated {
  const names = descendants(node, 'a').map((each) => /^section_([A-Za-z]+)/.exec(attribute(each, 'id'))?.[1]);
  const section = [...sections.map(({ key }) => key), 'additional' as const].find((key) =>
    names.includes(key),
  );
  const level = Number(node.tagName.slice(1));
  return section === undefined ? { as: 'heading', level } : { as: 'heading', level, section };
}

function statedBy(node: Element): Stated | null {
  const style = attribute(node, 'class');
  if (style === 'title') return titleBy(node);
  if (style === 'paragraph' || style === 'clause' || style === 'none') return { as: style };
  if (style !== 'term') return null;
  const bold = elementsOf(node).find(({ tagName }) => tagName === 'strong');
  const [label, text] = [bold ? oneLine(textOf(bold)) : '', oneLine(textOf(node))];
  return label !== '' && text.startsWith(`${label}: `) ? { as: 'term', label } : null;
}

function readList(reading: Reading, node: Element, depth: number): void {
  let number = 0;
  for (const entry of elementsOf(node)) {
    if (/^(?:foot|end)note-/.test(attribute(entry, 'id'))) {
      remarkAtReference(reading, 'note', entry, entry);
      continue;
    }
    number += 1;
    const mark = node.tagName === 'ol' ? `${number}.` : depth === 1 ? '•' : '◦';
    const stated: Stated | null = attribute(entry, 'class') === 'item' ? { as: 'item' } : null;
    const text = textsOf(reading, entry).join(' ');
    if (depth > 2 && text !== '') remark(reading, 'level', text);
    if (text !== '')
      add(reading, `${depth === 1 ? '' : '  '}${mark} ${text}`, stated, depth === 1 && number === 1);
    for (const inner of elementsOf(entry)) if (isList(inner)) readList(reading, inner, depth + 1);
  }
}

function readTable(reading: Reading, node: Element): void {
  const rows = descendants(node, 'tr').map((row) =>
    elementsOf(row).filter(({ tagName }) => /^t[dh]$/.test(tagName)),
  );
  const head = (rows[0] ?? []).map((cell) => oneLine(textOf(cell)));
  if (head.length === factColumns.length && factColumns.every((name, index) => head[index] === name))
    readFactRows(reading, rows.slice(1));
  else for (const [index, cells] of rows.entries()) readRow(reading, cells, index === 0);
}

/** Our own table. What a code means is the plan's to say; that column is not read. */
function readFactRows(reading: Reading, rows: readonly (readonly Element[])[]): void {
  remark(reading, 'meaning', null);
  for (const [index, cells] of rows.entries()) {
    const [label = '', text = ''] = cells.map((cell) => textsOf(reading, cell).join(' '));
    const isWhole = label !== '' && text !== '';
    const line = isWhole ? `${label}: ${text}` : label === '' ? text : `${label}:`;
    add(reading, line, isWhole ? { as: 'fact', label } : null, index === 0);
  }
}

/** A row of anybody's table: a label and its text, cells side by side, or cells that hold text of their own. */
function readRow(reading: Reading, cells: readonly Element[], opens: boolean): void {
  const filled = cells.filter((cell) => descendants(cell, 'img').length > 0 || allText(cell) !== '');
  const isLayout =
    filled.length === 1 ||
    filled.some((cell) => elementsOf(cell).length > 1 || descendants(cell, 'li').length > 0);
  if (isLayout) {
    for (const cell of filled) readBlocks(reading, cell.childNodes);
    return;
  }
  const texts = filled.map((cell) => textsOf(reading, cell).join(' '));
  const [label = '', text = ''] = texts;
  const isLabelled = texts.length === 2 && label.length <= 60 && label.split(' ').length <= 6;
  add(reading, isLabelled ? `${label.replace(/\s*:$/, '')}: ${text}` : texts.join('\t'), null, opens);
}

/** The lines of a paragraph, without the marks of comments and notes; each is remembered where it stands. */
function textsOf(reading: Reading, node: Element): string[] {
  for (const { attrs } of descendants(node, 'a')) {
    const to = attrs.find(({ name, value }) => name === 'href' && value.startsWith('#'))?.value;
    if (to !== undefined) reading.references.set(to.slice(1), reading.lines.length);
  }
  for (const picture of descendants(node, 'img'))
    remark(reading, 'picture', attribute(picture, 'alt') || null);
  const text = node.childNodes.map(wordsOf).join('');
  return text
    .split('\n')
    .map(tidy)
    .filter((line) => line !== '');
}

function wordsOf(node: Node): string {
  if (!isElement(node)) return textOf(node);
  if (isList(node)) return '';
  const isMark =
    node.tagName === 'sup' &&
    elementsOf(node).some((child) => /^#(?:comment|footnote|endnote)-/.test(attribute(child, 'href')));
  if (isMark || node.tagName === 'img') return '';
  return node.tagName === 'br' ? '\n' : node.childNodes.map(wordsOf).join('');
}

function readComments(reading: Reading, node: Element): void {
  const entries = elementsOf(node);
  for (const [index, entry] of entries.entries()) {
    const name = entries[index - 1];
    if (entry.tagName === 'dd' && name) remarkAtReference(reading, 'comment', name, entry);
  }
}

function remarkAtReference(
  { remarks, references }: Reading,
  kind: WordRemark['kind'],
  named: Element,
  said: Element,
): void {
  const line = references.get(attribute(named, 'id')) ?? 0;
  remarks.push({ kind, line, text: elementsOf(said).map(allText).join(' ').replace(/\s*↑$/, '') });
}

function remark({ lines, remarks }: Reading, kind: WordRemark['kind'], text: string | null): void {
  remarks.push({ kind, line: lines.length, text });
}

function allText(node: Element): string {
  return oneLine(
    node.childNodes.map((child) => (isElement(child) ? ` ${allText(child)}` : textOf(child))).join(''),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Tabs part the cells of a line and are kept. */
function tidy(text: string): string {
  return text.replace(/[^\S\t]+/g, ' ').trim();
}
