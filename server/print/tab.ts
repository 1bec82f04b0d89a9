// One tab, set up so that a document can do nothing but be laid out: no script, no network, print media.
// Whatever it asks for besides data: is aborted and counted.

import type { Browser, HTTPRequest, Page, PDFOptions } from 'puppeteer';

export interface Tab {
  readonly page: Page;
  /** How many requests documents made here, all aborted. */
  refused: number;
}

export async function openTab(browser: Browser): Promise<Tab> {
  const page = await browser.newPage();
  const tab: Tab = { page, refused: 0 };
  page.on('request', (request) => void answer(tab, request));
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setOfflineMode(true),
    page.setRequestInterception(true),
    page.emulateMediaType('print'),
  ]);
  return tab;
}

/** Asked inside the tab: the alternative text of a picture that came with the document and was not drawn. */
const undrawnPicture = `
  [...document.querySelectorAll('img[src^="data:"]')].find((image) => image.naturalWidth === 0)?.alt ?? null`;

/** A picture of the document could not be drawn; what would be printed is not what was meant. */
export class PictureMissing extends Error {}

/**
 * The document is written into the one before it, whose content security policy goes on: beginning a new one would take half
 * as long again as the print. All our documents have the same policy, and test/house.test.ts holds that.
 */
export async function layOut(tab: Tab, html: string, options: PDFOptions): Promise<Uint8Array> {
  await tab.page.setContent(html, { waitUntil: 'load', timeout: 0 });
  const missing = await tab.page.evaluate(undrawnPicture);
  if (typeof missing === 'string') throw new PictureMissing(`The picture “${missing}” was not drawn`);
  return tab.page.pdf({ ...options }); // Puppeteer writes into what it is given
}

async function answer(tab: Tab, request: HTTPRequest): Promise<void> {
  try {
    if (request.url().startsWith('data:') && !request.isNavigationRequest()) return await request.continue();
    tab.refused += 1;
    // "aborted" leaves the document in place; any other reason would show an error page instead.
    await request.abort('aborted');
  } catch {
    // The tab was closed while it asked: there is nobody left to answer.
  }
}
