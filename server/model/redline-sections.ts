// One section of a specification before and after: its blocks marked, its coded values and facts as from → to.
import type {
  AdditionalSection,
  PlanSettings,
  Sections,
  SectionKey,
  Specification,
} from '../../schemas/types.ts';
import { type DetailFact, detailFacts, recordedFact } from './detail-facts.ts';
import { type RedlineBlock, redlineBlocks } from './redline-blocks.ts';
import { factsBetween, type RedlineFact, replaced } from './redline-facts.ts';
import type { Places } from './redline-order.ts';
import { writtenOf, writtenSection } from './redline-written.ts';

export interface RedlineSection {
  /** 'title', 'code', 'series', a SectionKey, 'additional.ID' */
  readonly key: string;
  readonly heading: string;
  /** inserted, deleted: the section as a whole was not written, or is no longer. */
  readonly change: 'same' | 'changed' | 'inserted' | 'deleted';
  readonly blocks: readonly RedlineBlock[];
  readonly facts: readonly RedlineFact[];
  /** Of an additional section among the additional ones; null for every other, which has a place of its own. */
  readonly places: Places | null;
  /** Whether the section said before, and says after, that there is none. */
  readonly isNone: { readonly from: boolean; readonly to: boolean };
  /** Some of it was too much to compare word by word, and is told as a whole. */
  readonly isCoarse: boolean;
}

const neverNone = { from: false, to: false };

type Side = Specification | null;

/** The titles of series by their ids. */
export type SeriesTitles = ReadonlyMap<string, string>;

/** Title, class code and series. */
export function headSections(before: Side, after: Side, titles: SeriesTitles): RedlineSection[] {
  const place = (side: Side) =>
    side?.series ? `${titles.get(side.series.id) ?? side.series.id}, level ${side.series.level}` : null;
  return [
    ...lone('title', 'Title', before?.title || null, after?.title || null),
    ...lone('code', 'Class code', before?.code ?? null, after?.code ?? null),
    ...lone('series', 'Series', place(before), place(after)),
  ];
}

/** None where it is written on neither side. */
export function canonicalSection(
  { key, label }: { readonly key: SectionKey; readonly label: string },
  before: Side,
  after: Side,
  settings: PlanSettings,
): RedlineSection[] {
  if (key === 'details') {
    const facts = (side: Side) => detailFacts(side?.sections.details, settings);
    return factSection(key, label, facts(before), facts(after));
  }
  const [old, current] = [before?.sections[key], after?.sections[key]];
  const isNone = { from: old?.state === 'none', to: current?.state === 'none' };
  const found =
    key === 'physicalDemandLevel'
      ? lone(key, label, levelOf(before), levelOf(after))
      : blockSection(key, label, writtenSection(old), writtenSection(current));
  return found.map((section) => ({ ...section, isNone }));
}

/** `moved` says after which section it stood and stands, of one that moved among the additional sections. */
export function additionalSection(
  before: AdditionalSection | null,
  after: AdditionalSection | null,
  places: Places,
  moved: { readonly from: string; readonly to: string } | null,
): RedlineSection[] {
  const heading = after?.heading ?? before?.heading ?? '';
  const written = (section: AdditionalSection | null) => section && section.blocks.map(writtenOf);
  const [section] = blockSection(
    `additional.${(after ?? before)?.id ?? ''}`,
    heading,
    written(before),
    written(after),
  );
  if (!section) return [];
  const headings = before && after ? { from: before.heading, to: after.heading } : null;
  const facts = [...replaced('Heading', headings), ...replaced('Place', moved)];
  return [{ ...section, facts, places, change: facts.length > 0 ? 'changed' : section.change }];
}

type Written = ReturnType<typeof writtenSection>;

function blockSection(key: string, heading: string, before: Written, after: Written): RedlineSection[] {
  if (!before && !after) return [];
  const { blocks, isCoarse } = redlineBlocks(before ?? [], after ?? []);
  const isSame = blocks.every(({ change }) => change === 'same');
  const change = !before ? 'inserted' : !after ? 'deleted' : isSame ? 'same' : 'changed';
  return [{ key, heading, change, blocks, facts: [], places: null, isNone: neverNone, isCoarse }];
}

function lone(key: string, heading: string, from: string | null, to: string | null): RedlineSection[] {
  const facts = (text: string | null) => (text === null ? [] : [recordedFact(heading, text)]);
  return factSection(key, heading, facts(from), facts(to));
}

function factSection(
  key: string,
  heading: string,
  before: readonly DetailFact[],
  after: readonly DetailFact[],
): RedlineSection[] {
  if (before.length + after.length === 0) return [];
  const facts = factsBetween(before, after);
  const isSame = facts.every(({ from, to }) => from === to);
  const change =
    before.length === 0 ? 'inserted' : after.length === 0 ? 'deleted' : isSame ? 'same' : 'changed';
  return [{ key, heading, change, blocks: [], facts, places: null, isNone: neverNone, isCoarse: false }];
}

function levelOf(side: Side): string | null {
  const level: Sections['physicalDemandLevel'] = side?.sections.physicalDemandLevel;
  if (!level) return null;
  if (level.state === 'none') return level.wording ?? 'None';
  return level.code === null ? level.meaning : `${level.code}-${level.meaning}`;
}
