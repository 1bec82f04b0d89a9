// What in a PDF could do something besides being read: entries and actions by their names, and every address that it leads to.
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

const entries = new Set([
  'AA',
  'AcroForm',
  'EF',
  'EmbeddedFiles',
  'JavaScript',
  'JS',
  'OpenAction',
  'RichMediaContent',
  'XFA',
]);
const actions = new Set([
  'GoToE',
  'GoToR',
  'ImportData',
  'JavaScript',
  'Launch',
  'Movie',
  'Rendition',
  'Sound',
  'SubmitForm',
]);

export interface Deeds {
  readonly named: readonly string[];
  readonly addresses: readonly string[];
}

export async function deedsIn(bytes: Uint8Array): Promise<Deeds> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const named: string[] = [];
  const addresses: string[] = [];
  const look = (object: PDFObject): void => {
    if (object instanceof PDFStream) return look(object.dict);
    if (object instanceof PDFArray) return object.asArray().forEach(look);
    if (!(object instanceof PDFDict)) return;
    for (const [key, value] of object.entries()) {
      const name = key.decodeText();
      if (entries.has(name)) named.push(name);
      if (name === 'S' && value instanceof PDFName && actions.has(value.decodeText()))
        named.push(value.decodeText());
      if (name === 'URI' && (value instanceof PDFString || value instanceof PDFHexString))
        addresses.push(value.decodeText());
      look(value);
    }
  };
  for (const [, object] of doc.context.enumerateIndirectObjects()) look(object);
  return { named, addresses };
}
