// Where a text says what was searched for, as a reader sees it: the heading under which it stands, and its anchor.
import type { PlanSettings, SectionKey } from '../../schemas/types.ts';
import type { FoundPassage, PassageRun } from '../model/search-passage.ts';
import { sectionOf } from '../model/sections.ts';
import { anchorOf } from './official-text.ts';

export interface ShownPassage {
  readonly heading: string;
  readonly anchor: string;
  readonly runs: readonly PassageRun[];
}

export function shownPassage({ place, heading, runs }: FoundPassage, settings: PlanSettings): ShownPassage {
  const [part = '', key = ''] = place.split('.');
  if (part === 'additional') return { heading: heading ?? key, anchor: `additional-${key}`, runs };
  const section = key as SectionKey;
  const label = settings.sections.find((each) => each.key === section)?.label ?? sectionOf(section).label;
  return { heading: label, anchor: anchorOf(section), runs };
}
