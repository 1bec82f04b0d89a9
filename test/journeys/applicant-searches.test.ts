// An applicant on a phone, with a keyboard and no mouse, who does not know what the city calls the work: searches for a
// “network boss”, is shown the managers of information technology, and reads where the text says so.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { tabTo, tabToText } from './keyboard.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

/** As narrow as a phone; one that reloads the page at every new width cannot be asked for obstacles. */
const narrow = { ...desk, width: 360 };
const expanded = "document.activeElement.getAttribute('aria-expanded')";
const atHand = `document.getElementById(document.activeElement.getAttribute('aria-activedescendant') ?? '')?.textContent ?? null`;
const status = "document.querySelector('.search-box [role=status]')?.textContent";

describe('an applicant who searches in plain words', () => {
  let browser: Browser;
  let site: Served;
  before(async () => {
    browser = await openBrowser();
    site = await serve(toolsWith(await sampleStore()));
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('finds the managers of networks by keyboard, and the passage that says so', async () => {
    const { page, complaints, go } = await visit(browser, site, narrow);
    await go('/');
    await tabTo(page, '#search-words');
    await page.keyboard.type('network boss');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, '#found')).to.equal('4 classes for “network boss”');
    expect(await textOf(page, '.class-list a')).to.equal('IT Manager');
    expect(await textOf(page, '.understood')).to.contain('Also searched for: IT');
    expect(await obstacles(page)).to.deep.equal([]);
    await tabToText(page, 'Knowledge & Skills');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).to.equal(
      '/classes/CI2787#knowledge-skills',
    );
    expect(complaints).to.deep.equal([]);
  });

  it('is offered classes while typing, goes through them by arrows, and leaves them by Escape', async () => {
    const { page, complaints, go } = await visit(browser, site, narrow);
    await go('/');
    await tabTo(page, '#search-words');
    await suggested(page, 'libr');
    expect(await page.evaluate(expanded)).to.equal('true');
    expect(await page.evaluate(status)).to.match(/^\d suggestions\. Press the down arrow/);
    expect(await obstacles(page)).to.deep.equal([]);
    await page.keyboard.press('ArrowDown');
    const first = await page.evaluate(atHand);
    expect(first).to.contain('Librar');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(atHand)).to.equal(null);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(expanded)).to.equal('false');
    expect(await page.evaluate('document.activeElement.value')).to.equal('libr');
    await page.keyboard.press('ArrowDown');
    await follow(page, () => page.keyboard.press('Enter'));
    const title = await textOf(page, 'h1');
    expect(title).to.equal(first);
    expect(complaints).to.deep.equal([]);
  });

  it('narrows the list, sees what is chosen, and gives it up, without scripts', async () => {
    const { page, complaints, go } = await visit(browser, site, phone);
    await page.setJavaScriptEnabled(false);
    await go('/classes?q=manager');
    await follow(page, () => page.click('.facets a[href*="group=IT"]'));
    expect(await textOf(page, '.chips a')).to.contain('Occupational group: Information Technology');
    await follow(page, () => page.click('.sorts a[href*="sort=code"]'));
    await follow(page, () => page.click('.chips a'));
    expect(new URL(page.url()).search).to.equal('?q=manager&sort=code');
    expect(complaints).to.deep.equal([]);
  });
});

async function suggested(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.waitForSelector('.suggestions:not([hidden]) [role=option]');
}
