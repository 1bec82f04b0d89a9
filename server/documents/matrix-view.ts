// The matrix as people read it, as plain data for the templates of page and document and for the table of a spreadsheet,
// so that all of them say the same: every cell with what it is in words, every step with the rows that its counts are made of.
import type { LadderFact } from '../model/ladder.ts';
import type { ColumnSection } from '../model/matrix-passages.ts';
import type { CellMark, MatrixCell, MatrixRow } from '../model/matrix-rows.ts';
import type { MatrixStep } from '../model/matrix-steps.ts';
import type { Matrix, MatrixSection } from '../model/matrix.ts';
import type { Run } from '../model/redline-runs.ts';
import { type MarkedText, markedText } from './marked-text.ts';
import {
  cellInWords,
  factNames,
  factStepInWords,
  factStepSentence,
  longestValue,
  matrixSummary,
  stepParts,
} from './matrix-words.ts';

/** A column's head; its address is null where it is not of this plan. */
export interface MatrixHead {
  readonly title: string;
  readonly code: string | null;
  readonly href: string | null;
  /** 'Level 3', 'Not of this plan' */
  readonly note: string | null;
}

/** all: everything. differences: only what is not the same in every column. */
export type MatrixShow = 'all' | 'differences';

export interface MatrixView {
  readonly heads: readonly MatrixHead[];
  readonly summary: string;
  readonly isCoarse: boolean;
  readonly facts: readonly FactRow[];
  readonly steps: readonly StepView[];
  readonly sections: readonly MatrixSectionView[];
  /** The sections that are the same in all, where they are not shown; null where there are none. */
  readonly sameSections: string | null;
}

export interface FactRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly {
    readonly head: string;
    readonly value: string | null;
    readonly detail: string | null;
    readonly label: string | null;
    readonly isRise: boolean;
    readonly isLong: boolean;
  }[];
}

export interface StepView {
  readonly id: string;
  readonly heading: string;
  /** Each with the rows that it counts. */
  readonly sentences: readonly StepSentence[];
}

export interface StepSentence {
  /** The name of a fact or the heading of a section. */
  readonly name: string;
  /** What the step does with the fact; '' for a section. */
  readonly rest: string;
  /** Of a section what is added, raised, changed and dropped in it, each with its rows. */
  readonly counts: readonly { readonly text: string; readonly rows: readonly RowLink[] }[];
  /** Where the fact or the section stands. */
  readonly href: string;
}

export interface RowLink {
  readonly href: string;
  readonly number: string;
}

export interface MatrixSectionView {
  readonly id: string;
  readonly heading: string;
  readonly isSame: boolean;
  readonly heads: readonly MatrixHead[];
  readonly rows: readonly RowView[];
}

export interface RowView {
  readonly id: string;
  /** '3'; '–' where no column has any text. */
  readonly number: string;
  readonly cells: readonly CellView[];
}

export interface CellView {
  readonly head: string;
  readonly mark: CellMark | 'none';
  readonly label: string | null;
  /** null where the column says nothing of it, or the same as the one before. */
  readonly text: MarkedText | null;
  /** 'Not stated' and the like, where it says nothing of it. */
  readonly nothing: string | null;
}

export function matrixView(matrix: Matrix, heads: readonly MatrixHead[], show: MatrixShow): MatrixView {
  const { sections } = matrix;
  const same = sections.filter(({ isSame }) => isSame);
  const shown = show === 'all' ? sections : sections.filter(({ isSame }) => !isSame);
  return {
    heads,
    summary: matrixSummary(columnsInWords(heads), sections.length, same.length),
    isCoarse: matrix.isCoarse,
    facts: matrix.facts.flatMap((fact) => factRow(fact, heads, show)),
    steps: matrix.steps.map((step) => stepView(step, matrix, heads)),
    sections: shown.map((section) => sectionView(section, heads, show)),
    sameSections: show === 'all' || same.length === 0 ? null : same.map(({ heading }) => heading).join(', '),
  };
}

/** Where columns are stacked, each cell says whose it is. */
function headOf(head: MatrixHead | undefined): string {
  const { title = '', href = null, note = null } = head ?? {};
  return href === null && note !== null ? `${title} (${note.toLowerCase()})` : title;
}

