// What Chromium leaves out of a conforming PDF (PDF/UA-1), added afterwards: metadata, role map, link contents,
// and the marks on decoration and on running heads and feet. Law: the same input gives the same bytes.

import * as pdf from '@cantoo/pdf-lib';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { markDecoration } from './decoration.ts';
import { renumberIds } from './finish-ids.ts';
import { Reference } from './renumbered.ts';
import { producer, xmpPacket, type DocumentProperties } from './xmp.ts';

export interface Unfinished {
  document: Uint8Array;
  properties: DocumentProperties;
  /** Signed where there is a key to sign with. */
  isOfficial?: boolean;
}

/** In a thread of our own nobody waits for a turn: parse and write without pauses. */
export const unpaused = Object.freeze({ updateMetadata: false, parseSpeed: pdf.ParseSpeeds.Fastest });

export const unpausedSaving = Object.freeze({
  useObjectStreams: false,
  addDefaultPage: false,
  updateFieldAppearances: false,
  objectsPerTick: Infinity,
});

export async function finish({ document, properties }: Unfinished): Promise<Uint8Array> {
  const doc = await PDFDocument.load(document, unpaused);
  describe(doc, properties);
  attachXmp(doc, properties);
  mapRoles(doc);
  renumberIds(doc);
  for (const page of doc.getPages()) {
    labelLinks(page.node);
    markDecoration(page);
  }
  return doc.save(unpausedSaving);
}

/** A document of no pages that says what a book is; `parts` are the numbers of what its catalog names. */
export async function describingDocument(
  properties: DocumentProperties,
  parts: Readonly<Record<string, number>>,
): Promise<PDFDocument> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  describe(doc, properties);
  attachXmp(doc, properties);
  const pages = doc.catalog.get(PDFName.of('Pages'));
  if (pages instanceof pdf.PDFRef) doc.context.delete(pages);
  for (const [name, number] of Object.entries(parts))
    doc.catalog.set(PDFName.of(name), new Reference(number));
  doc.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  return doc;
}

export function describe(doc: PDFDocument, properties: DocumentProperties): void {
  doc.setTitle(properties.title, { showInWindowTitleBar: true });
  doc.setAuthor(properties.author);
  doc.setSubject(properties.subject);
  doc.setKeywords([properties.keywords.join(', ')]);
  doc.setCreator(producer);
  doc.setProducer(producer);
  doc.setCreationDate(properties.createdAt);
  doc.setModificationDate(properties.createdAt);
  doc.setLanguage(properties.language);
  doc.catalog.set(PDFName.of('MarkInfo'), doc.context.obj({ Type: 'MarkInfo', Marked: true }));
  const id = PDFHexString.of(properties.id.slice(0, 32));
  doc.context.trailerInfo.ID = doc.context.obj([id, id]);
}

export function attachXmp(doc: PDFDocument, properties: DocumentProperties): void {
  const bytes = new TextEncoder().encode(xmpPacket(properties));
  const stream = doc.context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' });
  doc.catalog.set(PDFName.of('Metadata'), doc.context.register(stream));
}

/** Strong and Em are structure types of PDF 2.0; PDF/UA-1 knows only those of 1.7. */
function mapRoles(doc: PDFDocument): void {
  const root = doc.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  root?.set(PDFName.of('RoleMap'), doc.context.obj({ Strong: 'Span', Em: 'Span' }));
}

export function labelLinks(page: pdf.PDFPageLeaf): void {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray);
  for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
    const annotation = annotations?.lookup(index, PDFDict);
    if (annotation?.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
    annotation.set(PDFName.of('Contents'), PDFHexString.fromText(targetOf(annotation)));
  }
}

/** The address a link leads to, or the name of the place in this document. */
export function targetOf(link: PDFDict): string {
  const uri = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
  if (uri instanceof PDFString || uri instanceof PDFHexString) return uri.decodeText();
  const place = link.lookup(PDFName.of('Dest'));
  return place instanceof PDFName ? `#${place.decodeText()}` : '#';
}
