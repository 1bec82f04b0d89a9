// An analyst carries a rule through the plan: searches, proposes, keeps one class with a reason, changes the others and
// ends in one action; then words a competency anew. By keyboard alone, without JavaScript, and every page is for everyone.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { draftsOf } from '../../server/store/drafts.ts';
import { planTextsOf } from '../../server/store/plan-texts.ts';
import { sampleSite } from '../pages/site.ts';
import { type Served, signedIn } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { desk, follow, openBrowser, textOf, visit } from './visit.ts';

/** Goes on with Tab until the keyboard is at the element; it must come there, and be seen there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = `document.activeElement.matches(${JSON.stringify(selector)})`;
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(isThere)) return;
  }
  expect.fail(`Tab does not lead to ${selector}`);
}

/** The check itself is a script; the pages never run one. */
async function expectForEveryone(page: Page): Promise<void> {
  await page.setJavaScriptEnabled(true);
  expect(await obstacles(page), page.url()).to.deep.equal([]);
  await page.setJavaScriptEnabled(false);
}

async function write(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await follow(page, () => page.keyboard.press('Enter'));
}

async function openAction(page: Page, number: string): Promise<void> {
  await write(page, '#field-number', number);
  await write(page, '#field-title', 'Permits');
  await write(page, '#field-reason', 'The statute has changed.');
  await write(page, '#field-authority', 'Statute 12');
  await tabTo(page, '#field-effectiveOn');
  await page.keyboard.type('02012027');
}

describe('an analyst carries a rule through the plan', () => {
  let browser: Browser;
  let site: Served;
  before(async () => {
    browser = await openBrowser();
    site = await sampleSite();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function arrive() {
    const visited = await visit(browser, site, desk);
    const { cookie } = await signedIn(site, 'analyst');
    const [name = '', ...value] = cookie.split('=');
    await visited.page
      .browserContext()
      .setCookie({ name, value: value.join('='), domain: '127.0.0.1', path: '/' });
    await visited.page.setJavaScriptEnabled(false);
    return visited;
  }

  it('decides a sweep class by class and ends it in one action', async () => {
    const { page, complaints, go } = await arrive();
    await go('/manage/sweeps');
    await expectForEveryone(page);
    await press(page, 'a[href="/manage/sweeps/new"]');
    await write(page, '#field-q', 'animal control officer');
    await tabTo(page, '#field-edit');
    await page.keyboard.type('Replace');
    await write(page, '#field-with', 'animal services officer');
    await press(page, '.sweep-search button');
    expect(await textOf(page, '#found')).to.match(/^2 classes, in force on/);
    await expectForEveryone(page);
    await openAction(page, 'CN1960');
    await press(page, '.action-choice ~ button');
    expect(await textOf(page, '#progress-text')).to.equal('0 of 2 decided');
    await expectForEveryone(page);

    await tabTo(page, '.hit:first-child input[value=keep], .hit:first-child input[value=change]');
    await page.keyboard.press('ArrowRight');
    await press(page, '.sweep-page-acts > button');
    expect(await textOf(page, '.issues')).to.contain('Say why this class is kept as it is.');
    await expectForEveryone(page);
    await write(page, '.hit:first-child .verdict__reason input', 'Named by another statute.');
    await press(page, '.sweep-page-acts > button');
    expect(await textOf(page, '[role=status]')).to.equal('1 class decided.');
    await press(page, 'button[name=all][value=change]');
    expect(await textOf(page, '#progress-text')).to.equal('2 of 2 decided');
    await expectForEveryone(page);
    await press(page, '.steps form:first-of-type button');
    expect(new URL(page.url()).pathname).to.equal('/manage/actions/CN1960');
    expect(await textOf(page, 'main')).to.contain('1 changed, 1 kept');
    await expectForEveryone(page);
    expect(await draftsOf(site.tools.store, 'CN1960')).to.have.length(1);
    expect(complaints.filter((each) => !each.includes('422'))).to.deep.equal([]);
    await page.close();
  });

  it('words a competency anew', async () => {
    const { page, complaints, go } = await arrive();
    await go('/manage/library');
    await expectForEveryone(page);
    await press(page, 'a[href="/manage/library/competency-accountability"]');
    expect(await textOf(page, 'h1')).to.equal('Accountability');
    await expectForEveryone(page);
    await press(page, 'a[href$="/edit"]');
    await expectForEveryone(page);
    await tabTo(page, '#field-text');
    await page.keyboard.type(' Tells of errors at once.');
    await openAction(page, 'CN1961');
    await press(page, '.action-choice ~ button');
    expect(await textOf(page, 'h1')).to.equal('Reword “Accountability”');
    await expectForEveryone(page);
    const [text] = await planTextsOf(site.tools.store, 'CN1961');
    expect(text?.id).to.equal('competency-accountability');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});
