// The core of the record, as its people live it: an analyst opens CN1746, regrades five levels and amends one; an
// approver who wrote nothing of it posts and adopts; the public reads the old grade on the day before and the new one
// on the day, with the history line that names the action, and five official PDFs exist.
import type { Browser } from 'puppeteer';
import { expect } from 'chai';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readDemonstrationPeople, readSamplePlan } from '../../server/imports/sample-plan.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { makePrinter, printerDefaults } from '../../server/print/printer.ts';
import { officialDocumentFacts } from '../../server/store/official-documents.ts';
import { openStore } from '../../server/store/open.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { type Served, serve, silent, toolsWith } from '../tools.ts';
import { desk, follow, openBrowser, textOf, visit, type Visit } from './visit.ts';

const now = new Date('2022-11-10T15:00:00.000Z');
const levels = ['it-manager', 'it-manager-senior', 'it-director', 'it-director-senior', 'it-executive'];

describe('the journey of CN1746', () => {
  let site: Served;
  let browser: Browser;
  let opened: Visit;

  before(async () => {
    const store = await openStore(':memory:');
    const sample = readSamplePlan();
    const before = <E extends { decidedOn: string | null }>(entry: E) =>
      (entry.decidedOn ?? '') < '2022-11-10';
    const contents = {
      ...sample,
      classes: sample.classes.filter(before),
      actions: sample.actions.filter(before),
    };
    await beginPlan({ store, now, by: 'sample plan' }, contents);
    const printer = makePrinter({
      ...printerDefaults,
      executablePath: findBrowser(process.env),
      log: silent,
    });
    site = await serve(toolsWith(store, { printer, clock: { now: () => now } }));
    browser = await openBrowser();
    opened = await visit(browser, site, desk);
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  async function signIn(name: string): Promise<void> {
    const { people, passphrase } = readDemonstrationPeople();
    const person = people.find((each) => each.name === name);
    await opened.go('/sign-in');
    await opened.page.type('input[name=email]', person?.email ?? '');
    await opened.page.type('input[name=password]', passphrase);
    await follow(opened.page, () => opened.page.click('main button[type=submit]'));
  }

  async function signOut(): Promise<void> {
    await follow(opened.page, () => opened.page.click('.staff-bar__button'));
  }

  const press = (label: string) =>
    follow(opened.page, () => opened.page.click(`::-p-xpath(//main//button[normalize-space()='${label}'])`));

  it('is opened by the analyst, with five regrades and an amendment', async () => {
    const { page, go } = opened;
    await signIn('Anders Quill');
    await go('/manage/actions/new');
    await page.type('input[name=number]', 'CN1746');
    await page.type('input[name=title]', 'IT management regraded');
    await page.type('textarea[name=reason]', 'A market study found the IT management grades one step low.');
    await page.type('input[name=authority]', 'Classification Notice CN1746');
    await page.$eval(
      'input[name=effectiveOn]',
      (input) => ((input as unknown as { value: string }).value = '2022-11-27'),
    );
    await press('Open the action');
    await go('/manage/actions/CN1746/add?series=it-management');
    for (const [index, level] of levels.entries()) {
      await page.click(`#choose-class-${level}`);
      const grade = `#grade-class-${level}`;
      await page.$eval(grade, (input) => ((input as unknown as { value: string }).value = ''));
      await page.type(grade, `EX-${16 + 2 * index}`);
    }
    await press('Add the chosen classes');
    expect(await textOf(page, 'main')).to.include('Pay grade: from EX-17 → to EX-18');
    await go('/manage/actions/CN1746/changes/class-it-manager-senior');
    const experience = 'textarea[name="section.experience"]';
    await page.$eval(experience, (area) => ((area as unknown as { value: string }).value = ''));
    await page.type(
      experience,
      'Four (4) years of experience managing technology services, of which two (2) included supervision.',
    );
    await page.click("::-p-xpath(//main//button[normalize-space()='Save'])");
    await page.waitForFunction("document.querySelector('#editor > .notice')?.textContent === 'Saved.'");
    await go('/manage/actions/CN1746');
    expect(await textOf(page, 'main')).to.include('Amend, Regrade');
    await press('Submit for review');
    expect(await textOf(page, '.standing')).to.equal('In review');
  });

  it('cannot be decided by its author', async () => {
    expect(await textOf(opened.page, 'main')).to.not.include('What you can do now\nPost');
    expect(await opened.page.$$('.step')).to.have.length(1);
    await signOut();
  });

  it('is posted and adopted by an approver, who watches the printing', async () => {
    const { page, go } = opened;
    await signIn('Priya Holloway');
    await go('/manage/actions/CN1746');
    await press('Post');
    expect(await textOf(page, '.standing')).to.equal('Posted');
    await press('Adopt');
    // The page shows how far it is, loads itself anew, and leads back to the action when all is recorded.
    await page.waitForFunction("document.querySelector('.standing')?.textContent === 'Adopted'");
    expect(new URL(page.url()).pathname).to.equal('/manage/actions/CN1746');
    await signOut();
  });

  it('shows the public the old grade on the day before and the new one on the day', async () => {
    const { page, go } = opened;
    await go('/classes/CI2788/2022-11-26');
    expect(await textOf(page, '.key-facts')).to.include('Grade EX-17');
    await go('/classes/CI2788/2022-11-27');
    expect(await textOf(page, '.key-facts')).to.include('Grade EX-18');
    expect(await textOf(page, '#experience')).to.include('Four (4) years');
    expect(await textOf(page, '#details')).to.include(
      '11/27/2022 - Pay grade changed from EX-17 to EX-18 (CN1746, AQ)',
    );
    await go('/actions/CN1746');
    expect(await textOf(page, 'main')).to.include('IT Executive');
  });

  it('has printed five official PDFs, and the record holds them and the action', async () => {
    const { store } = site.tools;
    for (const level of levels) {
      const latest = (await revisionsOf(store, 'class', `class-${level}`)).at(-1);
      expect(latest?.action).to.equal('CN1746');
      expect((await officialDocumentFacts(store, latest?.seq ?? 0))?.pages).to.be.greaterThan(2);
    }
    expect(await revisionsOf(store, 'action', 'CN1746')).to.have.length(1);
    expect(opened.complaints).to.deep.equal([]);
  });
});
