// Reads and finishes PDFs off the server's own thread, in one worker: started when first needed, replaced when it dies.

import { Worker } from 'node:worker_threads';
import type { FinishAnswer, FinishOrder, FinishOutcome } from './finish-worker.ts';
import type { Unfinished } from './finish.ts';

interface Crew {
  readonly worker: Worker;
  readonly pending: Map<number, PromiseWithResolvers<FinishOutcome>>;
}

export class Finisher {
  #crew: Crew | null = null;
  #number = 0;

  finish(work: Unfinished): Promise<Uint8Array> {
    return this.#order((number) => ({ number, kind: 'finish', work })) as Promise<Uint8Array>;
  }

  /** The page of each named place of a document. */
  places(document: Uint8Array): Promise<Map<string, number>> {
    const ordered = this.#order((number) => ({ number, kind: 'places', work: document }));
    return ordered as Promise<Map<string, number>>;
  }

  /** Ends the worker and fails what it was doing. The next piece of work starts another. */
  async stop(): Promise<void> {
    const crew = this.#crew;
    this.#crew = null;
    await crew?.worker.terminate();
  }

  #order(order: (number: number) => FinishOrder): Promise<FinishOutcome> {
    const { worker, pending } = (this.#crew ??= this.#start());
    const promised = Promise.withResolvers<FinishOutcome>();
    const number = (this.#number += 1);
    pending.set(number, promised);
    worker.postMessage(order(number));
    return promised.promise;
  }

  #start(): Crew {
    const worker = new Worker(new URL('./finish-worker.ts', import.meta.url));
    const crew: Crew = { worker, pending: new Map() };
    const died = (cause: unknown): void => {
      if (this.#crew === crew) this.#crew = null;
      for (const promised of crew.pending.values()) {
        promised.reject(new Error('The finishing worker died', { cause }));
      }
      crew.pending.clear();
    };
    worker.on('message', (answer: FinishAnswer) => settle(crew, answer));
    worker.once('error', died).once('exit', died);
    worker.unref();
    return crew;
  }
}

function settle({ pending }: Crew, answer: FinishAnswer): void {
  const promised = pending.get(answer.number);
  pending.delete(answer.number);
  if ('outcome' in answer) promised?.resolve(answer.outcome);
  else promised?.reject(answer.error);
}
