// What a machine can find of a page that somebody cannot use: violations of WCAG 2.2 AA, and what is wider than the screen.
import axe from 'axe-core';
import type { Page } from 'puppeteer';
import { effort } from '../effort.ts';

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

/** The rules whose verdict can differ between a light and a dark scheme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

type Rules = 'all' | 'of colour';

function readViolations(rules: Rules): string {
  const runOnly = rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: rulesOfColour };
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  return `axe.run(${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join('; ')))`;
}

export async function tooWide(page: Page): Promise<string[]> {
  return (await page.evaluate(readTooWide)) as string[];
}

/** `axe` must be in the page: see withAxe. */
export async function violations(page: Page, rules: Rules = 'all'): Promise<string[]> {
  return (await page.evaluate(readViolations(rules))) as string[];
}

type Scheme = 'light' | 'dark';

export async function inScheme(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    // A colour that is on its way is none to be judged.
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

export async function withAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** A desk of 1280 pixels at 400 percent, in pixels. */
const zoomed = 320;

type Width = (typeof widths)[number];

/** Where most of them stand who have little room. */
const phoneOnly: readonly Width[] = [360];

/**
 * What keeps somebody out of the page as it stands, each with where; empty where it is for everyone. What is too wide is
 * looked for at every width; `judged` are the widths at which the rules are asked.
 */
export async function obstacles(
  page: Page,
  judged: readonly Width[] = effort(phoneOnly, widths),
): Promise<string[]> {
  const before = page.viewport();
  const found: string[] = [];
  await withAxe(page);
  // From the top: what lies under a bar that stays in sight is reached by scrolling.
  await page.evaluate('window.scrollTo(0, 0)');
  for (const width of [zoomed, ...widths]) {
    await page.setViewport({ width, height: 900 });
    const wide = await tooWide(page);
    const violated = judged.some((each) => each === width) ? await violations(page) : [];
    for (const each of [...wide, ...violated]) found.push(`${width} px: ${each}`);
  }
  if (before) await page.setViewport(before);
  return found;
}

/** What cannot be read in a dark scheme, as obstacles. In a short run the rules of colours alone are asked, on a phone. */
export async function obstaclesInTheDark(page: Page): Promise<string[]> {
  const before = page.viewport();
  const found: string[] = [];
  await inScheme(page, 'dark');
  for (const width of effort(phoneOnly, widths)) {
    await page.setViewport({ width, height: 900 });
    const violated = await violations(page, effort('of colour', 'all'));
    found.push(...violated.map((each) => `${width} px, dark: ${each}`));
  }
  await inScheme(page, 'light');
  if (before) await page.setViewport(before);
  return found;
}
