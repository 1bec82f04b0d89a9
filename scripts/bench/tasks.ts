// What can be timed: each task by its name, from plain data, so that a fresh process can be asked for it.
import type { PlanSettings, Specification } from '../../schemas/types.ts';
import { alignLevels } from '../../server/model/alignment.ts';
import type { LadderColumn } from '../../server/model/ladder.ts';
import { matrixOf } from '../../server/model/matrix.ts';
import { redlineOf } from '../../server/model/redline.ts';

export interface RedlineInput {
  readonly before: Specification;
  readonly after: Specification;
  readonly settings: PlanSettings;
}

export interface MatrixInput {
  readonly columns: readonly LadderColumn[];
  readonly settings: PlanSettings;
}

/** Each tells whether its answer is coarse. */
export const tasks = {
  align: (levels: readonly (readonly string[])[]) => alignLevels(levels).isCoarse,
  matrix: ({ columns, settings }: MatrixInput) => matrixOf(columns, settings).isCoarse,
  redline: ({ before, after, settings }: RedlineInput) => redlineOf(before, after, settings).isCoarse,
};

export type TaskName = keyof typeof tasks;
export type InputOf<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
