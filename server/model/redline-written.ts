// A section as it is compared: its blocks with their whole wording. An explicit none, a period and a stated part of
// time are wording like any other; a section that is not yet written has none.
import type { Block, SectionKey, Sections } from '../../schemas/types.ts';
import { timeShareInWords } from './time-share.ts';

export interface Written {
  readonly id: string;
  readonly kind: Block['kind'];
  readonly level: 1 | 2;
  /** What a term defines; null for every other kind. */
  readonly term: string | null;
  readonly text: string;
}

/** The blocks of a section of any kind but details and level, which are facts; null where it is not yet written. */
export function writtenSection(section: Sections[SectionKey]): readonly Written[] | null {
  if (!section) return null;
  if (section.state === 'none') return [paragraph('none', section.wording ?? 'None')];
  if ('blocks' in section) return section.blocks.map(writtenOf);
  if ('length' in section) return [paragraph('period', section.text)];
  return [];
}

export function writtenOf(block: Block): Written {
  const { id, kind } = block;
  const share = kind === 'item' ? timeShareInWords(block.percentOfTime) : null;
  return {
    id,
    kind,
    level: kind === 'item' ? block.level : 1,
    term: kind === 'term' ? block.term : null,
    text: share === null ? block.text : `${block.text} (${share})`,
  };
}

function paragraph(id: string, text: string): Written {
  return { id, kind: 'paragraph', level: 1, term: null, text };
}

export function inOneLine({ term, text }: Written): string {
  return term === null ? text : `${term}: ${text}`;
}
