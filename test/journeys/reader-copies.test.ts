// Somebody who quotes a text copies the link of a section and the citation; without scripts, or where a browser does not
// allow it, the link is a link.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { tabToText } from './keyboard.ts';
import { desk, openBrowser, phone, textOf, visit } from './visit.ts';

describe('a reader who quotes', () => {
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

  const said = (words: string) =>
    `document.getElementById('copied').textContent.includes(${JSON.stringify(words)})`;

  it('copies the link of a section and the citation by keyboard, and is told so', async () => {
    const context = await browser.createBrowserContext();
    await context.setPermission(site.address, {
      permission: { name: 'clipboard-write' },
      state: 'granted',
    });
    await context.setPermission(site.address, { permission: { name: 'clipboard-read' }, state: 'granted' });
    const { page, complaints, go } = await visit(context, site, desk);
    const copied = () => page.evaluate('navigator.clipboard.readText()');
    await go('/classes/CI2788');

    await tabToText(page, 'Copy link to Education Requirement');
    await page.keyboard.press('Enter');
    await page.waitForFunction(said('The link to Education Requirement is copied.'));
    expect(await copied()).to.equal(`${site.address}/classes/CI2788#education`);
    expect(await textOf(page, '#education .section-link__act')).to.equal('Copied link');

    await tabToText(page, 'Show the citation');
    await page.keyboard.press('Enter');
    await tabToText(page, 'Copy the citation');
    await page.keyboard.press('Enter');
    await page.waitForFunction(said('The citation is copied.'));
    expect(await copied()).to.equal(await textOf(page, '#citation'));
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it('is told where the browser does not allow it, and is at the section all the same', async () => {
    const context = await browser.createBrowserContext();
    await context.setPermission(site.address, { permission: { name: 'clipboard-write' }, state: 'denied' });
    const { page, go } = await visit(context, site, desk);
    await go('/classes/CI2788');
    await page.click('#duties .section-link');
    await page.waitForFunction(said('This browser did not allow copying.'));
    expect(new URL(page.url()).hash).to.equal('#duties');
    await context.close();
  });

  it('follows the link of a section without scripts', async () => {
    const { page, go } = await visit(browser, site, phone);
    await page.setJavaScriptEnabled(false);
    await go('/classes/CI2788');
    expect(await textOf(page, '#duties .section-link')).to.equal('Link to Essential Duties');
    await page.click('#duties .section-link');
    expect(new URL(page.url()).hash).to.equal('#duties');
    await page.click('.cite summary');
    const isSeen = (id: string) => page.evaluate(`document.getElementById('${id}').checkVisibility()`);
    expect(await isSeen('citation')).to.equal(true);
    expect(await isSeen('copy-citation')).to.equal(false);
  });
});
