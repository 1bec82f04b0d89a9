// Lets so many in at once and so many wait; one more is refused at once with printer-busy.

import { refusal } from '../errors.ts';

interface Waiting {
  letIn(): void;
  turnAway(reason: unknown): void;
}

const retryAfterSeconds = 5;

export class Turnstile {
  readonly #atOnce: number;
  readonly #mayWait: number;
  readonly #queue: Waiting[] = [];
  readonly #empty = Promise.withResolvers<void>();
  #inside = 0;
  #closed = false;

  constructor(atOnce: number, mayWait: number) {
    this.#atOnce = atOnce;
    this.#mayWait = mayWait;
  }

  get inside(): number {
    return this.#inside;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Resolves with the way out, to be called once; rejects when full, closed, or when the signal aborts. */
  async enter(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#closed) throw refusal('printer-unavailable');
    if (this.#inside < this.#atOnce) return this.#letIn();
    if (this.#queue.length >= this.#mayWait) throw refusal('printer-busy', { retryAfterSeconds });
    return this.#wait(signal);
  }

  /** Turns away everybody who waits or comes later, then resolves when the last one inside has left. */
  close(): Promise<void> {
    this.#closed = true;
    for (const place of this.#queue.splice(0)) place.turnAway(refusal('printer-unavailable'));
    if (this.#inside === 0) this.#empty.resolve();
    return this.#empty.promise;
  }

  #letIn(): () => void {
    this.#inside += 1;
    return () => {
      this.#inside -= 1;
      this.#queue.shift()?.letIn();
      if (this.#closed && this.#inside === 0) this.#empty.resolve();
    };
  }

  #wait(signal?: AbortSignal): Promise<() => void> {
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const giveUp = (): void => {
      this.#queue.splice(this.#queue.indexOf(place), 1);
      reject(signal?.reason as Error);
    };
    const settled = (): void => signal?.removeEventListener('abort', giveUp);
    const place: Waiting = {
      letIn: () => (settled(), resolve(this.#letIn())),
      turnAway: (reason) => (settled(), reject(reason)),
    };
    this.#queue.push(place);
    signal?.addEventListener('abort', giveUp, { once: true });
    return promise;
  }
}
