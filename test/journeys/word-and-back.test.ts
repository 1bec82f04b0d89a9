// An analyst takes a draft into Word and brings it back, with no script running: download, upload, report, confirm. The pages
// of the way are for everyone.
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { longIt } from '../effort.ts';
import { officialText } from '../../server/documents/official-text.ts';
import { wordFile } from '../../server/documents/word.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { blocksOfSection } from '../../server/model/specification.ts';
import { draftOf } from '../../server/store/drafts.ts';
import { sampleStore, serve, type Served, signedIn, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { deskOf } from './editor-room.ts';
import { tabTo, tabToText } from './keyboard.ts';
import { follow, openBrowser, textOf } from './visit.ts';

const analyst = 'anders.quill@larkhaven.example';
const path = '/manage/actions/CN1975/changes/class-librarian';

describe('an analyst takes a draft to Word and back', () => {
  let browser: Browser;
  let site: Served;
  const folder = mkdtempSync(join(tmpdir(), 'classplan-word-'));

  before(async () => {
    browser = await openBrowser();
    site = await serve(toolsWith(await sampleStore()));
    const person = await signedIn(site, analyst);
    const words = { number: 'CN1975', title: 'Library', reason: 'Review.', authority: 'Notice' };
    await person.post('/manage/actions/new', { ...words, effectiveOn: '2027-02-01' });
    const change = { intent: 'change', chosen: 'class-librarian', classId: 'class-librarian', payGrade: '' };
    await person.post('/manage/actions/CN1975/changes', change);
  });
  after(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  async function draft() {
    return (await draftOf(site.tools.store, 'CN1975', 'class-librarian')) ?? expect.fail('no draft');
  }

  async function choose(page: Page, file: string): Promise<void> {
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#field-file')]);
    await chooser.accept([file]);
  }

  /** What an analyst would have done in Word: a duty taken out, another reworded, one added. */
  async function editedFile(): Promise<string> {
    const body = structuredClone((await draft()).body);
    const duties = blocksOfSection(body, 'duties');
    const [first, , third, ...others] = duties;
    if (!first || !third || !body.sections.duties || !('blocks' in body.sections.duties))
      expect.fail('no duties');
    const news = {
      id: 'x1',
      kind: 'item',
      level: 1,
      text: 'Shows school classes round the library.',
    } as const;
    body.sections.duties.blocks = [{ ...first, text: `${first.text} (25% of time)` }, third, news, ...others];
    const { settings } = readSamplePlan();
    const head = { settings, edition: 'DRAFT', notice: null, at: '2026-11-22T15:00:00.000Z' };
    const file = join(folder, 'librarian.docx');
    writeFileSync(file, await wordFile(officialText(body, [], settings), head));
    return file;
  }

  it('sees what would change, puts it in, and finds it in the draft; every page is for everyone', async function () {
    this.timeout(60_000);
    const before = blocksOfSection((await draft()).body, 'duties');
    const { page, go, complaints, context } = await deskOf(browser, site, analyst);
    await page.setJavaScriptEnabled(false);
    await go(`${path}/upload`);
    await choose(page, await editedFile());
    await tabTo(page, '#field-file');
    await tabToText(page, 'Read the file');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, 'h1')).to.contain('What was read for Librarian');
    expect(await textOf(page, '.redline-count'))
      .to.contain('1 added')
      .and.contain('1 deleted');
    await tabToText(page, 'Put this text into the draft');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(new URL(page.url()).search).to.equal('?saved=saved');
    const [first, second, third] = blocksOfSection((await draft()).body, 'duties');
    expect(first).to.deep.equal({ ...before[0], percentOfTime: 25 });
    expect(second).to.deep.equal(before[2]);
    expect(third).to.include({ text: 'Shows school classes round the library.' });
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  longIt('meets no obstacle on the pages of an upload', async function () {
    this.timeout(60_000);
    const { page, go, context } = await deskOf(browser, site, analyst);
    await go(`${path}/upload`);
    expect(await obstacles(page)).to.deep.equal([]);
    const wrong = join(folder, 'wrong.docx');
    writeFileSync(wrong, '%PDF-1.7');
    await choose(page, wrong);
    await follow(page, () => page.click('form.form button'));
    expect(await textOf(page, '.issues')).to.contain('wrong.docx: This is a PDF file');
    expect(await obstacles(page)).to.deep.equal([]);
    await choose(page, await editedFile());
    await follow(page, () => page.click('form.form button'));
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await obstacles(page)).to.deep.equal([]);
    await context.close();
  });
});
