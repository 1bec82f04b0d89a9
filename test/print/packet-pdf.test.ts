// The packet of CN1746 on paper: tagged, bookmarked, its contents true to its pages, each change numbered once, its feet counted.
import { expect } from 'chai';
import { packetJob } from '../../server/documents/packet-print.ts';
import { packetOf } from '../../server/documents/packet.ts';
import { staffPapers } from '../../server/pages/action-papers.ts';
import type { Printer } from '../../server/print/printer.ts';
import type { Store } from '../../server/store/database.ts';
import { planSettings } from '../../server/store/plan.ts';
import { loadViews } from '../../server/views.ts';
import { sampleStore, today } from '../tools.ts';
import { openPdf, type PdfSeen } from './open-pdf.ts';
import { printerWith } from './print-room.ts';

const parts = [
  'Memorandum',
  'Classification notice',
  'Recommendation',
  'List of changes',
  'Redlines',
  'Texts of the classes',
  'Comments received',
  'Signatures',
];
const classes = [
  '1. IT Manager (CI2787)',
  '2. IT Manager Senior (CI2788)',
  '3. IT Director (CI2789)',
  '4. IT Director Senior (CI2790)',
  '5. IT Executive (CI2791)',
];

/** In their order. */
const entries = [...parts.slice(0, 5), ...classes, 'Texts of the classes', ...classes, ...parts.slice(6)];

describe('the packet as PDF', function () {
  this.timeout(180_000);
  let store: Store;
  let printer: Printer;
  let pdf: PdfSeen;

  before(async () => {
    store = await sampleStore();
    printer = printerWith({ jobTimeoutMs: 1000 });
    const settings = await planSettings(store);
    if (!settings) throw new Error('The sample plan has no settings');
    const papers = await staffPapers(store, 'CN1746', settings);
    const of = await packetOf({ store, publicUrl: null }, { ...papers, settings, today });
    // Its own patience counts, not that of a short document.
    pdf = await openPdf((await printer.print(packetJob(loadViews(), of, 'a'.repeat(64)))).bytes);
  });
  after(async () => {
    await printer.close();
    await store.close();
  });

  /** Without the spaces that depend on how a line was broken. */
  const words = (text: string) => text.replace(/\s+/g, '');
  const pageText = (number: number) => words(pdf.pages[number - 1]?.structured ?? '');
  const pageRoles = (number: number) => pdf.pages[number - 1]?.roles ?? [];

  it('is tagged and titled, with one heading of the first level and headings of tables', () => {
    expect(pdf).to.include({ marked: true, title: 'CN1746 IT management regraded, board packet' });
    const roles = pdf.pages.flatMap((page) => page.roles);
    expect(roles.filter((role) => role === 'H1')).to.have.length(1);
    for (const role of ['H2', 'H3', 'H4', 'Table', 'TH', 'TD', 'Caption', 'Link'])
      expect(roles).to.include(role);
  });

  it('has a bookmark for every part, and for each class in redlines and texts', () => {
    const found = pdf.outline.filter((title) => [...parts, ...classes].includes(title));
    expect(found).to.deep.equal(entries);
  });

  it('names in its contents the page on which each part and class begins', () => {
    const named = contents();
    for (const { title, page } of named) {
      expect(pageText(page), `${title} on page ${page}`).to.contain(words(title));
      expect(pageRoles(page), title).to.include(parts.includes(title) ? 'H2' : 'H3');
    }
    const pages = named.map(({ page }) => page);
    expect(pages).to.deep.equal([...pages].sort((one, other) => one - other));
    expect(pages.at(-1)).to.equal(pdf.pages.length);
  });

  it('numbers each change of the recommendation once', () => {
    const page = contents().find(({ title }) => title === 'Recommendation')?.page ?? 0;
    for (const [index, name] of classes.entries()) {
      const sentence = words(`${index + 1}. Regrade ${name.slice(3)} from`);
      expect(pageText(page).split(sentence), sentence).to.have.length(2);
    }
  });

  it('counts every page at its foot, as an artifact', () => {
    for (const [index, { artifacts }] of pdf.pages.entries())
      expect(artifacts).to.contain(`CN1746 · page ${index + 1} of ${pdf.pages.length}`);
  });

  /** What stands between two of its titles is the page of the first. */
  function contents(): { readonly title: string; readonly page: number }[] {
    const text = words(
      pdf.pages
        .slice(0, 2)
        .map(({ structured }) => structured)
        .join(' '),
    );
    const escaped = entries.map((title) => words(title).replace(/[.()]/g, '\\$&'));
    const found = new RegExp(`Contents${escaped.map((title) => `${title}(\\d+)`).join('')}`).exec(text);
    return entries.map((title, index) => ({ title, page: Number(found?.[index + 1]) }));
  }
});
