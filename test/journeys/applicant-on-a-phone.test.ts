// An applicant on a phone looks for work with networks, reads a class, looks at the next level and takes the
// official PDF along. The printer is the real one.
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Browser } from 'puppeteer';
import { sampleStore, serve, type Served, silent, toolsWith } from '../tools.ts';
import { makePrinter, printerDefaults } from '../../server/print/printer.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { follow, openBrowser, phone, textOf, visit } from './visit.ts';

interface Pdf {
  readonly type: string;
  readonly tag: string;
  readonly bytes: number[];
}

const readPdf = `fetch(document.querySelector('a.usa-button').href).then(async (answer) => ({
  type: answer.headers.get('content-type'),
  tag: answer.headers.get('etag'),
  bytes: [...(await answer.bytes())],
}))`;

describe('an applicant on a phone', () => {
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
  });

  it('finds a class by what its text says, reads it and takes the official PDF of the next level along', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);

    await go('/');
    await page.locator('aria/Search by title, code or words of the text[role="combobox"]').fill('network');
    await follow(page, () => page.locator('aria/Search[role="button"]').click());
    expect(await textOf(page, 'h2')).to.match(/^\d+ classes for “network”$/);

    await follow(page, () => page.locator('aria/Systems Administrator[role="link"]').click());
    expect(await textOf(page, 'h1')).to.equal('Systems Administrator CI2711');
    expect(await textOf(page, '#summary')).to.contain('servers');

    await follow(page, () => page.locator('.neighbours__higher').click());
    expect(await textOf(page, 'h1')).to.equal('Systems Administrator Senior CI2712');

    const pdf = (await page.evaluate(readPdf)) as Pdf;
    const bytes = Buffer.from(pdf.bytes);
    expect(pdf.type).to.equal('application/pdf');
    expect(bytes.subarray(0, 5).toString('latin1')).to.equal('%PDF-');
    expect(pdf.tag).to.equal(`"${createHash('sha256').update(bytes).digest('hex')}"`);

    await page.reload({ waitUntil: 'load' });
    expect(await textOf(page, 'a.usa-button')).to.match(/^Official PDF \d pages, \d+ KB$/);
    expect(complaints).to.deep.equal([]);
  });
});
