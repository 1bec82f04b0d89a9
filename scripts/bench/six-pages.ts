// Two texts of six printed pages: the specifications of two levels put together, and what a thorough amendment makes of
// them, with words changed, entries taken away, added and moved.
import type { Block, Specification } from '../../schemas/types.ts';
import { sections } from '../../server/model/sections.ts';
import { blocksOfSection } from '../../server/model/specification.ts';

/** The first text with the entries of the others in its sections, numbered anew. */
export function putTogether(texts: readonly [Specification, ...Specification[]]): Specification {
  let number = 0;
  const together = structuredClone(texts[0]);
  for (const { key } of sections) {
    const section = together.sections[key];
    if (!section || !('blocks' in section)) continue;
    const blocks = texts.flatMap((text) => blocksOfSection(text, key));
    section.blocks = blocks.map((block) => ({ ...block, id: `b${(number += 1)}` }));
  }
  return together;
}

export function amended(text: Specification): Specification {
  const after = structuredClone(text);
  for (const { key } of sections) {
    const section = after.sections[key];
    if (section && 'blocks' in section) section.blocks = amendedBlocks(section.blocks);
  }
  return after;
}

function amendedBlocks(blocks: readonly Block[]): Block[] {
  const stay = blocks.filter((_, index) => index % 7 !== 3);
  const changed = stay.flatMap((block, index) => [
    index % 4 === 1 ? reworded(block) : block,
    ...(index % 9 === 5 ? [{ ...reworded(block), id: `${block.id}n` }] : []),
  ]);
  const moved = changed.filter((_, index) => index % 11 === 6);
  return [...moved, ...changed.filter((block) => !moved.includes(block))];
}

/** Every fifth word another, and a clause more. */
function reworded(block: Block): Block {
  const words = block.text.split(' ').map((word, index) => (index % 5 === 3 ? 'assigned' : word));
  return { ...block, text: `${words.join(' ')} This is reviewed every year.` };
}
