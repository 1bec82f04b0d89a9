// What is said of an action: a posting is held up by an open thread and carried on knowingly; a resident comments on a phone,
// without an account and without scripts; an approver publishes the comment, and everybody reads it.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { logOf } from '../../server/store/action-log.ts';
import { commentsOf } from '../../server/store/public-comments.ts';
import { add, acting, instrument, noEdit, type Office, setProcedure, step } from '../actions/office.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { sampleOffice } from '../pages/sample-office.ts';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { obstacles } from './accessible.ts';
import { type Desk, deskOf } from './editor-room.ts';
import { desk, follow, openBrowser, phone, textOf, visit, type Visit } from './visit.ts';

const number = 'CN1960';
const draft = `/manage/actions/${number}/changes/class-librarian`;

describe('what is said of an action', () => {
  let browser: Browser;
  let site: Served;
  let office: Office;
  let approver: Desk;
  let resident: Visit;

  before(async () => {
    browser = await openBrowser();
    site = await sampleSite();
    office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
    await openAction(acting(office, office.ada), number, instrument);
    const edit = { ...noEdit, title: 'Reference Librarian' };
    await add(office, number, [{ classId: 'class-librarian', intent: 'change', edit }]);
    await step(office, number, 'submit', office.ada);
    approver = await deskOf(browser, site, office.cora.email);
    resident = await visit(await browser.createBrowserContext(), site, phone);
    await resident.page.setJavaScriptEnabled(false);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const press = ({ page }: Visit, label: string) =>
    follow(page, () => page.click(`::-p-xpath(//main//button[normalize-space()='${label}'])`));

  it('the approver begins a thread on a section of the draft', async () => {
    const { page, go } = approver;
    await go(`/manage/actions/${number}`);
    await follow(page, () => page.click(`a[href="${draft}/comments"]`));
    expect(await textOf(page, '.empty-state')).to.contain('Nobody has said anything');
    await page.select('#field-place', 'sections.experience');
    await page.type('#field-text', 'Two years were three until now.\nIs that meant?');
    await press(approver, 'Begin the thread');
    expect(new URL(page.url()).hash).to.equal('#thread-1');
    expect(await textOf(page, '#thread-1'))
      .to.contain('Is that meant?')
      .and.contain('Open');
    expect(await obstacles(page)).to.deep.equal([]);
  });

  it('posting is refused while the thread is open, and then carried on knowingly', async () => {
    const { page, complaints, go } = approver;
    await go(`/manage/actions/${number}`);
    expect(await obstacles(page)).to.deep.equal([]);
    await press(approver, 'Post');
    expect(await textOf(page, 'h1')).to.equal('Threads are open');
    expect(await textOf(page, 'main')).to.contain('One thread is open.');
    expect(complaints.splice(0)).to.deep.equal([complaintOf(409)]);
    await go(`/manage/actions/${number}`);
    await page.click('::-p-text(Carry on with 1 open thread)');
    await press(approver, 'Post');
    expect(await textOf(page, '.standing')).to.equal('Posted');
    expect(await textOf(page, '.log')).to.contain('1 open thread carried on');
    expect((await logOf(office.store, number)).at(-1)).to.include({ act: 'post', by: office.cora.id });
  });

  it('a resident reads the posted action on a phone and comments on it', async () => {
    const { page, complaints, go } = resident;
    await go(`/actions/${number}`);
    await page.click('a[href="#comment"]');
    await press(resident, 'Send the comment');
    expect(await textOf(page, '.issues')).to.contain('Write your comment');
    expect(complaints.splice(0)).to.deep.equal([complaintOf(422)]);
    await page.type('#field-text', 'The branch at the harbor needs somebody who knows maps.');
    await page.select('#field-classId', 'class-librarian');
    await page.type('#field-name', 'Ines Okafor');
    await press(resident, 'Send the comment');
    expect(await textOf(page, 'h1')).to.equal('Thank you for your comment');
    expect(await textOf(page, '.action-facts')).to.contain(`${number}/1`);
    expect(complaints).to.deep.equal([]);
    expect((await commentsOf(office.store, number))[0]).to.include({ name: 'Ines Okafor' });
  });

  it('an approver publishes it, and withholds another for a reason', async () => {
    const { page, complaints, go } = approver;
    await resident.go(`/actions/${number}`);
    await resident.page.type('#field-text', 'Buy cheap maps at maps.example!');
    await press(resident, 'Send the comment');
    await go('/manage');
    await follow(page, () => page.click('a[href="/manage/comments"]'));
    expect(await textOf(page, '.lead')).to.contain('2 comments wait to be read.');
    await follow(page, () => page.click('#comment-CN1960-1 button[value=publish]'));
    await page.click('#comment-CN1960-2 summary');
    expect(await obstacles(page)).to.deep.equal([]);
    await page.type('#field-reason-CN1960-2', 'Advertising.');
    await press(approver, 'Withhold it');
    expect(await textOf(page, '#comment-CN1960-2'))
      .to.contain('Withheld')
      .and.contain('Advertising.');
    expect(complaints).to.deep.equal([]);
  });

  it('everybody reads what was published, and nobody what was withheld', async () => {
    const reader = await visit(await browser.createBrowserContext(), site, desk);
    await reader.go(`/actions/${number}`);
    const text = await textOf(reader.page, 'main');
    expect(text).to.contain('somebody who knows maps').and.contain('Ines Okafor');
    expect(text).to.not.contain('cheap maps');
    for (const path of [
      `/actions/${number}`,
      `/actions/${number}/comments`,
      `/actions/${number}/comments/1`,
    ]) {
      await reader.go(path);
      expect(await obstacles(reader.page), path).to.deep.equal([]);
    }
    expect(reader.complaints).to.deep.equal([]);
  });
});

/** What the console says of an answer that is no 200. */
function complaintOf(status: 409 | 422): string {
  const reason = status === 409 ? 'Conflict' : 'Unprocessable Entity';
  return `error: Failed to load resource: the server responded with a status of ${status} (${reason})`;
}
