// The places of a draft that a thread can be about, by the labels of the plan: the whole, its title, each section and each
// entry of one.
import type { Block, PlanSettings, Specification } from '../../../schemas/types.ts';
import { passageAt, sectionOfPlace } from '../../model/passage.ts';
import { blocksOfSection, wordsOf } from '../../model/specification.ts';
import { shortened } from '../page.ts';

export interface Section {
  /** '', 'title', 'sections.duties', 'additional.a1' */
  readonly place: string;
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** In the order of the plan's documents. */
export function sectionsIn(text: Specification, settings: PlanSettings): Section[] {
  return [
    { place: '', label: 'The draft as a whole', blocks: [] },
    { place: 'title', label: 'Title', blocks: [] },
    ...settings.sections.map(({ key, label }) => ({
      place: `sections.${key}`,
      label,
      blocks: blocksOfSection(text, key),
    })),
    ...text.additional.map(({ id, heading, blocks }) => ({
      place: `additional.${id}`,
      label: heading,
      blocks,
    })),
  ];
}

/** 'Essential Duties', or 'Essential Duties: “Plans the work …”' for one entry of it. */
export function labelOf(place: string, text: Specification, settings: PlanSettings): string {
  const section = sectionOfPlace(place);
  const label = sectionsIn(text, settings).find((each) => each.place === section)?.label ?? section;
  if (place === section) return label;
  return `${label}: “${shortened(passageAt(text, place) ?? '')}”`;
}

/** The groups of a list to choose from: each section with its entries, where it has more than one. */
export function placeChoices(text: Specification, settings: PlanSettings, chosen: string | null) {
  const option = (value: string, label: string) => ({ value, label, selected: value === chosen });
  return sectionsIn(text, settings).map(({ place, label, blocks }) => ({
    label,
    options: [
      option(place, label),
      ...(blocks.length < 2
        ? []
        : blocks.map((block, index) =>
            option(`${place}.${block.id}`, `${index + 1}. ${shortened(wordsOf(block))}`),
          )),
    ],
  }));
}
