// Writes the gathered entries as sections of a specification, numbers the blocks, and notes for every line where it
// went.
import type {
  AdditionalSection,
  None,
  Place,
  Prose,
  ReadSection,
  SectionKey,
  Sections,
  WrittenCodedLevel,
  WrittenPeriod,
} from '../../schemas/types.ts';
import { sectionOf } from '../model/sections.ts';
import { blocksOf } from './blocks.ts';
import { saysNone } from '../model/says-none.ts';
import type { Entry } from './entries.ts';
import type { Gathered } from './gather.ts';
import type { Part } from './parts.ts';
import { levelOf, periodOf } from './values.ts';

/** What became of one part in one section. */
export type PartRow = Pick<ReadSection, 'key' | 'state' | 'blocks'>;

export interface WrittenDraft {
  readonly sections: Sections;
  readonly additional: AdditionalSection[];
  readonly places: ReadonlyMap<number, Place>;
  /** The ids of the additional sections. */
  readonly ids: ReadonlyMap<Gathered, string>;
  readonly rows: ReadonlyMap<Part, readonly PartRow[]>;
}

type Value = None | WrittenCodedLevel | WrittenPeriod;

interface Writing {
  readonly sections: Partial<Record<SectionKey, Prose | Value>>;
  readonly additional: AdditionalSection[];
  readonly places: Map<number, Place>;
  readonly ids: Map<Gathered, string>;
  readonly rows: Map<Part, PartRow[]>;
  readonly nextId: () => string;
}

export function writeDraft(gathered: readonly Gathered[]): WrittenDraft {
  let count = 0;
  const nextId = () => `b${(count += 1)}`;
  const draft = { sections: {}, additional: [], places: new Map(), ids: new Map(), rows: new Map(), nextId };
  for (const section of gathered) {
    const value = section.key && valueOf(section.key, section);
    if (section.key && value) writeValue(draft, section.key, section, value);
    else writeBlocks(draft, section);
  }
  return draft;
}

function writeValue(draft: Writing, key: SectionKey, section: Gathered, value: Value): void {
  draft.sections[key] = value;
  for (const { entry, part } of section.entries) {
    placeEntry(draft, entry, (heading, mark) => ({ as: 'value', key, heading, mark }));
    addRow(draft, part, { key, state: value.state, blocks: 0 });
  }
}

function writeBlocks(draft: Writing, section: Gathered): void {
  const key = section.key !== null && isProse(section.key) ? section.key : null;
  const id = key === null ? `a${draft.additional.length + 1}` : null;
  const blocks = blocksOf(section.entries, key === null ? 'additional' : sectionOf(key).kind, draft.nextId);
  if (id) draft.ids.set(section, id);
  if (id) draft.additional.push({ id, heading: section.heading, blocks });
  if (key) draft.sections[key] = { state: 'text', blocks };
  for (const [index, { entry }] of section.entries.entries()) {
    const block = blocks[index]?.id ?? '';
    placeEntry(draft, entry, (heading, mark) => ({ as: 'block', key, additional: id, block, heading, mark }));
  }
  for (const part of new Set(section.entries.map((each) => each.part))) {
    const own = section.entries.filter((each) => each.part === part).length;
    addRow(draft, part, { key, state: 'text', blocks: own });
  }
}

function addRow({ rows }: Writing, part: Part, row: PartRow): void {
  rows.set(part, [...(rows.get(part) ?? []), row]);
}

function placeEntry(
  { places }: Writing,
  entry: Entry,
  place: (heading: string | null, mark: string | null) => Place,
): void {
  for (const [index, { line, heading }] of entry.lines.entries()) {
    places.set(line.number, place(heading, index === 0 ? entry.mark : null));
  }
}

function isProse(key: SectionKey): boolean {
  return ['text', 'list', 'terms'].includes(sectionOf(key).kind);
}

/** The value of a section that is no prose; null where it is prose, or where no value can hold its text. */
function valueOf(key: SectionKey, { entries }: Gathered): Value | null {
  const [first] = entries;
  const single = entries.length === 1 && first && !first.isHeading ? first.entry.text : null;
  const isNone = first?.entry.lines[0]?.line.stated?.as === 'none';
  if (single !== null && single.length <= 300 && (isNone || saysNone(single))) {
    return single === 'None' ? { state: 'none' } : { state: 'none', wording: single };
  }
  const { kind } = sectionOf(key);
  if (kind === 'level') return single !== null && single.length <= 300 ? levelOf(single) : null;
  if (kind !== 'period') return null;
  const text = entries.map(({ entry }) => entry.text).join(' ');
  return text.length <= 20_000 ? periodOf(text) : null;
}
