// The matrix on paper: tagged, landscape, its heads on every page, and every word of the table for spreadsheets in it.
import { expect } from 'chai';
import type { Printer } from '../../server/print/printer.ts';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { openPdf, type PdfSeen } from './open-pdf.ts';
import { printerWith } from './print-room.ts';

describe('the matrix as PDF', function () {
  this.timeout(60_000);
  let printer: Printer;
  let site: Served;
  let pdf: PdfSeen;
  let bytes: Uint8Array;
  const address = '/series/it-management/compare';
  const fetched = async (ending: string) =>
    fetch(`${site.address}${address}${ending}?levels=CI2788,CI2789,CI2790`);

  before(async () => {
    printer = printerWith();
    site = await serve(toolsWith(await sampleStore(), { printer }));
    bytes = await (await fetched('.pdf')).bytes();
    pdf = await openPdf(bytes);
  });
  after(async () => {
    await site.close();
    await printer.close();
  });

  it('is tagged, titled, in its language, with the sections as its outline', () => {
    expect(pdf).to.include({ marked: true, language: 'en-US' });
    expect(pdf.title).to.match(/^Levels of the IT Management series, compared as in force on /);
    expect(pdf.outline).to.include.members(['The facts', 'What each level adds', 'Essential Duties']);
    const roles = new Set(pdf.pages.flatMap((page) => page.roles));
    for (const role of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD']) expect(roles).to.include(role);
  });

  it('names the levels on every page that a table goes on to', () => {
    const tables = pdf.pages.filter(({ roles }) => roles.includes('TD'));
    expect(tables.length).to.be.greaterThan(3);
    for (const { text } of tables) expect(text).to.contain('IT Director Senior');
  });

  it('holds every word of the table for spreadsheets', async () => {
    const csv = (await (await fetched('.csv')).text()).replace(/^\ufeff/, '');
    const cells = [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'));
    const squeezed = (text: string) => text.replace(/\s+/g, '');
    const printed = squeezed(pdf.pages.map(({ structured }) => structured).join(' '));
    const missing = cells
      .filter(
        (cell) => !/: against the one before$|^Section$|^No\.$|^Facts$|^What each level adds$/.test(cell),
      )
      .flatMap((cell) => cell.split(/\[-|-\]|\{\+|\+\}/))
      .filter((words) => !printed.includes(squeezed(words)));
    expect(missing).to.deep.equal([]);
  });

  it('is the same to the byte when asked for again', async () => {
    expect(Buffer.from(await (await fetched('.pdf')).bytes()).equals(Buffer.from(bytes))).to.equal(true);
  });
});
