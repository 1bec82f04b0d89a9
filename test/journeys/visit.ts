// What the journeys share: a real browser, the real application, and a watch over every page for complaints in
// the console and for requests to anybody else.
import puppeteer, { type Browser, type BrowserContext, type Page, type Viewport } from 'puppeteer';
import { findBrowser } from '../../server/print/browser-path.mjs';
import type { Served } from '../tools.ts';

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  if (executablePath === null)
    throw new Error('The journeys need Chrome or Chromium: npm run pretest installs one.');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return puppeteer.launch({
    executablePath,
    args: [...sandbox, '--no-first-run', '--disable-background-networking'],
  });
}

export const phone: Viewport = { width: 360, height: 740, isMobile: true, hasTouch: true };
export const desk: Viewport = { width: 1280, height: 900 };

export interface Visit {
  readonly page: Page;
  /** What the console said and what was asked of other hosts: should stay empty. */
  readonly complaints: string[];
  readonly go: (path: string) => Promise<void>;
}

export async function visit(
  browser: Browser | BrowserContext,
  site: Served,
  viewport: Viewport,
): Promise<Visit> {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && origin !== site.address) complaints.push(`foreign: ${request.url()}`);
  });
  await page.setViewport(viewport);
  return {
    page,
    complaints,
    go: async (path) => void (await page.goto(site.address + path, { waitUntil: 'load' })),
  };
}

/** Does what leads to another page, and waits until it is there. */
export async function follow(page: Page, deed: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), deed()]);
}

/** The text of the first element that fits. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return String(await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`));
}
