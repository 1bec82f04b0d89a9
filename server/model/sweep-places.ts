// The texts of a specification that a sweep reads, and what it found in them, block by block.
import type { Block, SectionKey, Specification } from '../../schemas/types.ts';
import { sections } from './sections.ts';
import { blocksOfSection } from './specification.ts';
import type { Match } from './sweep-matches.ts';

/** A canonical section, or an additional one by its id: 'additional.a1'. */
export type Where = SectionKey | `additional.${string}`;

export interface Place {
  readonly where: Where;
  readonly block: Block;
}

/** A block in which something was found. */
export interface FoundBlock extends Place {
  readonly inTerm: readonly Match[];
  readonly inText: readonly Match[];
}

/** Every block, in the order of the document; of one section where one is named. */
export function placesOf(body: Specification, section: SectionKey | 'additional' | null = null): Place[] {
  const canonical = sections
    .filter(({ key }) => section === null || section === key)
    .flatMap(({ key }) => blocksOfSection(body, key).map((block): Place => ({ where: key, block })));
  if (section !== null && section !== 'additional') return canonical;
  const additional = body.additional.flatMap(({ id, blocks }) =>
    blocks.map((block): Place => ({ where: `additional.${id}`, block })),
  );
  return [...canonical, ...additional];
}

/** The blocks of a section of either kind; an empty list where it has none. */
export function blocksAt(body: Specification, where: Where): readonly Block[] {
  if (!isAdditional(where)) return blocksOfSection(body, where);
  return body.additional.find(({ id }) => `additional.${id}` === where)?.blocks ?? [];
}

/** The specification with other blocks in a section; one that is emptied is no longer written. */
export function withBlocksAt(body: Specification, where: Where, blocks: readonly Block[]): Specification {
  if (isAdditional(where)) {
    const additional = body.additional.flatMap((section) => {
      if (`additional.${section.id}` !== where) return [section];
      return blocks.length === 0 ? [] : [{ ...section, blocks: [...blocks] }];
    });
    return { ...body, additional };
  }
  const { [where]: _before, ...others } = body.sections;
  const written = blocks.length === 0 ? {} : { [where]: { state: 'text' as const, blocks: [...blocks] } };
  return { ...body, sections: { ...others, ...written } };
}

function isAdditional(where: Where): where is `additional.${string}` {
  return where.startsWith('additional.');
}
