// Chromium names the heads of tables after a count that goes on from document to document, so that one document printed
// twice differs. Here they are counted anew from 1; their order stays, and with it that of the tree that lists them.
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';

/** Where the names stand: on the element itself, on the cells that belong to it, and in the tree of all names. */
const places = ['ID', 'Headers', 'Names', 'Limits'].map((name) => PDFName.of(name));

export function renumberIds(doc: PDFDocument): void {
  const objects = doc.context.enumerateIndirectObjects().map(([, object]) => object);
  const found = new Set<string>();
  for (const object of objects) visit(object, (name) => (found.add(name), name));
  const renamed = new Map([...found].sort().map((name, index) => [name, nameOf(index + 1)]));
  for (const object of objects) visit(object, (name) => renamed.get(name) ?? name);
}

function nameOf(number: number): string {
  return `node${String(number).padStart(8, '0')}`;
}

/** Hands every such name in an object to `rename`, and puts what it gives in its place. */
function visit(object: PDFObject, rename: (name: string) => string): void {
  if (object instanceof PDFArray) for (const each of object.asArray()) visit(each, rename);
  if (!(object instanceof PDFDict)) return;
  for (const [key, value] of object.entries())
    if (!places.includes(key)) visit(value, rename);
    else if (value instanceof PDFArray) renameIn(value, rename);
    else if (isName(value)) object.set(key, PDFString.of(rename(value.decodeText())));
}

function renameIn(names: PDFArray, rename: (name: string) => string): void {
  for (const [index, value] of names.asArray().entries())
    if (isName(value)) names.set(index, PDFString.of(rename(value.decodeText())));
}

function isName(value: PDFObject): value is PDFString {
  return value instanceof PDFString && /^node\d{8}$/.test(value.decodeText());
}
