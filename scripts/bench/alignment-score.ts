// How well the alignment finds the judged duties: of what it pairs, how much is right; of what is right, how much it
// pairs. It measures and never tunes.
import { alignLevels } from '../../server/model/alignment.ts';
import {
  type Duty,
  dutiesOf,
  isTrue,
  type JudgedLevels,
  type JudgedSeries,
  type JudgedText,
  readSampleTexts,
} from '../../test/model/judged-duties.ts';

/** Two levels without the others, or all levels of the series at once, as the matrix aligns them. */
export type Way = 'two levels alone' | 'the whole series';

export interface Score {
  /** Pairs judged to be the same duty, pairs that were aligned, and those that are both. */
  readonly judged: number;
  readonly aligned: number;
  readonly right: number;
  readonly precision: number;
  readonly recall: number;
  /** A line for each pair that was aligned wrongly, and each that was missed. */
  readonly errors: readonly string[];
}

export function scoreAlignment(series: readonly JudgedSeries[], way: Way): Score {
  const found = series.flatMap((each) => findingsIn(each, way));
  const sum = (count: (each: Found) => number) => found.reduce((total, each) => total + count(each), 0);
  const [judged, aligned] = [sum((each) => each.judged.length), sum((each) => each.aligned.length)];
  const right = sum((each) => each.aligned.length - without(each.aligned, each.judged).length);
  return {
    judged,
    aligned,
    right,
    precision: right / aligned,
    recall: right / judged,
    errors: found.flatMap(errorsOf),
  };
}

/** Pairs of two levels, each as the two ids: 'b5 b6'. */
interface Found {
  readonly levels: JudgedLevels;
  readonly lower: readonly Duty[];
  readonly upper: readonly Duty[];
  readonly judged: readonly string[];
  readonly aligned: readonly string[];
}

const texts = readSampleTexts();

function findingsIn({ judgements }: JudgedSeries, way: Way): Found[] {
  return judgements.map((levels) => {
    const two = [levels.lower, levels.upper];
    const [lower = [], upper = []] = two.map((text) => dutiesOf(texts, text));
    const judged = levels.pairs.filter(isTrue).map((pair) => `${pair.lower} ${pair.upper}`);
    const aligned = alignedIn(way === 'the whole series' ? levelsOf(judgements) : two, levels);
    return { levels, lower, upper, judged, aligned };
  });
}

/** Every text of the series, from the lowest level up. */
function levelsOf(judgements: readonly JudgedLevels[]): JudgedText[] {
  const byCode = new Map(
    judgements.flatMap(({ lower, upper }) => [lower, upper]).map((text) => [text.code, text]),
  );
  const levelOf = ({ code, revision }: JudgedText) => texts.get(`${code} ${revision}`)?.series?.level ?? 0;
  return [...byCode.values()].sort((one, other) => levelOf(one) - levelOf(other));
}

function alignedIn(together: readonly JudgedText[], { lower, upper }: JudgedLevels): string[] {
  const duties = together.map((text) => dutiesOf(texts, text));
  const { rows } = alignLevels(duties.map((level) => level.map(({ text }) => text)));
  const columnOf = ({ code }: JudgedText) => together.findIndex((text) => text.code === code);
  const idIn = (row: readonly (number | null)[], column: number) => duties[column]?.[row[column] ?? -1]?.id;
  return rows.flatMap((row) => {
    const [one, other] = [idIn(row, columnOf(lower)), idIn(row, columnOf(upper))];
    return one === undefined || other === undefined ? [] : [`${one} ${other}`];
  });
}

function without(pairs: readonly string[], others: readonly string[]): string[] {
  return pairs.filter((pair) => !others.includes(pair));
}

function errorsOf({ levels, lower, upper, judged, aligned }: Found): string[] {
  const inWords = (pair: string) => {
    const [one, other] = pair.split(' ');
    const textIn = (duties: readonly Duty[], id?: string) => duties.find((duty) => duty.id === id)?.text;
    return `${levels.lower.code} ${one} “${textIn(lower, one)}”\n    ${levels.upper.code} ${other} “${textIn(upper, other)}”`;
  };
  return [
    ...without(aligned, judged).map((pair) => `wrong  ${inWords(pair)}`),
    ...without(judged, aligned).map((pair) => `missed ${inWords(pair)}`),
  ];
}
