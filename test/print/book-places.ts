// Where the bookmarks and the links of a PDF lead, by pdf.js: page numbers from 1.
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Mark {
  readonly title: string;
  readonly page: number;
  readonly marks: readonly Mark[];
}

export interface Link {
  /** What a reader who does not see the page is told. */
  readonly contents: string;
  readonly page: number;
}

export async function placesIn(bytes: Uint8Array): Promise<{ marks: Mark[]; links: Link[][] }> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  try {
    const doc = await task.promise;
    const outline = (await doc.getOutline()) as unknown as Heading[];
    return { marks: await marksOf(doc, outline), links: await linksOf(doc) };
  } finally {
    await task.destroy();
  }
}

type Place = [Parameters<PDFDocumentProxy['getPageIndex']>[0]];

interface Heading {
  title: string;
  dest: Place;
  items: Heading[];
}

function marksOf(doc: PDFDocumentProxy, headings: Heading[]): Promise<Mark[]> {
  const marks = headings.map(async ({ title, dest, items }) => ({
    title,
    page: (await doc.getPageIndex(dest[0])) + 1,
    marks: await marksOf(doc, items),
  }));
  return Promise.all(marks);
}

function linksOf(doc: PDFDocumentProxy): Promise<Link[][]> {
  const pages = Array.from({ length: doc.numPages }, async (_, index) => {
    const page = await doc.getPage(index + 1);
    const annotations = (await page.getAnnotations()) as { dest: Place; contentsObj: { str: string } }[];
    const links = annotations.map(async ({ dest, contentsObj }) => ({
      contents: contentsObj.str,
      page: (await doc.getPageIndex(dest[0])) + 1,
    }));
    return Promise.all(links);
  });
  return Promise.all(pages);
}
