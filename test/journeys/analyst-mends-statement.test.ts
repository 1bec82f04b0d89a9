// Given a series in which one level says of another what that does not say any more, an analyst finds the place in the grid, reads
// what drifted and puts the mended sentence into a draft: by keyboard, without JavaScript, with nothing in anybody's way.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { openAction } from '../../server/actions/open-action.ts';
import { addDrift, drifted, mended } from '../actions/drifted-series.ts';
import { acting, instrument } from '../actions/office.ts';
import { sampleOffice } from '../pages/sample-office.ts';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { type Desk, deskOf } from './editor-room.ts';
import { tabTo, tabToText } from './keyboard.ts';
import { desk, follow, openBrowser, textOf, visit } from './visit.ts';

const page = '/series/it-management/statements';

describe('an analyst mends what a level says of another', () => {
  let browser: Browser;
  let site: Served;
  let ada: Desk;
  before(async () => {
    browser = await openBrowser();
    site = await sampleSite();
    await addDrift(site.tools.store);
    ada = await deskOf(browser, site, 'analyst');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  it('a reader sees on a phone what each level says of the others, one after another', async () => {
    const reader = await visit(browser, site, { ...desk, width: 360 });
    await reader.go('/series/it-management');
    await tabToText(reader.page, 'What the levels say of each other');
    await follow(reader.page, () => reader.page.keyboard.press('Enter'));
    const shown = await reader.page.evaluate(
      "[...document.querySelectorAll('.statements__of')].slice(0, 5).map((each) => each.innerText.trim())",
    );
    expect(shown).to.deep.equal([
      'Of itself',
      'Of the IT Manager Senior Level 2',
      'Of the IT Director Level 3',
      'Of the IT Director Senior Level 4',
      'Of the IT Executive Level 5',
    ]);
    expect(await obstacles(reader.page)).to.deep.equal([]);
    expect(reader.complaints).to.deep.equal([]);
    await reader.page.close();
  });

  it('the table can be scrolled by keyboard where it is wider than its place', async () => {
    const reader = await visit(browser, site, { width: 768, height: 900 });
    await reader.go(page);
    await tabTo(reader.page, '.statements-region');
    for (let times = 0; times < 10; times += 1) await reader.page.keyboard.press('ArrowRight');
    await reader.page.waitForFunction("document.querySelector('.statements-region').scrollLeft > 0");
    await reader.page.close();
  });

  it('and an analyst puts the sentence into a draft by one press', async () => {
    const { page: tab } = ada;
    const office = await sampleOffice(site);
    await openAction(acting(office, office.ada), 'CN7000', instrument);
    await ada.go(page);
    expect(await obstacles(tab)).to.deep.equal([]);
    await tab.setJavaScriptEnabled(false);
    await ada.go(page);
    await tabToText(tab, 'What the IT Manager says of the IT Manager Senior');
    await tab.keyboard.press('Enter');
    await tabTo(tab, '.drift select');
    await tab.keyboard.press('ArrowDown');
    await tabTo(tab, '.drift button');
    await follow(tab, () => tab.keyboard.press('Enter'));
    expect(new URL(tab.url()).pathname).to.equal('/manage/actions/CN7000/changes/class-it-manager');
    expect(await textOf(tab, '.mended del')).to.equal(drifted);
    expect(await textOf(tab, '.mended ins')).to.equal(mended);
    await tab.setJavaScriptEnabled(true);
    await tab.reload({ waitUntil: 'load' });
    expect(await obstacles(tab)).to.deep.equal([]);
    await ada.go(page);
    expect(await textOf(tab, '.drift')).to.contain('Proposed in CN7000');
    expect(await obstacles(tab)).to.deep.equal([]);
    expect(ada.complaints).to.deep.equal([]);
  });
});
