// The matrix as published data: schemas/comparison.schema.json. It holds what the page shows, no more and no less.
import type { CalendarDate, Comparison } from '../../schemas/types.ts';
import type { Matrix } from '../model/matrix.ts';
import { applied } from '../model/redline-runs.ts';
import { sentenceInWords } from './matrix-csv.ts';
import { type MatrixHead, type MatrixShow, matrixView } from './matrix-view.ts';

export function comparisonData(
  matrix: Matrix,
  heads: readonly MatrixHead[],
  show: MatrixShow,
  on: CalendarDate,
): Comparison {
  const view = matrixView(matrix, heads, show);
  const isShown = (isSame: boolean) => show === 'all' || !isSame;
  return {
    on,
    show,
    isCoarse: matrix.isCoarse,
    columns: heads.map((head) => ({ ...head })),
    facts: matrix.facts
      .filter(({ key }) => view.facts.some(({ id }) => id === `fact-${key}`))
      .map(({ key, cells }) => ({ key, cells: cells.map((cell) => ({ ...cell })) })),
    steps: view.steps.map(({ sentences }, index) => ({
      from: index,
      to: index + 1,
      sentences: sentences.map(sentenceInWords),
    })),
    sections: matrix.sections
      .filter(({ isSame }) => isShown(isSame))
      .map(({ key, heading, isSame, columns, rows }) => ({
        key,
        heading,
        isSame,
        columns: columns.map(({ state, wording }) => ({ state, wording })),
        rows: rows
          .filter((row) => isShown(row.isSame))
          .map((row) => ({
            id: row.id,
            isSame: row.isSame,
            cells: row.cells.map(({ mark, runs, passage, against, rise }) => ({
              mark,
              text: passage ? applied(runs) : null,
              against,
              rise: rise && { ...rise },
              runs: against === null ? null : runs.map(({ mark: run, text }) => ({ mark: run, text })),
            })),
          })),
      })),
  };
}
