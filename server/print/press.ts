// One browser process from its start to its burial, with the tabs it lends out. It lives in a process group of
// its own; that group, and nothing else, is what gets killed. Its temporary profile goes with it.

import type { Browser } from 'puppeteer';
import { launchOptions, type LaunchSettings } from './options.ts';
import { openTab, type Tab } from './tab.ts';
import { follow, until } from './until.ts';

const politeMs = 800;

/** The signal ends a start that takes too long; once the press runs it must not be aborted any more. */
export async function startPress(settings: LaunchSettings, signal: AbortSignal): Promise<Press> {
  // Read when it is needed first: a server that starts prints nothing yet.
  const { default: puppeteer } = await import('puppeteer');
  const browser = await until(puppeteer.launch({ ...launchOptions(settings), signal }), signal);
  return new Press(browser, await until(browser.version(), signal));
}

export class Press {
  readonly version: string;
  readonly pid: number;
  readonly #browser: Browser;
  readonly #gone = new AbortController();
  readonly #idle: Tab[] = [];
  #lent = 0;
  #retired = false;
  #stopped: Promise<void> | null = null;

  constructor(browser: Browser, version: string) {
    this.#browser = browser;
    this.version = version;
    this.pid = browser.process()?.pid ?? 0;
    browser.once('disconnected', () => {
      this.#gone.abort(new Error('The browser is gone'));
      void this.stop();
    });
  }

  /** Aborted when the browser is gone, whatever the cause. */
  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Lends a tab until the work is done, the signal aborts, the renderer dies or the browser is gone. */
  async withTab<T>(signal: AbortSignal, use: (tab: Tab) => Promise<T>): Promise<T> {
    this.#lent += 1;
    const ender = new AbortController();
    follow(ender, signal);
    follow(ender, this.gone);
    try {
      const tab = this.#idle.pop() ?? (await this.#open(ender.signal));
      return await this.#lend(tab, ender, use);
    } finally {
      ender.abort();
      this.#lent -= 1;
      if (this.#retired) this.retire();
    }
  }

  /** Stops as soon as no tab is lent. */
  retire(): void {
    this.#retired = true;
    if (this.#lent === 0) void this.stop();
  }

  stop(): Promise<void> {
    return (this.#stopped ??= bury(this.#browser, this.pid));
  }

  async #open(signal: AbortSignal): Promise<Tab> {
    const opening = openTab(this.#browser);
    try {
      return await until(opening, signal);
    } catch (error) {
      void opening.then(closeTab, () => undefined);
      throw error;
    }
  }

  /** A tab that failed, was left in mid-work or saw a document ask for something is not used again. */
  async #lend<T>(tab: Tab, ender: AbortController, use: (tab: Tab) => Promise<T>): Promise<T> {
    const crash = (error: Error): void => ender.abort(error);
    tab.page.once('error', crash);
    let done = false;
    try {
      const result = await until(use(tab), ender.signal);
      done = true;
      return result;
    } finally {
      tab.page.off('error', crash);
      if (done && tab.refused === 0) this.#idle.push(tab);
      else void closeTab(tab);
    }
  }
}

async function closeTab(tab: Tab): Promise<void> {
  await tab.page.close().catch(() => undefined);
}

/** Asks first, so that the browser can reap its own children, then kills what is left of the group. */
async function bury(browser: Browser, pid: number): Promise<void> {
  const timer = setTimeout(() => killGroup(pid), politeMs);
  await browser.close().catch(() => undefined);
  clearTimeout(timer);
  killGroup(pid);
}

function killGroup(pid: number): void {
  try {
    if (pid > 1) process.kill(-pid, 'SIGKILL');
  } catch {
    // No process of the group is left.
  }
}
