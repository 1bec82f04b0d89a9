// The first page of an official PDF as it is really printed: the words and the code stand there, for every reader, and the
// file says of itself which revision it is.
import { expect } from 'chai';
import { PDFDict, PDFDocument, PDFName, PDFString, PDFHexString } from '@cantoo/pdf-lib';
import { printOfficial } from '../../server/documents/official.ts';
import { classByCode } from '../../server/store/classes.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import type { Tools } from '../../server/tools.ts';
import { claimIn } from '../../templates/assets/verify/claim.js';
import { sampleStore, today, toolsWith } from '../tools.ts';
import { openPdf } from './open-pdf.ts';
import { printerWith } from './print-room.ts';

describe('The first page of an official PDF', function () {
  this.timeout(60_000);
  let tools: Tools;
  let bytes: Uint8Array;

  before(async () => {
    const publicUrl = 'https://classes.example.gov';
    tools = toolsWith(await sampleStore(), { printer: printerWith({ tabs: 1 }), publicUrl });
    bytes = await print(tools);
  });
  after(async () => {
    await tools.printer.close();
    await tools.store.close();
  });

  async function print(by: Tools): Promise<Uint8Array> {
    const { classId } = (await classByCode(by.store, 'CI2788', today)) ?? { classId: '' };
    const revision = (await revisionsOf(by.store, 'class', classId)).find(({ number }) => number === 4);
    if (!revision) throw new Error('CI2788 has no revision 4');
    return (await printOfficial(by, { ...revision, classId, history: [] })).bytes;
  }

  it('says where a copy is checked, and which revision and record it is, within its structure', async () => {
    const { seq, hash } = await recordHead(tools.store);
    const [first, second] = (await openPdf(bytes)).pages;
    for (const words of [
      'Check this copy',
      'classes.example.gov/v/CI2788.4',
      'CI2788 · Revision 4 · Effective July 1, 2024',
      `Record ${seq}:${hash.slice(0, 16)}`,
    ])
      expect(first?.structured).to.include(words);
    expect(second?.structured).to.not.include('Check this copy');
    expect(first?.roles).to.include.members(['Figure', 'Link']);
  });

  it('gives the code other words for those who do not see it', async () => {
    const doc = await PDFDocument.load(bytes, { updateMetadata: false });
    const alternatives = doc.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const alternative = object instanceof PDFDict ? object.get(PDFName.of('Alt')) : undefined;
      return alternative instanceof PDFString || alternative instanceof PDFHexString
        ? [alternative.decodeText()]
        : [];
    });
    expect(alternatives).to.include('QR code of classes.example.gov/v/CI2788.4');
  });

  it('is the same to the byte when it is printed again upon the same record', async () => {
    expect(Buffer.from(await print(tools)).equals(bytes)).to.equal(true);
  });

  it('has no code and no address of another place where none is set', async () => {
    const [first] = (await openPdf(await print({ ...tools, publicUrl: null }))).pages;
    expect(first?.structured)
      .to.include('/v/CI2788.4 at the site of this plan')
      .and.not.include('example.gov');
  });

  it('is told by the file itself, also when other software has saved it again', async () => {
    expect(claimIn(bytes)).to.equal('CI2788.4');
    const again = await PDFDocument.load(bytes);
    again.catalog.delete(PDFName.of('Metadata'));
    expect(claimIn(await again.save({ useObjectStreams: false }))).to.equal('CI2788.4');
    expect(claimIn(Buffer.from('%PDF-1.7 /URI (https://classes.example.gov/v/CO-0174.12)'))).to.equal(
      'CO-0174.12',
    );
    expect(claimIn(Buffer.from('%PDF-1.7 of somebody else (A.1)'))).to.equal(null);
    expect(claimIn(new Uint8Array())).to.equal(null);
  });
});
