// Where a specification uses a shared text: blocks that are linked to it, whatever wording they froze, and blocks that
// say exactly what it says or once said.
import type { Block, SharedText, Specification } from '../../schemas/types.ts';
import { blocksAt, type FoundBlock, type Place, placesOf, withBlocksAt } from './sweep-places.ts';
import { grounded } from './edit-blocks.ts';

/** A block that uses a shared text, and whether it says what the text says. */
export interface Use extends Place {
  readonly isLinked: boolean;
  /** The words of the shared text as it stands. */
  readonly isSame: boolean;
}

type Wording = Pick<SharedText, 'term' | 'text'>;

/** `wordings` are those that the shared text ever had, the present one last. */
export function usesIn(body: Specification, id: string, wordings: readonly Wording[]): Use[] {
  const said = new Set(wordings.map(keyOf));
  const present = wordings.at(-1);
  return placesOf(body).flatMap(({ where, block }) => {
    const isLinked = 'sharedId' in block && block.sharedId === id;
    if (!isLinked && !said.has(keyOfBlock(block))) return [];
    return [
      { where, block, isLinked, isSame: present !== undefined && keyOfBlock(block) === keyOf(present) },
    ];
  });
}

/** The text with each use saying what the shared text is to say; without the uses where it is retired. */
export function withWording(
  body: Specification,
  uses: readonly Place[],
  next: SharedText | null,
): Specification {
  return uses.reduce((text, { where, block: used }) => {
    const blocks = blocksAt(text, where);
    const changed = blocks.flatMap((block) => {
      if (block.id !== used.id) return [block];
      return next === null ? [] : [worded(block, next)];
    });
    return withBlocksAt(text, where, next === null ? grounded(changed) : changed);
  }, body);
}

function worded(block: Block, { id: sharedId, term, text }: SharedText): Block {
  const { id } = block;
  if (block.kind === 'term' && term !== null) return { id, kind: 'term', term, text, sharedId };
  if (block.kind === 'clause') return { id, kind: 'clause', text, sharedId };
  return { ...block, text };
}

/** Uses as a sweep found them: the whole block is what was found. */
export function asFound(uses: readonly Use[]): FoundBlock[] {
  return uses.map(({ where, block }) => ({ where, block, inTerm: [], inText: [] }));
}

function keyOfBlock(block: Block): string {
  return keyOf({ term: block.kind === 'term' ? block.term : null, text: block.text });
}

/** Word's typography makes no other wording. */
function keyOf({ term, text }: Wording): string {
  const fold = (words: string) =>
    words
      .replace(/[’‘]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[‐‑–—]/g, '-')
      .replace(/\s+/g, ' ')
      .trim();
  return `${term === null ? '' : fold(term)}\n${fold(text)}`;
}
