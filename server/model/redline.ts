// The redline of two specifications: every section in the plan's order, marked. Either side may be nothing: a class that
// is new is all inserted.
import type { AdditionalSection, PlanSettings, Specification } from '../../schemas/types.ts';
import { longestRising } from './redline-matches.ts';
import { isChanged } from './redline-runs.ts';
import {
  additionalSection,
  canonicalSection,
  headSections,
  type RedlineSection,
  type SeriesTitles,
} from './redline-sections.ts';

export interface Redline {
  /** Title, code and series, the canonical sections, the additional ones, the closing table; none that neither side has. */
  readonly sections: readonly RedlineSection[];
  readonly counts: RedlineCounts;
  /** Some of it was too much to compare word by word, and is told as a whole. */
  readonly isCoarse: boolean;
}

/** How many blocks and facts. One that was moved and reworded counts under both, in the total once. */
export interface RedlineCounts {
  readonly inserted: number;
  readonly deleted: number;
  readonly changed: number;
  readonly moved: number;
  readonly total: number;
}

/** A series that has no title here is called by its id, which is enough to count changes. */
export function redlineOf(
  before: Specification | null,
  after: Specification | null,
  settings: PlanSettings,
  titles: SeriesTitles = new Map(),
): Redline {
  const canonical = settings.sections.map((section) => ({
    isDetails: section.key === 'details',
    redline: canonicalSection(section, before, after, settings),
  }));
  const of = (isDetails: boolean) =>
    canonical.filter((each) => each.isDetails === isDetails).flatMap(({ redline }) => redline);
  const additional = additionalSections(before?.additional ?? [], after?.additional ?? []);
  const sections = [...headSections(before, after, titles), ...of(false), ...additional, ...of(true)];
  return { sections, counts: countsOf(sections), isCoarse: sections.some(({ isCoarse }) => isCoarse) };
}

/** The same of some of its sections alone. */
export function redlineWithin(
  { sections }: Redline,
  isWanted: (section: RedlineSection) => boolean,
): Redline {
  const wanted = sections.filter(isWanted);
  return { sections: wanted, counts: countsOf(wanted), isCoarse: wanted.some(({ isCoarse }) => isCoarse) };
}

/** Matched by id, else by heading; those no longer there come last. */
function additionalSections(
  before: readonly AdditionalSection[],
  after: readonly AdditionalSection[],
): RedlineSection[] {
  const open = new Set(before);
  const take = (fits: (section: AdditionalSection) => boolean) => {
    const found = [...open].find(fits) ?? null;
    if (found) open.delete(found);
    return found;
  };
  const byId = after.map(({ id }) => take((each) => each.id === id));
  const pairs = after.map((section, index) => ({
    section,
    old: byId[index] ?? take(({ heading }) => heading === section.heading),
  }));
  const stayed = longestRising(pairs.flatMap(({ old }) => (old ? [before.indexOf(old)] : [])));
  const places = (old: AdditionalSection | null, section: AdditionalSection | null) => ({
    from: old && before.indexOf(old) + 1,
    to: section && after.indexOf(section) + 1,
  });
  const compared = pairs.flatMap(({ section, old }) => {
    const hasMoved = old !== null && !stayed.has(before.indexOf(old));
    const moved = hasMoved ? { from: placeOf(old, before), to: placeOf(section, after) } : null;
    return additionalSection(old, section, places(old, section), moved);
  });
  const gone = [...open].flatMap((section) => additionalSection(section, null, places(section, null), null));
  return [...compared, ...gone];
}

/** 'after Hours': a number would say that a section moved which only has more before it. */
function placeOf(section: AdditionalSection, among: readonly AdditionalSection[]): string {
  const before = among[among.indexOf(section) - 1];
  return before ? `after ${before.heading}` : 'first';
}

export function countsOf(sections: readonly RedlineSection[]): RedlineCounts {
  const blocks = sections.flatMap((section) => section.blocks);
  const facts = sections.flatMap((section) => section.facts).filter(({ from, to }) => from !== to);
  const having = (change: string) => blocks.filter((block) => block.change === change);
  const [inserted, deleted, moved] = [having('inserted'), having('deleted'), having('moved')];
  const reworded = moved.filter(
    ({ runs, term, was }) => was !== null || isChanged(runs) || isChanged(term ?? []),
  );
  const changed = having('changed').length;
  const factsInserted = facts.filter(({ from }) => from === null).length;
  const factsDeleted = facts.filter(({ to }) => to === null).length;
  return {
    inserted: inserted.length + factsInserted,
    deleted: deleted.length + factsDeleted,
    changed: changed + reworded.length + facts.length - factsInserted - factsDeleted,
    moved: moved.length,
    total: inserted.length + deleted.length + changed + moved.length + facts.length,
  };
}
