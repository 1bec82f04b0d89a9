// Given the sample plan, an analyst opens the plan checks, narrows them to one class, reads what a finding means and lets it
// stand with a reason: by keyboard, on a phone, a tablet and at a desk.
import { effort } from '../effort.ts';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { tooWide, violations, withAxe } from './accessible.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

async function expectForEveryone(page: Page): Promise<void> {
  await withAxe(page);
  expect(await tooWide(page), page.url()).to.deep.equal([]);
  expect(await violations(page), page.url()).to.deep.equal([]);
}

describe('an analyst lets a finding stand', () => {
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

  for (const viewport of effort([phone], [phone, { width: 768, height: 900 }, desk]))
    it(`at ${viewport.width} px`, async () => {
      const context = await browser.createBrowserContext();
      const { page, complaints, go } = await visit(context, site, viewport);
      const press = async (times: number, key: 'Tab') => {
        for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press(key);
      };
      await go('/manage/checks');
      await page.type('#field-email', 'anders.quill@larkhaven.example');
      await page.type('#field-password', 'lanterns over the harbor');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, 'h1')).to.equal('Plan checks');
      await expectForEveryone(page);

      await page.focus('#filter-q');
      await page.keyboard.type('executive assistant');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, '#found')).to.equal('2 notes');
      await expectForEveryone(page);

      await page.focus('.finding-group h3 a[href$="flsa.overtime-supervisor"]');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, 'h1')).to.contain('nonexempt');
      await page.focus('.finding__let summary');
      await page.keyboard.press('Enter');
      await expectForEveryone(page);
      await press(1, 'Tab');
      await page.keyboard.type(`Agreed with the union, seen at ${viewport.width} px.`);
      await press(1, 'Tab');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, '.finding__reason')).to.contain(`seen at ${viewport.width} px`);
      await expectForEveryone(page);

      await page.focus('.finding form button');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, '.finding__let summary')).to.contain('Let it stand');
      expect(complaints).to.deep.equal([]);
      await context.close();
    });
});
