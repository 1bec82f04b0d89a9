// Keeps one press in service: starts it when first needed, retires it after so many jobs, after a failure, or
// when it has grown too large, and buries every one of them in the end.

import { refusal } from '../errors.ts';
import { groupMemoryMb } from './group-memory.ts';
import { startPress, type Press } from './press.ts';
import type { PrinterSettings } from './printer.ts';

const startTimeoutMs = 30_000;
const jobsBetweenWeighings = 10;

export class Supervisor {
  readonly #settings: PrinterSettings;
  readonly #alive = new Set<Press>();
  readonly #jobs = new WeakMap<Press, number>();
  #current: Promise<Press> | null = null;
  #inService: Press | null = null;
  #starting: AbortController | null = null;
  #closed = false;
  /** How many browsers were started so far. */
  starts = 0;
  /** Whether the last start failed. */
  unable = false;

  constructor(settings: PrinterSettings) {
    this.#settings = settings;
  }

  get inService(): Press | null {
    return this.#inService;
  }

  /** The press in service, started if there is none; throws printer-unavailable when none can be started. */
  async press(): Promise<Press> {
    if (this.#closed) throw refusal('printer-unavailable');
    const current = (this.#current ??= this.#start());
    try {
      return await current;
    } catch (cause) {
      if (this.#current === current) this.#current = null;
      throw refusal('printer-unavailable', { cause });
    }
  }

  /** Told after every job that ended well: retires the press when its time has come. */
  async countJob(press: Press): Promise<void> {
    const done = (this.#jobs.get(press) ?? 0) + 1;
    this.#jobs.set(press, done);
    if (done >= this.#settings.restartAfterJobs) return this.retire(press, `${done} jobs done`);
    if (done % jobsBetweenWeighings !== 1) return;
    const size = await groupMemoryMb(press.pid);
    if (size !== null && size > this.#settings.memoryLimitMb) this.retire(press, `grown to ${size} MB`);
  }

  retire(press: Press, reason: string): void {
    if (this.#inService === press) {
      this.#settings.log.info({ pid: press.pid, reason }, 'The printing browser is replaced');
    }
    this.#dismiss(press);
    press.retire();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#starting?.abort(new Error('The printer is closing'));
    await this.#current?.catch(() => undefined);
    await Promise.all([...this.#alive].map((press) => press.stop()));
  }

  async #start(): Promise<Press> {
    this.#starting = new AbortController();
    const late = new Error(`The browser did not start within ${startTimeoutMs} ms`);
    const timer = setTimeout(() => this.#starting?.abort(late), startTimeoutMs);
    try {
      const press = await this.#launch(this.#starting.signal);
      this.unable = false;
      return this.#enlist(press);
    } catch (error) {
      this.unable = true;
      this.#settings.log.error({ err: error }, 'The printing browser did not start');
      throw error;
    } finally {
      clearTimeout(timer);
      this.#starting = null;
    }
  }

  async #launch(signal: AbortSignal): Promise<Press> {
    const { executablePath } = this.#settings;
    if (executablePath === null) throw new Error('No Chromium or Chrome was found on this machine');
    const asRoot = process.getuid?.() === 0;
    return startPress({ executablePath, asRoot }, signal);
  }

  #enlist(press: Press): Press {
    this.starts += 1;
    this.#inService = press;
    this.#alive.add(press);
    const lost = (): void => {
      this.#dismiss(press);
      void press.stop().then(() => this.#alive.delete(press));
    };
    press.gone.addEventListener('abort', lost);
    if (press.gone.aborted) lost();
    this.#settings.log.info({ pid: press.pid, browser: press.version }, 'The printing browser started');
    return press;
  }

  #dismiss(press: Press): void {
    if (this.#inService !== press) return;
    this.#inService = null;
    this.#current = null;
  }
}
