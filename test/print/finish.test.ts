// Finishing as a pure function of bytes, on small PDFs made here.

import { expect } from 'chai';
import fc from 'fast-check';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { drawFurniture } from '../../server/print/furniture.ts';
import { finish } from '../../server/print/finish.ts';
import { xmpPacket } from '../../server/print/xmp.ts';
import { openPdf } from './open-pdf.ts';
import { job, rejection } from './print-room.ts';

const { properties } = job;

async function blank(
  pages: number,
  change: (doc: PDFDocument) => void = () => undefined,
): Promise<Uint8Array> {
  const doc = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < pages; page += 1) doc.addPage([612, 792]).drawRectangle({ width: 1, height: 1 });
  change(doc);
  return doc.save({ useObjectStreams: false });
}

function linked(doc: PDFDocument): void {
  const link = (target: object) =>
    doc.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], ...target });
  const outside = link({ A: { S: 'URI', URI: PDFString.of('https://example.org/ü') } });
  const inside = link({ Dest: PDFName.of('duties') });
  doc.getPage(0).node.set(PDFName.of('Annots'), doc.context.obj([outside, inside]));
  doc.catalog.set(PDFName.of('StructTreeRoot'), doc.context.obj({ Type: 'StructTreeRoot' }));
}

describe('Finishing', () => {
  it('gives the same bytes for the same input', async () => {
    const work = { document: await blank(2, linked), properties };
    const [first, second] = [await finish(work), await finish(work)];
    expect(Buffer.compare(first, second)).to.equal(0);
  });

  it('says of every link where it leads, and maps Strong and Em to what PDF/UA-1 knows', async () => {
    const bytes = await finish({ document: await blank(1, linked), properties });
    const doc = await PDFDocument.load(bytes, { updateMetadata: false });
    const links = doc.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray);
    const contents = [0, 1].map((index) =>
      links.lookup(index, PDFDict).lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
    );
    expect(contents).to.deep.equal(['https://example.org/ü', '#duties']);
    const roles = doc.catalog
      .lookup(PDFName.of('StructTreeRoot'), PDFDict)
      .lookup(PDFName.of('RoleMap'), PDFDict);
    expect(roles.toString()).to.match(/\/Strong \/Span\s+\/Em \/Span/);
  });

  it('refuses running heads and feet of not as many pages as the document', async () => {
    const document = await PDFDocument.load(await blank(2));
    const reason = await rejection(drawFurniture(document, await blank(3)));
    expect(reason).to.have.property('message', 'The furniture has 3 pages, the document 2');
  });

  it('keeps any title as it is written', async () => {
    const document = await blank(1);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (title) => {
        const seen = await openPdf(await finish({ document, properties: { ...properties, title } }));
        expect(seen.title).to.equal(title);
      }),
      { numRuns: 25 },
    );
  });
});

describe('The XMP packet', () => {
  it('lets no text break out of its element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const packet = xmpPacket({ ...properties, title });
        const written = /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">([^<]*)<\/rdf:li>/.exec(packet)?.[1];

        const expected = title.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
        expect(unescaped(written ?? 'not found')).to.equal(expected);
      }),
    );
  });
});

function unescaped(text: string): string {
  const marks: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return text.replace(/&(lt|gt|quot|amp);/g, (entity) => marks[entity] ?? entity);
}
