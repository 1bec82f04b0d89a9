// The plain text of a class specification to a draft, its history and a report of every line.
// No line is lost: each stands in the report with the place where its words are found again.
import type {
  HistoryEvent,
  ImportFinding,
  ImportReport,
  PlacedLine,
  SectionKey,
  Specification,
} from '../../schemas/types.ts';
import { blocksOfSection } from '../model/specification.ts';
import { unaccountedLines } from './account.ts';
import { detailsOf, twoDigitYear, type ReadDetails } from './details.ts';
import { divide } from './divide.ts';
import { gather } from './gather.ts';
import { readHeader } from './header.ts';
import { splitHistory, type HistoryPiece } from './history-line.ts';
import { judge, type Purpose } from './judge.ts';
import { asMarkdown, isMarkdown } from './markdown.ts';
import type { Part } from './parts.ts';
import { addHeadings, factPlaces, placedLines } from './places.ts';
import { readText, type ReadText } from './read-text.ts';
import { refused, type RefusedText } from './refusal.ts';
import { emptySections, rowsOf } from './report-rows.ts';
import { mixedDates, textFindings } from './text-findings.ts';
import { isStatedText } from './source-line.ts';
import { isFurniture } from './title-line.ts';
import { writeDraft, type WrittenDraft } from './write-draft.ts';

export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ImportedText =
  | {
      readonly outcome: 'specification';
      readonly specification: Specification;
      readonly events: HistoryEvent[];
      readonly report: ImportReport;
      /** True where the document itself says what kind of block each paragraph is. */
      readonly saysKinds: boolean;
    }
  | RefusedText;

interface Built {
  readonly specification: Specification;
  readonly events: HistoryEvent[];
  readonly placements: PlacedLine[];
  readonly sections: ImportReport['sections'];
  readonly findings: ImportFinding[];
}

export function importText(source: Source, purpose: Purpose = 'plan'): ImportedText {
  const text = readText(source.bytes);
  if (text.outcome === 'refused') return text;
  const { findings, ...lines } = isMarkdown(text) ? asMarkdown(text) : { ...text, findings: [] };
  return importLines(source, lines, findings, purpose);
}

/** `seen` is what the reader of the document found before its lines were read. */
export function importLines(
  source: Source,
  text: ReadText,
  seen: readonly ImportFinding[],
  purpose: Purpose,
): ImportedText {
  const parts = divide(text.lines.filter((line) => isStatedText(line) || !isFurniture(line.text)));
  const isOurs = text.lines.some(({ stated }) => stated?.as === 'title');
  const refusal = isOurs ? null : judge(parts, text.lines, purpose);
  if (refusal) return refusal;
  const read = build(text, parts);
  const built = { ...read, findings: [...seen, ...read.findings] };
  const { specification, events } = built;
  const report = reportOf(source, text, built);
  return (
    tooMuch(specification) ?? { outcome: 'specification', specification, events, report, saysKinds: isOurs }
  );
}

function build(text: ReadText, parts: readonly Part[]): Built {
  const header = readHeader(parts[0]?.body ?? []);
  const gathered = gather(parts, header.rest, text.lines);
  const draft = writeDraft(gathered.sections);
  const facts = [header.facts, ...gathered.facts];
  const read = detailsOf(
    facts.flatMap(({ stated }) => stated),
    header,
  );
  const history = splitHistory(read.history.map((fact) => fact.text));
  const places = new Map([...header.places, ...draft.places, ...factPlaces(facts, read.history, history)]);
  addHeadings(places, parts, gathered, draft);
  return {
    specification: specificationOf(draft, read),
    events: history.map(({ event }) => event),
    placements: placedLines(text.lines, places),
    sections: rowsOf(parts, draft.rows, read.details),
    findings: [
      ...header.findings,
      ...gathered.findings,
      ...read.findings,
      ...dateFindings(read, history),
      ...emptySections(parts, draft.rows),
    ],
  };
}

function specificationOf(draft: WrittenDraft, { title, code, details }: ReadDetails): Specification {
  const sections = details ? { ...draft.sections, details } : draft.sections;
  return { code, title: title ?? '', series: null, sections, additional: draft.additional };
}

function reportOf({ name, bytes }: Source, text: ReadText, built: Built): ImportReport {
  const { specification, events, placements, sections } = built;
  const { encoding, count, lines, repairs } = text;
  const findings = [...built.findings, ...textFindings(specification, placements)];
  return {
    source: { name, bytes: bytes.length, encoding, lines: count, nonBlankLines: lines.length },
    accountedLines: placements.length - unaccountedLines(placements, specification, events).length,
    sections,
    placements,
    repairs: [...repairs],
    findings: findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

function dateFindings(read: ReadDetails, history: readonly HistoryPiece[]): ImportFinding[] {
  const short = history.flatMap(({ read: date, from, event }) => {
    const line = read.history[from[0] ?? 0]?.line ?? 1;
    return date?.twoDigitYear ? [twoDigitYear(line, event.line ?? '', date)] : [];
  });
  return [...short, ...mixedDates([...read.dates, ...history.flatMap(({ read: date }) => date ?? [])])];
}

/** More than the schema of a specification holds. */
function tooMuch(specification: Specification): RefusedText | null {
  const { sections, additional } = specification;
  const keys = Object.keys(sections) as SectionKey[];
  const counts = keys.map((key) => blocksOfSection(specification, key).length);
  const most = Math.max(0, ...counts, ...additional.map(({ blocks }) => blocks.length));
  const facts = sections.details?.other?.length ?? 0;
  if (additional.length <= 100 && facts <= 50 && most <= 1000) return null;
  return refused(
    'a collection rather than one specification',
    `This file has ${additional.length} sections and ${facts} facts of its own and up to ${most} entries under one heading, more than one class specification holds. Import one specification at a time.`,
  );
}
