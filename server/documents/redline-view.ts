// A redline as people read it, as plain data for the templates of page and document alike: what each change is in words,
// its number, the way to the one before and after it. Sections that did not change are folded together where they stand.
import type { SectionKey } from '../../schemas/types.ts';
import type { RedlineBlock } from '../model/redline-blocks.ts';
import type { RedlineSection } from '../model/redline-sections.ts';
import type { Redline } from '../model/redline.ts';
import { type MarkedText, markedText } from './marked-text.ts';
import { anchorOf } from './official-text.ts';
import { blockLabel, factLabel, summaryOf } from './redline-words.ts';

export interface RedlineView {
  /** '3 changes: 1 added, 2 changed.' */
  readonly summary: string;
  readonly hasChanges: boolean;
  readonly isCoarse: boolean;
  /** In the order of the document: one section, or several in a row that did not change. */
  readonly parts: readonly RedlinePart[];
}

export interface RedlinePart {
  readonly section: SectionView | null;
  readonly unchanged: { readonly headings: string; readonly sections: readonly SectionView[] } | null;
}

export interface SectionView {
  readonly anchor: string;
  readonly heading: string;
  /** 'New section', 'Section taken out'; null where it stays, and where all are new. */
  readonly standing: string | null;
  readonly facts: readonly FactView[];
  readonly blocks: readonly BlockView[];
}

/** A change among the changes; null for what did not change. */
export interface Step {
  readonly id: string;
  readonly label: string;
  readonly number: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

export interface FactView {
  readonly step: Step | null;
  /** null where the heading of the section says it. */
  readonly label: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface BlockView {
  readonly step: Step | null;
  readonly isItem: boolean;
  readonly isNested: boolean;
  readonly isClause: boolean;
  readonly change: RedlineBlock['change'];
  readonly both: MarkedText;
  /** null where it did not stand, or does not stand any more. */
  readonly before: MarkedText | null;
  readonly after: MarkedText | null;
}

export function redlineView(redline: Redline, unchanged: 'folded' | 'shown' = 'folded'): RedlineView {
  const steps = stepper(redline.counts.total);
  const first = redline.sections[0]?.change;
  const isOneSided = redline.sections.every(({ change }) => change === first);
  const parts: { section: SectionView | null; folded: SectionView[] }[] = [];
  for (const section of joinHead(redline.sections)) {
    const standing = isOneSided ? null : standings[section.change];
    const view = { ...sectionView(section, steps), standing };
    if (section.change !== 'same' || unchanged === 'shown') parts.push({ section: view, folded: [] });
    else if (parts.at(-1)?.section === null) parts.at(-1)?.folded.push(view);
    else parts.push({ section: null, folded: [view] });
  }
  return {
    summary: summaryOf(redline.counts),
    hasChanges: redline.counts.total > 0,
    isCoarse: redline.isCoarse,
    parts: parts.map(({ section, folded }) => ({
      section,
      unchanged: section
        ? null
        : { headings: folded.map(({ heading }) => heading).join(', '), sections: folded },
    })),
  };
}

/** Title, code and series are one section to read. */
export function joinHead(sections: readonly RedlineSection[]): RedlineSection[] {
  const isHead = ({ key }: RedlineSection) => key === 'title' || key === 'code' || key === 'series';
  const head = sections.filter(isHead);
  if (head.length === 0) return [...sections];
  const changes = new Set(head.map(({ change }) => change));
  const [only] = changes;
  const change = changes.size === 1 && only !== undefined ? only : 'changed';
  const facts = head.flatMap((section) => section.facts);
  const joined = {
    key: 'head',
    heading: 'Title, code and series',
    change,
    facts,
    blocks: [],
    places: null,
    isNone: { from: false, to: false },
    isCoarse: false,
  };
  return [joined, ...sections.filter((section) => !isHead(section))];
}

export function stepId(number: number): string {
  return `change-${number}`;
}

/** Numbers the changes of a redline in the order in which they are read: facts before blocks. */
export function stepper(total: number): (label: string | null) => Step | null {
  let number = 0;
  return (label) => {
    if (label === null) return null;
    number += 1;
    const previous = number > 1 ? `#${stepId(number - 1)}` : null;
    const next = number < total ? `#${stepId(number + 1)}` : null;
    return { id: stepId(number), label, number, total, previous, next };
  };
}

const standings = { inserted: 'New section', deleted: 'Section taken out', same: null, changed: null };

function sectionView(
  section: RedlineSection,
  step: (label: string | null) => Step | null,
): Omit<SectionView, 'standing'> {
  const { key, heading } = section;
  return {
    anchor: key.startsWith('additional.') ? key.replace('.', '-') : anchorOf(key as SectionKey),
    heading,
    facts: section.facts.map((fact) => ({
      step: step(factLabel(fact)),
      label: fact.label === heading ? null : fact.label,
      from: fact.from,
      to: fact.to,
    })),
    blocks: section.blocks.map((block) => blockView(block, step(blockLabel(block)))),
  };
}

function blockView(block: RedlineBlock, step: Step | null): BlockView {
  return {
    step,
    isItem: block.kind === 'item',
    isNested: block.level === 2,
    isClause: block.kind === 'clause',
    change: block.change,
    both: markedText(block, 'both'),
    before: block.from === null ? null : markedText(block, 'before'),
    after: block.to === null ? null : markedText(block, 'after'),
  };
}
