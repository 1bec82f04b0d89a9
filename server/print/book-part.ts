// One part of a book, fresh from Chromium: its pages, its headings and its structure, taken apart so that the book has
// one of each. What only a whole document needs is named, to be left out.
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { unpaused } from './finish.ts';

/** A heading of the text, as a bookmark leads to it. */
export interface Heading {
  readonly title: string;
  /** Of the part, from 0. */
  readonly page: number;
  /** How far above the lower edge of the page, in points. */
  readonly top: number;
  readonly headings: readonly Heading[];
}

export const key = (name: string) => PDFName.of(name);

/** The headings of a document by its bookmarks, and the objects that these bookmarks are. */
export function headingsOf(doc: PDFDocument): { headings: Heading[]; objects: PDFRef[] } {
  const root = doc.catalog.get(key('Outlines'));
  if (!(root instanceof PDFRef)) return { headings: [], objects: [] };
  const pages = new Map(doc.getPages().map((page, index) => [page.ref, index]));
  const objects = [root];
  const read = (parent: PDFDict): Heading[] => {
    const headings: Heading[] = [];
    let next = parent.get(key('First'));
    while (next instanceof PDFRef) {
      objects.push(next);
      const item = doc.context.lookup(next, PDFDict);
      headings.push({ ...placeOf(item, pages), headings: read(item) });
      next = item.get(key('Next'));
    }
    return headings;
  };
  return { headings: read(doc.context.lookup(root, PDFDict)), objects };
}

function placeOf(item: PDFDict, pages: ReadonlyMap<PDFObject, number>): Omit<Heading, 'headings'> {
  const title = item.lookup(key('Title'));
  const place = item.lookup(key('Dest'), PDFArray);
  const page = pages.get(place.get(0));
  if (page === undefined || !(title instanceof PDFString || title instanceof PDFHexString))
    throw new Error('A bookmark of a printed part leads nowhere');
  return { title: title.decodeText(), page, top: place.lookup(3, PDFNumber).asNumber() };
}

/** The headings of a printed part that is not to be changed. */
export async function headingsIn(bytes: Uint8Array): Promise<Heading[]> {
  return headingsOf(await PDFDocument.load(bytes, unpaused)).headings;
}

/** What the catalog of a part names besides its pages: the book has these of its own. */
export function besidesPages(doc: PDFDocument): PDFRef[] {
  const named = doc.catalog.entries().filter(([name]) => name !== key('Pages'));
  return named.flatMap(([, value]) => (value instanceof PDFRef ? value : []));
}

/** The children of the structure's only Document, given another parent; and the objects that are not needed then. */
export function structureOf(doc: PDFDocument, parent: PDFObject): { children: PDFRef[]; objects: PDFRef[] } {
  const root = refOf(doc.catalog, 'StructTreeRoot');
  const document = refOf(doc.context.lookup(root, PDFDict), 'K');
  const kids = doc.context.lookup(document, PDFDict).get(key('K'));
  const children = (kids instanceof PDFArray ? kids.asArray() : [kids]).filter(
    (kid) => kid instanceof PDFRef,
  );
  for (const child of children) doc.context.lookup(child, PDFDict).set(key('P'), parent);
  return { children, objects: [root, document] };
}

/** The keys by which the pages and links of a part find their structure, made `by` higher; and how many there are. */
export function raiseStructureKeys(doc: PDFDocument, by: number): { tree: PDFRef; count: number } {
  for (const page of doc.getPages()) {
    raise(page.node, 'StructParents', by);
    const annotations = page.node.lookupMaybe(key('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1)
      raise(annotations?.lookup(index, PDFDict), 'StructParent', by);
  }
  const root = doc.catalog.lookup(key('StructTreeRoot'), PDFDict);
  const tree = refOf(root, 'ParentTree');
  const leaf = doc.context.lookup(tree, PDFDict);
  const keys = leaf.lookup(key('Nums'), PDFArray);
  for (let index = 0; index < keys.size(); index += 2)
    keys.set(index, PDFNumber.of(keys.lookup(index, PDFNumber).asNumber() + by));
  const count = root.lookup(key('ParentTreeNextKey'), PDFNumber).asNumber();
  leaf.set(key('Limits'), doc.context.obj([by, by + count - 1]));
  leaf.delete(key('Type'));
  return { tree, count };
}

function raise(holder: PDFDict | undefined, name: string, by: number): void {
  const value = holder?.lookupMaybe(key(name), PDFNumber);
  if (value) holder?.set(key(name), PDFNumber.of(value.asNumber() + by));
}

/** The names of structure elements are unique within a part, not within a book, and nothing here asks for them. */
export function forgetNames(doc: PDFDocument): void {
  for (const [, object] of doc.context.enumerateIndirectObjects())
    if (object instanceof PDFDict && object.get(key('S')) && object.get(key('P'))) object.delete(key('ID'));
}

/** An item of a list holds its text in a body (ISO 32000-1, 14.8.4.3.3); Chromium makes none where there is no mark. */
export function giveBodies(doc: PDFDocument): void {
  for (const [ref, item] of doc.context.enumerateIndirectObjects()) {
    if (!(item instanceof PDFDict) || item.get(key('S')) !== key('LI')) continue;
    const kids = item.lookup(key('K'));
    const children = (kids instanceof PDFArray ? kids.asArray() : [item.get(key('K'))]).flatMap((kid) =>
      kid instanceof PDFRef ? doc.context.lookup(kid, PDFDict) : [],
    );
    if (children.some((child) => child.get(key('S')) === key('Lbl'))) continue;
    const body = doc.context.obj({ Type: 'StructElem', S: 'LBody', P: ref });
    for (const name of ['K', 'Pg']) {
      const value = item.get(key(name));
      if (value) body.set(key(name), value);
    }
    const bodyRef = doc.context.register(body);
    for (const child of children) child.set(key('P'), bodyRef);
    item.set(key('K'), bodyRef);
  }
}

export function refOf(holder: PDFDict, name: string): PDFRef {
  const ref = holder.get(key(name));
  if (ref instanceof PDFRef) return ref;
  throw new Error(`A printed part has no ${name} of its own`);
}
