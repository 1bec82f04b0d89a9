// An applicant on a phone, 360 pixels wide, looks for a “network boss”, reads a class, compares it with the next level, takes
// its official PDF along and checks that copy. The printer is the real one.
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { sampleStore, serve, type Served, silent, toolsWith } from '../tools.ts';
import { makePrinter, printerDefaults } from '../../server/print/printer.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { tooWide } from './accessible.ts';
import { follow, openBrowser, phone, textOf, visit } from './visit.ts';

const readPdf = `fetch(document.querySelector('a.usa-button[href$=".pdf"]').href).then(async (answer) => ({
  name: /filename="([^"]+)"/.exec(answer.headers.get('content-disposition'))[1],
  bytes: [...(await answer.bytes())],
}))`;

describe('an applicant on a phone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'classplan-downloads-'));
  let browser: Browser;
  let site: Served;

  before(async () => {
    browser = await openBrowser();
    const printer = makePrinter({
      ...printerDefaults,
      executablePath: findBrowser(process.env),
      log: silent,
    });
    site = await serve(toolsWith(await sampleStore(), { printer }));
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  async function expectToFit(page: Page): Promise<void> {
    expect(await tooWide(page), page.url()).to.deep.equal([]);
  }

  /** Saves what the page offers as the official PDF, under the name that comes with it. */
  async function save(page: Page): Promise<string> {
    const { name, bytes } = (await page.evaluate(readPdf)) as { name: string; bytes: number[] };
    writeFileSync(join(folder, name), Uint8Array.from(bytes));
    return join(folder, name);
  }

  it('finds a network boss, reads, compares with the next level, takes the PDF along and checks it', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);

    await go('/');
    await page
      .locator('aria/Search by title, code or words of the text[role="combobox"]')
      .fill('network boss');
    await follow(page, () => page.locator('aria/Search[role="button"]').click());
    expect(await textOf(page, '#found')).to.equal('4 classes for “network boss”');
    await expectToFit(page);

    await follow(page, () => page.locator('aria/IT Manager[role="link"]').click());
    expect(await textOf(page, 'h1')).to.equal('IT Manager CI2787');
    expect(await textOf(page, '#knowledge-skills')).to.contain('network');
    await expectToFit(page);

    await follow(page, () => page.locator('.neighbours__compare').click());
    expect(await textOf(page, 'h1')).to.equal('Levels of the IT Management series');
    expect(await textOf(page, 'main')).to.include('IT Manager Senior');
    await expectToFit(page);

    await go('/classes/CI2787');
    await follow(page, () => page.locator('.neighbours__higher').click());
    expect(await textOf(page, 'h1')).to.equal('IT Manager Senior CI2788');
    const file = await save(page);
    expect(file).to.match(/CI2788.*\.pdf$/);
    await page.reload({ waitUntil: 'load' });
    expect(await textOf(page, 'a.usa-button')).to.match(/^Official PDF \d pages, \d+ KB$/);

    await follow(page, () => page.click('.class-head__acts a[href="/verify"]'));
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#copy-file')]);
    await follow(page, () => chooser.accept([file]));
    expect(await textOf(page, '#answer')).to.include('Current: in force since July 1, 2024');
    await expectToFit(page);
    expect(complaints).to.deep.equal([]);
  });
});
