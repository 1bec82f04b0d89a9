// What a reader sees of a specification: its sections in the plan's order, under the plan's labels, as plain data
// for the templates of page and PDF alike. The text itself is never altered here.
import type {
  Block,
  Details,
  HistoryEvent,
  PlanSettings,
  SectionKey,
  Specification,
} from '../../schemas/types.ts';
import { historyLine } from '../model/class-history.ts';
import { inFigures } from '../model/calendar-date.ts';
import { meaningOf } from '../model/plan-settings.ts';
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

export interface Fact {
  readonly label: string;
  readonly text: string;
}

export interface DetailFact extends Fact {
  /** As the record has it, the code alone under its common name: plain text says it so, and the import reads it. */
  readonly recorded: Fact;
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
  return history.length > 0 ? [fact('Class History', history.map(historyLine).join('; '))] : [];
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

/** The facts of the closing table, codes spelled out where the plan explains them. */
export function detailFacts(details: Details | undefined, { codes }: PlanSettings): DetailFact[] {
  if (!details) return [];
  const facts = [
    fact('Pay Grade', details.payGrade),
    coded('FLSA Code', details.flsa, { ...codes.flsa, scheme: null }),
    coded('EEO-4 Category', details.eeo4, codes.eeo4),
    coded('Bargaining Unit', details.bargainingUnit, { ...codes.bargainingUnit, scheme: null }),
    coded('SOC', details.soc, codes.soc),
    coded('Occupational Group', details.occupationalGroup, { ...codes.occupationalGroup, scheme: null }),
    fact('Benchmark Class', details.benchmark === undefined ? '' : details.benchmark ? 'Yes' : 'No'),
    coded('Civil Service Status', details.civilServiceStatus, { ...codes.civilServiceStatus, scheme: null }),
    fact('Established Date', details.establishedOn && inFigures(details.establishedOn)),
    fact('Established By', details.establishedBy),
    fact('Revised Date', details.revisedOn && inFigures(details.revisedOn)),
    fact('Revised By', details.revisedBy),
    ...(details.other ?? []).map(({ label, text }) => fact(label, text)),
  ];
  return facts.filter(({ text }) => text !== '');
}

function fact(label: string, text = ''): DetailFact {
  return { label, text, recorded: { label, text } };
}

/** 'E' → 'E – Exempt'. */
function coded(name: string, code = '', codes: PlanSettings['codes']['flsa']): DetailFact {
  const meaning = meaningOf(codes, code);
  const text = meaning === null || meaning === code ? code : `${code} – ${meaning}`;
  return { label: codes.scheme ?? name, text, recorded: { label: name, text: code } };
}
