// A manager asks which level a position is: from the page of the series to what the IT Director adds over the IT Manager
// Senior, without what is the same, and with the PDF to take to a meeting. On a phone and at a desk. The printer is real.
import { expect } from 'chai';
import type { Browser, Viewport } from 'puppeteer';
import type { Printer } from '../../server/print/printer.ts';
import { openPdf } from '../print/open-pdf.ts';
import { printerWith } from '../print/print-room.ts';
import { effort } from '../effort.ts';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { tabTo } from './keyboard.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

const readPdf = `fetch([...document.querySelectorAll('.matrix-files a')].find(({ textContent }) => textContent === 'PDF').href)
  .then(async (answer) => ({ type: answer.headers.get('content-type'), bytes: [...(await answer.bytes())] }))`;
/** How the tables are laid out: as tables, or their columns stacked. */
const readDisplays = `[...new Set([...document.querySelectorAll('.matrix')].map((each) => getComputedStyle(each).display))]`;
/** Every cell of the rows that are shown says something else than the one before. */
const readSame = `[...document.querySelectorAll('.matrix:not(.matrix--facts) tbody tr')].filter((row) =>
  [...row.querySelectorAll('td')].slice(1).every((cell) => cell.classList.contains('matrix-cell--same'))).length`;

describe('a manager compares levels', function () {
  this.timeout(120_000);
  let browser: Browser;
  let printer: Printer;
  let site: Served;

  before(async () => {
    browser = await openBrowser();
    printer = printerWith();
    site = await serve(toolsWith(await sampleStore(), { printer }));
  });
  after(async () => {
    await browser.close();
    await site.close();
    await printer.close();
  });

  const places: [name: string, viewport: Viewport, display: string][] = [
    ['on a phone', phone, 'block'],
    ['at a desk', desk, 'table'],
  ];
  for (const [name, viewport, display] of effort(places.slice(0, 1), places))
    it(`${name}: what does the IT Director add?`, async () => {
      const { page, complaints, go } = await visit(browser, site, viewport);

      await go('/series/it-management');
      await follow(page, () =>
        page.locator('aria/What IT Director adds over IT Manager Senior[role="link"]').click(),
      );
      expect(await textOf(page, ':target h3')).to.equal('What IT Director adds over IT Manager Senior');
      expect(await textOf(page, ':target')).to.contain('Experience rises from 3 years to 5 years.');
      expect(await page.evaluate(readSame)).to.be.greaterThan(0);
      expect(await page.evaluate(readDisplays)).to.deep.equal([display]);

      await follow(page, () => page.locator('aria/Differences only[role="link"]').click());
      expect(await page.evaluate(readSame)).to.equal(0);
      expect(await textOf(page, '.matrix-same')).to.contain('Licensure');
      const everyone = await visit(browser, site, desk);
      await everyone.go(new URL(page.url()).pathname + new URL(page.url()).search);
      expect(await obstacles(everyone.page)).to.deep.equal([]);
      await everyone.page.close();

      const { type, bytes } = (await page.evaluate(readPdf)) as { type: string; bytes: number[] };
      expect(type).to.equal('application/pdf');
      const pdf = await openPdf(Uint8Array.from(bytes));
      expect(pdf.pages[0]?.text).to.contain('What is the same in every column is left out.');
      expect(complaints).to.deep.equal([]);
      await page.close();
    });

  it('by keyboard on a phone: from the head of the page to a section far below', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);
    await page.setJavaScriptEnabled(false);
    await go('/series/it-management/compare');
    await tabTo(page, '.matrix-jump summary');
    expect(await page.evaluate("document.querySelector('.matrix-jump').open")).to.equal(false);
    await page.keyboard.press('Enter');
    await tabTo(page, '.matrix-jump a[href="#section-experience"]');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).to.equal('#section-experience');
    const top = Number(await page.evaluate("document.querySelector(':target').getBoundingClientRect().top"));
    expect(top).to.be.within(0, phone.height / 4);
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  it('all levels with everything shown, and the page to choose classes, are for everyone', async () => {
    const { page, complaints, go } = await visit(browser, site, desk);
    for (const path of [
      '/series/it-management/compare',
      '/compare',
      '/compare?classes=CI2788,CF1411,CE2203',
      '/compare?classes=CI2788,ZZ9999',
      '/series/it-management/compare?levels=CF1411',
    ]) {
      await go(path);
      await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
      expect(await obstacles(page), path).to.deep.equal([]);
    }
    expect(complaints.filter((each) => !each.includes('status of 422'))).to.deep.equal([]);
    await page.close();
  });
});
