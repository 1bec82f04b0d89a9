// The grid of a series as its page shows it: a head for each level spoken of, a row for each that speaks, the words that are no
// longer there marked in their sentence.
import { levelOf } from '../model/findings/plan-index.ts';
import type { ClassText } from '../model/findings/plan-view.ts';
import type { ComparedStatement } from '../model/sibling-statements.ts';
import { driftsIn, type Statement, type StatementCell, type StatementRow } from '../model/statement-grid.ts';
import { type AsOf, classAddress } from './as-of.ts';
import type { Mending } from './statement-mending.ts';

export function statementsView(rows: readonly StatementRow[], asOf: AsOf, mending: Mending | null) {
  const drifted = rows.flatMap(({ cells, outside }) => [...cells, ...outside]).filter(isDrifted);
  const count = drifted.flatMap(driftsIn).length;
  return {
    heads: rows.map(({ by }) => headOf(by)),
    rows: rows.map(({ by, cells }) => ({
      ...headOf(by),
      code: by.body.code,
      href: by.body.code === null ? null : classAddress(by.body.code, asOf),
      cells: cells.map((cell) => cellView(cell, mending)),
    })),
    outside: rows
      .flatMap(({ outside }) => outside)
      .map((cell) => ({ by: cell.by.body.title, cell: cellView(cell, mending) })),
    isAlone: rows.length === 1,
    drifts: drifted.map(({ by, of }) => ({
      href: `#${anchorOf(by, of)}`,
      by: by.body.title,
      of: of.body.title,
    })),
    count:
      count === 1
        ? '1 statement no longer agrees with the text of the class that it restates.'
        : `${count} statements no longer agree with the texts of the classes that they restate.`,
  };
}

function isDrifted(cell: StatementCell): boolean {
  return driftsIn(cell).length > 0;
}

function headOf(text: ClassText) {
  return { title: text.body.title, level: `Level ${levelOf(text)}` };
}

function anchorOf(by: ClassText, of: ClassText): string {
  return `${by.classId}-of-${of.classId}`;
}

function cellView(cell: StatementCell, mending: Mending | null) {
  const { by, of, statements } = cell;
  return {
    id: isDrifted(cell) ? anchorOf(by, of) : null,
    isSelf: by.classId === of.classId,
    of: headOf(of),
    statements: statements.map((statement, index) => ({
      place: statement.section === statements[index - 1]?.section ? null : placeOf(statement, cell),
      ...statementView(by, statement, mending),
    })),
  };
}

/** In which section it stands, where a cell has sentences of both. */
function placeOf({ section }: Statement, { statements }: StatementCell): string | null {
  if (section === 'summary') return 'In its summary';
  return statements.some((each) => each.section === 'summary') ? 'In what distinguishes it' : null;
}

function statementView(by: ClassText, statement: Statement, mending: Mending | null) {
  const { sentence, restated, formerName } = statement;
  const drifted = restated.filter(({ verdict }) => verdict === 'drifted');
  return {
    runs: runsOf(sentence, drifted),
    former: formerName,
    agrees: drifted.length === 0 && restated.some(({ verdict }) => verdict === 'agrees'),
    drifts: drifted.map((told) => {
      const mend = mending && mending(by, statement, told);
      const nearest = told.nearest === '' ? null : told.nearest;
      return {
        ...{ of: told.sibling.body.title, absent: told.absent.join(', '), nearest, mend },
        isByHand: mending !== null && mend === null,
      };
    }),
  };
}

/** The sentence in runs: the words of a restatement that the class does not have, and all else. */
function runsOf(sentence: string, drifted: readonly ComparedStatement[]) {
  const from = Math.min(sentence.length, ...drifted.map((told) => told.from));
  const absent = new Set(drifted.flatMap((told) => told.absent));
  const runs: { text: string; isLost: boolean }[] = [{ text: sentence.slice(0, from), isLost: false }];
  for (const piece of sentence.slice(from).split(/(\p{L}{3,})/u)) {
    const isLost = absent.has(piece.toLowerCase());
    const last = runs.at(-1);
    if (last && last.isLost === isLost) last.text += piece;
    else runs.push({ text: piece, isLost });
  }
  return runs.filter(({ text }) => text !== '');
}
