// An analyst without a mouse edits as fast as in a word processor, and loses nothing: moves, splits, undoes, pastes from
// Word, comes back after the tab was killed, and writes beside somebody else.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { blocksOfSection } from '../../server/model/specification.ts';
import { draftOf } from '../../server/store/drafts.ts';
import { sampleStore, serve, type Served, signedIn, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { deskOf, entries, waitSaved } from './editor-room.ts';
import { chord, tabTo, tabToText, toEnd } from './keyboard.ts';
import { openBrowser, textOf } from './visit.ts';

const classId = 'class-it-manager-senior';
const path = `/manage/actions/CN1960/changes/${classId}`;
const [anders, noor] = ['anders.quill@larkhaven.example', 'noor.ferris@larkhaven.example'];

describe('an analyst at the editor', () => {
  let browser: Browser;
  let site: Served;

  before(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    site = await serve(toolsWith(await sampleStore()));
    const one = await signedIn(site, anders);
    const words = { title: 'IT', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' };
    await one.post('/manage/actions/new', { number: 'CN1960', ...words });
    await one.post('/manage/actions/CN1960/changes', {
      intent: 'change',
      chosen: classId,
      classId,
      payGrade: '',
    });
  });
  afterEach(() => site.close());
  after(() => browser.close());

  const stored = async () => {
    const draft = await draftOf(site.tools.store, 'CN1960', classId);
    if (!draft) throw new Error('The draft is gone');
    return draft;
  };
  const duties = async () => blocksOfSection((await stored()).body, 'duties');

  /** Goes to the n-th duty, from 1, by the keyboard. */
  async function toDuty(page: Page, number: number): Promise<void> {
    const id = (await duties())[number - 1]?.id;
    await tabTo(page, `#text-duties-${id}`);
  }

  /** As toDuty, without the way there. */
  async function atDuty(page: Page, number: number): Promise<void> {
    await page.focus(`#text-duties-${(await duties())[number - 1]?.id}`);
  }

  async function settled(page: Page, test: string): Promise<void> {
    await page.waitForFunction(test);
    await waitSaved(page);
  }

  it('moves duty 9 to the second place, splits it and undoes it, by keys alone', async () => {
    const { page, complaints, go } = await deskOf(browser, site, anders);
    const before = await duties();
    const ninth = before[8];
    await go(path);
    await toDuty(page, 9);
    // Faster than the server answers: each is done after the one before.
    for (let place = 9; place > 2; place -= 1) await chord(page, 'Alt', 'ArrowUp');
    await settled(
      page,
      `[...document.querySelectorAll('.entries-edit .entry')][1]?.id === 'row-duties-${ninth?.id}'`,
    );
    expect(await page.evaluate('document.activeElement.id')).to.equal(`text-duties-${ninth?.id}`);
    await page.evaluate('document.activeElement.setSelectionRange(17, 17)');
    await page.keyboard.press('Enter');
    await settled(page, `document.querySelectorAll('[name="text.duties"]').length === ${before.length + 1}`);
    expect((await entries(page, 'duties')).slice(1, 3)).to.deep.equal([
      ninth?.text.slice(0, 17).trim(),
      ninth?.text.slice(17).trim(),
    ]);
    // The keyboard stands at the second part; Backspace joins it with the first again.
    await page.waitForFunction(
      `/^text-duties-n/.test(document.activeElement?.id) && document.activeElement.selectionStart === 0`,
    );
    await page.keyboard.press('Backspace');
    await settled(page, `document.querySelectorAll('[name="text.duties"]').length === ${before.length}`);
    for (let step = 0; step < 9; step += 1) await chord(page, 'Alt', 'KeyZ');
    await settled(
      page,
      `[...document.querySelectorAll('.entries-edit .entry')][8]?.id === 'row-duties-${ninth?.id}'`,
    );
    expect(await duties()).to.deep.equal(before);
    await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
    expect(await obstacles(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
  });

  it('keeps writing under the hand while the draft is saved', async () => {
    const { page, complaints, go } = await deskOf(browser, site, anders);
    await go(path);
    await toDuty(page, 1);
    await toEnd(page);
    await page.keyboard.type(' And then ');
    await waitSaved(page);
    await page.keyboard.type('some more.');
    expect((await entries(page, 'duties'))[0]).to.match(/And then some more\.$/);
    await waitSaved(page);
    expect((await duties())[0]?.text).to.match(/And then some more\.$/);
    expect(complaints).to.deep.equal([]);
  });

  it('pastes twelve bullets from Word, sees them first, and takes them out with one undo', async () => {
    const { page, complaints, go } = await deskOf(browser, site, anders);
    const before = await duties();
    const list = Array.from(
      { length: 12 },
      (_, index) => `·\u00a0\u00a0\u00a0Carries out task ${index + 1} of the list.`,
    );
    await go(path);
    await toDuty(page, 3);
    await page.evaluate(
      `(() => { const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', ${JSON.stringify(list.join('\r\n'))});
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })); })()`,
    );
    await page.waitForSelector('.pasted');
    expect(await textOf(page, '.pasted h2')).to.equal('12 entries for Essential Duties');
    expect(await page.$$('.pasted li')).to.have.length(12);
    expect(await duties()).to.deep.equal(before);
    expect(await obstacles(page)).to.deep.equal([]);
    await tabToText(page, 'Add 12 entries');
    await page.keyboard.press('Enter');
    await settled(page, `document.querySelectorAll('[name="text.duties"]').length === ${before.length + 12}`);
    expect((await duties())[3]?.text).to.equal('Carries out task 1 of the list.');
    await chord(page, 'Alt', 'KeyZ');
    await settled(page, `document.querySelectorAll('[name="text.duties"]').length === ${before.length}`);
    expect(await duties()).to.deep.equal(before);
    expect(complaints).to.deep.equal([]);
  });

  it('finds again what was typed when the tab was killed before it could be saved', async () => {
    const { page, context, go } = await deskOf(browser, site, anders);
    await go(path);
    // The server is out of reach, so that nothing is saved; then the renderer dies under the page.
    await page.setRequestInterception(true);
    page.on(
      'request',
      (request) => void (request.method() === 'POST' ? request.abort() : request.continue()),
    );
    await tabTo(page, '[name="section.summary"]');
    await toEnd(page);
    await page.keyboard.type(' Written before the crash.');
    await page.waitForFunction("document.querySelector('#save-state').dataset.state === 'failed'");
    expect(await textOf(page, '#save-state')).to.include('Your words are kept in this browser');
    await page.goto('chrome://crash').catch(() => null);
    await page.close();

    const again = await context.newPage();
    await again.goto(site.address + path, { waitUntil: 'load' });
    expect(await textOf(again, '#recovery')).to.include('were not saved');
    expect(await obstacles(again)).to.deep.equal([]);
    await tabToText(again, 'Put them back');
    await again.keyboard.press('Enter');
    await settled(
      again,
      "document.querySelector('[name=\"section.summary\"]').value.endsWith('Written before the crash.')",
    );
    expect(JSON.stringify((await stored()).body.sections.summary)).to.include('Written before the crash.');
    expect(await again.evaluate("document.querySelector('#recovery').hidden")).to.equal(true);
    await again.reload({ waitUntil: 'load' });
    expect(await again.evaluate("document.querySelector('#recovery').hidden")).to.equal(true);
  });

  it('asks before leaving only when something is unsaved', async () => {
    const { page, go } = await deskOf(browser, site, anders);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await go(path);
    await go('/manage');
    expect(asked).to.deep.equal([]);
    await go(path);
    await tabTo(page, '[name=title]');
    await page.keyboard.type('x');
    await page.goto(`${site.address}/manage`, { waitUntil: 'load' });
    expect(asked).to.deep.equal(['beforeunload']);
  });

  it('writes beside somebody else in one draft, and nobody loses a word', async () => {
    const [mine, theirs] = [await deskOf(browser, site, anders), await deskOf(browser, site, noor)];
    await mine.go(path);
    await theirs.go(path);
    await atDuty(mine.page, 1);
    await toEnd(mine.page);
    await mine.page.keyboard.type(' Words of one.');
    await waitSaved(mine.page);
    await atDuty(theirs.page, 2);
    await toEnd(theirs.page);
    await theirs.page.keyboard.type(' Words of another.');
    await waitSaved(theirs.page);
    // Different places: both are kept, and the second sees what the first has written.
    expect((await duties())[0]?.text).to.match(/Words of one\.$/);
    expect((await duties())[1]?.text).to.match(/Words of another\.$/);
    await theirs.page.waitForFunction(
      "document.querySelector('[name=\"text.duties\"]').value.endsWith('Words of one.')",
    );
    // The same place: the second is shown all three, with nothing lost, and chooses.
    await mine.page.keyboard.type(' More of one.');
    await waitSaved(mine.page);
    await atDuty(theirs.page, 1);
    await toEnd(theirs.page);
    await theirs.page.keyboard.type(' More of another.');
    await theirs.page.waitForSelector('.conflicts');
    const shown = await textOf(theirs.page, '.conflicts');
    expect(shown).to.include('More of one.').and.to.include('More of another.');
    expect((await entries(theirs.page, 'duties'))[0]).to.match(/More of another\.$/);
    expect(await obstacles(theirs.page)).to.deep.equal([]);
    await theirs.page.focus('[name=settle]');
    await theirs.page.keyboard.type('What the other');
    await chord(theirs.page, 'Control', 'KeyS');
    await theirs.page.waitForFunction("!document.querySelector('.conflicts')");
    await waitSaved(theirs.page);
    expect((await duties())[0]?.text).to.match(/Words of one\. More of one\.$/);
    expect((await duties())[1]?.text).to.match(/Words of another\.$/);
  });
});
