// The bookmarks of a book, written as they are walked: a plan of many classes has tens of thousands.
import { PDFHexString } from '@cantoo/pdf-lib';
import type { ObjectFile } from './object-file.ts';

/** A page of a part, from 0. */
export interface PagePlace {
  readonly part: number;
  readonly page: number;
}

export interface Bookmark extends PagePlace {
  readonly title: string;
  /** How far above the lower edge of the page, in points. */
  readonly top: number;
  readonly bookmarks: readonly Bookmark[];
}

type NumberOf = (place: PagePlace) => number;

/** Returns the number of the object that holds them. `numberOf` is that of the object of a page. */
export function writeBookmarks(file: ObjectFile, bookmarks: readonly Bookmark[], numberOf: NumberOf): number {
  const root = file.reserve();
  const ends = writeLevel(file, bookmarks, root, numberOf);
  file.write(root, `<</Type /Outlines ${ends} /Count ${bookmarks.length}>>`);
  return root;
}

/** All of them closed: a reader opens what is wanted. */
function writeLevel(
  file: ObjectFile,
  bookmarks: readonly Bookmark[],
  parent: number,
  numberOf: NumberOf,
): string {
  const numbers = bookmarks.map(() => file.reserve());
  for (const [index, bookmark] of bookmarks.entries()) {
    const { title, top, bookmarks: inner } = bookmark;
    const own = numbers[index] ?? 0;
    const words = [
      `<</Title ${PDFHexString.fromText(title).toString()} ${named('Parent', parent)}`,
      `/Dest [${numberOf(bookmark)} 0 R /XYZ null ${top} null]`,
      `${named('Prev', numbers[index - 1])} ${named('Next', numbers[index + 1])}`,
      inner.length > 0 ? `${writeLevel(file, inner, own, numberOf)} /Count -${inner.length}` : '',
    ];
    file.write(own, `${words.join(' ')}>>`);
  }
  return `${named('First', numbers[0])} ${named('Last', numbers.at(-1))}`;
}

function named(name: string, number: number | undefined): string {
  return number === undefined ? '' : `/${name} ${number} 0 R`;
}
