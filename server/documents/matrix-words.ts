// What the matrix says in words: of a cell what it is against the column before, of a fact whether it rises, and of a step
// what it adds. Every sentence is made of values and counts that stand in the matrix; none judges.
import type { LadderFact, LadderKey } from '../model/ladder.ts';
import type { MatrixCell } from '../model/matrix-rows.ts';
import type { StepRows } from '../model/matrix-steps.ts';

export const factNames: Readonly<Record<LadderKey, string>> = {
  payGrade: 'Pay grade',
  education: 'Education',
  experience: 'Experience',
  equivalency: 'Equivalency',
  supervisionReceived: 'Supervision received',
  supervisionExercised: 'Supervision exercised',
  flsa: 'FLSA status',
  probation: 'Probation',
  physicalDemandLevel: 'Physical demand',
};

/** 'Raised: Prepares → Directs'; null where the text says it all. `title` names a column. */
export function cellInWords(cell: MatrixCell, title: (column: number) => string): string | null {
  const { mark, rise, against } = cell;
  if (mark === 'added') return against === null ? 'Added' : `Added again; compared with ${title(against)}`;
  if (mark === 'raised') return rise ? `Raised: ${rise.from} → ${rise.to}` : 'Raised';
  return { first: null, same: 'Same', changed: 'Changed', dropped: 'Dropped', absent: null }[mark];
}

/** 'Higher'; null where there is nothing to say. */
export function factStepInWords({ cells }: LadderFact, column: number): string | null {
  const { step, value } = cells[column] ?? { step: 'first', value: null };
  return {
    first: null,
    same: value === null ? null : 'Same',
    higher: 'Higher',
    lower: 'Lower',
    other: isSameValue(cells, column) ? 'Other details' : 'Different',
    stated: 'Stated here',
    'not stated': 'Not stated here',
  }[step];
}

function isSameValue(cells: LadderFact['cells'], column: number): boolean {
  return cells[column]?.value === cells[column - 1]?.value;
}

/** ' rises from 3 years to 5 years.', after the name of the fact; null where the step changes nothing of it. */
export function factStepSentence(fact: LadderFact, to: number): string | null {
  const [before, after] = [fact.cells[to - 1], fact.cells[to]];
  if (!before || !after || after.step === 'same') return null;
  if (after.step === 'stated') return ' is stated, and was not before.';
  if (after.step === 'not stated') return ' is not stated.';
  if (after.step === 'other' && isSameValue(fact.cells, to))
    return ` stays ${after.value ?? ''}, with other details.`;
  if (after.step === 'other' && isLong(after.value)) return ' differs.';
  const verb = after.step === 'higher' ? 'rises' : after.step === 'lower' ? 'falls' : 'changes';
  if (isLong(before.value) || isLong(after.value)) return ` ${verb}: “${after.value ?? ''}”`;
  const values = `from ${unended(before.value ?? '')} to ${unended(after.value ?? '')}`;
  return ` ${verb} ${values}.`;
}

/** What is longer is read as text, not as a value. */
export const longestValue = 60;

function isLong(value: string | null): boolean {
  return (value ?? '').length > longestValue;
}

function unended(text: string): string {
  return text.replace(/\.$/, '');
}

/** The counts of a section as parts of one sentence: '2 added' with the rows that it counts. */
export function stepParts({ added, raised, changed, dropped }: StepRows) {
  return [
    { word: 'added', rows: added },
    { word: 'raised', rows: raised },
    { word: 'changed', rows: changed },
    { word: 'dropped', rows: dropped },
  ].filter(({ rows }) => rows.length > 0);
}

/** '5 classes compared in 18 sections: 12 differ, 6 are the same in all.' */
export function matrixSummary(columns: string, sections: number, same: number): string {
  const differ = sections - same;
  return `${columns} compared in ${sections} sections: ${differ} ${differ === 1 ? 'differs' : 'differ'}, ${same} ${same === 1 ? 'is' : 'are'} the same in all.`;
}
