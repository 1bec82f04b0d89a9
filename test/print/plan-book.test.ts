// The plan book, of a few classes in parts of three: every page number in it leads where it says, nothing of the structure is
// lost where the parts are joined, and the whole breaks no rule of structure, because no part may.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type PlanBook, planBook } from '../../server/documents/plan-book.ts';
import { printPlanBook } from '../../server/documents/plan-book-file.ts';
import { sha256 } from '../../server/model/revision-chain.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { Nonconforming } from '../../server/print/nonconforming.ts';
import { readPdf } from '../../server/print/read-pdf.ts';
import { makeSheetPrinter, type SheetPrinter } from '../../server/print/sheet-printer.ts';
import { breachesOf } from '../../server/print/structure.ts';
import type { Store } from '../../server/store/database.ts';
import { loadViews, type Views } from '../../server/views.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { sampleStore, silent, today } from '../tools.ts';
import { type Link, type Mark, placesIn } from './book-places.ts';
import { openPdf, type PdfSeen } from './open-pdf.ts';
import { rejection } from './print-room.ts';

describe('the plan book', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const told: string[] = [];
  let store: Store;
  let sheets: SheetPrinter;
  let book: PlanBook;
  let bytes: Uint8Array;
  let pdf: PdfSeen;
  let marks: Mark[];
  let links: Link[][];
  let pages: number;

  const views = loadViews();
  const print = async (name: string, dress: Views = views) => {
    const file = folder.file(name);
    const progress = (what: string, done: number, total: number) => told.push(`${done}/${total} ${what}`);
    const tools = { store, views: dress, sheets, folder: folder.file('.'), progress, partLength: 3 };
    pages = await printPlanBook(tools, book, file);
    return new Uint8Array(readFileSync(file));
  };
  /** The page on which each class begins, as its own heading says. */
  const beginsAt = (title: string, code: string) =>
    pdf.pages.findIndex(
      ({ roles, structured }) => roles.includes('H2') && structured.startsWith(`${title} ${code}`),
    ) + 1;

  before(async () => {
    store = await sampleStore();
    sheets = makeSheetPrinter(findBrowser(process.env), silent);
    const whole = await planBook(store, today);
    if (!whole) throw new Error('The sample plan has no book');
    book = { ...whole, classes: whole.classes.slice(8, 16) };
    bytes = await print('book.pdf');
    pdf = await openPdf(bytes);
    ({ marks, links } = await placesIn(bytes));
  });
  after(async () => {
    await sheets.close();
    await store.close();
    folder.remove();
  });

  it('gives each class its page, in contents and in every index', () => {
    const first = Math.min(...book.classes.map(({ title, code }) => beginsAt(title, code)));
    const front = pdf.pages.slice(1, first - 1).map(({ structured }) => structured);
    for (const { title, code } of book.classes) {
      const page = beginsAt(title, code);
      expect(page, code).to.be.greaterThan(1);
      const names = [
        new RegExp(`${code}\\s*${title}\\s+(\\d+)`),
        new RegExp(`${title}\\s*${code}\\s+(\\d+)`),
      ];
      const found = front.flatMap((text) =>
        names.map((name) => name.exec(text.replace(/(?<=\d)(?=C[A-Z]\d)/g, ' '))?.[1]),
      );
      expect(
        found.filter((each) => each !== undefined),
        code,
      ).to.deep.equal(Array.from({ length: 4 }, () => String(page)));
    }
  });

  it('leads each link of contents and indexes to the page that it names', () => {
    const all = links.flat();
    expect(all).to.have.length(book.classes.length * 4 + 3);
    for (const { contents, page } of all) expect(contents).to.match(new RegExp(`, page ${page}$`));
    const named = all.find(({ contents }) => contents.startsWith('Accounting Manager, '));
    expect(named?.page).to.equal(beginsAt('Accounting Manager', 'CF1415'));
  });

  it('has bookmarks for its lists, its classes and their sections', () => {
    const lists = ['Contents', 'Index by title', 'Index by series', 'Index by pay grade'];
    expect(marks.map(({ title }) => title)).to.deep.equal([
      'Classification Plan',
      ...lists,
      'Class specifications',
    ]);
    const classes = marks.at(-1)?.marks ?? [];
    expect(classes.map(({ title, page }) => [title, page])).to.deep.equal(
      book.classes.map(({ title, code }) => [`${title} ${code}`, beginsAt(title, code)]),
    );
    for (const { marks: sections } of classes)
      expect(sections.map(({ title }) => title)).to.include('Essential Duties');
  });

  it('is one tagged document: all its text in the structure, or in the running heads and feet', () => {
    expect(pdf).to.include({
      marked: true,
      language: 'en-US',
      title: 'Classification Plan, as in force on November 22, 2026',
    });
    expect(pdf.xmp('pdfuaid:part')).to.equal('1');
    for (const [index, { text, artifacts, structured }] of pdf.pages.entries()) {
      expect(structured.trim(), `page ${index + 1}`).to.not.equal('');
      expect((structured + artifacts).length, `page ${index + 1}`).to.equal(text.length);
    }
  });

  it('runs the class, the date and the page over every page but the first', () => {
    expect(pdf.pages).to.have.length(pages);
    expect(pdf.pages[0]?.artifacts).to.equal('');
    for (const [index, { artifacts }] of pdf.pages.slice(1).entries()) {
      expect(artifacts).to.contain('Classification Plan · As in force on November 22, 2026');
      expect(artifacts).to.contain(`Page ${index + 2} of ${pages}`);
    }
    expect(pdf.pages.at(-1)?.artifacts).to.contain(book.classes.at(-1)?.code);
  });

  it('breaks no rule of structure', async () => {
    expect(breachesOf(await readPdf(bytes))).to.deep.equal([]);
  });

  /** What is said of the book where its specifications are written otherwise. */
  async function saidOf(written: string, otherwise: string): Promise<string> {
    const render: Views['render'] = (name, view) => {
      const html = views.render(name, view);
      return name === 'documents/plan-book-classes' ? html.replaceAll(written, otherwise) : html;
    };
    const fault = await rejection(print('broken.pdf', { ...views, render }));
    if (!(fault instanceof Nonconforming)) throw fault;
    return fault.message;
  }

  it('is refused for a part that breaks a rule, which is named', async () => {
    const heading = '<h2>Accounting Manager ';
    const page = beginsAt('Accounting Manager', 'CF1415');
    const own = book.classes.findIndex(({ code }) => code === 'CF1415');
    const [first, , last] = book.classes
      .slice(own - (own % 3))
      .map(({ title, code }) => `${title} (${code})`);
    expect(await saidOf(heading, `<style>.code::after { content: ' Draft' }</style>${heading}`)).to.contain(
      `“Classification Plan, as in force on November 22, 2026: ${first} to ${last}” was printed, does not conform and is not kept. Text “Draft” on page`,
    );
    expect(await saidOf(heading, `<table role="table"><tr><td>A</td></tr></table>${heading}`)).to.contain(
      `Table “A” on page ${page}: A table must have header cells (th).`,
    );
  });

  it('is refused for headings that are not those of one document', async () => {
    const [{ title, code } = { title: '', code: '' }] = book.classes;
    const heading = `“${title} ${code}” on page ${beginsAt(title, code)}`;
    expect(await saidOf('<h2>', '<h1>')).to.contain(
      `“Classification Plan, as in force on November 22, 2026” was printed, does not conform and is not kept. H1 ${heading}: There may be only one heading of the first level.`,
    );
    expect(await saidOf('<h3 ', '<h5 ')).to.contain(
      `A heading may not skip a level: it follows H2 ${heading}.`,
    );
  });

  it('is the same to the byte when printed again, of parts that are kept and of none', async () => {
    told.length = 0;
    expect(sha256(await print('again.pdf'))).to.equal(sha256(bytes));
    expect(told).to.include.members(['8/8 specifications printed', '3/3 parts joined']);
  });
});
