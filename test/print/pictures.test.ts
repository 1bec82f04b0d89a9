// Pictures: a document with one is printed the same whatever its tab printed before, and one whose picture cannot be
// drawn is not printed at all.
import { expect } from 'chai';
import type { Printer, PrintJob } from '../../server/print/printer.ts';
import { job, printerWith, whole } from './print-room.ts';

const seal = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="navy"/></svg>',
).toString('base64');

function picturing(source: string): PrintJob {
  const html = whole(`<h1>With a seal</h1><img alt="The seal" width="90" height="90" src="${source}">`);
  return { ...job, html };
}

describe('A document with a picture', function () {
  this.timeout(60_000);
  let printer: Printer;

  before(() => {
    printer = printerWith({ tabs: 1 });
  });
  after(() => printer.close());

  it('is the same to the byte as the first and as the third document of a tab', async () => {
    const seals = picturing(`data:image/svg+xml;base64,${seal}`);
    const first = await printer.print(seals);
    await printer.print(job);
    const third = await printer.print(seals);
    expect(Buffer.from(third.bytes).equals(first.bytes)).to.equal(true);
  });

  it('is refused where the picture cannot be drawn', async () => {
    const refused: unknown = await printer
      .print(picturing('data:image/png;base64,AAAA'))
      .catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'printer-unavailable');
  });
});
