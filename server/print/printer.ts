// The printer: a document in, the bytes of a conforming PDF out, from a supervised Chromium that may reach
// nothing. Law: it throws refusals of the catalogue only, or the reason of the caller's own signal; and, where what was
// printed breaks the rules of structure, the fault that says so.

import { refusal, Refusal } from '../errors.ts';
import { attempt, TimedOut, type Attempted, type AttemptTools } from './attempt.ts';
import { Finisher } from './finisher.ts';
import { Nonconforming } from './nonconforming.ts';
import type { SigningKey } from './signing-key.ts';
import { Supervisor } from './supervisor.ts';
import { Turnstile } from './turnstile.ts';
import type { DocumentProperties } from './xmp.ts';

export interface PrintJob {
  /** A whole document; fonts and images are data: URLs. */
  html: string;
  properties: DocumentProperties;
  /** Signed with the employer's key, where one is set. */
  isOfficial?: boolean;
  /**
   * Of a document that names its own pages: the same document with the page of each place that a link of it leads to, by its
   * id. It must break as `html` does, so the numbers want a place of one width.
   */
  numbered?: (pageOf: ReadonlyMap<string, number>) => string;
  /** Of a long document: how long it may take where that is longer than for others. */
  patienceMs?: number;
}

export interface PrintedDocument {
  bytes: Uint8Array;
  pages: number;
  /** "Chrome/156.0.8078.79": the bytes are reproducible for one build of it. */
  browser: string;
}

export interface PrinterLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface PrinterSettings {
  /** Null: this machine has no browser, and every job is refused. */
  executablePath: string | null;
  tabs: number;
  queueLimit: number;
  jobTimeoutMs: number;
  restartAfterJobs: number;
  memoryLimitMb: number;
  /** Null: nothing is signed. */
  signingKey: SigningKey | null;
  log: PrinterLog;
}

export interface PrinterHealth {
  /** Idle: no browser runs, the next job starts one. Unavailable: the last one could not be started. */
  state: 'idle' | 'ready' | 'unavailable' | 'closed';
  browser: string | null;
  pid: number | null;
  running: number;
  waiting: number;
  printed: number;
  failed: number;
  /** Browsers started after the first. */
  restarts: number;
  /** Requests that documents made and that were aborted. */
  requestsRefused: number;
}

export interface Printer {
  print(job: PrintJob, options?: { signal?: AbortSignal }): Promise<PrintedDocument>;
  health(): PrinterHealth;
  /** Turns new work away, lets running work end for a moment, then ends the browser: three seconds at most. */
  close(): Promise<void>;
}

export const printerDefaults = Object.freeze({
  executablePath: null,
  tabs: 2,
  queueLimit: 50,
  jobTimeoutMs: 20_000,
  restartAfterJobs: 500,
  memoryLimitMb: 1500,
  signingKey: null,
});

const drainMs = 1200;

export function makePrinter(settings: PrinterSettings): Printer {
  return new ChromiumPrinter(settings);
}

class ChromiumPrinter implements Printer {
  readonly #log: PrinterLog;
  readonly #turnstile: Turnstile;
  readonly #tools: AttemptTools;
  readonly #counts = { printed: 0, failed: 0, requestsRefused: 0 };
  #closed: Promise<void> | null = null;

  constructor(settings: PrinterSettings) {
    this.#log = settings.log;
    this.#turnstile = new Turnstile(settings.tabs, settings.queueLimit);
    this.#tools = {
      supervisor: new Supervisor(settings),
      finisher: new Finisher(settings.signingKey),
      timeoutMs: settings.jobTimeoutMs,
    };
  }

  async print(job: PrintJob, { signal }: { signal?: AbortSignal } = {}): Promise<PrintedDocument> {
    const leave = await this.#turnstile.enter(signal);
    try {
      const { refused, ...printed } = await this.#tryTwice(job, signal);
      this.#counts.printed += 1;
      this.#counts.requestsRefused += refused;
      if (refused > 0) this.#log.warn({ refused, id: job.properties.id }, 'A document asked for the network');
      return printed;
    } catch (cause) {
      signal?.throwIfAborted();
      this.#counts.failed += 1;
      throw isFinal(cause) ? cause : refusal('printer-unavailable', { cause });
    } finally {
      leave();
    }
  }

  health(): PrinterHealth {
    const { inService, starts } = this.#tools.supervisor;
    return {
      state: this.#state(),
      browser: inService?.version ?? null,
      pid: inService?.pid ?? null,
      running: this.#turnstile.inside,
      waiting: this.#turnstile.waiting,
      ...this.#counts,
      restarts: Math.max(0, starts - 1),
    };
  }

  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  /** What happened to the browser may not happen again; a document that took too long will take too long again. */
  async #tryTwice(job: PrintJob, signal?: AbortSignal): Promise<Attempted> {
    try {
      return await attempt(this.#tools, job, signal);
    } catch (error) {
      const final = isFinal(error) || error instanceof TimedOut || this.#closed !== null;
      if (final || signal?.aborted) throw error;
      this.#log.warn({ err: error }, 'A document was not printed and is tried once more');
      return attempt(this.#tools, job, signal);
    }
  }

  #state(): PrinterHealth['state'] {
    if (this.#closed) return 'closed';
    if (this.#tools.supervisor.inService) return 'ready';
    return this.#tools.supervisor.unable ? 'unavailable' : 'idle';
  }

  async #close(): Promise<void> {
    const drained = this.#turnstile.close();
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(patience.resolve, drainMs);
    await Promise.race([drained, patience.promise]);
    clearTimeout(timer);
    await Promise.all([this.#tools.supervisor.close(), this.#tools.finisher.stop()]);
    await drained;
  }
}

/** What says itself what is wrong, and would again. */
function isFinal(error: unknown): boolean {
  return error instanceof Refusal || error instanceof Nonconforming;
}
