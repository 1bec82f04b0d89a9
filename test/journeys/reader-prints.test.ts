// Somebody prints the page of a class from the browser: what comes out is set as the official PDF is, without the site.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { desk, openBrowser, visit } from './visit.ts';

describe('a reader who prints', () => {
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

  it('has the masthead, the standing, the text and where it is from, and nothing of the site', async () => {
    const { page, complaints, go } = await visit(browser, site, desk);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.emulateMediaType('print');
    await go('/classes/CI2788/revisions/2');
    const text = String(await page.evaluate('document.body.innerText'));
    expect(text).to.match(/^City of Larkhaven\s+Office of Human Resources\s+Class Specification/i);
    expect(text).to.include('Superseded').and.to.include('General Statement of Duties');
    expect(text).to.include(`${site.address}/classes/CI2788/revisions/2 (accessed November 22, 2026).`);
    for (const word of [
      'Classification Plan',
      'On this page',
      'Copy link',
      'vacancy',
      'Next higher',
      'Check a copy',
    ])
      expect(text).to.not.include(word);
    const face = (selector: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('${selector}')).fontFamily`);
    expect(await face('h1')).to.match(/^"?Public Sans/);
    expect(await face('#summary p')).to.match(/^"?Merriweather/);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).to.equal(
      'rgba(0, 0, 0, 0)',
    );
    expect(complaints).to.deep.equal([]);
  });
});
