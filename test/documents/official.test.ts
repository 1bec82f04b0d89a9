// The official PDF of a revision is printed once and never again; of two that race, one is kept and both are
// handed that one.
import { expect } from 'chai';
import { officialPdf, printMissing } from '../../server/documents/official.ts';
import { refusal } from '../../server/errors.ts';
import type { PrintJob } from '../../server/print/printer.ts';
import { type ClassRevision, unprintedRevisions } from '../../server/store/classes.ts';
import type { Tools } from '../../server/tools.ts';
import { fakePrinter, sampleStore, toolsWith } from '../tools.ts';

/** What its document is called, and no other: the code, the title and the number of the revision. */
function titleOf({ body: { code, title }, number }: ClassRevision): string {
  return `${title} (${code}), class specification, revision ${number}`;
}

describe('official PDFs', () => {
  let tools: Tools;
  let jobs: PrintJob[];

  beforeEach(async () => {
    jobs = [];
    const printer = fakePrinter();
    /** No two printings of this one are alike. */
    const print = (job: PrintJob) => {
      const bytes = Buffer.from(`%PDF-1.7 printing ${jobs.push(job)}`);
      return Promise.resolve({ bytes, pages: 1, browser: 'Fake/1' });
    };
    tools = toolsWith(await sampleStore(), { printer: { ...printer, print } });
  });
  afterEach(() => tools.store.close());

  it('every revision without one is printed exactly once, and progress is told', async () => {
    const missing = await unprintedRevisions(tools.store);
    const told: string[] = [];
    const done = await printMissing(tools, (count, total) => told.push(`${count}/${total}`));
    expect(done).to.equal(missing.length).and.above(90);
    expect(told).to.deep.equal(missing.map((_, index) => `${index + 1}/${missing.length}`));
    expect(jobs.map(({ properties }) => properties.title).sort()).to.deep.equal(missing.map(titleOf).sort());
    expect(new Set(missing.map(titleOf)).size).to.equal(missing.length);
    expect(await unprintedRevisions(tools.store)).to.deep.equal([]);
    expect(await printMissing(tools, () => expect.fail('there is nothing to tell'))).to.equal(0);
  });

  it('what is printed already is left alone', async () => {
    const [first] = await unprintedRevisions(tools.store);
    if (!first) throw new Error('The plan is empty');
    await officialPdf(tools, first);
    await printMissing(tools, () => undefined);
    expect(jobs.filter(({ properties }) => properties.title === titleOf(first))).to.have.length(1);
  });

  it('printing stops when it is told to, with what is done kept', async () => {
    const stopping = new AbortController();
    const done = await printMissing(tools, (count) => count === 5 && stopping.abort(), stopping.signal);
    expect(done).to.be.within(5, 6);
    const missing = await unprintedRevisions(tools.store);
    expect(missing.length + done).to.be.above(90);
  });

  it('two that race end with one document and the same bytes for both', async () => {
    const [revision] = await unprintedRevisions(tools.store);
    if (!revision) throw new Error('The plan is empty');
    const [one, other] = await Promise.all([officialPdf(tools, revision), officialPdf(tools, revision)]);
    expect(jobs).to.have.length(2);
    expect(one).to.deep.equal(other);
    const rows = await tools.store.db.selectFrom('official_documents').selectAll().execute();
    expect(rows.map(({ sha256 }) => sha256)).to.deep.equal([one.sha256]);
    const entries = await tools.store.db
      .selectFrom('revisions')
      .selectAll()
      .where('subject', '=', 'official-document')
      .execute();
    expect(entries).to.have.length(1);
    expect(entries[0]?.body).to.contain(one.sha256);
    expect(await officialPdf(tools, revision)).to.deep.equal(one);
    expect(jobs).to.have.length(2);
  });

  it('nothing is kept of a printing that failed', async () => {
    const [revision] = await unprintedRevisions(tools.store);
    if (!revision) throw new Error('The plan is empty');
    const printer = { ...tools.printer, print: () => Promise.reject(refusal('printer-unavailable')) };
    const failure: unknown = await officialPdf({ ...tools, printer }, revision).catch(
      (error: unknown) => error,
    );
    expect(failure).to.include({ code: 'printer-unavailable' });
    expect((await unprintedRevisions(tools.store))[0]?.hash).to.equal(revision.hash);
    expect(Buffer.from((await officialPdf(tools, revision)).bytes).toString()).to.equal(
      '%PDF-1.7 printing 1',
    );
  });
});
