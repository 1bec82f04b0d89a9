// Places of a text by their address: 'title', 'sections.duties', 'sections.duties.b7', 'additional.a1'; '' is the whole. What
// stands at a place may change or go; its address stays.
import type { Block, SectionKey, Specification } from '../../schemas/types.ts';
import { sections } from './sections.ts';
import { wordsOf } from './specification.ts';

/** A passage is kept up to here. */
export const longestPassage = 4000;

/** True where something can be said of the place: it is the whole, a part that every text has, or stands in this one. */
export function isPlaceIn(text: Specification, place: string): boolean {
  const [part = '', key = '', id, ...rest] = place.split('.');
  if (place === '' || place === 'title') return true;
  if (rest.length > 0) return false;
  const isPart =
    part === 'sections'
      ? sections.some((section) => section.key === key)
      : part === 'additional' && text.additional.some((section) => section.id === key);
  return isPart && (id === undefined || blocksAt(text, part, key).some((block) => block.id === id));
}

/** The section that a place belongs to: 'sections.duties' for 'sections.duties.b7'. */
export function sectionOfPlace(place: string): string {
  return place.split('.').slice(0, 2).join('.');
}

/** The words at a place, each entry on a line of its own; null where nothing stands there, and for the whole. */
export function passageAt(text: Specification, place: string): string | null {
  const [part = '', key = '', id] = place.split('.');
  const words = part === 'title' ? text.title : wordsAt(text, part, key, id);
  if (words === '') return null;
  return words.length > longestPassage ? `${words.slice(0, longestPassage - 1).toWellFormed()}…` : words;
}

function wordsAt(text: Specification, part: string, key: string, id: string | undefined): string {
  const section = part === 'sections' ? text.sections[key as SectionKey] : undefined;
  if (section?.state === 'none') return section.wording ?? 'None';
  if (section && 'meaning' in section) return section.meaning;
  if (section && 'length' in section) return section.text;
  const blocks = blocksAt(text, part, key);
  return blocks
    .filter((block) => id === undefined || block.id === id)
    .map(wordsOf)
    .join('\n');
}

function blocksAt(text: Specification, part: string, key: string): readonly Block[] {
  if (part === 'additional') return text.additional.find(({ id }) => id === key)?.blocks ?? [];
  const section = part === 'sections' ? text.sections[key as SectionKey] : undefined;
  return section && 'blocks' in section ? section.blocks : [];
}
