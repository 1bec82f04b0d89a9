// A redline as a Word document at its addresses: for every revision of the sample plan against the one before it, all changes
// accepted it is the one text, all rejected the other, as a second reader has them. Of a draft it is for staff alone.
import { expect } from 'chai';
import type { PublishedRedline } from '../../schemas/types.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { readParts } from '../../server/imports/word-parts.ts';
import { bodyOf, cleanFile, read, samplePairs, turnedRound } from '../documents/redline-sides.ts';
import { type Served, signedIn } from '../tools.ts';
import { ask, get, sampleSite } from './site.ts';

const { settings, classes } = readSamplePlan();
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const compare = '/classes/CI2788/compare';

/** The number of the revision that took effect on that day. */
function numberOf(code: string | null, effectiveOn: string): number {
  const found = classes.find((each) => each.specification.code === code && each.effectiveOn === effectiveOn);
  const revisions = classes.filter(({ classId }) => classId === found?.classId);
  return revisions.findIndex((each) => each === found) + 1;
}

/** What stands at the head of its pages. */
async function headsOf(bytes: Uint8Array): Promise<string> {
  const opened = await readParts(bytes);
  if (opened.outcome === 'refused') expect.fail(opened.sentence);
  const heads = [...opened.parts].filter(([name]) => /header\d*\.xml$/.test(name));
  return heads.map(([, content]) => new TextDecoder().decode(content)).join('');
}

describe('a redline as a Word document at its address', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  async function file(path: string): Promise<Uint8Array> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return new Uint8Array(await answer.arrayBuffer());
  }

  for (const { name, before, after } of samplePairs())
    it(`is both texts: ${name}`, async () => {
      const to = numberOf(after.code, name.slice(-10));
      const redline = await file(`/classes/${after.code}/compare/${to - 1}..${to}.docx`);
      expect(await read(redline)).to.deep.equal(await read(await cleanFile(after, settings)));
      expect(await read(await turnedRound(redline))).to.deep.equal(
        await read(await cleanFile(before, settings)),
      );
    });

  it('is both texts of two classes, and of two dates', async () => {
    const textOf = (code: string) => {
      const revision = classes.findLast(
        ({ specification, effectiveOn }) => specification.code === code && effectiveOn <= '2026-11-22',
      );
      return revision?.specification ?? expect.fail(`the sample plan has no ${code}`);
    };
    const [before, after] = [textOf('CI2788'), textOf('CI2789')];
    const redline = await file(`${compare}/CI2789.docx`);
    expect(await read(redline)).to.deep.equal(await read(await cleanFile(after, settings)));
    expect(await read(await turnedRound(redline))).to.deep.equal(
      await read(await cleanFile(before, settings)),
    );
    const fresh = await file(`${compare}/2010-01-01..2026-01-01.docx`);
    expect(await read(fresh)).to.deep.equal(await read(await cleanFile(before, settings)));
    expect((await read(await turnedRound(fresh))).join('')).to.equal('');
  });

  it('has its type, its name and its ETag, and is the same each time', async () => {
    const answer = await get(site, `${compare}/3..4`, { Accept: type });
    expect(answer.headers.get('content-type')).to.equal(type);
    expect(answer.headers.get('content-disposition')).to.equal(
      'attachment; filename="CI2788_redline_rev3-rev4.docx"',
    );
    expect(answer.headers.get('cache-control')).to.equal('public, max-age=60, must-revalidate');
    const tag = answer.headers.get('etag') ?? '';
    const again = await ask(site, `${compare}/3..4.docx`, { headers: { 'If-None-Match': tag } });
    expect(again.status).to.equal(304);
  });

  it('is offered by page and data, and is whole whatever section is shown', async () => {
    const page = await (
      await get(site, `${compare}/3..4?section=experience`, { Accept: 'text/html' })
    ).text();
    expect(page).to.contain(`<a href="${compare}/3..4.docx">Word document with tracked changes</a>`);
    const data = (await (
      await get(site, `${compare}/3..4.json?section=experience`)
    ).json()) as PublishedRedline;
    expect(data.links.docx).to.equal(`${compare}/3..4.docx`);
    const whole = await file(`${compare}/3..4.docx`);
    const asked = await file(`${compare}/3..4.docx?section=experience`);
    expect(Buffer.compare(asked, whole)).to.equal(0);
  });

  it('says on its pages what is compared', async () => {
    const words = await headsOf(await file(`${compare}/CI2789.docx`));
    expect(words).to.contain('IT Director (CI2789), revision 3');
    expect(words).to.contain('IT Manager Senior (CI2788), revision 4');
  });

  it('of a draft is for staff, says that it is a draft, and is kept by nobody on the way', async () => {
    const staff = await signedIn(site, 'anders.quill@larkhaven.example');
    const words = { title: 'IT', reason: 'Review.', authority: 'Notice', effectiveOn: '2027-02-01' };
    await staff.post('/manage/actions/new', { number: 'CN1977', ...words });
    const classId = 'class-it-manager-senior';
    await staff.post('/manage/actions/CN1977/changes', {
      ...{ intent: 'change', chosen: classId, classId },
      payGrade: 'EX-19',
    });
    const path = `/manage/actions/CN1977/changes/${classId}/redline`;
    const answer = await staff(`${path}.docx`);
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(answer.headers.get('content-disposition')).to.match(
      /^attachment; filename="CI2788_redline_rev4-DRAFT/,
    );
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(await headsOf(bytes))
      .to.contain('DRAFT, CN1977 · REDLINE')
      .and.contain('DRAFT of action CN1977');
    expect(await bodyOf(bytes)).to.match(/<w:ins [^>]*>.*EX-19/s);
    expect(await (await staff(path)).text()).to.contain(`<a href="${path}.docx">`);
    expect((await ask(site, `${path}.docx`)).status).to.equal(303);
  });
});
