// The table of facts of a Word document: label and text as the record has them, and what a code means in the plan's words.
import {
  AlignmentType,
  BorderStyle,
  type IParagraphRunOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { DetailFact } from '../model/detail-facts.ts';

/** That a whole paragraph or row came or went, as a tracked change; empty where it stayed. */
export type Whole = Pick<IParagraphRunOptions, 'insertion' | 'deletion'>;

export interface WordRow {
  readonly cells: readonly (readonly ParagraphChild[])[];
  /** Too long to be kept on one page. */
  readonly isLong: boolean;
  /** Another one each time: no two changes of a document have one number. */
  readonly whole: () => Whole;
}

/** The texts of a row. */
export function factCells({ label, text, recorded }: DetailFact): [string, string, string] {
  const meaning = [...(label === recorded.label ? [] : [label]), ...(text === recorded.text ? [] : [text])];
  return [recorded.label, recorded.text, meaning.join(': ')];
}

export function isLong(cells: readonly string[]): boolean {
  return cells.some((text) => text.length > 400);
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B9C2CF' };
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The first row is the head. */
export function factsTable(rows: readonly WordRow[], width: number): Table {
  const widths = [0.23, 0.37, 0.4].map((share) => Math.round(width * share));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: rule,
      bottom: rule,
      insideHorizontal: rule,
      insideVertical: nothing,
      left: nothing,
      right: nothing,
    },
    rows: rows.map((row, index) => tableRow(row, widths, index === 0)),
  });
}

function tableRow(row: WordRow, widths: readonly number[], isHead: boolean): TableRow {
  return new TableRow({
    ...(isHead && { tableHeader: true }),
    cantSplit: !row.isLong,
    ...row.whole(),
    children: row.cells.map(
      (children, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 50, bottom: 50, left: index === 0 ? 0 : 100, right: 100 },
          ...(isHead && { shading: { type: ShadingType.CLEAR, fill: 'EEF2F7', color: 'auto' } }),
          children: [
            new Paragraph({ style: 'fact', alignment: AlignmentType.LEFT, run: row.whole(), children }),
          ],
        }),
    ),
  });
}
