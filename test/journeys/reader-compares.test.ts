// A union steward finds out what the last revision changed, reads it on a phone without scripts, looks at one section, and
// compares the class with the next level.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { effort } from '../effort.ts';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

describe('a reader compares', () => {
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

  it('from the list of revisions to one section, without scripts, on a phone', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);
    await page.setJavaScriptEnabled(false);
    await go('/classes/CI2788');
    await follow(page, () => page.click('a[href$="/revisions"]'));
    await follow(page, () => page.click('a[href$="/compare/3..4"]'));
    expect(await textOf(page, '.redline-count')).to.include('3 changes: 3 changed.');
    await page.click('a[href="#change-1"]');
    expect(new URL(page.url()).hash).to.equal('#change-1');
    await page.click('#change-1 a[href="#change-2"]');
    expect(new URL(page.url()).hash).to.equal('#change-2');
    await page.select('#section', 'details');
    await follow(page, () => page.click('.redline-choice button'));
    expect(await textOf(page, '.redline-count')).to.include('Class Detail, 2 changes');
    await page.select('#from-revision', '1');
    await follow(page, () => page.click('.compare-form button'));
    expect(new URL(page.url()).pathname).to.equal('/classes/CI2788/compare/1..4');
    expect(complaints).to.deep.equal([]);
  });

  it('chooses another class of the series', async () => {
    const { page, complaints, go } = await visit(browser, site, desk);
    await go('/classes/CI2788');
    await follow(page, () => page.click('.class-ways a[href$="/compare"]'));
    expect(await obstacles(page)).to.deep.equal([]);
    await page.type('#with-class', 'ci2789');
    await follow(page, () => page.click('[aria-label="Compare with another class"] button'));
    expect(new URL(page.url()).pathname).to.equal('/classes/CI2788/compare/CI2789');
    expect(await textOf(page, '.class-head__standing')).to.include('to IT Director (CI2789)');
    expect(complaints).to.deep.equal([]);
  });

  for (const path of effort(
    ['1..4?style=side', '2020-01-01..2024-07-01?style=list', 'CI2789?style=inline', '4..4?style=clean'],
    ['1..4', '2020-01-01..2024-07-01', 'CI2789', '4..4'].flatMap((texts) =>
      ['inline', 'side', 'list', 'clean'].map((style) => `${texts}?style=${style}`),
    ),
  ))
    it(`${path} is for everyone`, async () => {
      const { page, complaints, go } = await visit(browser, site, desk);
      await go(`/classes/CI2788/compare/${path}`);
      expect(await obstacles(page)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
      await page.close();
    });
});
