// Given the sample plan, an administrator signs in, adds a colleague and sees it in the audit; the colleague signs in
// and changes the password. Without JavaScript, on a phone and at a desk, and no page on the way keeps anybody out.
import { effort } from '../effort.ts';
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { tooWide, violations, withAxe } from './accessible.ts';
import { desk, follow, openBrowser, phone, textOf, visit } from './visit.ts';

async function expectForEveryone(page: Page): Promise<void> {
  await withAxe(page);
  expect(await tooWide(page), page.url()).to.deep.equal([]);
  expect(await violations(page), page.url()).to.deep.equal([]);
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.type('#field-email', email);
  await page.type('#field-password', password);
  await follow(page, () => page.keyboard.press('Enter'));
}

describe('an administrator adds a colleague', () => {
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

  for (const viewport of effort([phone], [phone, desk])) {
    it(`at ${viewport.width} px`, async () => {
      const context = await browser.createBrowserContext();
      const { page, complaints, go } = await visit(context, site, viewport);
      const email = `ben${viewport.width}@larkhaven.example`;

      await go('/manage/people');
      expect(await textOf(page, 'h1')).to.equal('Sign in');
      await expectForEveryone(page);
      await signIn(page, 'desmond.achterberg@larkhaven.example', 'not the passphrase');
      expect(await textOf(page, '.issues')).to.contain('do not belong together');
      await expectForEveryone(page);
      await signIn(page, '', 'lanterns over the harbor');
      expect(await textOf(page, 'h1')).to.equal('People');
      await expectForEveryone(page);

      await page.type('#field-name', 'Ben Ode');
      await page.type('#field-email', email);
      await page.type('#field-password', 'Ben Ode Ben Ode 1');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, '.issues')).to.contain('Choose at least one role.');
      await expectForEveryone(page);
      await page.click('.issues a');
      await page.keyboard.press('Space');
      await page.type('#field-password', 'purple staplers orbit quietly');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, 'h1')).to.equal('Ben Ode');
      expect(await textOf(page, '[role="status"]')).to.contain('The account is added.');
      await expectForEveryone(page);

      await go('/manage');
      await expectForEveryone(page);
      await follow(page, () => page.click('.ways a[href="/manage/audit"]'));
      expect(await textOf(page, '.audit-list li:first-child'))
        .to.contain('person added')
        .and.contain('Ben Ode');
      await expectForEveryone(page);
      await follow(page, () => page.click('.staff-bar__button'));
      expect(new URL(page.url()).pathname).to.equal('/');

      await page.setJavaScriptEnabled(false);
      await follow(page, () => page.click('.site-footer a[href="/sign-in"]'));
      await signIn(page, email, 'purple staplers orbit quietly');
      expect(await textOf(page, '.lead')).to.equal('Welcome, Ben Ode.');
      await follow(page, () => page.click('.ways a[href="/manage/account"]'));
      await page.type('#field-currentPassword', 'purple staplers orbit quietly');
      await page.type('#field-password', 'marble ladders whisper softly');
      await follow(page, () => page.keyboard.press('Enter'));
      expect(await textOf(page, '[role="status"]')).to.contain('Your password is changed.');
      await signIn(page, email, 'marble ladders whisper softly');
      await follow(page, () => page.click('.staff-bar a[href="/manage/account"]'));
      await page.setJavaScriptEnabled(true);
      await page.reload();
      await expectForEveryone(page);

      const unexpected = complaints.filter((each) => !each.includes('status of 422'));
      expect(unexpected).to.deep.equal([]);
      await context.close();
    });
  }
});
