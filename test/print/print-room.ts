// What the tests of the printer share: a real browser, a document of three pages, and the means to look inside a
// PDF and inside the process table.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fontFaces } from '../../server/print/fonts.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import {
  makePrinter,
  printerDefaults,
  type Printer,
  type PrinterSettings,
  type PrintJob,
} from '../../server/print/printer.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function printerWith(settings: Partial<PrinterSettings> = {}): Printer {
  const executablePath = findBrowser(process.env);
  return makePrinter({ ...printerDefaults, executablePath, log: silent, ...settings });
}

const style = `${fontFaces()} @page { size: letter; margin: 1in;
    @bottom-left { font-family: "Public Sans"; content: "CI2788 page " counter(page) " of " counter(pages) } }
  body { font-family: "Public Sans" } h1, h2 { font-family: Merriweather } section { break-after: page }
  section:last-child { break-after: auto }`;

export function whole(body: string, css = style): string {
  return `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>A title nobody sees</title>
    <style>${css}</style></head><body>${body}</body></html>`;
}

const threePages = `<h1>IT Manager (CI2788)</h1>
  <section><h2 id="duties">Essential Duties</h2><p><strong>Plans</strong> and <em>directs</em> the work.</p>
    <p><a href="https://example.org/plan">The plan</a></p></section>
  <section><h2>Competencies</h2><ul><li>Judgment</li><li>Courage</li></ul></section>
  <section><h2>Education Requirement</h2><p>A degree. See <a href="#duties">the duties</a>.</p></section>`;

export const job: PrintJob = {
  html: whole(threePages),
  properties: {
    title: 'IT Manager (CI2788) – Class Specification',
    author: 'Office of Human Resources',
    subject: 'Revision 4, effective 1 July 2024',
    language: 'en-US',
    createdAt: new Date('2024-07-01T12:00:00Z'),
    id: '0123456789abcdef'.repeat(4),
    keywords: ['CI2788', 'class specification'],
  },
};

/** The job, with something done in the middle of it: when it is printed once, and the second time not yet. */
export function interrupted(deed: () => void): PrintJob {
  return { ...job, numbered: () => (deed(), job.html) };
}

export interface RunningProcess {
  pid: number;
  command: string;
}

/** The living processes of a group: a zombie is dead, and its burial is the business of process 1. */
export function processesOf(group: number): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid, group));
}

function readProcess(pid: string, group: number): RunningProcess[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    if (!new RegExp(`^NSpgid:\\s+${group}$`, 'm').test(status) || /^State:\s+[ZX]/m.test(status)) return [];
    return [{ pid: Number(pid), command: readFileSync(`/proc/${pid}/cmdline`, 'latin1') }];
  } catch {
    return [];
  }
}

/** Resolves when no process of the group is alive; a test that waits in vain is ended by its own time limit. */
export async function groupEnds(group: number): Promise<void> {
  while (processesOf(group).length > 0) await nextTurn();
}

export function renderersOf(group: number): RunningProcess[] {
  return processesOf(group).filter(({ command }) => command.includes('--type=renderer'));
}

export function profileOf(group: number): string {
  const browser = processesOf(group).find(({ pid }) => pid === group);
  return /--user-data-dir=([^\0]+)/.exec(browser?.command ?? '')?.[1] ?? 'no profile';
}

export const hasProc = existsSync('/proc/self/status');

export function pidOf(printer: Printer): number {
  const { pid } = printer.health();
  if (pid === null) throw new Error('No browser is running');
  return pid;
}

/** What a promise was rejected with; an error if it was not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (reason) {
    return reason;
  }
  throw new Error('It was expected to fail');
}
