// How long a task takes, in milliseconds and as a multiple of a yardstick that the same process measures: milliseconds
// belong to a machine, the multiple travels.
import { execFileSync } from 'node:child_process';
import { type InputOf, type TaskName, tasks } from './tasks.ts';

export interface Time {
  readonly ms: number;
  /** How many times as long as the yardstick. */
  readonly ratio: number;
  readonly isCoarse: boolean;
  /** The shortest of the runs whose middle this is. */
  readonly fastest: number;
}

const coldRuns = 7;
const warmRuns = 15;
const yardstickRuns = 9;
const yardstick = measureYardstick();

/** The middle of several processes that have imported the task, read their input and never run it. */
export function coldTime<Name extends TaskName>(name: Name, input: InputOf<Name>): Time {
  const script = new URL('cold-run.ts', import.meta.url).pathname;
  const text = JSON.stringify(input);
  const times = Array.from({ length: coldRuns }, () => {
    const told = execFileSync(process.execPath, [script, name], { input: text, encoding: 'utf8' });
    return JSON.parse(told) as Time;
  });
  return middleOf(times);
}

/** The middle of many runs in this process, after as many that are not counted. */
export function warmTime<Name extends TaskName>(name: Name, input: InputOf<Name>): Time {
  const rounds = () => Array.from({ length: warmRuns }, () => timeOf(name, input));
  rounds();
  return middleOf(rounds());
}

export function timeOf<Name extends TaskName>(name: Name, input: InputOf<Name>): Time {
  const run = tasks[name] as (input: InputOf<Name>) => boolean;
  const start = performance.now();
  const isCoarse = run(input);
  const ms = performance.now() - start;
  return { ms, ratio: ms / yardstick, isCoarse, fastest: ms };
}

function middleOf(times: readonly Time[]): Time {
  const sorted = times.toSorted((one, other) => one.ms - other.ms);
  const middle = sorted[Math.floor(sorted.length / 2)] as Time;
  return { ...middle, fastest: sorted[0]?.ms ?? middle.ms };
}

/** Sorting a hundred thousand numbers, the same ones everywhere. */
function measureYardstick(): number {
  const numbers = Array.from({ length: 100_000 }, (_, index) => (index * 2_654_435_761) % 1_000_003);
  const times = Array.from({ length: yardstickRuns }, () => {
    const start = performance.now();
    numbers.toSorted((one, other) => one - other);
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(yardstickRuns / 2)] ?? 1;
}
