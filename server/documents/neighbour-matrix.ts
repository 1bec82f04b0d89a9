// Classes of the plan and texts of other employers as one matrix: ours first, then the others in their order, each under a head
// that says whose it is.
import type { CalendarDate, NeighbourText, PlanSettings } from '../../schemas/types.ts';
import type { LadderColumn } from '../model/ladder.ts';
import { matrixOf } from '../model/matrix.ts';
import { type MatrixHead, type MatrixShow, matrixView, type MatrixView } from './matrix-view.ts';

export function neighbourMatrix(
  classes: readonly LadderColumn[],
  texts: readonly NeighbourText[],
  settings: PlanSettings,
  { on, show }: { readonly on: CalendarDate; readonly show: MatrixShow },
): MatrixView {
  const ours = classes.map(({ body: { title, code } }): MatrixHead => {
    return { title, code, href: `/classes/${code}/${on}`, note: 'Of this plan' };
  });
  const theirs = texts.map(({ body: { title, code } }): MatrixHead => {
    return { title, code, href: null, note: 'Not of this plan' };
  });
  const columns = [...classes, ...texts.map(({ body }) => ({ body, pay: null }))];
  return matrixView(matrixOf(columns, settings), [...ours, ...theirs], show);
}
