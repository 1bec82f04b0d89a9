// Comparing: whether the alignment finds the same duties, and how long comparisons take, at common sizes and hostile ones.
import { halves, type JudgedSeries, readJudgedSeries } from '../../test/model/judged-duties.ts';
import { type Score, scoreAlignment, type Way } from './alignment-score.ts';
import { hostileInputs, eightLevels, sixPages } from './compare-inputs.ts';
import type { Group, Reading } from './reading.ts';
import { coldTime, type Time, timeOf, warmTime } from './timing.ts';

export const compare: Group = {
  title: 'Comparing levels and texts',
  measure: ({ isHeldTold }) => {
    const scores = measureScores(readJudgedSeries());
    const told = scores.filter(({ half }) => half === (isHeldTold ? 'all' : 'open'));
    return {
      readings: [...scores.flatMap(scoreReadings), ...commonSizes(), ...hostileSizes()],
      details: told.flatMap(({ way, half, score }) => ['', `${way}, ${half}`, ...score.errors]),
    };
  },
};

interface Scored {
  readonly way: Way;
  readonly half: string;
  readonly score: Score;
}

function measureScores(judged: readonly JudgedSeries[]): Scored[] {
  const ways: Way[] = ['two levels alone', 'the whole series'];
  return ways.flatMap((way) =>
    [...halves, 'all'].map((half) => {
      const series = judged.filter((each) => half === 'all' || each.half === half);
      return { way, half, score: scoreAlignment(series, way) };
    }),
  );
}

function scoreReadings({ way, half, score }: Scored): Reading[] {
  const { precision, recall, judged, aligned, right } = score;
  const reading = { unit: '%', ratio: null } as const;
  const name = (what: string) => `${what}, ${way}, ${half}`;
  return [
    {
      ...reading,
      name: name('precision'),
      value: 100 * precision,
      aim: '≥ 95',
      note: `${right} of ${aligned} pairs`,
    },
    {
      ...reading,
      name: name('recall'),
      value: 100 * recall,
      aim: '≥ 90',
      note: `${right} of ${judged} pairs`,
    },
  ];
}

function commonSizes(): Reading[] {
  return [
    timeReading('matrix of 8 classes, first time', coldTime('matrix', eightLevels()), '≤ 50'),
    timeReading('redline of six pages, first time', coldTime('redline', sixPages()), '≤ 20'),
    timeReading('matrix of 8 classes, again', warmTime('matrix', eightLevels()), null),
    timeReading('redline of six pages, again', warmTime('redline', sixPages()), null),
  ];
}

function hostileSizes(): Reading[] {
  const { align, matrix, redline } = hostileInputs();
  return [
    timeReading('alignment of 10,000 duties', timeOf('align', align.duties), null),
    timeReading('alignment of sentences of 1 MB', timeOf('align', align.sentences), null),
    timeReading('matrix of 10,000 duties', timeOf('matrix', matrix.duties), null),
    timeReading('matrix of sentences of 1 MB', timeOf('matrix', matrix.sentences), null),
    timeReading('redline of 10,000 duties', timeOf('redline', redline.duties), null),
    timeReading('redline of sentences of 1 MB', timeOf('redline', redline.sentences), null),
  ];
}

function timeReading(name: string, { ms, ratio, isCoarse, fastest }: Time, aim: string | null): Reading {
  const notes = [
    ...(fastest < ms ? [`fastest ${fastest.toFixed(1)}`] : []),
    ...(isCoarse ? ['says that it is coarse'] : []),
  ];
  return { name, value: ms, unit: 'ms', ratio, aim, note: notes.join(', ') || null };
}
