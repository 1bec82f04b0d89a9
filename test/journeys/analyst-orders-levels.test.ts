// An analyst puts a new level beside a neighbour and changes the order of a series, by keyboard alone and without
// JavaScript; every page on the way, and the desk, is for everyone.
import { expect } from 'chai';
import type { Browser, Page } from 'puppeteer';
import { longIt } from '../effort.ts';
import { levelsInAction } from '../../server/actions/place-levels.ts';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { type Desk, deskOf } from './editor-room.ts';
import { tabTo, tabToText } from './keyboard.ts';
import { follow, openBrowser, textOf } from './visit.ts';

const series = '/manage/series/it-management';

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await follow(page, () => page.keyboard.press('Enter'));
}

async function write(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}

describe('an analyst orders the levels of a series', () => {
  let browser: Browser;
  let site: Served;
  let ada: Desk;
  before(async () => {
    browser = await openBrowser();
    site = await sampleSite();
    ada = await deskOf(browser, site, 'analyst');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const levels = async () =>
    (await levelsInAction(site.tools.store, 'it-management', { number: 'CN1960', on: '2027-02-01' })).map(
      ({ level, title }) => `${level} ${title}`,
    );

  it('puts a new level between two others', async () => {
    const { page } = ada;
    await page.setJavaScriptEnabled(false);
    await ada.go('/manage');
    await tabToText(page, 'Series');
    await tabToText(page, 'Series');
    await follow(page, () => page.keyboard.press('Enter'));
    await tabToText(page, 'IT Management');
    await follow(page, () => page.keyboard.press('Enter'));
    await press(page, 'a[href*="beside=class-it-manager&"][href*="side=above"]');
    expect(await textOf(page, 'h1')).to.equal('New level above IT Manager');
    await write(page, '#field-title', 'IT Manager Lead');
    await write(page, '#field-actionNumber', 'CN1960');
    await write(page, '#field-actionTitle', 'IT levels');
    await write(page, '#field-actionReason', 'A level is missing.');
    await write(page, '#field-actionAuthority', 'Notice');
    await write(page, '#field-actionEffectiveOn', '02012027');
    await press(page, 'form.form button[type="submit"]');
    expect(new URL(page.url()).pathname).to.match(/^\/manage\/actions\/CN1960\/changes\/class-[0-9a-f]+$/);
    expect((await levels()).slice(0, 3)).to.deep.equal([
      '1 IT Manager',
      '2 IT Manager Lead',
      '3 IT Manager Senior',
    ]);
  });

  it('changes the order within the action', async () => {
    const { page } = ada;
    await ada.go(series);
    await tabToText(page, 'Arrange the levels within CN1960');
    await follow(page, () => page.keyboard.press('Enter'));
    await press(page, '#rise-class-it-manager');
    expect(await textOf(page, '#order')).to.equal('Propose this order');
    await press(page, '.steps button[type="submit"]');
    expect(new URL(page.url()).pathname).to.equal('/manage/actions/CN1960');
    expect((await levels()).slice(0, 3)).to.deep.equal([
      '1 IT Manager Lead',
      '2 IT Manager',
      '3 IT Manager Senior',
    ]);
  });

  longIt('meets no obstacle on any of the pages, for whoever uses them', async () => {
    const { page } = ada;
    await page.setJavaScriptEnabled(true);
    const found: string[] = [];
    for (const path of [
      '/manage',
      '/manage/reviews',
      '/manage/series',
      series,
      `${series}/edit`,
      '/manage/series/new',
      `${series}?in=CN1960`,
      `${series}?move=above:class-it-manager`,
      `${series}/new-level?beside=class-it-executive&side=below`,
      '/manage/actions/CN1960/new-class',
      '/manage/actions/CN1960/new-class?title=Accountant&text=reconciles+ledgers',
    ]) {
      await ada.go(path);
      found.push(...(await obstacles(page)).map((each) => `${path}: ${each}`));
    }
    expect(found).to.deep.equal([]);
    expect(ada.complaints).to.deep.equal([]);
  });
});
