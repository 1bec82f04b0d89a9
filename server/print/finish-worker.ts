// The worker thread in which a document is finished and then read again: a numbered piece of work in, its bytes out, or the
// rules that it breaks, or its error.

import { parentPort, workerData } from 'node:worker_threads';
import { finish, type Unfinished } from './finish.ts';
import { readPdf } from './read-pdf.ts';
import { type Breach, breachesOf } from './structure.ts';
import type { SigningKey } from './signing-key.ts';

export interface FinishOrder {
  number: number;
  work: Unfinished;
}

/** An error loses its class between threads; breaches are plain and keep what they say. */
export type FinishAnswer = { number: number } & (
  { bytes: Uint8Array } | { breaches: readonly Breach[] } | { error: Error }
);

const key = workerData as SigningKey | null;

parentPort?.on('message', (order: FinishOrder) => void answer(order));

async function answer({ number, work }: FinishOrder): Promise<void> {
  try {
    const bytes = await finish(work, key);
    const breaches = breachesOf(await readPdf(bytes));
    if (breaches.length > 0) return parentPort?.postMessage({ number, breaches } satisfies FinishAnswer);
    parentPort?.postMessage({ number, bytes } satisfies FinishAnswer, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ number, error: cause } satisfies FinishAnswer);
  }
}
