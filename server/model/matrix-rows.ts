// The rows of one section of the matrix: what each column says of one thing, and what that is against the columns before it.
import { alignLevels, type AlignedRow } from './alignment.ts';
import { type Rise, riseBetween } from './raise.ts';
import { comparisonOf, isChanged, type Run } from './redline-runs.ts';
import { sections } from './sections.ts';
import { inOneLine, type Written } from './redline-written.ts';

/** first: in the first column. absent: here and in the column before. Every other is against the column before. */
export type CellMark = 'first' | 'same' | 'changed' | 'raised' | 'added' | 'dropped' | 'absent';

export interface MatrixCell {
  readonly mark: CellMark;
  /** null where the column says nothing of it. */
  readonly passage: Written | null;
  /** The nearest column before that says something of it, against which the words are marked. */
  readonly against: number | null;
  /** The words, of a term with what it defines; marked where they stand against another column. */
  readonly runs: readonly Run[];
  /** The words that show the rise of what is raised. */
  readonly rise: Rise | null;
}

export interface MatrixRow {
  /** 'duties-3', whatever the order of the columns. */
  readonly id: string;
  readonly cells: readonly MatrixCell[];
  /** Every column says it, in the same words. */
  readonly isSame: boolean;
}

export interface MatrixRows {
  readonly rows: readonly MatrixRow[];
  /** Some of it was too much to look through, or to compare word by word. */
  readonly isCoarse: boolean;
}

/** Sections whose words can rise. Elsewhere a higher number or a wider word is no more than another one. */
const rising = new Set([
  'summary',
  'duties',
  'supervisionReceived',
  'supervisionExercised',
  'experience',
  'physicalDemands',
  'probation',
]);

/** Sections that are one value: they are one row, however much the values differ. */
const single = new Set<string>(
  sections.filter(({ kind }) => kind === 'level' || kind === 'period').map(({ key }) => key),
);

/** `order` lists the columns as they are aligned, which is not the order in which they are shown. */
export function matrixRows(
  key: string,
  columns: readonly (readonly Written[])[],
  order: readonly number[],
): MatrixRows {
  const levels = order.map((column) => columns[column] ?? []);
  const { rows: aligned, isCoarse } = single.has(key) ? oneRow(levels) : aligning(levels);
  const compared = aligned.map((row, at) => {
    const passages = columns.map((passages, column) => passages[row[order.indexOf(column)] ?? -1] ?? null);
    return rowOf(`${key}-${at + 1}`, passages, rising.has(key));
  });
  return {
    rows: compared.map(({ row }) => row),
    isCoarse: isCoarse || compared.some((each) => each.isCoarse),
  };
}

function oneRow(levels: readonly (readonly Written[])[]): { rows: readonly AlignedRow[]; isCoarse: boolean } {
  const row = levels.map(({ length }) => (length > 0 ? 0 : null));
  return { rows: row.every((index) => index === null) ? [] : [row], isCoarse: false };
}

/** Entries of one term are one row; whatever else is left is aligned by its words. */
function aligning(levels: readonly (readonly Written[])[]): {
  rows: readonly AlignedRow[];
  isCoarse: boolean;
} {
  const shared = sharedTerms(levels);
  const isLeft = ({ term }: Written) => term === null || !shared.has(termKey(term));
  const left = levels.map((passages) =>
    [...passages.keys()].filter((index) => isAt(passages, index, isLeft)),
  );
  const { rows, isCoarse } = alignLevels(
    left.map((indexes, level) => indexes.map((index) => wordsAt(levels[level], index))),
  );
  const rest = rows.map((row) => row.map((at, level) => (at === null ? null : (left[level]?.[at] ?? null))));
  const terms = [...shared].map((term) => levels.map((passages) => placeOfTerm(passages, term)));
  return { rows: [...terms, ...rest], isCoarse };
}

/** Terms that more than one level defines, each of them once. */
function sharedTerms(levels: readonly (readonly Written[])[]): Set<string> {
  const counts = new Map<string, number>();
  const twice = new Set<string>();
  for (const passages of levels) {
    const own = passages.flatMap(({ term }) => (term === null ? [] : [termKey(term)]));
    for (const term of own) if (own.indexOf(term) !== own.lastIndexOf(term)) twice.add(term);
    for (const term of new Set(own)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([term, count]) => (count > 1 && !twice.has(term) ? [term] : [])));
}

function termKey(term: string): string {
  return term.trim().toLowerCase();
}

function placeOfTerm(passages: readonly Written[], key: string): number | null {
  const place = passages.findIndex(({ term }) => term !== null && termKey(term) === key);
  return place < 0 ? null : place;
}

function isAt(passages: readonly Written[], index: number, is: (passage: Written) => boolean): boolean {
  const passage = passages[index];
  return passage !== undefined && is(passage);
}

function wordsAt(passages: readonly Written[] | undefined, index: number): string {
  const passage = passages?.[index];
  return passage ? inOneLine(passage) : '';
}

function rowOf(
  id: string,
  passages: readonly (Written | null)[],
  mayRise: boolean,
): { row: MatrixRow; isCoarse: boolean } {
  const cells = passages.map((_, column) => cellOf(passages, column, mayRise));
  const isSame = cells.every(({ cell: { mark, against } }, column) =>
    column === 0 ? mark === 'first' : mark === 'same' && against === column - 1,
  );
  return {
    row: { id, cells: cells.map(({ cell }) => cell), isSame },
    isCoarse: cells.some((each) => each.isCoarse),
  };
}

function cellOf(
  passages: readonly (Written | null)[],
  column: number,
  mayRise: boolean,
): { cell: MatrixCell; isCoarse: boolean } {
  const passage = passages[column] ?? null;
  const isNew = column > 0 && !passages[column - 1];
  if (!passage) {
    const mark = column === 0 || isNew ? ('absent' as const) : ('dropped' as const);
    return { cell: { mark, passage, against: null, runs: [], rise: null }, isCoarse: false };
  }
  const against = passages.findLastIndex((each, index) => index < column && each !== null);
  const before = passages[against];
  if (!before) {
    const runs: Run[] = [{ mark: 'same', text: inOneLine(passage) }];
    const mark = column === 0 ? ('first' as const) : ('added' as const);
    return { cell: { mark, passage, against: null, runs, rise: null }, isCoarse: false };
  }
  const { runs, isCoarse } = comparisonOf(inOneLine(before), inOneLine(passage));
  const rise = mayRise && isChanged(runs) && !isCoarse ? riseBetween(before.text, passage.text) : null;
  const changed = !isChanged(runs) ? ('same' as const) : rise ? ('raised' as const) : ('changed' as const);
  return { cell: { mark: isNew ? 'added' : changed, passage, against, runs, rise }, isCoarse };
}
