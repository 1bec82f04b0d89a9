// Prints the plan book into a file. Each part is printed by itself and kept under the hash of what it was printed from, so
// that a book that was interrupted goes on where it stopped; the parts are then joined one by one.
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../model/revision-chain.ts';
import { Book, type Bookmark } from '../print/book.ts';
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
import {
  bookFurniture,
  bookTitle,
  classesHtml,
  type ClassText,
  frontHeadings,
  frontHtml,
  type FrontPart,
  linkedTo,
} from './plan-book-sheets.ts';

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

interface Part {
  readonly rows: readonly ClassRow[];
  readonly file: string;
  readonly pages: number;
  /** One for each class. */
  readonly headings: readonly Heading[];
}

/** How many pages the book has. */
export async function printPlanBook(tools: BookTools, book: PlanBook, file: string): Promise<number> {
  const parts = await printParts(tools, book);
  const front = await printFront(tools, book, parts);
  const total = front.pages + parts.reduce((sum, { pages }) => sum + pages, 0);
  const written = new Book(file);
  try {
    let from = front.pages + 1;
    for (const [index, part] of parts.entries()) {
      const furniture = bookFurniture(tools.views, book, headsOf(part), { from, total });
      await written.add({
        document: await readFile(part.file),
        furniture: (await tools.sheets.furniture(furniture)).bytes,
        placeOf: () => null,
      });
      from += part.pages;
      tools.progress('parts joined', index + 1, parts.length);
    }
    await addFront(tools, book, { written, parts, front, total });
    const order = [parts.length, ...parts.keys()];
    await written.end(order, bookmarksOf(parts, front), propertiesOf(book));
  } catch (error) {
    written.close();
    throw error;
  }
  return total;
}

async function printParts(tools: BookTools, book: PlanBook): Promise<Part[]> {
  const { partLength = usualLength } = tools;
  const starts = Array.from({ length: Math.ceil(book.classes.length / partLength) }, (_, index) => index);
  const parts: Part[] = [];
  let done = 0;
  await inPairs(starts, async (index) => {
    const rows = book.classes.slice(index * partLength, (index + 1) * partLength);
    parts[index] = await printPart(tools, book, rows);
    tools.progress('specifications printed', (done += rows.length), book.classes.length);
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

interface Front {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly headings: readonly Heading[];
}

/** Printed until its own length, which moves every page number in it, is the one that it was printed for. */
async function printFront(tools: BookTools, book: PlanBook, parts: readonly Part[]): Promise<Front> {
  const inBook = parts.flatMap(pagesWithin(parts));
  let expected: Front = { bytes: new Uint8Array(), pages: 0, headings: [] };
  for (let tries = 0; tries < 4; tries += 1) {
    const html = frontHtml(tools.views, book, {
      ofClass: (index) => expected.pages + (inBook[index] ?? 0) + 1,
      ofFront: (part) => pageOfFront(expected, part) + 1,
    });
    const { bytes, pages } = await tools.sheets.document(html);
    const printed = { bytes, pages, headings: await headingsIn(bytes) };
    tools.progress('contents and indexes printed', tries + 1, tries + 1);
    if (hasSamePlaces(printed, expected)) return printed;
    expected = printed;
  }
  throw new Error('The contents and indexes of the book do not come to rest');
}

/** The page of each class, from 0, among the pages of all parts. */
function pagesWithin(parts: readonly Part[]) {
  return ({ headings }: Part, index: number) => {
    const before = parts.slice(0, index).reduce((sum, { pages }) => sum + pages, 0);
    return headings.map(({ page }) => before + page);
  };
}

function pageOfFront({ headings }: Front, part: FrontPart): number {
  return headings.find(({ title }) => title === frontHeadings[part])?.page ?? 0;
}

function hasSamePlaces(one: Front, other: Front): boolean {
  const places = ({ pages, headings }: Front) => [pages, ...headings.map(({ page }) => page)].join();
  return places(one) === places(other);
}

/** The class that each page belongs to. */
function headsOf({ rows, headings, pages }: Part): string[] {
  return Array.from({ length: pages }, (_, page) => {
    const row = rows[headings.findLastIndex((heading) => heading.page <= page)];
    return row ? `${row.title} · ${row.code}` : '';
  });
}

interface Joining {
  readonly written: Book;
  readonly parts: readonly Part[];
  readonly front: Front;
  readonly total: number;
}

async function addFront(tools: BookTools, book: PlanBook, joining: Joining): Promise<void> {
  const { written, parts, front, total } = joining;
  const heads = Array.from({ length: front.pages }, (_, page) =>
    page === 0 ? null : (front.headings.findLast((heading) => heading.page <= page)?.title ?? null),
  );
  const furniture = bookFurniture(tools.views, book, heads, { from: 1, total });
  const places = parts.flatMap(({ headings }, part) => headings.map(({ page }) => ({ part, page })));
  const inBook = parts.flatMap(pagesWithin(parts));
  const placeOf = (address: string) => {
    const target = linkedTo(address);
    if (target === null) return null;
    if (typeof target === 'string') {
      const page = pageOfFront(front, target);
      return { part: parts.length, page, inWords: `${frontHeadings[target]}, page ${page + 1}` };
    }
    const [place, row] = [places[target], book.classes[target]];
    const page = front.pages + (inBook[target] ?? 0) + 1;
    return place && row ? { ...place, inWords: `${row.title}, page ${page}` } : null;
  };
  const sheets = await tools.sheets.furniture(furniture);
  await written.add({ document: front.bytes, furniture: sheets.bytes, placeOf });
}

function bookmarksOf(parts: readonly Part[], front: Front): Bookmark[] {
  const marked = (part: number) =>
    function mark({ title, page, top, headings }: Heading): Bookmark {
      return { title, part, page, top, bookmarks: headings.map(mark) };
    };
  const classes = parts.flatMap(({ headings }, part) => headings.map(marked(part)));
  const [first] = classes;
  const specifications = first ? [{ ...first, title: 'Class specifications', bookmarks: classes }] : [];
  return [...front.headings.map(marked(parts.length)), ...specifications];
}

/** The same plan makes the same book: it bears its own date, not that of the print. */
function propertiesOf(book: PlanBook) {
  const { settings, on, anchor } = book;
  return {
    title: bookTitle(book),
    author: settings.employer,
    subject: `${book.classes.length} class specifications`,
    language: settings.language,
    createdAt: new Date(`${on}T00:00:00Z`),
    id: sha256(`plan book ${on} ${anchor.hash}`),
    keywords: ['classification plan', 'class specifications'],
  };
}
