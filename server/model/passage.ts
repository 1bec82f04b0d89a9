// What stands at an address of a text: 'title', 'sections.duties', 'sections.duties.b7'.
import type { SectionKey, Specification } from '../../schemas/types.ts';
import { blocksOfSection, wordsOf } from './specification.ts';

/** So much of a passage is quoted. */
const longestQuote = 300;

/** The words at an address; null where nothing stands there, or the address is that of the whole. */
export function passageAt(specification: Specification, address: string): string | null {
  const [first, key, id] = address.split('.');
  const text =
    first === 'title'
      ? specification.title
      : first === 'code'
        ? (specification.code ?? '')
        : first === 'sections' && key
          ? sectionText(specification, key as SectionKey, id)
          : '';
  if (text === '') return null;
  return text.length > longestQuote ? `${text.slice(0, longestQuote).toWellFormed()}…` : text;
}

function sectionText(specification: Specification, key: SectionKey, id: string | undefined): string {
  const section = specification.sections[key];
  if (!section) return '';
  if (section.state === 'none') return section.wording ?? 'None';
  if ('meaning' in section) return section.meaning;
  if ('length' in section) return section.text;
  const blocks = blocksOfSection(specification, key);
  return blocks
    .filter((block) => id === undefined || block.id === id)
    .map(wordsOf)
    .join(' ');
}
