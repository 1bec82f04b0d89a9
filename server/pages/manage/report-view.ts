// The report of an import as data for its template: what was read, what was mended, what to look at, and the place of every
// line, in the plan's words.
import type {
  ImportReport,
  Place,
  PlacedLine,
  PlanSettings,
  ReadSection,
  SectionKey,
} from '../../../schemas/types.ts';

export function reportView(report: ImportReport, { sections }: PlanSettings) {
  const { source, accountedLines, findings, repairs, placements } = report;
  const labels = new Map(sections.map(({ key, label }) => [key, label]));
  const isWhole = accountedLines === source.nonBlankLines;
  return {
    file: source.name,
    kind: source.encoding === 'Word' ? 'Word document' : `plain text, ${source.encoding}`,
    account: isWhole
      ? `All ${counted(accountedLines, 'line')} with text on them have their place.`
      : `${accountedLines} of ${counted(source.nonBlankLines, 'line')} have their place. Read the others in the list of lines.`,
    findings: findings.map(({ line, message, evidence }) => ({
      where: line === null ? null : `Line ${line}`,
      message,
      evidence,
    })),
    repairs: repairs.map(({ line, before, after, how }) => ({
      where: `Line ${line}`,
      text: `${shown(before)} read as ${after === '' ? 'nothing' : shown(after)} (${how})`,
    })),
    sections: report.sections.map((row) => sectionRow(row, labels)),
    lines: placements.map((placed) => lineRow(placed, labels)),
  };
}

type Labels = ReadonlyMap<SectionKey, string>;

function sectionRow({ heading, key, line, state, blocks }: ReadSection, labels: Labels) {
  const read = { none: 'Says there is none', empty: 'Nothing under it', text: 'Read' }[state];
  return {
    heading,
    line,
    section: key === null ? 'Kept under its own heading' : (labels.get(key) ?? key),
    read: state === 'text' && blocks > 0 ? counted(blocks, 'entry', 'entries') : read,
  };
}

function lineRow({ line, text, place }: PlacedLine, labels: Labels) {
  return {
    line,
    text: text.length > 300 ? `${text.slice(0, 299)}…` : text,
    place: placeInWords(place, labels),
  };
}

function placeInWords(place: Place, labels: Labels): string {
  const label = (key: SectionKey | null) => (key === null ? 'Additional section' : (labels.get(key) ?? key));
  if (place.as === 'title') return 'Title';
  if (place.as === 'letterhead') return 'Letterhead, no part of the text';
  if (place.as === 'rule') return 'Nothing to read';
  if (place.as === 'facts') return label('details');
  if (place.as === 'heading') return `Heading: ${place.keys.map(label).join(', ') || label(null)}`;
  return label(place.key);
}

function shown(text: string): string {
  const visible = text.replace(/[\p{C}\p{Z}]/gu, (mark) =>
    mark === ' ' ? mark : `\\u{${mark.codePointAt(0)?.toString(16)}}`,
  );
  return `“${visible}”`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
