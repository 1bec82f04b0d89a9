// An analyst without a mouse writes a new class from nothing and submits it: with scripts, and with none at all.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { blocksOfSection } from '../../server/model/specification.ts';
import { actionByNumber } from '../../server/store/actions.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { sampleStore, serve, type Served, toolsWith } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { deskOf, waitSaved } from './editor-room.ts';
import { tabTo, tabToText } from './keyboard.ts';
import { follow, openBrowser, textOf } from './visit.ts';

const analyst = 'anders.quill@larkhaven.example';

describe('an analyst without a mouse writes a new class', () => {
  let browser: Browser;
  let site: Served;

  before(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    site = await serve(toolsWith(await sampleStore()));
  });
  afterEach(() => site.close());
  after(() => browser.close());

  async function type(page: Page, selector: string, text: string): Promise<void> {
    await tabTo(page, selector);
    await page.keyboard.type(text);
  }

  async function openAction(page: Page, go: (path: string) => Promise<void>): Promise<void> {
    await go('/manage/actions/new');
    await type(page, '[name=number]', 'CN1960');
    await type(page, '[name=title]', 'A class for records work');
    await type(page, '[name=reason]', 'New work that no class describes.');
    await type(page, '[name=authority]', 'Classification Notice CN1960');
    await tabTo(page, '[name=effectiveOn]');
    await page.keyboard.type('02012027');
    await tabToText(page, 'Open the action');
    await follow(page, () => page.keyboard.press('Enter'));
    await tabToText(page, 'Begin a new class');
    await follow(page, () => page.keyboard.press('Enter'));
    await tabToText(page, 'Begin from nothing');
    await follow(page, () => page.keyboard.press('Enter'));
  }

  const paragraphs = {
    summary: 'Keeps the records of a city department in order and answers requests for them.',
    distinguishing: 'This class works with records alone; other clerical classes do so beside other work.',
  };
  const later = {
    supervisionReceived: 'Works under the supervision of a records officer.',
    education: 'Graduation from high school or the equivalent.',
    experience: 'One (1) year of clerical experience.',
  };
  const duties = [
    'Receives and indexes records.',
    'Finds records on request.',
    'Destroys records when their time is over.',
  ];

  async function writeRest(page: Page): Promise<void> {
    await type(page, '[name="term.competencies"]', 'Attention to Detail');
    await type(page, '[name="text.competencies"]', 'Checks each record before it leaves the desk.');
    await type(page, '[name="section.supervisionReceived"]', later.supervisionReceived);
    await tabTo(page, '#none-supervisionExercised');
    await page.keyboard.press('Space');
    await type(page, '[name="section.education"]', later.education);
    await type(page, '[name="section.experience"]', later.experience);
    for (const key of [
      'licensure',
      'workingEnvironment',
      'physicalDemands',
      'backgroundChecks',
      'assessment',
    ]) {
      if (!(await page.$(`#none-${key}`))) continue;
      if (key === 'physicalDemands') {
        await tabTo(page, '[name="section.physicalDemandLevel"]');
        await page.keyboard.type('2');
      }
      await tabTo(page, `#none-${key}`);
      await page.keyboard.press('Space');
    }
    await type(page, '[name="section.probation"]', 'Six (6) months.');
  }

  async function submit(page: Page): Promise<void> {
    await tabToText(page, 'Submit for review');
    await follow(page, () => page.keyboard.press('Enter'));
    expect(await textOf(page, '.standing')).to.equal('In review');
  }

  async function isWritten(): Promise<void> {
    const [draft] = await draftsOf(site.tools.store, 'CN1960');
    expect(draft?.body).to.include({ title: 'Records Clerk', code: 'CR1001' });
    const texts = (key: 'duties' | 'summary') =>
      draft ? blocksOfSection(draft.body, key).map(({ text }) => text) : [];
    expect(texts('duties')).to.deep.equal(duties);
    expect(texts('summary')).to.deep.equal([paragraphs.summary]);
    expect(draft?.body.sections.supervisionExercised).to.deep.equal({ state: 'none' });
    expect((await actionByNumber(site.tools.store, 'CN1960'))?.step).to.equal('in review');
  }

  it('with scripts: Enter begins the next duty, every pause is saved', async () => {
    const { page, complaints, go } = await deskOf(browser, site, analyst);
    await openAction(page, go);
    await type(page, '[name=title]', 'Records Clerk');
    await type(page, '[name=code]', 'CR1001');
    await type(page, '[name="section.summary"]', paragraphs.summary);
    await type(page, '[name="section.distinguishing"]', paragraphs.distinguishing);
    await tabTo(page, '[name="text.duties"]');
    for (const [index, duty] of duties.entries()) {
      await page.keyboard.type(duty);
      if (index === duties.length - 1) break;
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        `document.querySelectorAll('[name="text.duties"]').length === ${index + 2} && document.activeElement?.value === ''`,
      );
    }
    await waitSaved(page);
    expect(await textOf(page, '.preview__sheet')).to.include(duties[2]);
    await writeRest(page);
    await waitSaved(page);
    await page.evaluate("for (const each of document.querySelectorAll('.side-panel')) each.open = true");
    expect(await obstacles(page)).to.deep.equal([]);
    expect(await page.$('#obstacle .notice'), await textOf(page, '#obstacle')).to.equal(null);
    await go('/manage/actions/CN1960');
    await submit(page);
    await isWritten();
    expect(complaints).to.deep.equal([]);
  });

  it('without any script: each act is a button, each button a page', async () => {
    const { page, complaints, go } = await deskOf(browser, site, analyst);
    await page.setJavaScriptEnabled(false);
    await openAction(page, go);
    await type(page, '[name=title]', 'Records Clerk');
    await type(page, '[name=code]', 'CR1001');
    await type(page, '[name="section.summary"]', paragraphs.summary);
    await type(page, '[name="section.distinguishing"]', paragraphs.distinguishing);
    await tabTo(page, '[name="text.duties"]');
    for (const [index, duty] of duties.entries()) {
      await page.keyboard.type(duty);
      if (index === duties.length - 1) break;
      await tabToText(page, 'Add an entry to Essential Duties');
      await follow(page, () => page.keyboard.press('Enter'));
      // The empty row has the keyboard.
      expect(await page.evaluate('document.activeElement.name')).to.equal('text.duties');
      expect(await page.evaluate('document.activeElement.value')).to.equal('');
    }
    await writeRest(page);
    await page.keyboard.press('Enter');
    await page.waitForNavigation({ waitUntil: 'load' }).catch(() => null);
    expect(await textOf(page, '.editor .notice')).to.include('Saved.');
    expect(await page.$('#obstacle .notice'), await textOf(page, '#obstacle')).to.equal(null);
    await go('/manage/actions/CN1960');
    await submit(page);
    await isWritten();
    expect(complaints).to.deep.equal([]);
  });
});
