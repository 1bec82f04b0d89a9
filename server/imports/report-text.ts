// The report of an import for a person at a terminal: what was read, what was repaired, what to look at.
import type { ImportFinding, ImportReport, ReadSection, Repair } from '../../schemas/types.ts';

export function formatReport(report: ImportReport): string {
  const { source, sections, repairs, findings, accountedLines } = report;
  const lines = [
    `${source.name}: ${source.bytes} bytes, ${source.encoding}, ${counted(source.lines, 'line')}`,
    `${accountedLines} of ${source.nonBlankLines} non-blank lines accounted for`,
    '',
    ...table(sections),
    ...list('Repairs', repairs.map(repairText)),
    ...list('To look at', findings.map(findingText)),
  ];
  return `${lines.join('\n')}\n`;
}

function table(sections: readonly ReadSection[]): string[] {
  const rows = [
    ['line', 'heading', 'section', 'read'],
    ...sections.map((row) => [String(row.line), row.heading, row.key ?? '(additional)', stateText(row)]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padStart(widths[0] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function stateText({ state, blocks, key }: ReadSection): string {
  if (state === 'none') return 'none';
  if (state === 'empty') return 'nothing under it';
  return blocks > 0 || key === null ? counted(blocks, 'block') : 'read';
}

function list(title: string, entries: readonly string[]): string[] {
  return entries.length === 0
    ? []
    : ['', `${title} (${entries.length})`, ...entries.map((entry) => `  ${entry}`)];
}

function repairText({ line, before, after, how }: Repair): string {
  return `line ${line}: ${shown(before)} read as ${after === '' ? 'nothing' : shown(after)} (${how})`;
}

function findingText({ id, line, message, evidence }: ImportFinding): string {
  const where = line === null ? '' : `line ${line}: `;
  return `${where}${message}${evidence === null ? '' : ` ${shown(evidence)}`} [${id}]`;
}

/** In quotation marks, invisible characters by their number: nothing in a file may command the terminal. */
function shown(text: string): string {
  const visible = text.replace(/[\p{C}\p{Z}]/gu, (mark) =>
    mark === ' ' ? mark : `\\u{${mark.codePointAt(0)?.toString(16)}}`,
  );
  return `"${visible}"`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
