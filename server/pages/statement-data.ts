// Who says what about whom in a series, as data: every cell of the grid, also the empty ones.
import type { Series, SeriesStatements } from '../../schemas/types.ts';
import { levelOf } from '../model/findings/plan-index.ts';
import type { ClassText } from '../model/findings/plan-view.ts';
import { driftsIn, inForceNumber, type StatementCell, type StatementRow } from '../model/statement-grid.ts';
import type { AsOf } from './as-of.ts';

export function statementData(
  { id, title }: Series,
  rows: readonly StatementRow[],
  { on }: AsOf,
): SeriesStatements {
  const cells = rows.flatMap((row) => row.cells);
  const outside = rows.flatMap((row) => row.outside);
  return {
    series: { id, title },
    on,
    levels: rows.map(({ by }) => ({
      ...named(by),
      level: levelOf(by),
      revision: inForceNumber(by, on),
    })),
    drifted: [...cells, ...outside].flatMap(driftsIn).length,
    cells: cells.map(cellData),
    outside: outside.map(cellData),
  };
}

function named({ classId, body: { code, title } }: ClassText) {
  return { classId, code, title };
}

function cellData({ by, of, statements }: StatementCell): SeriesStatements['cells'][number] {
  return {
    by: named(by),
    of: named(of),
    statements: statements.map(({ section, at, sentence, formerName, restated }) => ({
      ...{ section, at, sentence, formerName },
      restated: restated.map(({ words, verdict, absent, nearest }) => ({
        ...{ words, verdict, nearest },
        absent: [...absent],
      })),
    })),
  };
}
