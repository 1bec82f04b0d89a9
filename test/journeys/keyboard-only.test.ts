// A reader without a mouse: Tab and Enter lead from the front page to a section of a class, and the place where
// the keyboard is can always be seen.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { desk, follow, openBrowser, textOf, visit } from './visit.ts';

interface Focus {
  readonly name: string;
  readonly isMarked: boolean;
}

const readFocus = `(() => {
  const element = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const name = element.id || element.textContent.trim();
  return { name, isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
})()`;

async function focus(page: Page): Promise<Focus> {
  return (await page.evaluate(readFocus)) as Focus;
}

/** Presses Tab until the keyboard is at `name`; every stop on the way must be marked. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await focus(page);
    expect(at.isMarked, `${at.name} is marked`).to.equal(true);
    if (at.name === name) return;
  }
  expect.fail(`Tab does not lead to ${name}`);
}

describe('a reader without a mouse', () => {
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

  it('skips the head of the page, searches, opens the first hit and goes to a section', async () => {
    const { page, complaints, go } = await visit(browser, site, desk);
    await go('/');

    await page.keyboard.press('Tab');
    expect(await focus(page)).to.deep.equal({ name: 'Skip to main content', isMarked: true });
    await page.keyboard.press('Enter');
    expect((await focus(page)).name).to.equal('main-content');

    await tabTo(page, 'search-words');
    await page.keyboard.type('senior operation');
    await follow(page, () => page.keyboard.press('Enter'));
    const first = await textOf(page, '.class-list a');

    await tabTo(page, first);
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, 'h1')).to.contain(first);

    await tabTo(page, 'Experience Requirement');
    await page.keyboard.press('Enter');
    const top = Number(
      await page.evaluate(`document.querySelector('#experience').getBoundingClientRect().top`),
    );
    expect(new URL(page.url()).hash).to.equal('#experience');
    expect(top).to.be.within(0, 60);

    await tabTo(page, await textOf(page, 'a[href$="/revisions"]'));

    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, 'h1')).to.match(/^Revisions of /);
    expect(complaints).to.deep.equal([]);
  });

  it('opens the filters and clears them again', async () => {
    const { page, go } = await visit(browser, site, desk);
    await go('/classes');
    await tabTo(page, 'Filters, date and order');
    await page.keyboard.press('Enter');
    await tabTo(page, 'filter-flsa');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Show classes');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(new URL(page.url()).searchParams.get('flsa')).to.not.equal('');
    expect(await textOf(page, '.chips li a')).to.match(/^FLSA/);
    await tabTo(page, 'Clear all');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(page.url()).to.equal(`${site.address}/classes`);
  });
});
