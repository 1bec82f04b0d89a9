// Reads, finishes and checks PDFs off the server's own thread, in one worker: started when first needed, replaced when it
// dies. Law: bytes that break a rule of structure do not come out.

import { Worker } from 'node:worker_threads';
import type { FinishAnswer, FinishOrder, FinishOutcome } from './finish-worker.ts';
import type { Unfinished } from './finish.ts';
import { Nonconforming } from './nonconforming.ts';
import type { SigningKey } from './signing-key.ts';

interface Pending extends PromiseWithResolvers<FinishOutcome> {
  /** Of the document, for whoever is told that it breaks a rule. */
  readonly title: string;
}

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
    const { title } = work.properties;
    return this.#order(title, (number) => ({ number, kind: 'finish', work })) as Promise<Uint8Array>;
  }

  /** The page of each named place of a document. */
  places(document: Uint8Array): Promise<Map<string, number>> {
    const ordered = this.#order('', (number) => ({ number, kind: 'places', work: document }));
    return ordered as Promise<Map<string, number>>;
  }

  /** Ends the worker and fails what it was doing. The next piece of work starts another. */
  async stop(): Promise<void> {
    const crew = this.#crew;
    this.#crew = null;
    await crew?.worker.terminate();
  }

  #order(title: string, order: (number: number) => FinishOrder): Promise<FinishOutcome> {
    const { worker, pending } = (this.#crew ??= this.#start());
    const promised = Promise.withResolvers<FinishOutcome>();
    const number = (this.#number += 1);
    pending.set(number, { ...promised, title });
    worker.postMessage(order(number));
    return promised.promise;
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
  if ('outcome' in answer) promised?.resolve(answer.outcome);
  else if ('error' in answer) promised?.reject(answer.error);
  else promised?.reject(new Nonconforming(promised.title, answer.breaches));
}
