// What a sweep proposes for a text in which it found something: other words in place of those found, something added to
// a section, or the blocks taken out.
import type { Block, SectionKey, Specification } from '../../schemas/types.ts';
import { grounded } from './edit-blocks.ts';
import { wordsOf } from './specification.ts';
import { replaced } from './sweep-matches.ts';
import { blocksAt, type FoundBlock, type Where, withBlocksAt } from './sweep-places.ts';

export const appendForms = ['sentence', 'paragraph', 'item'] as const;
export type AppendForm = (typeof appendForms)[number];

export type SweepEdit =
  /** `text` may name groups of an expression: '$1'. */
  | { readonly kind: 'replace'; readonly text: string }
  /** To the section, or where none is named to each section in which something was found. */
  | {
      readonly kind: 'append';
      readonly form: AppendForm;
      readonly section: SectionKey | null;
      readonly text: string;
    }
  | { readonly kind: 'remove' };

/** The text with the edit made in it. `fresh` gives ids for blocks that are added. */
export function edited(
  body: Specification,
  found: readonly FoundBlock[],
  edit: SweepEdit,
  fresh: () => string,
): Specification {
  if (edit.kind === 'append') return appended(body, found, edit, fresh);
  return wheresOf(found).reduce((text, where) => {
    const blocks = blocksAt(text, where);
    const touched = new Map(found.flatMap((hit) => (hit.where === where ? [[hit.block.id, hit]] : [])));
    if (edit.kind === 'remove')
      return withBlocksAt(
        text,
        where,
        without(blocks, ({ id }) => touched.has(id)),
      );
    const next = blocks.flatMap((block) => {
      const hit = touched.get(block.id);
      return hit ? reworded(hit, edit.text) : [block];
    });
    return withBlocksAt(text, where, next.length === blocks.length ? next : grounded(next));
  }, body);
}

function wheresOf(found: readonly FoundBlock[]): Where[] {
  return [...new Set(found.map(({ where }) => where))];
}

/** Entries nested under one that is taken out stay, and stand by themselves. */
function without(blocks: readonly Block[], isFound: (block: Block) => boolean): readonly Block[] {
  let isOrphaned = false;
  const kept = blocks.flatMap((block): Block[] => {
    const isNested = block.kind === 'item' && block.level === 2;
    if (!isNested) isOrphaned = isFound(block);
    if (isFound(block)) return [];
    return [isNested && isOrphaned ? { ...block, level: 1 } : block];
  });
  return grounded(kept);
}

/** None where nothing is left of it. A block that says something else is no longer linked to its shared text. */
function reworded({ block, inTerm, inText }: FoundBlock, template: string): Block[] {
  const text = replaced(block.text, inText, template);
  if (block.kind !== 'term') return text === '' ? [] : [unlinked({ ...block, text }, block)];
  const term = replaced(block.term, inTerm, template);
  return term === '' || text === '' ? [] : [unlinked({ ...block, term, text }, block)];
}

function unlinked(block: Block, before: Block): Block {
  if (!('sharedId' in block) || wordsOf(block) === wordsOf(before)) return block;
  const { sharedId: _link, ...rest } = block;
  return rest;
}

function appended(
  body: Specification,
  found: readonly FoundBlock[],
  { form, section, text }: Extract<SweepEdit, { kind: 'append' }>,
  fresh: () => string,
): Specification {
  const wheres = section === null ? wheresOf(found) : [section];
  return wheres.reduce((next, where) => {
    const blocks = blocksAt(next, where);
    return withBlocksAt(next, where, appendedBlocks(blocks, form, text, fresh));
  }, body);
}

/** Standing clauses close a section: what is added goes before them. */
function appendedBlocks(
  blocks: readonly Block[],
  form: AppendForm,
  text: string,
  fresh: () => string,
): readonly Block[] {
  const end = blocks.findLastIndex(({ kind }) => kind !== 'clause') + 1;
  const last = blocks[end - 1];
  if (form === 'sentence' && last)
    return blocks.with(end - 1, unlinked({ ...last, text: `${closed(last.text)} ${text}` }, last));
  const id = fresh();
  const block: Block =
    form === 'item' ? { id, kind: 'item', level: 1, text } : { id, kind: 'paragraph', text };
  return blocks.toSpliced(end, 0, block);
}

/** A sentence that another one follows ends with a stop. */
function closed(text: string): string {
  return /[.!?:;]["”’)]*$/.test(text) ? text : `${text}.`;
}
