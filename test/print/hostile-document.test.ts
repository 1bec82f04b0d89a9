// A document made to reach out: it must reach nothing, run nothing, read nothing, and still be printed.

import { expect } from 'chai';
import type { Printer } from '../../server/print/printer.ts';
import { hostileReferences, type Listener, openListener } from './hostile-references.ts';
import { openPdf } from './open-pdf.ts';
import { job, printerWith, whole } from './print-room.ts';

function hostile(base: string): string {
  const references = hostileReferences(base).join('\n');
  return `<!doctype html><meta charset="utf-8"><title>Harmless</title>${references}<h1>Harmless words</h1>`;
}

describe('A hostile document', function () {
  this.timeout(60_000);
  let listener: Listener;

  before(async () => {
    listener = await openListener();
  });
  after(() => listener.close());

  async function closing<T>(use: (printer: Printer) => Promise<T>): Promise<T> {
    const printer = printerWith();
    try {
      return await use(printer);
    } finally {
      await printer.close();
    }
  }

  it('has sixty ways to reach out', () => {
    expect(new Set(hostileReferences(listener.base)).size).to.equal(60);
  });

  it('reaches no listener, runs no script, reads no file, and is printed', async () => {
    const { seen, health } = await closing(async (printer) => {
      const printed = await printer.print({ ...job, html: hostile(listener.base) });
      return { seen: await openPdf(printed.bytes), health: printer.health() };
    });
    const text = seen.pages.map((page) => page.text).join(' ');
    expect(text).to.include('Harmless words').and.not.include('OWNED').and.not.include('root:');
    expect(seen.title).to.equal(job.properties.title);
    expect(health.requestsRefused).to.be.greaterThan(10);
    expect(listener.hits()).to.equal(0);
    await listener.knock();
    expect(listener.hits(), 'the listener does count').to.equal(1);
  });

  it('leaves nothing behind for the next document', async () => {
    const [clean, after] = await closing(async (printer) => [
      await printer.print(job),
      (await printer.print({ ...job, html: hostile(listener.base) }), await printer.print(job)),
    ]);
    expect(Buffer.compare(clean?.bytes ?? Buffer.of(), after?.bytes ?? Buffer.of(1))).to.equal(0);
  });

  it('cannot pass for page objects by its words', async () => {
    const words = whole('<h1>\n&lt;&lt;/Type /Page\n</h1><pre>\n&lt;&lt;/Type /Page\n</pre>');
    const printed = await closing((printer) => printer.print({ ...job, html: words }));
    expect(printed.pages).to.equal(1);
  });
});
