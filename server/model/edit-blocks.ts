// What an analyst does to the entries of a section: move, indent, split, join, remove. Pure: each gives the list anew. A
// nested entry belongs to the one above it and goes where that one goes; none stands first without one to belong to.
import type { Block } from '../../schemas/types.ts';

export const blockActs = ['up', 'down', 'in', 'out', 'remove', 'join'] as const;
export type BlockAct = (typeof blockActs)[number];

/** The list after the act on the block `id`; the same list where the act is not possible there. */
export function actOnBlock(blocks: readonly Block[], act: BlockAct, id: string): readonly Block[] {
  const index = blocks.findIndex((block) => block.id === id);
  if (index === -1) return blocks;
  switch (act) {
    case 'up':
      return moveUp(blocks, index);
    case 'down':
      return moveDown(blocks, index);
    case 'in':
      return indent(blocks, index);
    case 'out':
      return withLevel(blocks, index, 1);
    case 'remove':
      return grounded(blocks.toSpliced(index, 1));
    case 'join':
      return join(blocks, index);
  }
}

/** True where the act would change something: what cannot be done is not offered. */
export function isPossible(blocks: readonly Block[], act: BlockAct, id: string): boolean {
  return actOnBlock(blocks, act, id) !== blocks;
}

/**
 * The block parted in two at an offset of its text, the second part under the new id. Without an offset it is parted
 * after its first sentence. The same list where one part would be empty.
 */
export function splitBlock(
  blocks: readonly Block[],
  id: string,
  offset: number | null,
  newId: string,
): readonly Block[] {
  const index = blocks.findIndex((block) => block.id === id);
  const block = blocks[index];
  if (!block || block.kind === 'term') return blocks;
  const at = offset ?? firstSentence(block.text).length;
  const [before, after] = [block.text.slice(0, at).trim(), block.text.slice(at).trim()];
  if (before === '' || after === '') return blocks;
  const { kind } = block;
  const second: Block =
    kind === 'item' ? { id: newId, kind, level: block.level, text: after } : { id: newId, kind, text: after };
  return blocks.toSpliced(index, 1, unlinked({ ...block, text: before }), second);
}

function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
  return first?.segment ?? '';
}

function isNested(block: Block | undefined): boolean {
  return block?.kind === 'item' && block.level === 2;
}

/** Where the run that begins at `index` ends: an entry with what is nested under it, or one nested entry. */
function endOf(blocks: readonly Block[], index: number): number {
  let end = index + 1;
  if (blocks[index]?.kind === 'item' && !isNested(blocks[index])) while (isNested(blocks[end])) end += 1;
  return end;
}

/** Where the run before `index` begins. */
function startBefore(blocks: readonly Block[], index: number): number {
  let start = index - 1;
  if (!isNested(blocks[index])) while (start > 0 && isNested(blocks[start])) start -= 1;
  return start;
}

function moveUp(blocks: readonly Block[], index: number): readonly Block[] {
  if (index === 0) return blocks;
  return swap(blocks, startBefore(blocks, index), index, endOf(blocks, index));
}

function moveDown(blocks: readonly Block[], index: number): readonly Block[] {
  const end = endOf(blocks, index);
  if (end >= blocks.length) return blocks;
  const nextEnd = isNested(blocks[index]) ? end + 1 : endOf(blocks, end);
  return swap(blocks, index, end, nextEnd);
}

/** The runs [start, middle) and [middle, end) change places; nothing where a nested entry would be left on its own. */
function swap(blocks: readonly Block[], start: number, middle: number, end: number): readonly Block[] {
  const next = [
    ...blocks.slice(0, start),
    ...blocks.slice(middle, end),
    ...blocks.slice(start, middle),
    ...blocks.slice(end),
  ];
  return isGrounded(next) ? next : blocks;
}

function indent(blocks: readonly Block[], index: number): readonly Block[] {
  const hasEntryAbove = blocks[index - 1]?.kind === 'item';
  const carriesOthers = endOf(blocks, index) > index + 1;
  return hasEntryAbove && !carriesOthers ? withLevel(blocks, index, 2) : blocks;
}

function withLevel(blocks: readonly Block[], index: number, level: 1 | 2): readonly Block[] {
  const block = blocks[index];
  if (block?.kind !== 'item' || block.level === level) return blocks;
  return blocks.with(index, { ...block, level });
}

/** One entry with the one above it, under the id of that one; terms are not joined. */
function join(blocks: readonly Block[], index: number): readonly Block[] {
  const [above, block] = [blocks[index - 1], blocks[index]];
  if (!above || !block || above.kind === 'term' || block.kind === 'term') return blocks;
  const whole = withShareOf(unlinked({ ...above, text: `${above.text} ${block.text}` }), block);
  return grounded(blocks.toSpliced(index - 1, 2, whole));
}

/** The parts of time of both, where either states one. */
function withShareOf(block: Block, other: Block): Block {
  if (block.kind !== 'item' || other.kind !== 'item' || other.percentOfTime === undefined) return block;
  return { ...block, percentOfTime: Math.min(100, (block.percentOfTime ?? 0) + other.percentOfTime) };
}

/** Words that are no longer those of the shared text are not linked to it. */
function unlinked(block: Block): Block {
  if (block.kind !== 'clause') return block;
  return { id: block.id, kind: 'clause', text: block.text };
}

function isGrounded(blocks: readonly Block[]): boolean {
  return blocks.every((block, index) => !isNested(block) || blocks[index - 1]?.kind === 'item');
}

/** A nested entry whose entry is gone becomes an entry itself. */
export function grounded(blocks: readonly Block[]): Block[] {
  let above: Block | undefined;
  return blocks.map((block) => {
    const isAlone = block.kind === 'item' && block.level === 2 && above?.kind !== 'item';
    above = isAlone ? { ...block, level: 1 } : block;
    return above;
  });
}
