// Runs finish off the server's own thread, in one worker: started when first needed, replaced when it dies.

import { Worker } from 'node:worker_threads';
import type { FinishAnswer, FinishOrder } from './finish-worker.ts';
import type { Unfinished } from './finish.ts';
import type { SigningKey } from './signing-key.ts';

interface Crew {
  readonly worker: Worker;
  readonly pending: Map<number, PromiseWithResolvers<Uint8Array>>;
}

export class Finisher {
  readonly #key: SigningKey | null;
  #crew: Crew | null = null;
  #number = 0;

  constructor(key: SigningKey | null) {
    this.#key = key;
  }

  finish(work: Unfinished): Promise<Uint8Array> {
    const { worker, pending } = (this.#crew ??= this.#start());
    const promised = Promise.withResolvers<Uint8Array>();
    const number = (this.#number += 1);
    pending.set(number, promised);
    worker.postMessage({ number, work } satisfies FinishOrder);
    return promised.promise;
  }

  /** Ends the worker and fails what it was doing. The next piece of work starts another. */
  async stop(): Promise<void> {
    const crew = this.#crew;
    this.#crew = null;
    await crew?.worker.terminate();
  }

  #start(): Crew {
    const worker = new Worker(new URL('./finish-worker.ts', import.meta.url), { workerData: this.#key });
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
  if ('bytes' in answer) promised?.resolve(answer.bytes);
  else promised?.reject(answer.error);
}
