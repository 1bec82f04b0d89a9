// Every kind of page, on a phone, a tablet and a desk: no violation of WCAG 2.2 AA that a machine can find,
// nothing wider than the screen whatever the words, no complaint in the console, no request to anybody else.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { pageKinds, problemPages } from '../pages/site.ts';
import { fakePrinter, serve, type Served, toolsWith } from '../tools.ts';
import { tooWide, violations, widths, withAxe } from './accessible.ts';
import { longCode, storeWithLongClass } from './long-class.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

const longPages = [
  `/classes/${longCode}`,
  `/classes/${longCode}/revisions`,
  `/classes/${longCode}/revisions/2`,
  `/classes?q=${'Donaudampfschifffahrtselektrizitaeten'.repeat(5)}`,
  `/classes/${'X'.repeat(300)}`,
];

describe('every page is for everyone', () => {
  let browser: Browser;
  let site: Served;

  before(async () => {
    browser = await openBrowser();
    site = await serve(toolsWith(await storeWithLongClass(), { printer: fakePrinter() }));
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const problems = ['/nothing', '/classes/CA1090.pdf'];
  for (const path of [...pageKinds.map(([each]) => each), ...problems, ...longPages]) {
    it(`${path.slice(0, 60)} at ${widths.join(', ')} px`, async () => {
      const { page, complaints, go } = await visit(browser, site, { ...desk, width: 360 });
      await go(path);
      await withAxe(page);
      for (const width of widths) {
        await page.setViewport({ width, height: 900 });
        expect(await tooWide(page), `at ${width} px`).to.deep.equal([]);
        expect(await violations(page), `at ${width} px`).to.deep.equal([]);
      }
      const status = problemPages.find(([each]) => each === path)?.[1] ?? (path.includes('XXX') ? 404 : 200);
      const expected =
        status === 200 ? [] : [complaints.find((each) => each.includes(`status of ${status}`))];
      expect(complaints).to.deep.equal(expected);
      await page.close();
    });
  }

  it('the check finds what is wrong where something is', async () => {
    const { page, go } = await visit(browser, site, desk);
    await go('/classes');
    await withAxe(page);
    await page.evaluate(
      "document.querySelector('label').remove(); document.querySelector('h1').style.color = '#ccc'",
    );
    const found = await violations(page);
    expect(found.map((each) => each.replace(/:.*/, ''))).to.have.members(['color-contrast', 'label']);
  });

  it('the open filters fit a phone', async () => {
    const { page, go } = await visit(browser, site, phone);
    await go('/classes?group=IT');
    expect(await tooWide(page)).to.deep.equal([]);
  });

  it('everything works without JavaScript', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);
    await page.setJavaScriptEnabled(false);
    await go('/');
    await page.type('#search-words', 'network');
    await follow(page, () => page.keyboard.press('Enter'));
    await follow(page, () => page.click('.class-list a'));
    expect(await textOf(page, 'h1')).to.not.equal('');
    await page.click('.on-this-page a[href="#duties"]');
    expect(new URL(page.url()).hash).to.equal('#duties');
    await follow(page, () => page.click('a[href$="/revisions"]'));
    expect(await textOf(page, 'h1')).to.match(/^Revisions of /);
    expect(complaints).to.deep.equal([]);
  });
});
