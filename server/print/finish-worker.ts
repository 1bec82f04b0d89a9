// The worker thread in which PDFs are read and written again: a numbered piece of work in, its outcome or its error out.

import { parentPort } from 'node:worker_threads';
import { finish, type Unfinished } from './finish.ts';
import { placesOf } from './places.ts';

export type FinishOrder =
  { number: number; kind: 'finish'; work: Unfinished } | { number: number; kind: 'places'; work: Uint8Array };

export type FinishOutcome = Uint8Array | Map<string, number>;

export type FinishAnswer = { number: number; outcome: FinishOutcome } | { number: number; error: Error };

parentPort?.on('message', (order: FinishOrder) => void answer(order));

async function answer(order: FinishOrder): Promise<void> {
  const { number } = order;
  try {
    const outcome = await (order.kind === 'finish' ? finish(order.work) : placesOf(order.work));
    const moved = outcome instanceof Map ? [] : [outcome.buffer as ArrayBuffer];
    parentPort?.postMessage({ number, outcome } satisfies FinishAnswer, moved);
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ number, error: cause } satisfies FinishAnswer);
  }
}
