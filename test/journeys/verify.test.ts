// The journey of somebody who was handed a file: an applicant drops or chooses a PDF and learns in words whether it is
// official and in force. The file never leaves the machine. Without scripts the hash is pasted.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { printerWith } from '../print/print-room.ts';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

describe('a copy that somebody was handed', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'classplan-copies-'));
  let browser: Browser;
  let site: Served;

  before(async () => {
    browser = await openBrowser();
    site = await serve(toolsWith(await sampleStore(), { printer: printerWith() }));
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  async function printed(path: string): Promise<Buffer> {
    const answer = await fetch(site.address + path);
    return Buffer.from(await answer.arrayBuffer());
  }

  function official(number: number): Promise<Buffer> {
    return printed(`/classes/CI2788/revisions/${number}.pdf`);
  }

  function file(name: string, bytes: Uint8Array): string {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  }

  async function choose(page: Page, path: string): Promise<void> {
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#copy-file')]);
    await chooser.accept([path]);
  }

  /** What the page says of a file, and everything that was sent to learn it. */
  async function answerTo(name: string, bytes: Uint8Array) {
    const { page, complaints, go } = await visit(browser, site, desk);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`.trim()));
    await go('/classes/CI2788');
    await follow(page, () => page.click('.class-head__acts a[href="/verify"]'));
    await follow(page, () => choose(page, file(name, bytes)));
    expect([...new Set(sent)]).to.deep.equal(['GET']);
    expect(await obstacles(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
    return page;
  }

  it('is current', async () => {
    const page = await answerTo('current.pdf', await official(4));
    expect(await textOf(page, '#answer')).to.include('Current: in force since July 1, 2024');
    await page.close();
  });

  it('is superseded, and the text in force is a link away', async () => {
    const page = await answerTo('old.pdf', await official(3));
    expect(await textOf(page, '#answer')).to.include('Superseded on July 1, 2024 by revision 4');
    await follow(page, () => page.click('#answer a[href="/classes/CI2788"]'));
    expect(await textOf(page, '.class-head__standing')).to.include('Revision 4');
    await page.close();
  });

  it('is altered by one byte, and the genuine one is a link away', async () => {
    const bytes = await official(4);
    const at = bytes.indexOf('stream') + 100;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const page = await answerTo('altered.pdf', bytes);
    expect(await textOf(page, '#answer')).to.include(
      'This file says that it is revision 4 of IT Manager Senior',
    );
    const href = String(await page.evaluate("document.querySelector('#answer a').getAttribute('href')"));
    const genuine = Buffer.from(await (await fetch(site.address + href)).arrayBuffer());
    expect(genuine.equals(await official(4))).to.equal(true);
    await page.close();
  });

  it('is unknown', async () => {
    const page = await answerTo('letter.pdf', Buffer.from('%PDF-1.7 a letter'));
    expect(await textOf(page, '#answer')).to.include('Unknown: no official PDF has this hash');
    expect(page.url()).to.not.include('letter');
    await page.close();
  });

  for (const [name, path] of [
    ['a reading copy', '/classes/CI2788/revisions/4/reading-copy.pdf'],
    ['a redline', '/classes/CI2788/compare/3..4.pdf'],
  ] as const)
    it(`is ${name}, which is not official, and the page says so`, async () => {
      const page = await answerTo('copy.pdf', await printed(path));
      expect(await textOf(page, '#answer'))
        .to.include('Unknown')
        .and.include('Reading copies, redlines');
      await page.close();
    });

  it('is dropped on the page as well', async () => {
    const { page, go } = await visit(browser, site, desk);
    await go('/verify');
    const drop = `(() => {
      const files = new DataTransfer();
      files.items.add(new File(['a letter'], 'letter.pdf'));
      document.querySelector('#copy-drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true }));
    })()`;
    await follow(page, () => page.evaluate(drop));
    expect(await textOf(page, '#answer')).to.include('Unknown');
    await page.close();
  });

  it('is not read where it is empty, and the page says so', async () => {
    const { page, go } = await visit(browser, site, phone);
    await go('/verify');
    await choose(page, file('empty.pdf', new Uint8Array()));
    await page.waitForFunction("document.querySelector('#copy-status').textContent !== ''");
    expect(await textOf(page, '#copy-status')).to.equal('empty.pdf is empty. Choose the PDF itself.');
    await page.close();
  });

  it('is checked without scripts by its hash, as a program prints it', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);
    await page.setJavaScriptEnabled(false);
    await go('/verify');
    expect(await page.$eval('#copy-drop', (each) => (each as { hidden?: boolean }).hidden)).to.equal(true);
    const hash = createHash('sha256')
      .update(await official(4))
      .digest('hex');
    await page.type('#field-sha256', `${hash}  current.pdf`);
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, '#answer')).to.include('Current: in force since July 1, 2024');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});
