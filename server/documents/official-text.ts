// What a reader sees of a specification: its sections in the plan's order, under the plan's labels, as plain data
// for the templates of page and PDF alike. The text itself is never altered here.
import type { Block, HistoryEvent, PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import { historyLine } from '../model/class-history.ts';
import { type DetailFact, detailFacts, recordedFact } from '../model/detail-facts.ts';
import { timeShareInWords } from '../model/time-share.ts';

export interface OfficialText {
  readonly code: string;
  readonly title: string;
  readonly sections: readonly OfficialSection[];
}

export interface OfficialSection {
  readonly anchor: string;
  readonly heading: string;
  /** The wording of an explicit none; null where the section has content. */
  readonly none: string | null;
  readonly groups: readonly BlockGroup[];
  readonly facts: readonly DetailFact[];
}

/** A run of blocks of one kind: exactly one of the four is not null. */
export interface BlockGroup {
  readonly paragraph: { id: string; text: string } | null;
  readonly clause: { id: string; text: string } | null;
  readonly list: readonly ListItem[] | null;
  readonly terms: readonly { id: string; term: string; text: string }[] | null;
}

export interface ListEntry {
  readonly id: string;
  readonly text: string;
  /** '25% of time'; null where none is stated. */
  readonly share: string | null;
}

export interface ListItem extends ListEntry {
  readonly items: readonly ListEntry[];
}

export function officialText(
  specification: Specification,
  history: readonly HistoryEvent[],
  settings: PlanSettings,
): OfficialText {
  const canonical = settings.sections.flatMap(({ key, label }) => {
    const section = canonicalSection(specification, key, label, history, settings);
    return section ? [section] : [];
  });
  const details = canonical.filter(({ anchor }) => anchor === anchorOf('details'));
  const others = canonical.filter(({ anchor }) => anchor !== anchorOf('details'));
  const additional = specification.additional.map(({ id, heading, blocks }) => ({
    ...emptySection(`additional-${id}`, heading),
    groups: groupBlocks(blocks),
  }));
  return {
    code: specification.code ?? '',
    title: specification.title,
    sections: [...others, ...additional, ...details],
  };
}

/** 'knowledgeSkills' → 'knowledge-skills': the anchor of a section, the same for ever. */
export function anchorOf(key: SectionKey): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function emptySection(anchor: string, heading: string): OfficialSection {
  return { anchor, heading, none: null, groups: [], facts: [] };
}

function canonicalSection(
  specification: Specification,
  key: SectionKey,
  label: string,
  history: readonly HistoryEvent[],
  settings: PlanSettings,
): OfficialSection | null {
  const section = specification.sections[key];
  const empty = emptySection(anchorOf(key), label);
  if (key === 'details') {
    const facts = [...detailFacts(specification.sections.details, settings), ...historyFacts(history)];
    return facts.length > 0 ? { ...empty, facts } : null;
  }
  if (!section) return null;
  if (section.state === 'none') return { ...empty, none: section.wording ?? 'None' };
  if ('blocks' in section) return { ...empty, groups: groupBlocks(section.blocks) };
  if ('meaning' in section)
    return { ...empty, groups: [paragraph('level', codedLevel(section.code, section.meaning))] };
  if ('length' in section) return { ...empty, groups: [paragraph('period', section.text)] };
  return null;
}

function codedLevel(code: string | null, meaning: string): string {
  return code === null ? meaning : `${code}-${meaning}`;
}

function historyFacts(history: readonly HistoryEvent[]): DetailFact[] {
  return history.length > 0 ? [recordedFact('Class History', history.map(historyLine).join('; '))] : [];
}

const emptyGroup = { paragraph: null, clause: null, list: null, terms: null } as const;

function paragraph(id: string, text: string): BlockGroup {
  return { ...emptyGroup, paragraph: { id, text } };
}

function groupBlocks(blocks: readonly Block[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  let list: (ListEntry & { items: ListEntry[] })[] | null = null;
  let terms: { id: string; term: string; text: string }[] | null = null;
  for (const block of blocks) {
    const { id, text } = block;
    if (block.kind !== 'item') list = null;
    if (block.kind !== 'term') terms = null;
    if (block.kind === 'paragraph') groups.push(paragraph(id, text));
    else if (block.kind === 'clause') groups.push({ ...emptyGroup, clause: { id, text } });
    else if (block.kind === 'term') {
      if (!terms) groups.push({ ...emptyGroup, terms: (terms = []) });
      terms.push({ id, term: block.term, text });
    } else {
      if (!list) groups.push({ ...emptyGroup, list: (list = []) });
      const parent = list.at(-1);
      const entry = { id, text, share: timeShareInWords(block.percentOfTime) };
      if (block.level === 2 && parent) parent.items.push(entry);
      else list.push({ ...entry, items: [] });
    }
  }
  return groups;
}
