// The plan book of a plan, as npm run plan-book prints it: with a browser of its own, in a folder that goes afterwards.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planBook } from '../../server/documents/plan-book.ts';
import { printPlanBook } from '../../server/documents/plan-book-file.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { makeSheetPrinter } from '../../server/print/sheet-printer.ts';
import type { Site } from './kinds.ts';

const quiet = { info() {}, warn() {}, error() {} };

export async function printedPlanBook(
  { store, views }: Pick<Site, 'store' | 'views'>,
  on: string,
): Promise<Uint8Array> {
  const book = await planBook(store, on);
  if (!book) throw new Error('There is no plan to print a book of');
  const folder = await mkdtemp(join(tmpdir(), 'classplan-book-'));
  const sheets = makeSheetPrinter(findBrowser(process.env), quiet);
  try {
    const file = join(folder, 'book.pdf');
    await printPlanBook({ store, views, sheets, folder, progress: () => undefined }, book, file);
    return new Uint8Array(await readFile(file));
  } finally {
    await sheets.close();
    await rm(folder, { recursive: true });
  }
}
