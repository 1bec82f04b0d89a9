// A job posting is drawn from the text in force, names the revision that it is pinned to, and is kept nowhere.
import { expect } from 'chai';
import type { Printer } from '../../server/print/printer.ts';
import { sampleStore, serve, type Served, type SignedIn, signedIn, toolsWith } from '../tools.ts';
import { openPdf } from './open-pdf.ts';
import { printerWith } from './print-room.ts';

const path = '/manage/classes/CI2788/job-posting';
const typed = {
  revision: '4',
  department: 'Technology Services <script>alert(1)</script>',
  location: '',
  openings: '2',
  closesOn: '2027-01-31',
  apply: 'Send an application to the office of human resources.',
  note: 'Evening work now and then.',
};
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('a job posting', function () {
  this.timeout(60_000);
  let printer: Printer;
  let site: Served;
  let manager: SignedIn;

  before(async () => {
    printer = printerWith();
    site = await serve(toolsWith(await sampleStore(), { printer }));
    manager = await signedIn(site, 'anders.quill@larkhaven.example');
  });
  after(async () => {
    await site.close();
    await printer.close();
  });

  it('says the opening, the text in force and where that comes from', async () => {
    expect(await (await manager(path)).text()).to.contain('Job posting for IT Manager Senior');
    const answer = await manager.post(path, typed);
    const { pages, title } = await openPdf(await answer.bytes());
    const text = squeezed(pages.map(({ structured }) => structured).join(' '));
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(title).to.contain('Job posting: IT Manager Senior (CI2788)');
    for (const words of [
      '<script>alert(1)</script>',
      'January 31, 2027',
      'Evening work now and then.',
      'Prepares and carries out the yearly work plan of an operation',
      'revision 4, effective July 1, 2024',
      '/classes/CI2788/revisions/4',
    ])
      expect(text).to.contain(squeezed(words));
  });

  it('of a text that is no longer in force says so', async () => {
    const { pages } = await openPdf(await (await manager.post(path, { ...typed, revision: '3' })).bytes());
    expect(squeezed(pages[0]?.structured ?? '')).to.contain('Superseded.');
  });

  it('asks again for what is missing, with what was typed', async () => {
    const answer = await manager.post(path, { ...typed, department: 'a\u0007b', openings: 'many' });
    const html = await answer.text();
    expect(answer.status).to.equal(422);
    expect(html).to.contain('There are 2 problems').and.contain('Evening work now and then.');
    const late = await manager.post(path, { ...typed, closesOn: '2020-01-01' });
    expect(late.status).to.equal(422);
    expect(await late.text()).to.contain('The last day for applications is past');
  });

  it('of no class, and of an abolished one, is refused', async () => {
    expect((await manager('/manage/classes/ZZ9999/job-posting')).status).to.equal(404);
    expect((await manager('/manage/classes/CA1090/job-posting')).status).to.equal(404);
    expect((await manager.post(path, { ...typed, revision: '99' })).status).to.equal(404);
  });
});
