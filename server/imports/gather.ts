// Gathers the entries of all parts under the sections they belong to, in the order of their first appearance.
import type { ImportFinding, SectionKey } from '../../schemas/types.ts';
import { sectionOf } from '../model/sections.ts';
import { entriesOf, wrapWidth, type Entry } from './entries.ts';
import { finding } from './finding.ts';
import { whole, type BodyLine, type Part } from './parts.ts';
import { assignQualifications, assignSupervision, type Assigned } from './qualifications.ts';
import type { ReadFacts } from './read-facts.ts';
import { allFacts, strayFacts } from './section-facts.ts';
import { isStatedText, lettersOf, type SourceLine } from './source-line.ts';

export interface GatheredEntry {
  readonly entry: Entry;
  readonly part: Part;
  /** A second heading for the same section, kept as text. */
  readonly isHeading: boolean;
}

export interface Gathered {
  /** null for an additional section. */
  readonly key: SectionKey | null;
  readonly heading: string;
  readonly entries: GatheredEntry[];
}

export interface GatheredText {
  readonly sections: readonly Gathered[];
  readonly facts: readonly ReadFacts[];
  readonly findings: readonly ImportFinding[];
  /** The section or sections of each part; a part of facts has none. */
  readonly openedBy: ReadonlyMap<Part, readonly Gathered[]>;
}

interface Gathering {
  readonly width: number | null;
  readonly sections: Gathered[];
  readonly facts: ReadFacts[];
  readonly findings: ImportFinding[];
}

type Shared = 'qualifications' | 'supervision';

export const beforeAll = 'Before the first heading';

/** leading is what the header left of the lines before the first heading. */
export function gather(
  parts: readonly Part[],
  leading: readonly BodyLine[],
  lines: readonly SourceLine[],
): GatheredText {
  const all: Gathering = { width: wrapWidth(lines), sections: [], facts: [], findings: [] };
  const openedBy = new Map<Part, readonly Gathered[]>();
  for (const part of parts) {
    const target = part.heading?.target;
    if (part.heading?.corrected) all.findings.push(corrected(part));
    if (!target) add(all, sectionFor(all, null, beforeAll), part, leading);
    else if (target === 'details' || target === 'history') all.facts.push(allFacts(part));
    else openedBy.set(part, take(all, part));
  }
  return { ...all, sections: all.sections.filter(({ entries }) => entries.length > 0), openedBy };
}

function take(all: Gathering, part: Part): Gathered[] {
  const stray = strayFacts(part.body);
  all.facts.push(stray);
  const target = part.heading?.target ?? 'additional';
  if (target === 'qualifications' || target === 'supervision') return divided(all, part, stray.rest, target);
  if (target === 'additional' || target === 'history') return [additional(all, part, stray.rest)];
  return [single(all, part, stray.rest, target)];
}

function single(all: Gathering, part: Part, body: readonly BodyLine[], key: SectionKey): Gathered {
  const words = part.heading?.words ?? '';
  const section = sectionFor(all, key, words);
  const { kind } = sectionOf(key);
  const isSecond = section.entries.length > 0;
  if (isSecond && (kind === 'level' || kind === 'period')) return additional(all, part, body);
  // "Knowledge of:" is a heading and the beginning of each entry's sentence.
  const isOpening = /\s(?:of|in|to|for)$/i.test(words);
  if (isSecond || isOpening) add(all, section, part, withHeading(part, body));
  else add(all, section, part, body);
  return section;
}

function additional(all: Gathering, part: Part, body: readonly BodyLine[]): Gathered {
  const section: Gathered = { key: null, heading: part.heading?.words ?? beforeAll, entries: [] };
  all.sections.push(section);
  add(all, section, part, body);
  const message = `"${section.heading}" is no section of the plan; its text is kept under this heading.`;
  all.findings.push(finding('import.unknown-heading', part.line?.number ?? null, message));
  return section;
}

function divided(all: Gathering, part: Part, body: readonly BodyLine[], target: Shared): Gathered[] {
  const entries = entriesOf(worded(body), { width: all.width, terms: false });
  const assigned = target === 'supervision' ? assignSupervision(entries) : assignQualifications(entries);
  for (const { key, entry } of assigned) {
    sectionFor(all, key, part.heading?.words ?? '').entries.push({ entry, part, isHeading: false });
  }
  if (assigned.length > 0) all.findings.push(division(part, assigned, target));
  return [...new Set(assigned.map(({ key }) => key))].map((key) => sectionFor(all, key, ''));
}

function sectionFor({ sections }: Gathering, key: SectionKey | null, heading: string): Gathered {
  const known = key !== null && sections.find((section) => section.key === key);
  if (known) return known;
  const section: Gathered = { key, heading, entries: [] };
  sections.push(section);
  return section;
}

function add(all: Gathering, section: Gathered, part: Part, body: readonly BodyLine[]): void {
  const terms = section.key !== null && sectionOf(section.key).kind === 'terms';
  for (const entry of entriesOf(worded(body), { width: all.width, terms })) {
    const [first] = entry.lines;
    const isHeading = first !== undefined && first.line === part.line && first.heading === null;
    section.entries.push({ entry, part, isHeading });
  }
}

/** The body with the heading's own line before it, as text: a section has room for one heading only. */
function withHeading({ line, second, heading }: Part, body: readonly BodyLine[]): BodyLine[] {
  if (!line) return [...body];
  if (heading?.rest) return [whole(line), ...body.slice(1)];
  const [first, ...others] = body;
  const top = second ? [whole(line), whole(second)] : [whole(line)];
  return first ? [...top, { ...first, line: { ...first.line, afterBlank: true } }, ...others] : top;
}

function worded(body: readonly BodyLine[]): BodyLine[] {
  return body.filter(({ line, text }) => isStatedText(line) || lettersOf(text) !== '');
}

function corrected({ line, heading }: Part): ImportFinding {
  const message = 'This heading is nearly one of the plan and was taken for it.';
  return finding('import.misread-heading', line?.number ?? null, message, heading?.words ?? null);
}

function division(part: Part, assigned: readonly Assigned[], target: Shared): ImportFinding {
  const counts = new Map<SectionKey, number>();
  for (const { key } of assigned) counts.set(key, (counts.get(key) ?? 0) + 1);
  const told = [...counts].map(([key, count]) => `${sectionOf(key).label} (${count})`).join(', ');
  const message = `"${part.heading?.words}" covers several sections; its entries were divided: ${told}.`;
  return finding(`import.split-${target}`, part.line?.number ?? null, message);
}
