// The worker thread in which PDFs are read and written: a numbered piece of work in; out its outcome, or the rules that a
// finished document breaks, or its error. What is finished is read again before it leaves, and signed after that: a signature
// adds nothing to what is read.

import { parentPort, workerData } from 'node:worker_threads';
import { finish, type Unfinished } from './finish.ts';
import { placesOf } from './places.ts';
import { readPdf } from './read-pdf.ts';
import { signed } from './signature.ts';
import type { SigningKey } from './signing-key.ts';
import { type Breach, breachesOf } from './structure.ts';

export type FinishOrder =
  { number: number; kind: 'finish'; work: Unfinished } | { number: number; kind: 'places'; work: Uint8Array };

export type FinishOutcome = Uint8Array | Map<string, number>;

/** An error loses its class between threads; breaches are plain and keep what they say. */
export type FinishAnswer = { number: number } & (
  { outcome: FinishOutcome } | { breaches: readonly Breach[] } | { error: Error }
);

const key = workerData as SigningKey | null;

parentPort?.on('message', (order: FinishOrder) => void answer(order));

async function answer(order: FinishOrder): Promise<void> {
  const { number } = order;
  try {
    if (order.kind === 'finish') await finishAndRead(number, order.work);
    else say({ number, outcome: await placesOf(order.work) });
  } catch (error) {
    say({ number, error: error instanceof Error ? error : new Error(String(error)) });
  }
}

async function finishAndRead(number: number, work: Unfinished): Promise<void> {
  const finished = await finish(work);
  const breaches = breachesOf(await readPdf(finished));
  if (breaches.length > 0) {
    say({ number, breaches });
    return;
  }
  const bytes = work.isOfficial && key ? await signed(finished, key, work.properties) : finished;
  say({ number, outcome: bytes }, [bytes.buffer as ArrayBuffer]);
}

function say(words: FinishAnswer, moved: ArrayBuffer[] = []): void {
  parentPort?.postMessage(words, moved);
}
