// The official text of a class, and plain questions about it. Three states of a section: text, an explicit
// none, not yet written (absent).
import type { Block, PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import { sections } from './sections.ts';

/** Every block of a specification in the order of the canonical sections, then the additional ones. */
export function blocksOf(specification: Specification): Block[] {
  const canonical = sections.flatMap(({ key }) => blocksOfSection(specification, key));
  return [...canonical, ...specification.additional.flatMap((section) => section.blocks)];
}

export function blocksOfSection(specification: Specification, key: SectionKey): readonly Block[] {
  const section = specification.sections[key];
  return section && 'blocks' in section ? section.blocks : [];
}

/** A section's text as running prose, for search results and previews; '' where it has none. */
export function proseOf(specification: Specification, key: SectionKey): string {
  return blocksOfSection(specification, key).map(wordsOf).join(' ');
}

export function wordsOf(block: Block): string {
  return block.kind === 'term' ? `${block.term}: ${block.text}` : block.text;
}

/** The sections that the plan requires and this specification has not yet written. */
export function missingSections(specification: Specification, settings: PlanSettings): SectionKey[] {
  return settings.sections
    .filter(({ key, required }) => required && !specification.sections[key])
    .map(({ key }) => key);
}
