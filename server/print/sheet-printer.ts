// Prints the parts of a book: sheets fresh from Chromium, unfinished, for a program that makes one document of many. It has
// a browser of its own, so that nobody who waits for a document waits for a book.
import { groupMemoryMb } from './group-memory.ts';
import { documentSheet, furnitureSheet } from './options.ts';
import { pageCount } from './page-count.ts';
import type { Press } from './press.ts';
import { printerDefaults, type PrinterLog } from './printer.ts';
import { Supervisor } from './supervisor.ts';
import { layOut } from './tab.ts';
import { until } from './until.ts';

export interface Sheets {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface SheetPrinter {
  document(html: string): Promise<Sheets>;
  /** Drawn over the pages of a document later. */
  furniture(html: string): Promise<Sheets>;
  /** "Chrome/156.0.8078.79" */
  browser(): Promise<string>;
  /** The most that all processes of the browser took together, in megabytes; null where it cannot be told. */
  peakMb(): number | null;
  close(): Promise<void>;
}

const timeoutMs = 300_000;
const weighEveryMs = 500;

export function makeSheetPrinter(executablePath: string | null, log: PrinterLog): SheetPrinter {
  const settings = { ...printerDefaults, executablePath, jobTimeoutMs: timeoutMs, log };
  const supervisor = new Supervisor(settings);
  let peak: number | null = null;
  const weigh = async (press: Press) => {
    const size = await groupMemoryMb(press.pid);
    if (size !== null) peak = Math.max(peak ?? 0, size);
  };
  const print = async (html: string, options: typeof documentSheet): Promise<Sheets> => {
    const press = await supervisor.press();
    const weighing = setInterval(() => void weigh(press), weighEveryMs);
    try {
      const late = AbortSignal.timeout(timeoutMs);
      const bytes = await until(
        press.withTab(late, (tab) => layOut(tab, html, options)),
        late,
      );
      await weigh(press);
      await supervisor.countJob(press);
      return { bytes, pages: pageCount(bytes) };
    } catch (error) {
      supervisor.retire(press, String(error));
      throw error;
    } finally {
      clearInterval(weighing);
    }
  };
  const twice = (html: string, options: typeof documentSheet) =>
    print(html, options).catch(() => print(html, options));
  return {
    document: (html) => twice(html, documentSheet),
    furniture: (html) => twice(html, furnitureSheet),
    browser: async () => (await supervisor.press()).version,
    peakMb: () => peak,
    close: () => supervisor.close(),
  };
}
