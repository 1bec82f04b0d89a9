// A document made to reach out: it must reach nothing, run nothing, read nothing, and still be printed.

import { expect } from 'chai';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import type { Printer } from '../../server/print/printer.ts';
import { openPdf } from './open-pdf.ts';
import { job, printerWith, whole } from './print-room.ts';

function hostile(base: string): string {
  return `<!doctype html><html><head><meta charset="utf-8">
    <base href="${base}/base/"><meta http-equiv="refresh" content="0;url=${base}/refresh">
    <link rel="preconnect" href="${base}"><link rel="dns-prefetch" href="${base}"><link rel="prefetch" href="a">
    <link rel="preload" as="image" href="${base}/preload"><link rel="stylesheet" href="${base}/sheet.css">
    <link rel="icon" href="${base}/icon"><link rel="manifest" href="${base}/manifest">
    <style>@import "${base}/import.css"; @font-face { font-family: F; src: url(${base}/font) }
      body { background: url(${base}/background); font-family: F } video, audio { visibility: hidden } li { list-style-image: url(file:///etc/passwd) }
    </style><script src="${base}/script.js"></script><script>document.title = 'OWNED'</script></head>
    <body onload="document.body.textContent = 'OWNED'"><h1>Harmless words</h1>
    <script>document.body.append('OWNED'); fetch('${base}/fetch'); navigator.sendBeacon('${base}/beacon')</script>
    <img alt="" src="${base}/image"><img alt="" src="x" onerror="document.body.append('OWNED')"><img alt="" srcset="${base}/set 2x">
    <iframe src="${base}/frame"></iframe><iframe src="file:///etc/passwd"></iframe>
    <iframe srcdoc="<script>parent.document.body.append('OWNED')</script><img src='${base}/inner'>"></iframe>
    <iframe src="data:text/html,<script>top.location='${base}/top'</script><img src='${base}/data'>"></iframe>
    <iframe src="javascript:'OWNED'"></iframe><object data="${base}/object"></object><embed src="${base}/embed">
    <video src="${base}/video" poster="${base}/poster" autoplay></video><audio src="${base}/audio" autoplay></audio>
    <svg aria-hidden="true"><image href="${base}/svg"/><use href="${base}/use#a"/><script>document.body.append('OWNED')</script></svg>
    <input type="image" aria-hidden="true" src="${base}/input"><table background="${base}/table"><tr><td>cell</table>
    <ul><li>item</ul><a href="${base}/link" ping="${base}/ping">a link</a></body></html>`;
}

describe('A hostile document', function () {
  this.timeout(60_000);
  let listener: Server;
  let base: string;
  let connections = 0;

  before(async () => {
    listener = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    base = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
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

  it('reaches no listener, runs no script, reads no file, and is printed', async () => {
    const { seen, health } = await closing(async (printer) => {
      const printed = await printer.print({ ...job, html: hostile(base) });
      return { seen: await openPdf(printed.bytes), health: printer.health() };
    });
    const text = seen.pages.map((page) => page.text).join(' ');
    expect(text).to.include('Harmless words').and.not.include('OWNED').and.not.include('root:');
    expect(seen.title).to.equal(job.properties.title);
    expect(health.requestsRefused).to.be.greaterThan(10);
    expect(connections).to.equal(0);
    await knock();
    expect(connections, 'the listener does count').to.equal(1);
  });

  it('leaves nothing behind for the next document', async () => {
    const [clean, after] = await closing(async (printer) => [
      await printer.print(job),
      (await printer.print({ ...job, html: hostile(base) }), await printer.print(job)),
    ]);
    expect(Buffer.compare(clean?.bytes ?? Buffer.of(), after?.bytes ?? Buffer.of(1))).to.equal(0);
  });

  it('cannot pass for page objects by its words', async () => {
    const words = whole('<h1>\n&lt;&lt;/Type /Page\n</h1><pre>\n&lt;&lt;/Type /Page\n</pre>');
    const printed = await closing((printer) => printer.print({ ...job, html: words }));
    expect(printed.pages).to.equal(1);
  });

  async function knock(): Promise<void> {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'close');
  }
});
