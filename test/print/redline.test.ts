// The redline as a PDF, opened: what is compared, the list of changes before the marked text, every change in words, tags in
// order, and the same bytes whenever it is printed.
import { expect } from 'chai';
import { redlinePdf } from '../../server/documents/redline-print.ts';
import {
  comparedRevision,
  type ComparedTexts,
  revisionNames,
} from '../../server/documents/compared-texts.ts';
import type { PlanSettings } from '../../schemas/types.ts';
import { redlineOf } from '../../server/model/redline.ts';
import type { Printer } from '../../server/print/printer.ts';
import { planSettings } from '../../server/store/plan.ts';
import type { Store } from '../../server/store/database.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { loadViews } from '../../server/views.ts';
import { sampleStore } from '../tools.ts';
import { openPdf, type PdfSeen } from './open-pdf.ts';
import { printerWith } from './print-room.ts';

const views = loadViews();

describe('A redline as a PDF', function () {
  this.timeout(60_000);
  let store: Store;
  let printer: Printer;
  let settings: PlanSettings;
  let texts: ComparedTexts;
  let seen: PdfSeen;

  before(async () => {
    store = await sampleStore();
    printer = printerWith();
    settings = (await planSettings(store)) as PlanSettings;
    const [, , old, current] = await revisionsOf(store, 'class', 'class-it-manager-senior');
    if (!old || !current) throw new Error('The sample plan has changed');
    texts = {
      ...{ title: current.body.title, code: current.body.code, notices: ['Both are of the past.'] },
      compared: 'From revision 3 to revision 4',
      before: comparedRevision(old, revisionNames(old)),
      after: comparedRevision(current, revisionNames(current)),
      redline: redlineOf(old.body, current.body, settings),
      ...{ section: null, draftOf: null },
    };
    seen = await openPdf((await redlinePdf({ printer, views }, texts, settings)).bytes);
  });
  after(async () => {
    await printer.close();
    await store.close();
  });

  it('says what it is and what it compares', () => {
    expect(seen.title).to.equal('Redline of IT Manager Senior (CI2788), Revision 3 to Revision 4');
    expect([seen.language, seen.marked]).to.deep.equal(['en-US', true]);
    expect(seen.xmp('dc:title')).to.equal(seen.title);
    const [first] = seen.pages;
    expect(first?.text).to.include('From revision 3 to revision 4.').and.include('Both are of the past.');
    expect(first?.text).to.include('3 changes: 3 changed.');
    for (const page of seen.pages) expect(page.artifacts).to.match(/Redline · Revision 3 to Revision 4/);
  });

  it('has the list of changes as a table before the marked text, headings in order', () => {
    expect(seen.outline.slice(0, 4)).to.deep.equal([
      'IT Manager Senior CI2788',
      'List of changes',
      'Marked text',
      'Title, code and series',
    ]);
    const roles = seen.pages.flatMap((page) => page.roles);
    expect(roles.filter((role) => role === 'Table')).to.have.length(1);
    expect(roles.filter((role) => role === 'TH')).to.have.length(4 + 3);
    expect(roles.filter((role) => /^H\d$/.test(role)).slice(0, 4)).to.deep.equal(['H1', 'H2', 'H2', 'H3']);
  });

  it('tells every change in words too, where it is read', () => {
    const text = seen.pages.map(({ read }) => read).join('');
    expect(text).to.match(/deleted: ?Four \(4\) ?added: ?Three \(3\) years of experience/);
    expect(text.match(/deleted:/g)).to.have.length(1 + 3 + 3);
    expect(text.match(/added:/g)).to.have.length(1 + 3 + 3);
    expect(text).to.include('Reworded');
  });

  it('is the same to the byte when it is printed again', async () => {
    const { bytes } = await redlinePdf({ printer, views }, texts, settings);
    const anew = { ...printer, print: printer.print.bind(printer) };
    const again = await redlinePdf({ printer: anew, views }, texts, settings);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).to.equal(true);
  });

  it('of a draft says so on every page', async () => {
    const draft = { ...texts, after: { ...texts.after, name: 'This draft' }, draftOf: 'CN1960' };
    const opened = await openPdf((await redlinePdf({ printer, views }, draft, settings)).bytes);
    expect(opened.pages[0]?.structured).to.include('DRAFT of action CN1960. Nothing here is in force');
    expect(opened.pages[0]?.structured).to.not.include('PUBLIC DOCUMENT');
    for (const page of opened.pages) expect(page.artifacts).to.include('DRAFT · Redline');
  });
});
