// The page of a draft's redline: every view, any revision, and what it cannot show refused in a sentence.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import type { PublishedRedline } from '../../../schemas/types.ts';
import type { PrintJob } from '../../../server/print/printer.ts';
import { problemsOf } from '../../../server/schemas.ts';
import { bodyOf } from '../../documents/redline-sides.ts';
import { obstacles } from '../../journeys/accessible.ts';
import { deskOf } from '../../journeys/editor-room.ts';
import { openBrowser } from '../../journeys/visit.ts';
import { formFields } from '../form-fields.ts';
import {
  type FakePrinter,
  sampleStore,
  serve,
  type Served,
  type SignedIn,
  signedIn,
  toolsWith,
} from '../../tools.ts';

const draft = '/manage/actions/CN1960/changes/class-it-manager-senior';
const path = `${draft}/redline`;
const hostile = `<script>alert(1)</script>"'&`;

describe('the redline of a draft, as a page', () => {
  let site: Served;
  let one: SignedIn;

  before(async () => {
    site = await serve(toolsWith(await sampleStore()));
    one = await signedIn(site, 'anders.quill@larkhaven.example');
    const words = { title: 'IT', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' };
    await one.post('/manage/actions/new', { number: 'CN1960', ...words });
    const classId = 'class-it-manager-senior';
    await one.post('/manage/actions/CN1960/changes', {
      intent: 'change',
      chosen: classId,
      classId,
      payGrade: '',
    });
    await one.post('/manage/actions/CN1960/new-class', { from: 'nothing', title: '' });
    const fields = formFields(await read(draft), { id: 'draft-form' });
    const texts = (fields['text.duties'] as string[]).with(0, `Plans ${hostile} the work.`);
    await one.post(draft, { ...fields, title: 'IT Manager Principal', 'text.duties': texts });
  });
  after(() => site.close());

  const read = async (address: string) => (await one(address)).text();

  it('marks what the draft changes of the text in force, and says it in words', async () => {
    const html = await read(path);
    expect(html).to.include('compared with revision');
    expect(html).to.match(/<del>.*deleted.*<\/del>/);
    expect(html).to.match(/<ins>.*added.*<\/ins>/);
    expect(html).to.include('IT Manager Principal');
    expect(html).to.not.include('<script>alert(1)');
    expect(html).to.include('&lt;script&gt;alert(1)');
  });

  it('compares with any revision of the class, in every view', async () => {
    for (const style of ['inline', 'side', 'list', 'clean']) {
      const answer = await one(`${path}?style=${style}&against=1`);
      expect(answer.status, style).to.equal(200);
    }
    expect(await read(`${path}?against=1`)).to.include('compared with revision 1');
  });

  it('refuses a view and a revision that are none in a sentence', async () => {
    expect((await one(`${path}?style=colourful`)).status).to.equal(400);
    expect((await one(`${path}?against=0`)).status).to.equal(400);
    const unknown = await one(`${path}?against=99`);
    expect(unknown.status).to.equal(404);
    expect(await unknown.text()).to.match(/The class has \d revisions\./);
    expect((await one('/manage/actions/CN1/changes/class-x/redline')).status).to.equal(404);
  });

  it('answers as data, text and PDF too, marked a draft and kept by nobody', async () => {
    for (const ending of ['json', 'txt', 'pdf', 'docx']) {
      const answer = await one(`${path}.${ending}?against=2`);
      expect(answer.status, ending).to.equal(200);
      expect(answer.headers.get('cache-control')).to.equal('private, no-store');
      expect(answer.headers.get('content-disposition')).to.equal(
        `attachment; filename="CI2788_redline_rev2-DRAFT-CN1960.${ending}"`,
      );
    }
    const data = JSON.parse(await read(`${path}.json`)) as PublishedRedline;
    expect(problemsOf('redline.schema.json', data)).to.deep.equal([]);
    expect([data.draftOf, data.after.revision]).to.deep.equal(['CN1960', null]);
    expect(await read(`${path}.txt`)).to.include('DRAFT of action CN1960. Nothing here is in force');
    const { html, properties } = (site.tools.printer as FakePrinter).jobs.at(-1) as PrintJob;
    expect(html).to.include('DRAFT of action CN1960').and.not.include('<script>alert(1)');
    expect(properties.title).to.equal('Redline of IT Manager Principal (CI2788), Revision 2 to This draft');
  });

  it('tells of one section alone, and refuses one that is none', async () => {
    const html = await read(`${path}?section=duties&against=2`);
    expect(html).to.include('Essential Duties, 1 change').and.include('name="against" value="2"');
    expect(html).to.not.include('id="summary-heading"');
    expect((await one(`${path}?section=nothing`)).status).to.equal(400);
  });

  it('is a Word document with tracked changes too, kept by nobody on the way', async () => {
    const href = /href="([^"]*redline\.docx[^"]*)"/.exec(await read(`${path}?against=1`))?.[1] ?? '';
    expect(href.replace('&#x3D;', '=')).to.equal(`${path}.docx?against=1`);
    const answer = await one(`${path}.docx?against=1`);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(answer.headers.get('content-type')).to.include('wordprocessingml');
    expect(answer.headers.get('content-disposition')).to.match(
      /filename="CI2788_redline_rev1-DRAFT-CN1960\.docx"/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(await bodyOf(bytes))
      .to.include('<w:ins ')
      .and.include('IT Manager Principal');
    expect((await one(`${path}.docx?against=0`)).status).to.equal(400);
    expect((await one(`${path}.docx?against=99`)).status).to.equal(404);
  });

  it('shows a new class as added, and a manager may read it', async () => {
    const board = await read('/manage/actions/CN1960');
    const fresh = /href="(\/manage\/actions\/CN1960\/changes\/class-[0-9a-f]{12})"/.exec(board)?.[1] ?? '';
    const manager = await signedIn(site, 'manager');
    const answer = await manager(`${fresh}/redline`);
    expect(answer.status).to.equal(200);
    expect(await answer.text()).to.include('The class is new');
    expect((await manager(`${fresh}/redline.docx`)).status).to.equal(200);
  });

  describe('in a browser', () => {
    let browser: Browser;
    before(async () => {
      browser = await openBrowser();
    });
    after(() => browser.close());

    for (const style of ['inline', 'side', 'list', 'clean'])
      it(`is for everyone: ${style}`, async () => {
        const { page, complaints, go } = await deskOf(browser, site, 'anders.quill@larkhaven.example');
        await go(`${path}?style=${style}`);
        expect(await obstacles(page)).to.deep.equal([]);
        expect(complaints).to.deep.equal([]);
      });
  });
});
