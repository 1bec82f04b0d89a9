// The PDFs that the printer makes, opened: three pages, tagged, titled, fonts within, furniture as artifacts.

import { expect } from 'chai';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { PrintedDocument, Printer } from '../../server/print/printer.ts';
import { openPdf, type PdfSeen } from './open-pdf.ts';
import { job, printerWith } from './print-room.ts';

describe('A printed document', function () {
  this.timeout(60_000);
  let printer: Printer;
  let printed: PrintedDocument;
  let seen: PdfSeen;

  before(async () => {
    printer = printerWith();
    printed = await printer.print(job);
    seen = await openPdf(printed.bytes);
  });
  after(() => printer.close());

  it('has its three pages, each with its own text', () => {
    expect(printed.pages).to.equal(3);
    expect(seen.pages).to.have.length(3);
    expect(seen.pages[0]?.text).to.include('Plans and directs the work.');
    expect(seen.pages[1]?.text).to.include('Courage').and.not.include('Plans');
    expect(seen.pages[2]?.text).to.include('A degree.');
  });

  it('names the browser that printed it', () => {
    expect(printed.browser).to.match(/^(Headless)?Chrome\/\d+\.\d+/);
  });

  it('carries page x of y on every page, as an artifact outside the structure', () => {
    for (const [index, page] of seen.pages.entries()) {
      expect(page.artifacts).to.equal(`CI2788 page ${index + 1} of 3`);
      expect(page.structured).to.not.include('CI2788 page');
    }
  });

  it('is tagged: everything that is not an artifact belongs to the structure', () => {
    expect(seen.marked).to.equal(true);
    const written = seen.pages.map((page) => page.text.replace(page.artifacts, '').replace(/\s/g, ''));
    expect(written).to.deep.equal(seen.pages.map((page) => page.structured.replace(/\s/g, '')));
    expect(seen.pages.flatMap((page) => page.roles)).to.include.members(['H1', 'H2', 'P', 'L', 'LI', 'Link']);
  });

  it('has an outline of its headings', () => {
    expect(seen.outline).to.deep.equal([
      'IT Manager (CI2788)',
      'Essential Duties',
      'Competencies',
      'Education Requirement',
    ]);
  });

  it('tells title, author, language and the date of the record, in both places', () => {
    expect(seen.title).to.equal('IT Manager (CI2788) – Class Specification');
    expect(seen.language).to.equal('en-US');
    expect(seen.info).to.include({ Author: 'Office of Human Resources', Producer: 'Classplan' });
    expect(seen.info).to.include({ CreationDate: 'D:20240701120000Z', ModDate: 'D:20240701120000Z' });
    expect(seen.xmp('dc:title')).to.equal(seen.title);
    expect(seen.xmp('pdfuaid:part')).to.equal('1');
    expect(seen.xmp('xmp:createdate')).to.equal('2024-07-01T12:00:00Z');
    expect(seen.fingerprint).to.equal('0123456789abcdef'.repeat(2));
  });

  it('has every font within itself', async () => {
    const doc = await PDFDocument.load(printed.bytes, { updateMetadata: false });
    const fonts = fontsOf(doc);
    expect(fonts.map(({ name }) => name).join())
      .to.include('PublicSans-Regular')
      .and.include('Merriweather-Bold');
    expect(fonts.filter(({ embedded }) => !embedded)).to.deep.equal([]);
  });

  it('is a PDF small enough to send', () => {
    expect(printed.bytes.length).to.be.lessThan(200_000);
  });

  it('is the same to the byte when printed again, even by another browser', async () => {
    const another = printerWith();
    try {
      const [again, elsewhere] = await Promise.all([printer.print(job), another.print(job)]);
      expect(Buffer.compare(again.bytes, printed.bytes)).to.equal(0);
      expect(Buffer.compare(elsewhere.bytes, printed.bytes)).to.equal(0);
    } finally {
      await another.close();
    }
  });

  it('differs when the record differs', async () => {
    const properties = { ...job.properties, createdAt: new Date('2024-07-02T12:00:00Z') };
    const other = await printer.print({ ...job, properties });
    expect(Buffer.compare(other.bytes, printed.bytes)).to.not.equal(0);
  });
});

/** Every simple or descendant font: those are the ones that must bring their glyphs. */
function fontsOf(doc: PDFDocument): { name: string; embedded: boolean }[] {
  const dictionaries = doc.context.enumerateIndirectObjects().map(([, object]) => object);
  return dictionaries.flatMap((dict) => {
    if (!(dict instanceof PDFDict) || dict.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
    if (dict.lookup(PDFName.of('DescendantFonts')) instanceof PDFArray) return [];
    const descriptor = dict.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const files = ['FontFile', 'FontFile2', 'FontFile3'].map((name) => descriptor?.lookup(PDFName.of(name)));
    const embedded = files.some((file) => file instanceof PDFRawStream);
    return [{ name: String(dict.get(PDFName.of('BaseFont'))), embedded }];
  });
}
