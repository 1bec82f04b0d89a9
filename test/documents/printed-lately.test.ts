// What is printed on request: once for those who ask together, again after a failure, and no more is kept than may be.
import { expect } from 'chai';
import { printedLately, printKey, Shelf } from '../../server/documents/printed-lately.ts';
import { refusal } from '../../server/errors.ts';
import type { PrintJob } from '../../server/print/printer.ts';
import { fakePrinter } from '../tools.ts';

function jobOf(id: string): PrintJob {
  const properties = {
    ...{ title: id, author: '', subject: '', language: 'en-US', keywords: [] },
    createdAt: new Date(0),
    id,
  };
  return { html: '', properties };
}

describe('documents printed lately', () => {
  it('those who ask for one document together wait for one print, and so do those who come later', async () => {
    const printer = fakePrinter();
    const ask = () => printedLately({ printer }, printKey('redline', 3, 4), () => jobOf('a'));
    const [first, second] = await Promise.all([ask(), ask()]);
    const third = await ask();
    expect(printer.jobs).to.have.length(1);
    expect(second).to.equal(first);
    expect(third).to.equal(first);
    expect(first.sha256).to.match(/^[0-9a-f]{64}$/);
    await printedLately({ printer }, printKey('redline', 3, 5), () => jobOf('b'));
    expect(printer.jobs.map(({ properties }) => properties.id)).to.deep.equal(['a', 'b']);
  });

  it('a print that fails is told to all who wait, and tried again for the next', async () => {
    const printer = fakePrinter();
    let isBroken = true;
    const print = (job: PrintJob) =>
      isBroken ? Promise.reject(refusal('printer-unavailable')) : printer.print(job);
    const printing = { ...printer, print };
    const ask = () => printedLately({ printer: printing }, 'key', () => jobOf('a'));
    const told = await Promise.allSettled([ask(), ask()]);
    expect(told.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    isBroken = false;
    await ask();
    expect(printer.jobs).to.have.length(1);
  });

  it('a document that cannot be made is a failure like any other', async () => {
    const printer = fakePrinter();
    const broken = printedLately({ printer }, 'key', () => {
      throw new Error('no such template');
    });
    const [told] = await Promise.allSettled([broken]);
    expect(told?.status).to.equal('rejected');
    await printedLately({ printer }, 'key', () => jobOf('a'));
    expect(printer.jobs).to.have.length(1);
  });

  it('the memory is bounded in documents and in bytes; what was asked for longest ago goes first', async () => {
    const shelf = new Shelf({ documents: 3, bytes: 100 });
    const printed: string[] = [];
    const take = (key: string, bytes: number) =>
      shelf.take(key, () => {
        printed.push(key);
        return Promise.resolve({ bytes: new Uint8Array(bytes), sha256: key, pages: 1 });
      });
    for (const key of ['a', 'b', 'c', 'a', 'd']) await take(key, 10);
    expect(shelf.size).to.deep.equal({ documents: 3, bytes: 30 });
    await take('a', 10);
    await take('b', 10);
    expect(printed).to.deep.equal(['a', 'b', 'c', 'd', 'b']);
    await take('large', 85);
    expect(shelf.size).to.deep.equal({ documents: 2, bytes: 95 });
    await take('too large', 101);
    expect(shelf.size).to.deep.equal({ documents: 2, bytes: 95 });
  });
});
