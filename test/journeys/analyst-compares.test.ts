// An analyst drops files of another city beside a class of the plan and reads them section by section, with no script running;
// the pages of the way are for everyone.
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { deskOf } from './editor-room.ts';
import { tabTo, tabToText } from './keyboard.ts';
import { follow, openBrowser, textOf } from './visit.ts';

const analyst = 'anders.quill@larkhaven.example';
const fixtures = new URL('../imports/fixtures/', import.meta.url).pathname;
const ladder = ['records-assistant', 'records-specialist', 'records-lead'].map((name) =>
  join(fixtures, 'ladder', `${name}.md`),
);

describe('an analyst reads another employer’s text beside ours', function () {
  this.timeout(120_000);
  let browser: Browser;
  let site: Served;
  const folder = mkdtempSync(join(tmpdir(), 'classplan-compare-'));

  before(async () => {
    browser = await openBrowser();
    site = await serve(toolsWith(await sampleStore()));
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  async function choose(page: Page, ...files: string[]): Promise<void> {
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#field-file')]);
    await chooser.accept(files);
  }

  function heads(page: Page, section: string): Promise<string[]> {
    return page.evaluate(
      `[...document.querySelectorAll('section[aria-labelledby="${section}"] thead th')].slice(1).map((each) => each.textContent.trim())`,
    ) as Promise<string[]>;
  }

  it('from the staff area, by keyboard alone, to a page of one neighbour beside CI2788', async () => {
    const { page, go, complaints, context } = await deskOf(browser, site, analyst);
    await page.setJavaScriptEnabled(false);
    await go('/manage');
    await tabToText(page, 'Beside another employer’s text');
    await follow(page, () => page.keyboard.press('Enter'));
    await tabTo(page, '#field-classes');
    await page.keyboard.type('CI2788');
    await choose(page, join(fixtures, 'network-manager.html'));
    await tabToText(page, 'Compare');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, 'h1')).to.equal('IT Manager Senior beside Network Manager');
    expect(await heads(page, 'section-duties')).to.deep.equal([
      'IT Manager Senior CI2788 Of this plan',
      'Network Manager NM310 Not of this plan',
    ]);
    expect(await textOf(page, 'main')).to.contain('contractors');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.matrix')).display")).to.equal(
      'table',
    );
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it('a ladder of files beside the class, put in another order, with a file that cannot be read', async () => {
    const { page, go, complaints, context } = await deskOf(browser, site, analyst);
    await page.setJavaScriptEnabled(false);
    const wrong = join(folder, 'scan.pdf');
    writeFileSync(wrong, '%PDF-1.7');
    await go('/manage/compare?classes=CI2788');
    await choose(page, wrong, ...ladder);
    await follow(page, () => page.click('form.form button'));
    expect(await textOf(page, '#not-read')).to.equal('1 file could not be read');
    expect(await textOf(page, '.notice')).to.contain('scan.pdf: This is a PDF file');
    expect(await textOf(page, 'main')).to.contain('Working with Others: Service');
    await page.click('.compared-files > summary');
    await tabToText(page, 'Later: Records Assistant');
    await follow(page, () => page.keyboard.press('Enter'));
    expect((await heads(page, 'section-competencies')).map((head) => head.split(' Not ')[0])).to.deep.equal([
      'IT Manager Senior CI2788 Of this plan',
      'Records Specialist',
      'Records Assistant',
      'Records Lead',
    ]);
    await tabToText(page, 'Differences only');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, 'button[aria-current]')).to.equal('Differences only');
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it('meets no obstacle on the page, nor where there is something to correct', async () => {
    const { page, go, context } = await deskOf(browser, site, analyst);
    await go('/manage/compare?classes=CI2788');
    expect(await obstacles(page)).to.deep.equal([]);
    await choose(page, ...ladder);
    await follow(page, () => page.click('form.form button'));
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await obstacles(page)).to.deep.equal([]);
    await go('/manage/compare?classes=XX9');
    await choose(page, ...ladder);
    await follow(page, () => page.click('form.form button'));
    expect(await textOf(page, '.issues')).to.contain('No class of the plan has the code XX9.');
    expect(await obstacles(page)).to.deep.equal([]);
    await context.close();
  });
});
