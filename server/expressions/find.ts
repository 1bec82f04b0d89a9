// Runs a person's own expression in a thread of its own, with an end: an expression that would run for ever is stopped,
// and the server goes on answering meanwhile. Two run at once; others wait their turn.
import { Worker } from 'node:worker_threads';
import type { Match } from '../model/sweep-matches.ts';
import type { FindAnswer, FindOrder } from './find-worker.ts';

export type Found =
  | { readonly matches: ReadonlyMap<number, readonly Match[]>; readonly groups: number }
  /** Why it could not be run, as a sentence for the person who wrote it. */
  | { readonly problem: string };

/** How long one search of the whole plan may take. */
const timeLimit = 3000;
const atOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** The matches in each text, by its place in the list; texts without any are left out. */
export async function findExpression(
  pattern: string,
  isCaseKept: boolean,
  texts: readonly string[],
  limit = timeLimit,
): Promise<Found> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await search({ pattern, isCaseKept, texts }, limit);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function search(order: FindOrder, limit: number): Promise<Found> {
  const { promise, resolve, reject } = Promise.withResolvers<Found>();
  const worker = new Worker(new URL('./find-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  const timer = setTimeout(() => resolve({ problem: tooLong(limit) }), limit);
  worker.once('message', (answer: FindAnswer) => resolve(foundOf(answer)));
  worker.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ problem: tooMuch }) : reject(error),
  );
  worker.once('exit', () => reject(new Error('The thread of an expression ended without an answer')));
  return promise.finally(async () => {
    clearTimeout(timer);
    await worker.terminate();
  });
}

function foundOf(answer: FindAnswer): Found {
  if ('problem' in answer) return answer;
  return { matches: new Map(answer.matches), groups: answer.groups };
}

function tooLong(limit: number): string {
  return `The expression takes longer than ${limit / 1000} seconds over the whole plan. Write it more plainly: a repetition inside a repetition, such as (a+)+, is what takes time.`;
}

const tooMuch = 'The expression needs too much memory. Write it more plainly.';
