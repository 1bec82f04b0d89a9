// One section of a specification before and after: its blocks marked, its coded values and facts as from → to.
import type {
  AdditionalSection,
  PlanSettings,
  Sections,
  SectionKey,
  Specification,
} from '../../schemas/types.ts';
import { detailFacts } from './detail-facts.ts';
import { type RedlineBlock, redlineBlocks } from './redline-blocks.ts';
import { writtenOf, writtenSection } from './redline-written.ts';

/** A value that is replaced as a whole; null where it is not stated. The same on both sides where it stayed. */
export interface RedlineFact {
  readonly label: string;
  readonly from: string | null;
  readonly to: string | null;
}

export interface RedlineSection {
  /** 'title', 'code', 'series', a SectionKey, 'additional.ID' */
  readonly key: string;
  readonly heading: string;
  /** inserted, deleted: the section as a whole was not written, or is no longer. */
  readonly change: 'same' | 'changed' | 'inserted' | 'deleted';
  readonly blocks: readonly RedlineBlock[];
  readonly facts: readonly RedlineFact[];
  /** Some of it was too much to compare word by word, and is told as a whole. */
  readonly isCoarse: boolean;
}

type Side = Specification | null;

/** Title, class code and series. */
export function headSections(before: Side, after: Side): RedlineSection[] {
  const place = (side: Side) => (side?.series ? `${side.series.id}, level ${side.series.level}` : null);
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
  if (key === 'physicalDemandLevel') return lone(key, label, levelOf(before), levelOf(after));
  return blockSection(key, label, writtenSection(old), writtenSection(current));
}

/** `places` say after which section it stood and stands, of one that moved among the additional sections. */
export function additionalSection(
  before: AdditionalSection | null,
  after: AdditionalSection | null,
  places: { readonly from: string; readonly to: string } | null,
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
  const isRenamed = before && after && before.heading !== after.heading;
  const facts = [
    ...(isRenamed ? [{ label: 'Heading', from: before.heading, to: after.heading }] : []),
    ...(places && places.from !== places.to ? [{ label: 'Place', ...places }] : []),
  ];
  return [{ ...section, facts, change: facts.length > 0 ? 'changed' : section.change }];
}

type Written = ReturnType<typeof writtenSection>;

function blockSection(key: string, heading: string, before: Written, after: Written): RedlineSection[] {
  if (!before && !after) return [];
  const { blocks, isCoarse } = redlineBlocks(before ?? [], after ?? []);
  const isSame = blocks.every(({ change }) => change === 'same');
  const change = !before ? 'inserted' : !after ? 'deleted' : isSame ? 'same' : 'changed';
  return [{ key, heading, change, blocks, facts: [], isCoarse }];
}

function lone(key: string, heading: string, from: string | null, to: string | null): RedlineSection[] {
  const stated = (text: string | null) => (text === null ? [] : [{ label: heading, text }]);
  return factSection(key, heading, stated(from), stated(to));
}

interface Stated {
  readonly label: string;
  readonly text: string;
}

function factSection(
  key: string,
  heading: string,
  before: readonly Stated[],
  after: readonly Stated[],
): RedlineSection[] {
  if (before.length + after.length === 0) return [];
  const facts = factsBetween(before, after);
  const isSame = facts.every(({ from, to }) => from === to);
  const change =
    before.length === 0 ? 'inserted' : after.length === 0 ? 'deleted' : isSame ? 'same' : 'changed';
  return [{ key, heading, change, blocks: [], facts, isCoarse: false }];
}

/** In the order after, then what is no longer stated. Of two facts under one label the first goes with the first. */
function factsBetween(before: readonly Stated[], after: readonly Stated[]): RedlineFact[] {
  const open = [...before];
  const facts = after.map(({ label, text }) => {
    const at = open.findIndex((fact) => fact.label === label);
    const [old] = at < 0 ? [] : open.splice(at, 1);
    return { label, from: old?.text ?? null, to: text };
  });
  return [...facts, ...open.map(({ label, text }) => ({ label, from: text, to: null }))];
}

function levelOf(side: Side): string | null {
  const level: Sections['physicalDemandLevel'] = side?.sections.physicalDemandLevel;
  if (!level) return null;
  if (level.state === 'none') return level.wording ?? 'None';
  return level.code === null ? level.meaning : `${level.code}-${level.meaning}`;
}
