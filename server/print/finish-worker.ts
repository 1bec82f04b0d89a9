// The worker thread in which finish runs: a numbered piece of work in, its bytes or its error out.

import { parentPort, workerData } from 'node:worker_threads';
import { finish, type Unfinished } from './finish.ts';
import type { SigningKey } from './signing-key.ts';

export interface FinishOrder {
  number: number;
  work: Unfinished;
}

export type FinishAnswer = { number: number; bytes: Uint8Array } | { number: number; error: Error };

const key = workerData as SigningKey | null;

parentPort?.on('message', (order: FinishOrder) => void answer(order));

async function answer({ number, work }: FinishOrder): Promise<void> {
  try {
    const bytes = await finish(work, key);
    parentPort?.postMessage({ number, bytes } satisfies FinishAnswer, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ number, error: cause } satisfies FinishAnswer);
  }
}
