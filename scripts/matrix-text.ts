// A matrix for a person at a terminal: the facts, what each column adds, and every row of every section, column under column.
import type { MarkedRun } from '../server/documents/marked-text.ts';
import { sentenceInWords } from '../server/documents/matrix-csv.ts';
import { withMarks } from '../server/documents/redline-text.ts';
import type { CellView, MatrixHead, MatrixSectionView, MatrixView } from '../server/documents/matrix-view.ts';

export function matrixText({ heads, summary, facts, steps, sections }: MatrixView): string {
  return [
    summary,
    ...heads.map((head, index) => `  ${index + 1}  ${nameOf(head)}`),
    ...titled(
      'Facts',
      facts.flatMap(({ label, cells }) => [
        label,
        ...cells.map(({ value, label: step }, index) => line(index, step, value ?? 'Not stated')),
      ]),
    ),
    ...steps.flatMap(({ heading, sentences }) =>
      titled(
        heading,
        sentences.map((sentence) => `  ${sentenceInWords(sentence)}`),
      ),
    ),
    ...sections.flatMap(sectionLines),
  ].join('\n');
}

function nameOf({ title, code, note }: MatrixHead): string {
  return [title, code === null ? null : `(${code})`, note === null ? null : `– ${note}`]
    .filter(Boolean)
    .join(' ');
}

function sectionLines({ heading, rows }: MatrixSectionView): string[] {
  return titled(
    heading,
    rows.flatMap(({ number, cells }) => [
      number,
      ...cells.map((cell, index) => line(index, cell.label, wordsOf(cell))),
    ]),
  );
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, '-'.repeat(Math.min(title.length, 100)), ...lines];
}

function line(index: number, step: string | null, words: string): string {
  return `  ${index + 1}  ${[step === null ? '' : `[${step}]`, words].filter((each) => each !== '').join(' ')}`;
}

function wordsOf({ text, nothing }: CellView): string {
  return text === null ? (nothing ?? '') : text.runs.map(written).join('');
}

/** Nothing in a file may command the terminal. */
function written(run: MarkedRun): string {
  return withMarks({ ...run, text: run.text.replace(/\p{C}/gu, '') });
}
