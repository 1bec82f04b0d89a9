// The yardstick of the alignment: pairs of duties of the sample plan, judged by reading. docs/bench.md says what the
// verdicts mean. Whoever tunes the alignment looks at the open half only.
import { readdirSync, readFileSync } from 'node:fs';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { blocksOfSection } from '../../server/model/specification.ts';
import type { Specification } from '../../schemas/types.ts';

export const halves = ['open', 'held'] as const;
export const verdicts = ['same', 'raised', 'different', 'unrelated'] as const;

/** A class by its code and the number of the revision that was read. */
export interface JudgedText {
  readonly code: string;
  readonly revision: number;
}

/** Two duties by the ids of their blocks. */
export interface JudgedPair {
  readonly lower: string;
  readonly upper: string;
  readonly verdict: (typeof verdicts)[number];
}

/** Two levels judged to the end: a pair that is not listed is not the same duty. */
export interface JudgedLevels {
  readonly lower: JudgedText;
  readonly upper: JudgedText;
  readonly pairs: readonly JudgedPair[];
}

export interface JudgedSeries {
  readonly series: string;
  readonly half: (typeof halves)[number];
  readonly judgements: readonly JudgedLevels[];
}

export interface Duty {
  readonly id: string;
  readonly text: string;
}

const folder = new URL('judged-duties/', import.meta.url);

export function readJudgedSeries(): JudgedSeries[] {
  const names = readdirSync(folder).sort();
  return names.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as JudgedSeries);
}

export function isTrue({ verdict }: JudgedPair): boolean {
  return verdict === 'same' || verdict === 'raised';
}

/** The texts of the sample plan by code and number of the revision, such as 'CI2788 4'. */
export function readSampleTexts(): Map<string, Specification> {
  const counts = new Map<string, number>();
  const texts = readSamplePlan().classes.map(({ classId, specification }): [string, Specification] => {
    const revision = (counts.get(classId) ?? 0) + 1;
    counts.set(classId, revision);
    return [`${specification.code} ${revision}`, specification];
  });
  return new Map(texts);
}

/** The duties proper: a clause that many classes share is nobody's level. */
export function dutiesOf(texts: ReadonlyMap<string, Specification>, { code, revision }: JudgedText): Duty[] {
  const specification = texts.get(`${code} ${revision}`);
  if (!specification) throw new Error(`The sample plan has no revision ${revision} of ${code}`);
  return blocksOfSection(specification, 'duties').flatMap((block) =>
    block.kind === 'clause' ? [] : [{ id: block.id, text: block.text }],
  );
}
