// Where the named places of a PDF are: the page of each, counted from 1, by the id that links lead to.

import { PDFArray, PDFDict, PDFDocument, PDFName, ParseSpeeds } from '@cantoo/pdf-lib';

export async function placesOf(document: Uint8Array): Promise<Map<string, number>> {
  const doc = await PDFDocument.load(document, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const numbers = new Map(doc.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
  const places = new Map<string, number>();
  const named = doc.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, value] of named?.entries() ?? []) {
    const target = doc.context.lookup(value, PDFArray).get(0);
    const page = numbers.get(target.toString());
    if (page !== undefined) places.set(name.decodeText(), page);
  }
  return places;
}
