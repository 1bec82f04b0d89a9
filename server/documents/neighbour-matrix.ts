// Classes of the plan and texts of other employers as one matrix: ours first, then the others in their order, each under a head
// that says whose it is.
import type { CalendarDate, Comparison, NeighbourText, PlanSettings } from '../../schemas/types.ts';
import type { LadderColumn } from '../model/ladder.ts';
import { type Matrix, matrixOf } from '../model/matrix.ts';
import { comparisonData } from './matrix-data.ts';
import { type MatrixHead, type MatrixShow, matrixView, type MatrixView } from './matrix-view.ts';

export interface NeighbourMatrix {
  readonly matrix: Matrix;
  readonly heads: readonly MatrixHead[];
  /** The day of our texts. */
  readonly on: CalendarDate;
}

export function neighbourMatrix(
  classes: readonly LadderColumn[],
  texts: readonly NeighbourText[],
  settings: PlanSettings,
  on: CalendarDate,
): NeighbourMatrix {
  const ours = classes.map(({ body: { title, code } }): MatrixHead => {
    return { title, code, href: `/classes/${code}/${on}`, note: 'Of this plan' };
  });
  const theirs = texts.map(({ body: { title, code } }): MatrixHead => {
    return { title, code, href: null, note: 'Not of this plan' };
  });
  const columns = [...classes, ...texts.map(({ body }) => ({ body, pay: null }))];
  return { matrix: matrixOf(columns, settings), heads: [...ours, ...theirs], on };
}

export function neighbourView({ matrix, heads }: NeighbourMatrix, show: MatrixShow): MatrixView {
  return matrixView(matrix, heads, show);
}

export function neighbourData({ matrix, heads, on }: NeighbourMatrix, show: MatrixShow): Comparison {
  return comparisonData(matrix, heads, show, on);
}
