// The matrix: 2 to 8 specifications side by side. The facts as a ladder, every section aligned passage by passage over all
// columns at once, and for each step from column to column what it adds. The order of the columns only permutes them.
import type { PlanSettings, SectionKey, Specification } from '../../schemas/types.ts';
import { ladderOf, type LadderColumn, type LadderFact } from './ladder.ts';
import { type ColumnSection, columnSection, isHeading, sectionUnder } from './matrix-passages.ts';
import { matrixRows, type MatrixRow } from './matrix-rows.ts';
import { type MatrixStep, stepsOf } from './matrix-steps.ts';

export const fewestColumns = 2;
export const mostColumns = 8;

export interface MatrixSection {
  /** A SectionKey, or 'additional-1' and on. */
  readonly key: string;
  readonly heading: string;
  readonly columns: readonly ColumnSection[];
  readonly rows: readonly MatrixRow[];
  /** Every column says the same in it. */
  readonly isSame: boolean;
  readonly isCoarse: boolean;
}

export interface Matrix {
  readonly facts: readonly LadderFact[];
  /** In the plan's order, then what has a heading of its own, then the closing table; none that no column has. */
  readonly sections: readonly MatrixSection[];
  /** One for each column but the first: what it adds over the one before it. */
  readonly steps: readonly MatrixStep[];
  /** Some of it was too much to look through, or to compare word by word. */
  readonly isCoarse: boolean;
}

export function matrixOf(columns: readonly LadderColumn[], settings: PlanSettings): Matrix {
  const bodies = columns.map(({ body }) => body);
  const order = inOrder(bodies);
  const canonical = (key: SectionKey, label: string) =>
    sectionOf(
      key,
      label,
      bodies.map((body) => columnSection(body, key, settings)),
      order,
    );
  const of = (isDetails: boolean) =>
    settings.sections
      .filter(({ key }) => (key === 'details') === isDetails)
      .flatMap(({ key, label }) => canonical(key, label));
  const additional = headingsOf(bodies, order).flatMap((heading, index) =>
    sectionOf(
      `additional-${index + 1}`,
      heading,
      bodies.map((body) => sectionUnder(body, heading)),
      order,
    ),
  );
  const sections = [...of(false), ...additional, ...of(true)];
  const facts = ladderOf(columns, settings);
  return {
    facts,
    sections,
    steps: stepsOf(columns.length, facts, sections),
    isCoarse: sections.some(({ isCoarse }) => isCoarse),
  };
}

/** The columns from the lowest level up, in which they are aligned however they are shown. */
function inOrder(bodies: readonly Specification[]): number[] {
  return [...bodies.entries()].sort(([, one], [, other]) => byLevel(one, other)).map(([column]) => column);
}

/** Texts of one level, code and title are told apart by all that they say, so that no two orders are possible. */
function byLevel(one: Specification, other: Specification): number {
  return (
    (one.series?.level ?? 0) - (other.series?.level ?? 0) ||
    byLetters(one.code ?? '', other.code ?? '') ||
    byLetters(one.title, other.title) ||
    byLetters(JSON.stringify(one), JSON.stringify(other))
  );
}

function byLetters(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Each heading once, in whatever case it stands first. */
function headingsOf(bodies: readonly Specification[], order: readonly number[]): string[] {
  const headings: string[] = [];
  for (const column of order)
    for (const { heading } of bodies[column]?.additional ?? [])
      if (!headings.some((each) => isHeading(each, heading))) headings.push(heading);
  return headings;
}

function sectionOf(
  key: string,
  heading: string,
  columns: readonly ColumnSection[],
  order: readonly number[],
): MatrixSection[] {
  if (columns.every(({ state }) => state === 'unwritten')) return [];
  const passages = columns.map((column) => column.passages);
  const { rows, isCoarse } = matrixRows(key, passages, order);
  const states = new Set(columns.map(({ state, wording }) => `${state} ${wording}`));
  return [
    {
      key,
      heading,
      columns,
      rows,
      isSame: states.size === 1 && rows.every(({ isSame }) => isSame),
      isCoarse,
    },
  ];
}
