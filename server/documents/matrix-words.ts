// What the matrix says in words: of a cell what it is against the column before, of a fact whether it rises, and of a step
// what it adds. Every sentence is made of values and counts that stand in the matrix; none judges.
import type { LadderFact, LadderKey } from '../model/ladder.ts';
import type { MatrixCell } from '../model/matrix-rows.ts';
import type { StepRows } from '../model/matrix-steps.ts';

export const factNames: Readonly<Record<LadderKey, string>> = {
  code: 'Class code',
  level: 'Level in the series',
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

/** Facts that tell columns apart and do not rise or fall. */
const names: ReadonlySet<LadderKey> = new Set(['code', 'level']);

/** 'Raised: Prepares → Directs'; null where the text says it all. `title` names a column. */
export function cellInWords(cell: MatrixCell, title: (column: number) => string): string | null {
  const { mark, rise, against } = cell;
  if (mark === 'added') return against === null ? 'Added' : `Added again; compared with ${title(against)}`;
  if (mark === 'raised') return rise ? `Raised: ${rise.from} → ${rise.to}` : 'Raised';
  return { first: null, same: 'Same', changed: 'Changed', dropped: 'Dropped', absent: null }[mark];
}

/** 'Higher'; null where there is nothing to say. */
export function factStepInWords({ key, cells }: LadderFact, column: number): string | null {
  const step = cells[column]?.step ?? 'first';
  if (names.has(key)) return null;
  const isWorded = key === 'equivalency' || key === 'supervisionReceived' || key === 'supervisionExercised';
  return {
    first: null,
    same: 'Same',
    higher: 'Higher',
    lower: 'Lower',
    other: isWorded || isSameValue(cells, column) ? 'In other words' : 'Different',
    stated: 'Stated here',
    'not stated': 'Not stated here',
  }[step];
}

function isSameValue(cells: LadderFact['cells'], column: number): boolean {
  return cells[column]?.value === cells[column - 1]?.value;
}

/** 'Experience rises from 3 years to 5 years.'; null where the fact is no part of what a step adds. */
export function factStepSentence(fact: LadderFact, to: number): string | null {
  const { key, cells } = fact;
  const [before, after] = [cells[to - 1], cells[to]];
  const name = factNames[key];
  if (names.has(key) || !before || !after || after.step === 'same') return null;
  if (after.step === 'stated') return `${name} is stated here and not at the level before.`;
  if (after.step === 'not stated') return `${name} is no longer stated.`;
  const step = factStepInWords(fact, to);
  if (step === 'In other words') return `${name} is stated in other words.`;
  const verb = { higher: 'rises', lower: 'falls' }[String(after.step)] ?? 'changes';
  const [from, into] = [before.value ?? '', after.value ?? ''].map((value) => unended(value));
  if (isLong(before.value) || isLong(after.value)) return `${name} ${verb}: “${after.value ?? ''}”`;
  const pay = key === 'payGrade' && before.detail && after.detail;
  return `${name} ${verb} from ${from} to ${into}${pay ? `: ${before.detail}, then ${after.detail}` : ''}.`;
}

function isLong(value: string | null): boolean {
  return (value ?? '').length > 60;
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
export function matrixSummary(columns: number, sections: number, same: number): string {
  const differ = sections - same;
  return `${columns} classes compared in ${sections} sections: ${differ} ${differ === 1 ? 'differs' : 'differ'}, ${same} ${same === 1 ? 'is' : 'are'} the same in all.`;
}
