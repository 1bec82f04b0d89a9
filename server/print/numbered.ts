// A document that names its own pages, such as a table of contents: it is printed, its places are looked up, and it is
// printed again with their pages. Law: the numbers that it ends with are those of the pages that it ends with.

import type { PrintJob } from './printer.ts';

type Pages = ReadonlyMap<string, number>;

const attempts = 3;

export async function numberedDocument(
  { html, numbered }: Pick<PrintJob, 'html' | 'numbered'>,
  print: (html: string) => Promise<Uint8Array>,
  placesIn: (document: Uint8Array) => Promise<Pages>,
): Promise<Uint8Array> {
  const document = await print(html);
  if (!numbered) return document;
  let pageOf = await placesIn(document);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const again = await print(numbered(pageOf));
    const found = await placesIn(again);
    if (isSame(pageOf, found)) return again;
    pageOf = found;
  }
  throw new Error('The pages of a document moved each time that it named them');
}

function isSame(one: Pages, other: Pages): boolean {
  return one.size === other.size && [...one].every(([place, page]) => other.get(place) === page);
}
