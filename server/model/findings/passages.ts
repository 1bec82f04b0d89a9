// A specification as passages: every piece of its prose with its address. The checks read these and nothing else.
import type { Block, SectionKey, Specification } from '../../../schemas/types.ts';
import { sections } from '../sections.ts';

export interface Passage {
  /** The address: 'sections.duties.b7', 'additional.a1.b9'. */
  readonly at: string;
  readonly section: SectionKey | 'additional' | 'shared';
  readonly kind: Block['kind'] | 'value';
  readonly text: string;
  /** The defined word; null where it is no term. */
  readonly term: string | null;
  /** The shared text that it was taken from. Its wording is the library's business. */
  readonly sharedId: string | null;
}

const read = new WeakMap<Specification, readonly Passage[]>();

export function passagesOf(specification: Specification): readonly Passage[] {
  const known = read.get(specification);
  if (known) return known;
  const canonical = sections.flatMap(({ key }) => passagesOfSection(specification, key));
  const additional = specification.additional.flatMap(({ id, blocks }) =>
    blocks.map((block) => passageOf(block, 'additional', `additional.${id}`)),
  );
  const passages = [...canonical, ...additional];
  read.set(specification, passages);
  return passages;
}

function passagesOfSection(specification: Specification, key: SectionKey): Passage[] {
  const section = specification.sections[key];
  const at = `sections.${key}`;
  if (!section) return [];
  if ('blocks' in section) return section.blocks.map((block) => passageOf(block, key, at));
  const text = section.state === 'none' ? section.wording : 'text' in section ? section.text : undefined;
  if (text === undefined) return [];
  return [{ at, section: key, kind: 'value', text, term: null, sharedId: null }];
}

function passageOf(block: Block, section: Passage['section'], at: string): Passage {
  return {
    at: `${at}.${block.id}`,
    section,
    kind: block.kind,
    text: block.text,
    term: block.kind === 'term' ? block.term : null,
    sharedId: ('sharedId' in block && block.sharedId) || null,
  };
}
