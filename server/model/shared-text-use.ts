// Where a specification uses shared texts: blocks that are linked to one, whatever wording they froze, and blocks that
// say exactly what one says or once said.
import type { Block, SharedText, Specification } from '../../schemas/types.ts';
import { grounded } from './edit-blocks.ts';
import { blocksAt, type FoundBlock, type Place, placesOf, withBlocksAt } from './sweep-places.ts';

/** A block that uses a shared text, and whether it says what the text says. */
export interface Use extends Place {
  readonly isLinked: boolean;
  /** In the words of the shared text as it stands. */
  readonly isSame: boolean;
}

type Wording = Pick<SharedText, 'term' | 'text'>;

/** A shared text with every wording that it ever had, the present one last. */
export interface Worded {
  readonly id: string;
  readonly wordings: readonly Wording[];
}

/** Reads a specification for all texts of a library at once: the uses of each, by its id. */
export function useFinder(library: readonly Worded[]): (body: Specification) => Map<string, Use[]> {
  const present = new Map(library.map(({ id, wordings }) => [id, keyOf(wordings.at(-1) ?? nothing)]));
  const said = new Map<string, Set<string>>();
  for (const { id, wordings } of library)
    for (const key of wordings.map(keyOf)) said.set(key, (said.get(key) ?? new Set()).add(id));
  return (body) => {
    const uses = new Map<string, Use[]>();
    for (const { where, block } of placesOf(body)) {
      const key = keyOfBlock(block);
      const linked = 'sharedId' in block ? block.sharedId : undefined;
      const ids = new Set([...(said.get(key) ?? []), ...(linked === undefined ? [] : [linked])]);
      for (const id of ids) {
        const use = { where, block, isLinked: id === linked, isSame: present.get(id) === key };
        if (present.has(id)) uses.set(id, [...(uses.get(id) ?? []), use]);
      }
    }
    return uses;
  };
}

const nothing: Wording = { term: null, text: '' };

/** The uses of one text. */
export function usesIn(body: Specification, id: string, wordings: readonly Wording[]): Use[] {
  return useFinder([{ id, wordings }])(body).get(id) ?? [];
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
