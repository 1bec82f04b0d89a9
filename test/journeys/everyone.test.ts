// Every kind of page, of readers and of staff, on a phone, a tablet and a desk, light and dark: no violation of WCAG 2.2 AA that
// a machine can find, nothing wider than the screen whatever the words, no complaint in the console, no request to anybody else.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { effort } from '../effort.ts';
import { everyPage, type PageKind, unvisited } from '../pages/busy-site.ts';
import { fakePrinter, serve, type Served, toolsWith } from '../tools.ts';
import {
  inScheme,
  obstacles,
  obstaclesInTheDark,
  tooWide,
  violations,
  widths,
  withAxe,
} from './accessible.ts';
import { kindOf } from './crawl.ts';
import { deskOf } from './editor-room.ts';
import { longCode, storeWithLongClass } from './long-class.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

const longPages = [
  `/classes/${longCode}`,
  `/classes/${longCode}/revisions`,
  `/classes/${longCode}/revisions/2`,
  `/classes?q=${'Donaudampfschifffahrtselektrizitaeten'.repeat(5)}`,
];

/** Each with the status with which it answers: the browser tells it in the console. */
const problems = new Map<string, number>([
  ['/nothing', 404],
  ['/classes/CA1090.pdf', 410],
  [`/classes/${'X'.repeat(300)}`, 404],
]);

describe('every page is for everyone', () => {
  let browser: Browser;
  let site: Served;
  let pages: PageKind[];

  before(async () => {
    browser = await openBrowser();
    site = await serve(toolsWith(await storeWithLongClass(), { printer: fakePrinter() }));
    pages = await everyPage(site);
    expect(unvisited(pages)).to.deep.equal([]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** What is wrong with pages that one person looks at, by path. */
  async function faultsOf(paths: Iterable<string>, as: PageKind['as']): Promise<Record<string, string[]>> {
    const { page, complaints, go } = await (as === null
      ? visit(browser, site, desk)
      : deskOf(browser, site, as));
    await inScheme(page, 'light');
    const found: Record<string, string[]> = {};
    const seen = new Set<string>();
    for (const path of paths) {
      await go(path);
      // Of another page of a kind the rules ask in a long run only: what is too wide, and what the console says, always.
      const isNew = !seen.has(kindOf(path));
      seen.add(kindOf(path));
      const faults = await obstacles(page, isNew ? widths : effort([], widths));
      if (effort(isNew, true)) faults.push(...(await obstaclesInTheDark(page)));
      const status = problems.get(path);
      const unexpected = complaints.splice(0).filter((each) => !each.includes(`status of ${status}`));
      if (faults.length + unexpected.length > 0) found[path] = [...faults, ...unexpected];
    }
    await page.close();
    return found;
  }

  for (const as of [null, 'analyst', 'administrator'] as const)
    it(`to ${as ?? 'a reader'}`, async function () {
      this.timeout(240_000);
      const theirs = pages.filter((each) => each.as === as).map(({ path }) => path);
      const also = as === null ? [...problems.keys(), ...longPages] : [];
      expect(await faultsOf(new Set([...theirs, ...also]), as)).to.deep.equal({});
    });

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