/** A text that is not of this plan is no class. */
function columnsInWords(heads: readonly MatrixHead[]): string {
  return `${heads.length} ${heads.every(({ href }) => href !== null) ? 'classes' : 'texts'}`;
}

function factRow(fact: LadderFact, heads: readonly MatrixHead[], show: MatrixShow): FactRow[] {
  const isSame = fact.cells.slice(1).every(({ step }) => step === 'same');
  if (isSame && show === 'differences') return [];
  const cells = fact.cells.map(({ value, detail, step }, column) => ({
    head: headOf(heads[column]),
    value,
    detail,
    label: factStepInWords(fact, column),
    isRise: step === 'higher',
    isLong: (value ?? '').length > longestValue,
  }));
  return [{ id: `fact-${fact.key}`, label: factNames[fact.key], cells }];
}

function stepView(
  { from, to, sections }: MatrixStep,
  { facts }: Matrix,
  heads: readonly MatrixHead[],
): StepView {
  const told = facts.flatMap((fact): StepSentence[] => {
    const rest = factStepSentence(fact, to);
    if (rest === null) return [];
    return [{ name: factNames[fact.key], rest, counts: [], href: `#fact-${fact.key}` }];
  });
  const counted = sections.map(({ key, heading, ...rows }) => ({
    name: heading,
    rest: '',
    counts: stepParts(rows).map((part) => ({
      text: `${part.rows.length} ${part.word}`,
      rows: part.rows.map((id) => ({ href: `#${id}`, number: numberOf(id) })),
    })),
    href: `#section-${key}`,
  }));
  const [lower, upper] = [heads[from]?.title ?? '', heads[to]?.title ?? ''];
  return { id: `step-${to}`, heading: `What ${upper} adds over ${lower}`, sentences: [...told, ...counted] };
}

function numberOf(id: string): string {
  return id.slice(id.lastIndexOf('-') + 1);
}

function sectionView(
  section: MatrixSection,
  heads: readonly MatrixHead[],
  show: MatrixShow,
): MatrixSectionView {
  const { key, heading, isSame, rows } = section;
  const shown = show === 'all' ? rows : rows.filter((row) => !row.isSame);
  return {
    id: `section-${key}`,
    heading,
    isSame,
    heads,
    rows: rows.length === 0 ? [noneRow(section, heads)] : shown.map((row) => rowView(row, section, heads)),
  };
}

/** Where no column has any text: in which of them nothing is asked, and in which nothing is written. */
function noneRow({ key, columns }: MatrixSection, heads: readonly MatrixHead[]): RowView {
  const cells = columns.map((_, column): CellView => ({
    head: headOf(heads[column]),
    mark: 'none',
    label: null,
    text: null,
    nothing: nothingIn(columns[column]),
  }));
  return { id: `${key}-none`, number: '–', cells };
}

function nothingIn(column: ColumnSection | undefined): string {
  return column?.wording ?? (column?.state === 'text' ? 'Not stated' : 'Not written');
}

function rowView(
  { id, cells }: MatrixRow,
  { columns }: MatrixSection,
  heads: readonly MatrixHead[],
): RowView {
  const title = (column: number) => heads[column]?.title ?? '';
  return {
    id,
    number: numberOf(id),
    cells: cells.map((cell, column) => ({
      head: headOf(heads[column]),
      mark: cell.mark,
      label: cellInWords(cell, title),
      text: cell.passage && cell.mark !== 'same' ? textOf(cell) : null,
      nothing: nothingOf(cell, columns[column]),
    })),
  };
}

/** What is dropped is named so; all that is left to say is whether the section now asks nothing. */
function nothingOf({ passage, mark }: MatrixCell, column: ColumnSection | undefined): string | null {
  if (passage) return null;
  return mark === 'dropped' ? (column?.wording ?? null) : nothingIn(column);
}

/** Word marks where most words stayed; where one text took the other's place, the text alone. */
function textOf({ runs }: MatrixCell): MarkedText {
  const marked = isThroughout(runs) ? runs.filter(({ mark }) => mark !== 'deleted').map(plain) : runs;
  return markedText({ term: null, runs: marked }, 'both');
}

function isThroughout(runs: readonly Run[]): boolean {
  return !runs.some(({ mark, text }) => mark === 'same' && /\p{L}/u.test(text));
}

function plain({ text }: Run): Run {
  return { mark: 'same', text };
}
