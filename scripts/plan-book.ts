// npm run plan-book -- --out FILE [--on DATE]: the whole plan on a date as one PDF, with contents, indexes and bookmarks. One
// that was interrupted goes on with what was printed.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../server/config.ts';
import { planBook } from '../server/documents/plan-book.ts';
import { printPlanBook } from '../server/documents/plan-book-file.ts';
import { calendarDateAt, isCalendarDate } from '../server/model/calendar-date.ts';
import { makeSheetPrinter } from '../server/print/sheet-printer.ts';
import type { Store } from '../server/store/database.ts';
import { openStore } from '../server/store/open.ts';
import { planSettings } from '../server/store/plan.ts';
import { loadViews } from '../server/views.ts';
import { readWords, run, UsageError } from './command-line.ts';
import { tellProgress } from './progress.ts';
import { refuseWhereExists } from './put-in-place.ts';

const usage = 'Usage: npm run plan-book -- --out FILE [--on YYYY-MM-DD]';
const options = { out: { type: 'string' }, on: { type: 'string' } } as const;

await run(async () => {
  const { values, positionals } = readWords({ options }, usage);
  const { out, on = null } = values;
  if (out === undefined || positionals.length > 0) throw new UsageError(usage);
  if (on !== null && !isCalendarDate(on))
    throw new UsageError(`--on is a date such as 2026-07-01, and is "${on}".\n${usage}`);
  const { databaseFile, browserPath } = readConfig(process.env);
  if (!existsSync(databaseFile))
    throw new UsageError(`There is no database ${databaseFile}. Name it in DATABASE_URL.`);
  refuseWhereExists(out);
  const store = await openStore(databaseFile);
  const sheets = makeSheetPrinter(browserPath, pino({ level: 'error' }, process.stderr));
  try {
    const book = await planBook(store, on ?? (await today(store)));
    if (!book || book.classes.length === 0)
      throw new UsageError(`Nothing is in force in ${databaseFile} on that date. There is no book to print.`);
    const folder = `${out}.parts`;
    makeFolder(folder);
    const partial = join(folder, `book.${process.pid}`);
    const tools = { store, views: loadViews(), sheets, folder, progress: tellProgress };
    const pages = await printPlanBook(tools, book, partial);
    refuseWhereExists(out);
    renameSync(partial, out);
    rmSync(folder, { recursive: true });
    console.log(
      `Printed ${book.classes.length} specifications as in force on ${book.on} to ${out}, ${pages} pages. ${memory(sheets.peakMb())}`,
    );
    return 0;
  } finally {
    await sheets.close();
    await store.close();
  }
});

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    throw new UsageError(
      `${folder} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function today(store: Store): Promise<string> {
  const settings = await planSettings(store);
  return calendarDateAt(new Date(), settings?.timeZone ?? 'UTC');
}

function memory(browserMb: number | null): string {
  const own = Math.round(process.resourceUsage().maxRSS / 1024);
  const browser = browserMb === null ? '' : `, all processes of the browser together ${browserMb} MB`;
  return `Peak memory: this program ${own} MB${browser}.`;
}
