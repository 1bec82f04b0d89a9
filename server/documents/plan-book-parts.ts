// The specifications of a plan book, printed in parts. Each part is kept under the hash of what it was printed from, so that a
// book that was interrupted goes on where it stopped.
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../model/revision-chain.ts';
import { type Heading, headingsIn } from '../print/book-part.ts';
import { inPairs } from '../print/in-pairs.ts';
import { pageCount } from '../print/page-count.ts';
import type { SheetPrinter } from '../print/sheet-printer.ts';
import type { ClassRow } from '../store/classes.ts';
import type { Store } from '../store/database.ts';
import { revisionsOf } from '../store/record.ts';
import type { Views } from '../views.ts';
import { historyTo } from './official.ts';
import type { PlanBook } from './plan-book.ts';
import { classesHtml, type ClassText } from './plan-book-sheets.ts';

export interface BookTools {
  readonly store: Store;
  readonly views: Views;
  readonly sheets: SheetPrinter;
  /** Where printed parts are kept until the book is whole. */
  readonly folder: string;
  readonly progress: (what: string, done: number, total: number) => void;
  /** How many specifications one part holds. */
  readonly partLength?: number;
}

/** More at once cost the browser memory, fewer cost time. */
const usualLength = 25;

export interface Part {
  readonly rows: readonly ClassRow[];
  readonly file: string;
  readonly pages: number;
  /** One for each class. */
  readonly headings: readonly Heading[];
}

export async function printParts(tools: BookTools, { classes, ...book }: PlanBook): Promise<Part[]> {
  const { partLength = usualLength } = tools;
  const numbers = [...Array(Math.ceil(classes.length / partLength)).keys()];
  const parts: Part[] = [];
  let done = 0;
  await inPairs(numbers, async (number) => {
    const rows = classes.slice(number * partLength, (number + 1) * partLength);
    parts[number] = await printPart(tools, { classes, ...book }, rows);
    tools.progress('specifications printed', (done += rows.length), classes.length);
  });
  return parts;
}

async function printPart(tools: BookTools, book: PlanBook, rows: readonly ClassRow[]): Promise<Part> {
  const html = classesHtml(tools.views, book, await textsOf(tools.store, rows));
  const name = sha256(`${await tools.sheets.browser()}\n${html}`);
  const file = join(tools.folder, `${name}.pdf`);
  if (!existsSync(file)) await keep(file, (await tools.sheets.document(html)).bytes);
  const bytes = await readFile(file);
  const headings = await headingsIn(bytes);
  if (headings.length !== rows.length)
    throw new Error(`A part of ${rows.length} specifications has ${headings.length} headings`);
  return { rows, file, pages: pageCount(bytes), headings };
}

async function textsOf(store: Store, rows: readonly ClassRow[]): Promise<ClassText[]> {
  const texts: ClassText[] = [];
  for (const { classId, number } of rows) {
    const revisions = await revisionsOf(store, 'class', classId);
    const revision = revisions.find((each) => each.number === number);
    if (!revision) throw new Error(`The record has no revision ${number} of class ${classId}`);
    texts.push({ revision, history: historyTo(revision, revisions) });
  }
  return texts;
}

/** Whole or not at all: what is there is never printed again. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, bytes, { mode: 0o600 });
  await rename(partial, file);
}

/** 'Accountant (CF1411) to Clerk (CA1090)' */
export function nameOf({ rows }: Pick<Part, 'rows'>): string {
  const names = [rows[0], rows.at(-1)].map((row) => (row ? `${row.title} (${row.code})` : ''));
  return [...new Set(names)].join(' to ');
}

/** The page of each class, from 0, among the pages of all parts. */
export function pagesInParts(parts: readonly Part[]): number[] {
  let before = 0;
  return parts.flatMap(({ headings, pages }) => {
    const own = headings.map(({ page }) => before + page);
    before += pages;
    return own;
  });
}

/** The class that each page belongs to. */
export function headsOf({ rows, headings, pages }: Part): string[] {
  return Array.from({ length: pages }, (_, page) => {
    const row = rows[headings.findLastIndex((heading) => heading.page <= page)];
    return row ? `${row.title} · ${row.code}` : '';
  });
}
