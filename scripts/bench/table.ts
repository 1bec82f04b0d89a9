// The readings of a group as a table for a terminal: names to the left, numbers to the right.
import type { Measured, Reading } from './reading.ts';

const heads = ['', 'measured', 'yardsticks', 'aim', ''];

export function asText(title: string, { readings, details }: Measured, isVerbose: boolean): string {
  const rows = [heads, ...readings.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '),
  );
  const more = isVerbose ? ['', ...details] : [];
  return ['', title, '', ...lines.map((line) => `  ${line}`.trimEnd()), ...more].join('\n');
}

function cellsOf({ name, value, unit, ratio, aim, note }: Reading): string[] {
  return [
    name,
    `${value.toFixed(1)} ${unit.padEnd(2)}`,
    ratio === null ? '' : ratio.toFixed(2),
    aim === null ? '' : `${aim} ${unit}`,
    note ?? '',
  ];
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 || column === heads.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}
