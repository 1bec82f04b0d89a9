// Given the sample plan, somebody of the public asks what changed between two dates, corrects dates in the wrong order, narrows
// the list to what was regraded and reads it by action: with forms and links alone, on a phone, a tablet and a desk.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { obstacles, widths } from './accessible.ts';
import { follow, openBrowser, textOf, visit } from './visit.ts';

/** Types a date as the browser's own field writes it. */
async function setDate(page: Page, name: string, date: string): Promise<void> {
  await page.evaluate(`document.getElementById('field-${name}').value = '${date}'`);
}

async function ask(page: Page, from: string, to: string): Promise<void> {
  await setDate(page, 'from', from);
  await setDate(page, 'to', to);
  await follow(page, () => page.click('.changes-dates button'));
}

describe('what changed between two dates', () => {
  let browser: Browser;
  let site: Served;
  before(async () => {
    browser = await openBrowser();
    site = await sampleSite();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const width of widths)
    it(`is asked, corrected, narrowed and read at ${width} px`, async () => {
      const { page, complaints, go } = await visit(browser, site, { width, height: 900 });
      await go('/');
      await follow(page, () => page.click('.site-nav a[href="/changes"]'));
      expect(await textOf(page, 'h1')).to.equal('The plan between two dates');

      await ask(page, '2024-07-01', '2021-01-01');
      expect(await textOf(page, '.issues')).to.contain('Put the earlier one first.');
      expect(await obstacles(page)).to.deep.equal([]);
      expect(complaints.splice(0)).to.have.length(1);

      await ask(page, '2021-01-01', '2024-07-01');
      expect(await textOf(page, '.changes-summary')).to.contain('11 regraded');
      expect(await obstacles(page)).to.deep.equal([]);

      await follow(page, () => page.click('.changes-kinds a[href*="kind=regrade"]'));
      expect(await textOf(page, '.changes-kinds [aria-current]')).to.equal('Regraded 11');
      expect(await page.$$('.changes-list > li')).to.have.length(11);
      expect(await textOf(page, '.changes-list dl')).to.contain('Pay grade');

      await follow(page, () => page.click('.redline-styles a[href*="by=action"]'));
      expect(await textOf(page, '.changes-group')).to.contain('CN1802');
      expect(await obstacles(page)).to.deep.equal([]);

      await follow(page, () => page.click('.changes-group a'));
      expect(await textOf(page, 'h1')).to.contain('CN1802');
      expect(complaints).to.deep.equal([]);
      await page.close();
    });
});
