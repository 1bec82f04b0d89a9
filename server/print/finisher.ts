// Finishes documents and checks them off the server's own thread, in one worker: started when first needed, replaced when
// it dies. Law: bytes that break a rule of structure do not come out.

import { Worker } from 'node:worker_threads';
import type { FinishAnswer, FinishOrder } from './finish-worker.ts';
import type { Unfinished } from './finish.ts';
import { Nonconforming } from './nonconforming.ts';

interface Pending extends PromiseWithResolvers<Uint8Array> {
  readonly title: string;
}
import type { SigningKey } from './signing-key.ts';

interface Crew {
  readonly worker: Worker;
  readonly pending: Map<number, Pending>;
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
    pending.set(number, { ...promised, title: work.properties.title });
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
  else if ('error' in answer) promised?.reject(answer.error);
  else promised?.reject(new Nonconforming(promised.title, answer.breaches));
}
