// Prints the plan book into a file: the parts, the front, then all of them joined one by one, each with its running heads
// and feet.
import { readFile } from 'node:fs/promises';
import { sha256 } from '../model/revision-chain.ts';
import { Book } from '../print/book.ts';
import type { Bookmark } from '../print/bookmarks.ts';
import type { Heading } from '../print/book-part.ts';
import type { DocumentProperties } from '../print/xmp.ts';
import type { PlanBook } from './plan-book.ts';
import { type Front, frontHeads, frontPlaces, printFront } from './plan-book-front.ts';
import { type BookTools, headsOf, nameOf, type Part, printParts } from './plan-book-parts.ts';
import { bookFurniture, bookTitle } from './plan-book-sheets.ts';

/** How many pages the book has. */
export async function printPlanBook(tools: BookTools, book: PlanBook, file: string): Promise<number> {
  const parts = await printParts(tools, book);
  const front = await printFront(tools, book, parts);
  const total = parts.reduce((sum, { pages }) => sum + pages, front.pages);
  const written = new Book(file, propertiesOf(book));
  try {
    await join(tools, book, { written, parts, front, total });
    const order = [parts.length, ...parts.keys()];
    await written.end(order, bookmarksOf(parts, front));
  } catch (error) {
    written.close();
    throw error;
  }
  return total;
}

interface Joining {
  readonly written: Book;
  readonly parts: readonly Part[];
  readonly front: Front;
  readonly total: number;
}

/** The front last: its links lead to pages that are written by then. */
async function join(tools: BookTools, book: PlanBook, joining: Joining): Promise<void> {
  const { written, parts, front, total } = joining;
  const furniture = async (heads: readonly (string | null)[], from: number) => {
    const html = bookFurniture(tools.views, book, heads, { from, total });
    return (await tools.sheets.furniture(html)).bytes;
  };
  let from = front.pages + 1;
  for (const [index, part] of parts.entries()) {
    await written.add({
      name: nameOf(part),
      from,
      document: await readFile(part.file),
      furniture: await furniture(headsOf(part), from),
      placeOf: () => null,
    });
    from += part.pages;
    tools.progress('parts joined', index + 1, parts.length);
  }
  await written.add({
    name: 'contents and indexes',
    from: 1,
    document: front.bytes,
    furniture: await furniture(frontHeads(front), 1),
    placeOf: frontPlaces(book, parts, front),
  });
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
function propertiesOf(book: PlanBook): DocumentProperties {
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
