// The matrix as a table for spreadsheets (RFC 4180): what the page shows, a row for each of its rows, and for every column
// what its cell is and what it says. Words taken out stand in [-…-], words put in in {+…+}.
import { stringify } from 'csv-stringify/sync';
import type { CellView, FactRow, MatrixHead, MatrixView, StepSentence, StepView } from './matrix-view.ts';
import { withMarks } from './redline-text.ts';

export function matrixCsv(view: MatrixView): string {
  const names = view.heads.map(nameOf);
  const head = ['Section', 'No.', ...names.flatMap((name) => [`${name}: against the one before`, name])];
  const rows = [
    ...view.facts.map(factLine),
    ...view.steps.map((step, index) => stepLine(step, index + 1, names.length)),
    ...view.sections.flatMap(({ heading, rows: lines }) =>
      lines.map(({ number, cells }) => [heading, number, ...cells.flatMap(cellLine)]),
    ),
  ];
  return stringify([head, ...rows], {
    ...{ bom: true, escape_formulas: true, quoted: true, record_delimiter: 'windows' },
  });
}

function nameOf({ title, code }: MatrixHead): string {
  return code === null ? title : `${title} ${code}`;
}

function factLine({ label, cells }: FactRow): string[] {
  const texts = cells.map(({ value, detail }) => [value ?? 'Not stated', detail].filter(Boolean).join('\n'));
  return ['Facts', label, ...cells.flatMap((cell, index) => [cell.label ?? '', texts[index] ?? ''])];
}

/** In the column that adds. */
function stepLine({ heading, sentences }: StepView, column: number, columns: number): string[] {
  const cells = Array.from({ length: columns }, () => ['', '']);
  cells[column] = ['', sentences.map(sentenceInWords).join(' ')];
  return ['What each level adds', heading, ...cells.flat()];
}

/** 'Essential Duties: 1 added (12), 2 raised (1, 3).' */
export function sentenceInWords({ name, rest, counts }: StepSentence): string {
  if (counts.length === 0) return `${name}${rest}`;
  const parts = counts.map((count) => `${count.text} (${count.rows.map(({ number }) => number).join(', ')})`);
  return `${name}: ${parts.join(', ')}.`;
}

function cellLine({ label, text, nothing }: CellView): string[] {
  return [label ?? '', text === null ? (nothing ?? '') : text.runs.map(withMarks).join('')];
}
