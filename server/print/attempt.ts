// One attempt at a job: a tab prints the document, the finisher makes a conforming PDF of it. Its own
// timer is raced against the renderer's death, the browser's death and the caller's signal.

import type { Finisher } from './finisher.ts';
import { documentSheet } from './options.ts';
import { numberedDocument } from './numbered.ts';
import { pageCount } from './page-count.ts';
import type { Press } from './press.ts';
import type { PrintedDocument, PrintJob } from './printer.ts';
import type { Supervisor } from './supervisor.ts';
import { layOut, type Tab } from './tab.ts';
import { follow, until } from './until.ts';

export interface AttemptTools {
  readonly supervisor: Supervisor;
  readonly finisher: Finisher;
  readonly timeoutMs: number;
}

export class TimedOut extends Error {}

/** A printed document, and how many requests it made, all aborted. */
export interface Attempted extends PrintedDocument {
  refused: number;
}

interface Sheets {
  document: Uint8Array;
  pages: number;
  refused: number;
}

export async function attempt(tools: AttemptTools, job: PrintJob, signal?: AbortSignal): Promise<Attempted> {
  let press = await until(tools.supervisor.press(), signal);
  // Another job may just have been its last one.
  if (press !== tools.supervisor.inService) press = await until(tools.supervisor.press(), signal);
  const ender = new AbortController();
  if (signal) follow(ender, signal);
  const timeoutMs = Math.max(tools.timeoutMs, job.patienceMs ?? 0);
  const late = new TimedOut(`The document was not printed within ${timeoutMs} ms`);
  const timer = setTimeout(() => ender.abort(late), timeoutMs);
  try {
    const { document, ...counts } = await printOn(press, tools, job, ender.signal, signal);
    const { properties, isOfficial = false } = job;
    const work = { document, properties, isOfficial };
    const bytes = await until(tools.finisher.finish(work), ender.signal);
    return { bytes, ...counts, browser: press.version };
  } catch (error) {
    if (error === late) await tools.finisher.stop();
    throw error;
  } finally {
    clearTimeout(timer);
    ender.abort();
  }
}

/** Any failure but the caller's own change of mind costs the press its place. */
async function printOn(
  press: Press,
  { supervisor, finisher }: AttemptTools,
  job: PrintJob,
  ender: AbortSignal,
  signal?: AbortSignal,
): Promise<Sheets> {
  try {
    const sheets = await press.withTab(ender, (tab) => printSheets(tab, job, finisher));
    void supervisor.countJob(press);
    return sheets;
  } catch (error) {
    if (!signal?.aborted) supervisor.retire(press, String(error));
    throw error;
  }
}

async function printSheets(tab: Tab, job: PrintJob, finisher: Finisher): Promise<Sheets> {
  const document = await numberedDocument(
    job,
    (html) => layOut(tab, html, documentSheet),
    (printed) => finisher.places(printed),
  );
  return { document, pages: pageCount(document), refused: tab.refused };
}
