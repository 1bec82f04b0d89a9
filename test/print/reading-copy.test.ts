// What is printed and is not official says so: a draft on every page, a reading copy with where the text stands today. Nothing
// of it is kept in the record.
import { expect } from 'chai';
import type { Printer } from '../../server/print/printer.ts';
import { sampleStore, serve, type Served, signedIn, toolsWith } from '../tools.ts';
import { openPdf } from './open-pdf.ts';
import { printerWith } from './print-room.ts';

/** Lines and letters stand apart on paper; the words are the same without their spaces. */
const squeezed = (text: string | undefined) => (text ?? '').replace(/\s+/g, '');

describe('prints that are not official', function () {
  this.timeout(60_000);
  let printer: Printer;
  let site: Served;
  const count = () =>
    site.tools.store.db
      .selectFrom('official_documents')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();

  before(async () => {
    printer = printerWith();
    site = await serve(toolsWith(await sampleStore(), { printer }));
  });
  after(async () => {
    await site.close();
    await printer.close();
  });

  it('a superseded revision has a reading copy that says so first, and its official PDF stays what it is', async () => {
    const path = '/classes/CI2788/revisions/2';
    const official = await (await fetch(`${site.address}${path}.pdf`)).bytes();
    const answer = await fetch(`${site.address}${path}/reading-copy.pdf`);
    const { pages, title } = await openPdf(await answer.bytes());
    expect(answer.headers.get('content-disposition')).to.contain('rev2_reading-copy.pdf');
    expect(title).to.contain('reading copy: Revision 2, effective October 21, 2021');
    expect(squeezed(pages[0]?.structured)).to.contain(
      squeezed('Superseded. It applied from October 21, 2021 until November 27, 2022'),
    );
    for (const { artifacts } of pages)
      expect(squeezed(artifacts)).to.contain('NOTINFORCE').and.contain('Nottheofficialdocument.');
    const again = await (await fetch(`${site.address}${path}.pdf`)).bytes();
    expect(Buffer.from(again).equals(Buffer.from(official))).to.equal(true);
  });

  it('the text in force has one without a mark over its pages', async () => {
    const { pages } = await openPdf(
      await (await fetch(`${site.address}/classes/CI2788/revisions/4/reading-copy.pdf`)).bytes(),
    );
    expect(squeezed(pages[0]?.structured)).to.contain('thistextisinforce');
    expect(squeezed(pages[0]?.artifacts)).to.not.contain('NOTINFORCE');
  });

  it('a draft is marked on every page, for staff alone, and nothing of it is kept', async () => {
    const analyst = await signedIn(site, 'anders.quill@larkhaven.example');
    const words = { number: 'CN1970', title: 'Library', reason: 'Review.', authority: 'Notice' };
    await analyst.post('/manage/actions/new', { ...words, effectiveOn: '2027-02-01' });
    const classId = 'class-librarian';
    await analyst.post('/manage/actions/CN1970/changes', {
      intent: 'change',
      chosen: classId,
      classId,
      payGrade: '',
    });
    const before = await count();
    const path = `/manage/actions/CN1970/changes/${classId}/draft.pdf`;
    const answer = await analyst(path);
    const { pages, title } = await openPdf(await answer.bytes());
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(title).to.contain('draft: Draft of CN1970');
    expect(squeezed(pages[0]?.structured)).to.contain('Nothinghereisinforce');
    for (const { artifacts } of pages) expect(squeezed(artifacts)).to.contain('DRAFT');
    expect(await count()).to.deep.equal(before);
    expect((await fetch(`${site.address}${path}`)).headers.get('content-type')).to.not.contain('pdf');
  });
});
