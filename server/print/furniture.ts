// The running heads and feet of a book, printed by themselves since they count its pages from part to part, and drawn over
// the pages of a part as artifacts.
import * as pdf from '@cantoo/pdf-lib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { unpaused } from './finish.ts';

/** `bytes` are as many pages as the document has, of the same paper. */
export async function drawFurniture(doc: PDFDocument, bytes: Uint8Array): Promise<void> {
  const furniture = await PDFDocument.load(bytes, unpaused);
  const pages = doc.getPages();
  if (furniture.getPageCount() !== pages.length) {
    throw new Error(`The furniture has ${furniture.getPageCount()} pages, the document ${pages.length}`);
  }
  const sheets = await doc.embedPdf(
    furniture,
    pages.map((_, index) => index),
  );
  for (const [index, page] of pages.entries()) {
    const sheet = sheets[index];
    if (sheet) drawAsArtifact(doc, page, sheet.ref, PDFName.of(`Furniture${index + 1}`));
  }
}

/** An artifact that says what it is: all others are decoration, in which no word may stand. */
const pagination = pdf.PDFOperator.of(pdf.PDFOperatorNames.BeginMarkedContentSequence, [
  PDFName.of('Artifact'),
  '<< /Type /Pagination >>',
]);

/** Normalising a page wraps what it already draws in q and Q, so the furniture starts from a clean state. */
function drawAsArtifact(doc: PDFDocument, page: pdf.PDFPage, sheet: pdf.PDFRef, name: PDFName): void {
  page.node.normalizedEntries().XObject.set(name, sheet);
  const drawing = doc.context.contentStream([
    pagination,
    pdf.pushGraphicsState(),
    pdf.drawObject(name),
    pdf.popGraphicsState(),
    pdf.endMarkedContent(),
  ]);
  page.node.addContentStream(doc.context.register(drawing));
}
