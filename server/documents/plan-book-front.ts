// The front of a plan book: title page, contents and indexes. It is printed last, when the page of every class is known, and
// stands first.
import { type Heading, headingsIn } from '../print/book-part.ts';
import type { LinkPlace } from '../print/book.ts';
import type { PlanBook } from './plan-book.ts';
import { type BookTools, pagesInParts, type Part } from './plan-book-parts.ts';
import { frontHeadings, frontHtml, type FrontPart, linkedTo } from './plan-book-sheets.ts';

export interface Front {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly headings: readonly Heading[];
}

const nothing: Front = { bytes: new Uint8Array(), pages: 0, headings: [] };
const mostTries = 4;

/** Printed until its own length, which moves every page number in it, is the one that it was printed for. */
export async function printFront(tools: BookTools, book: PlanBook, parts: readonly Part[]): Promise<Front> {
  const inParts = pagesInParts(parts);
  let expected = nothing;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const html = frontHtml(tools.views, book, {
      ofClass: (index) => expected.pages + (inParts[index] ?? 0) + 1,
      ofFront: (part) => pageOf(expected, part) + 1,
    });
    const { bytes, pages } = await tools.sheets.document(html);
    const printed = { bytes, pages, headings: sideBySide(await headingsIn(bytes)) };
    tools.progress('printings of contents and indexes', tries, tries);
    if (placesIn(printed) === placesIn(expected)) return printed;
    expected = printed;
  }
  throw new Error('The contents and indexes of the book do not come to rest');
}

/** The title of the book and the lists below it. */
function sideBySide([title]: readonly Heading[]): Heading[] {
  return title ? [{ ...title, headings: [] }, ...title.headings] : [];
}

function pageOf({ headings }: Front, part: FrontPart): number {
  return headings.find(({ title }) => title === frontHeadings[part])?.page ?? 0;
}

function placesIn({ pages, headings }: Front): string {
  return [pages, ...headings.map(({ page }) => page)].join();
}

/** The list that each page belongs to; the title page has none. */
export function frontHeads({ pages, headings }: Front): (string | null)[] {
  return Array.from({ length: pages }, (_, page) =>
    page === 0 ? null : (headings.findLast((heading) => heading.page <= page)?.title ?? null),
  );
}

/** Where the links of the front lead; the front itself is the part after the last. */
export function frontPlaces(book: PlanBook, parts: readonly Part[], front: Front) {
  const places = parts.flatMap(({ headings }, part) => headings.map(({ page }) => ({ part, page })));
  const inParts = pagesInParts(parts);
  return (address: string): LinkPlace | null => {
    const target = linkedTo(address);
    if (target === null) return null;
    if (typeof target === 'string') {
      const page = pageOf(front, target);
      return { part: parts.length, page, inWords: `${frontHeadings[target]}, page ${page + 1}` };
    }
    const [place, row] = [places[target], book.classes[target]];
    const page = front.pages + (inParts[target] ?? 0) + 1;
    return place && row ? { ...place, inWords: `${row.title}, page ${page}` } : null;
  };
}
