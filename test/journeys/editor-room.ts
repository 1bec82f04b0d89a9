// What the journeys of the editor share: a signed-in analyst in a browser of their own, and the state of what is saved.
import type { Browser, BrowserContext, Page } from 'puppeteer';
import type { Served } from '../tools.ts';
import { signedIn } from '../tools.ts';
import { desk, visit, type Visit } from './visit.ts';

export interface Desk extends Visit {
  readonly context: BrowserContext;
}

/** A browser profile of their own, where somebody has signed in. */
export async function deskOf(browser: Browser, site: Served, email: string): Promise<Desk> {
  const context = await browser.createBrowserContext();
  const { cookie } = await signedIn(site, email);
  const [name = '', value = ''] = cookie.split('=');
  await context.setCookie({ name, value, domain: '127.0.0.1', path: '/' });
  return { context, ...(await visit(context, site, desk)) };
}

/** Waits until the page says that everything is saved. */
export async function waitSaved(page: Page): Promise<void> {
  await page.waitForFunction(
    "/^Saved/.test(document.querySelector('#save-state')?.textContent.trim() ?? '')",
  );
}

/** The texts of the entries of a section as the page shows them. */
export async function entries(page: Page, key: string): Promise<string[]> {
  return (await page.evaluate(
    `[...document.querySelectorAll('textarea[name="text.${key}"]')].map((each) => each.value)`,
  )) as string[];
}
