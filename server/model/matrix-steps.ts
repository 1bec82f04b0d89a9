// What each column of the matrix adds over the one before it, counted; every count is made of rows that can be looked at.
import type { LadderFact, LadderKey } from './ladder.ts';
import type { CellMark } from './matrix-rows.ts';
import type { MatrixSection } from './matrix.ts';

/** The ids of rows, by what the step does with them. */
export interface StepRows {
  readonly added: readonly string[];
  readonly raised: readonly string[];
  readonly changed: readonly string[];
  readonly dropped: readonly string[];
}

export interface MatrixStep {
  readonly from: number;
  readonly to: number;
  /** The facts that are not the same. */
  readonly facts: readonly LadderKey[];
  /** The sections that are not the same. */
  readonly sections: readonly (StepRows & { readonly key: string; readonly heading: string })[];
}

export function stepsOf(
  columns: number,
  facts: readonly LadderFact[],
  sections: readonly MatrixSection[],
): MatrixStep[] {
  return Array.from({ length: Math.max(0, columns - 1) }, (_, from) => {
    const to = from + 1;
    const changed = facts.filter(({ cells }) => cells[to]?.step !== 'same');
    return {
      from,
      to,
      facts: changed.map(({ key }) => key),
      sections: sections.flatMap((section) => sectionStep(section, to)),
    };
  });
}

function sectionStep({ key, heading, rows }: MatrixSection, to: number) {
  const having = (mark: CellMark) => rows.filter(({ cells }) => cells[to]?.mark === mark).map(({ id }) => id);
  const [added, raised, changed, dropped] = [
    having('added'),
    having('raised'),
    having('changed'),
    having('dropped'),
  ];
  const isSame = added.length + raised.length + changed.length + dropped.length === 0;
  return isSame ? [] : [{ key, heading, added, raised, changed, dropped }];
}
