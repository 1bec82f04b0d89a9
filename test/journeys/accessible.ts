// What a machine can find of a page that somebody cannot use: violations of WCAG 2.2 AA, and what is wider than the screen.
import axe from 'axe-core';
import type { Page } from 'puppeteer';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** A phone, a tablet and a desk, in pixels. */
export const widths = [360, 768, 1280] as const;

/** What stands out of the page to the right, where the page can be scrolled sideways at all. */
const readTooWide = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const all = [...document.querySelectorAll('body *')];
  return all.filter((each) => each.getBoundingClientRect().right > clientWidth).map((each) => each.outerHTML.slice(0, 90));
})()`;

const readViolations = `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join('; ')))`;

export async function tooWide(page: Page): Promise<string[]> {
  return (await page.evaluate(readTooWide)) as string[];
}

/** `axe` must be in the page: see withAxe. */
export async function violations(page: Page): Promise<string[]> {
  return (await page.evaluate(readViolations)) as string[];
}

export async function withAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** Everything found at the three widths, each with its width; empty where the page is for everyone. */
export async function obstacles(page: Page): Promise<string[]> {
  const before = page.viewport();
  const found: string[] = [];
  await withAxe(page);
  // From the top: what lies under a bar that stays in sight is reached by scrolling.
  await page.evaluate('window.scrollTo(0, 0)');
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    for (const each of [...(await tooWide(page)), ...(await violations(page))])
      found.push(`${width} px: ${each}`);
  }
  if (before) await page.setViewport(before);
  return found;
}
