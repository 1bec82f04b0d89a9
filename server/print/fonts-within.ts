// Which fonts a PDF draws with, and whether it brings the glyphs of each.
import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { FontSeen } from './document-seen.ts';

const fontFiles = ['FontFile', 'FontFile2', 'FontFile3'].map((name) => PDFName.of(name));

export async function fontsWithin(bytes: Uint8Array): Promise<FontSeen[]> {
  const doc = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  return doc.context.enumerateIndirectObjects().flatMap(([, object]) => {
    return object instanceof PDFDict ? fontAt(object) : [];
  });
}

/** A composite font brings nothing itself: the font below it does, and is an object of its own. */
function fontAt(font: PDFDict): FontSeen[] {
  if (font.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
  if (font.lookup(PDFName.of('DescendantFonts')) instanceof PDFArray) return [];
  const name = font.lookup(PDFName.of('BaseFont')) ?? font.lookup(PDFName.of('Name'));
  return [
    { name: name instanceof PDFName ? name.decodeText() : 'without a name', isEmbedded: isEmbedded(font) },
  ];
}

/** A Type 3 font draws its glyphs itself. */
function isEmbedded(font: PDFDict): boolean {
  if (font.lookup(PDFName.of('Subtype')) === PDFName.of('Type3')) return true;
  const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  return fontFiles.some((name) => descriptor?.lookup(name) instanceof PDFStream);
}
