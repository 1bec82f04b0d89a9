// Documents that may take longer to print than anybody should wait for an answer: whoever asks waits for a moment and is then
// told that it is being prepared. Law: one at a time, few may wait, and a failure is told once to whoever asks next.
import { Turnstile } from '../print/turnstile.ts';
import type { Printer } from '../print/printer.ts';
import type { LatelyPrinted } from './printed-lately.ts';

interface Limits {
  readonly atOnce: number;
  readonly mayWait: number;
  readonly patienceMs: number;
}

const standardLimits: Limits = { atOnce: 1, mayWait: 5, patienceMs: 4000 };

const desks = new WeakMap<Printer, Preparation>();

/** The place where the long documents of a printer are prepared. */
export function preparationOf(printer: Printer): Preparation {
  const desk = desks.get(printer) ?? new Preparation(standardLimits);
  desks.set(printer, desk);
  return desk;
}

export class Preparation {
  readonly #turnstile: Turnstile;
  readonly #patienceMs: number;
  readonly #coming = new Map<string, Promise<LatelyPrinted>>();
  readonly #failed = new Map<string, unknown>();

  constructor({ atOnce, mayWait, patienceMs }: Limits) {
    this.#turnstile = new Turnstile(atOnce, mayWait);
    this.#patienceMs = patienceMs;
  }

  /** null while it is being prepared. */
  async take(key: string, print: () => Promise<LatelyPrinted>): Promise<LatelyPrinted | null> {
    if (this.#failed.has(key)) {
      const failure = this.#failed.get(key);
      this.#failed.delete(key);
      throw failure;
    }
    const coming = this.#coming.get(key) ?? this.#begin(key, print);
    const patience = Promise.withResolvers<null>();
    const timer = setTimeout(() => patience.resolve(null), this.#patienceMs);
    try {
      return await Promise.race([coming, patience.promise]);
    } catch (error) {
      this.#failed.delete(key);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #begin(key: string, print: () => Promise<LatelyPrinted>): Promise<LatelyPrinted> {
    const coming = this.#inTurn(print);
    this.#coming.set(key, coming);
    coming
      .catch((error: unknown) => this.#remember(key, error))
      .finally(() => this.#coming.delete(key))
      .catch(() => undefined);
    return coming;
  }

  async #inTurn(print: () => Promise<LatelyPrinted>): Promise<LatelyPrinted> {
    const leave = await this.#turnstile.enter();
    try {
      return await print();
    } finally {
      leave();
    }
  }

  /** Few are remembered: whoever asked has perhaps gone away. */
  #remember(key: string, error: unknown): void {
    this.#failed.set(key, error);
    const [oldest] = this.#failed.keys();
    if (this.#failed.size > 20 && oldest !== undefined) this.#failed.delete(oldest);
  }
}
