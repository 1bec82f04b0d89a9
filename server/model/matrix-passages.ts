// A section as the matrix compares it: running text sentence by sentence, everything else entry by entry.
import type { PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import { detailFacts } from './detail-facts.ts';
import { sentencesOf } from './readability.ts';
import { type Written, writtenOf, writtenSection } from './redline-written.ts';

/** What a column has of a section. */
export interface ColumnSection {
  /** none: the specification says that it asks nothing here. unwritten: it says nothing at all. */
  readonly state: 'text' | 'none' | 'unwritten';
  /** The words of an explicit none; null for every other state. */
  readonly wording: string | null;
  readonly passages: readonly Written[];
}

const unwritten: ColumnSection = { state: 'unwritten', wording: null, passages: [] };

export function columnSection(body: Specification, key: SectionKey, settings: PlanSettings): ColumnSection {
  if (key === 'details') return inPassages(detailsOf(body, settings));
  const section = body.sections[key];
  if (!section) return unwritten;
  if (section.state === 'none') return { ...unwritten, state: 'none', wording: section.wording ?? 'None' };
  if ('meaning' in section) {
    const text = section.code === null ? section.meaning : `${section.code}-${section.meaning}`;
    return inPassages([{ id: 'level', kind: 'paragraph', level: 1, term: null, text }]);
  }
  return inPassages(writtenSection(section)?.flatMap(inSentences) ?? null);
}

function inPassages(passages: readonly Written[] | null): ColumnSection {
  return passages ? { state: 'text', wording: null, passages } : unwritten;
}

/** The additional sections with this heading, in whatever case, as one. */
export function sectionUnder(body: Specification, heading: string): ColumnSection {
  const found = body.additional.filter((section) => isHeading(section.heading, heading));
  if (found.length === 0) return unwritten;
  return inPassages(found.flatMap(({ blocks }) => blocks.map(writtenOf).flatMap(inSentences)));
}

export function isHeading(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function inSentences(block: Written): Written[] {
  if (block.kind !== 'paragraph') return [block];
  return sentencesOf(block.text).map((text) => ({ ...block, text }));
}

function detailsOf(body: Specification, settings: PlanSettings): Written[] | null {
  const facts = detailFacts(body.sections.details, settings);
  if (facts.length === 0) return null;
  return facts.map(({ label, text }, index) => ({
    id: `fact-${index + 1}`,
    kind: 'term',
    level: 1,
    term: label,
    text,
  }));
}
