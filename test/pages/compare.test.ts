// Comparisons for the public: two revisions, two dates, two classes, in every form and view; what cannot be compared is
// refused in a sentence, and words that people wrote stay words.
import { expect } from 'chai';
import mammoth from 'mammoth';
import type { PublishedRedline } from '../../schemas/types.ts';
import type { PrintJob } from '../../server/print/printer.ts';
import { problemsOf } from '../../server/schemas.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { type FakePrinter, now, type Served, signedIn } from '../tools.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

const compare = '/classes/CI2788/compare';

describe('comparisons', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  const read = async (path: string) => (await get(site, path)).text();
  const data = async (path: string) => JSON.parse(await read(path)) as PublishedRedline;

  /** Status and detail of the refusal. */
  async function refused(path: string): Promise<string> {
    const answer = await get(site, path, { Accept: 'application/json' });
    const { detail } = (await answer.json()) as { detail: string };
    return `${answer.status} ${detail}`;
  }

  it('two revisions: every change is marked, said in words and counted', async () => {
    const html = await read(`${compare}/3..4`);
    expect(html).to.include(
      'From revision 3, effective November 27, 2022, to revision 4, effective July 1, 2024',
    );
    expect(html).to.match(/<del>.*deleted: .*Four \(4\)<\/del><ins>.*added: .*Three \(3\)<\/ins>/);
    expect(html).to.include('<strong>3 changes: 3 changed.</strong>');
    expect(html).to.include('<span class="change-step__number">1 of 3</span>');
    expect(html).to.include('<option value="3" selected>Revision 3, November 27, 2022</option>');
    for (const number of [3, 4])
      expect(html).to.include(`<a href="/classes/CI2788/revisions/${number}">Revision ${number}</a>`);
    expect(html).to.match(/rel="canonical" href="\/classes\/CI2788\/compare\/3\.\.4"/);
    expect(html).to.match(/rel="alternate" type="application\/json" href="[^"]*3\.\.4\.json"/);
  });

  it('backward, what was added is deleted', async () => {
    const [there, back] = [await data(`${compare}/1..4.json`), await data(`${compare}/4..1.json`)];
    expect(back.counts.inserted).to.equal(there.counts.deleted);
    expect(back.before).to.deep.equal(there.after);
  });

  it('two dates: the texts in force on each', async () => {
    const { before, after, compared } = await data(`${compare}/2022-01-01..2024-07-01.json`);
    expect([before?.revision, before?.on, after.revision, after.on]).to.deep.equal([
      ...[2, '2022-01-01'],
      ...[4, '2024-07-01'],
    ]);
    expect(compared).to.include('the text in force on January 1, 2022 (revision 2)');
  });

  it('where no text was in force on the first date, all of the other is added, and it is said', async () => {
    const found = await data(`${compare}/2010-01-01..2024-07-01.json`);
    expect(found.before).to.equal(null);
    expect(found.counts.inserted).to.equal(found.counts.total);
    expect(found.notices[0]).to.equal(
      'No text of CI2788 was in force on January 1, 2010. Its first text took effect on September 21, 2018. All of the other text is marked as added.',
    );
    expect(await read(`${compare}/2010-01-01..2024-07-01`)).to.include(found.notices[0]);
  });

  it('says plainly that two texts are the same', async () => {
    const html = await read(`${compare}/4..4`);
    expect(html).to.include('The two texts say the same.').and.include('Both texts are revision 4.');
    expect(html).to.not.include('<del>');
    expect(await read(`${compare}/2024-07-02..2024-08-01.txt`)).to.include('Both texts are revision 4.');
    const section = await read(`${compare}/3..4?section=duties`);
    expect(section).to.include('Essential Duties says the same in both texts.');
  });

  it('two classes: what says the same is found by its words, not by the ids of its blocks', async () => {
    const found = await data(`${compare}/CI2789.json`);
    expect(found.compared).to.match(
      /^From IT Manager Senior \(CI2788\), revision 4, to IT Director \(CI2789\)/,
    );
    const duties = found.sections.find(({ key }) => key === 'duties');
    expect(duties?.blocks.some(({ change }) => change === 'same')).to.equal(true);
    expect((await data(`${compare}/CI2789.json?on=2020-01-01`)).before?.on).to.equal('2020-01-01');
    expect(await read(`${compare}/CI2789?on=2020-01-01`)).to.include('both in force on January 1, 2020');
  });

  it('every view, of all sections and of one; the way on keeps what was chosen', async () => {
    for (const style of ['inline', 'side', 'list', 'clean'])
      for (const section of ['', '&section=experience', '&section=head', '&section=details'])
        expect(
          (await get(site, `${compare}/1..4?style=${style}${section}`)).status,
          style + section,
        ).to.equal(200);
    const html = await read(`${compare}/1..4?style=list&section=experience`);
    expect(hrefsIn(html)).to.include.members([
      `${compare}/1..4?style=side&section=experience`,
      `${compare}/1..4?section=experience#change-1`,
      `${compare}/1..4.pdf?section=experience`,
    ]);
    expect(html).to.match(/<option value="experience" selected>Experience Requirement \(\d changes?\)/);
    expect(html).to.include('Essential Duties (no change)');
  });

  it('of one section, what it counts and numbers is of that section alone', async () => {
    const found = await data(`${compare}/3..4.json?section=details`);
    expect(found.sections.map(({ key }) => key)).to.deep.equal(['details']);
    expect([found.section, found.counts.total]).to.deep.equal(['details', 2]);
    expect(await read(`${compare}/3..4?section=details`)).to.include('1 of 2');
  });

  it('the data keeps its schema and gives back both texts to the character', async () => {
    for (const path of ['1..4', '3..4', '2010-01-01..2020-01-01', 'CI2789', 'CA1101'])
      expect(problemsOf('redline.schema.json', await data(`${compare}/${path}.json`)), path).to.deep.equal(
        [],
      );
    const { sections } = await data(`${compare}/3..4.json`);
    const { runs } = sections.find(({ key }) => key === 'experience')?.blocks[0] ?? { runs: [] };
    const undone = runs
      .map(({ mark, text, before }) => (mark === 'inserted' ? '' : (before ?? text)))
      .join('');
    expect(undone).to.match(/^Four \(4\) years of experience/);
  });

  it('the text marks as wdiff does; the PDF is printed once', async () => {
    const text = await read(`${compare}/3..4.txt`);
    expect(text).to.include('<1 of 3: Reworded>\n[-Four (4)-]{+Three (3)+} years of experience');
    const { jobs } = site.tools.printer as FakePrinter;
    const printed = jobs.length;
    const answers = await Promise.all([1, 2].map(() => get(site, `${compare}/1..3.pdf`)));
    expect(jobs.length - printed).to.equal(1);
    const [name] = answers.map(({ headers }) => headers.get('content-disposition'));
    expect(name).to.equal('inline; filename="CI2788_redline_rev1-rev3.pdf"');
  });

  it('as a Word document it has tracked changes, of the whole text', async () => {
    const answer = await get(site, `${compare}/3..4.docx?section=duties`);
    expect(answer.headers.get('content-disposition')).to.equal(
      'attachment; filename="CI2788_redline_rev3-rev4.docx"',
    );
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    expect(value).to.include('Three (3) years of experience').and.not.include('Four (4) years of experience');
    expect((await get(site, `${compare}/CI2789.docx`)).status).to.equal(200);
    expect(hrefsIn(await read(`${compare}/3..4?section=duties`))).to.include(`${compare}/3..4.docx`);
  });

  it('files are named after what they compare', async () => {
    const name = async (path: string) =>
      /filename="(.*)"/.exec((await get(site, path)).headers.get('content-disposition') ?? '')?.[1];
    expect(await name(`${compare}/2022-01-01..2024-07-01.txt`)).to.equal(
      'CI2788_redline_2022-01-01-2024-07-01.txt',
    );
    expect(await name(`${compare}/3..4.json?section=duties`)).to.equal(
      'CI2788_redline_rev3-rev4_duties.json',
    );
    expect(await name(`${compare}/CI2789.txt`)).to.match(/^CI2788-CI2789_redline_rev4-rev\d\.txt$/);
  });

  it('forms lead to the address of what was chosen', async () => {
    const ways = [
      ['from=3&to=4', `${compare}/3..4`],
      ['from=2020-01-01&to=2024-07-01', `${compare}/2020-01-01..2024-07-01`],
      ['with=CI2789&on=2020-01-01', `${compare}/CI2789?on=2020-01-01`],
      ['with=%2F%2Fevil.example&on=', `${compare}/%2F%2Fevil.example`],
    ];
    for (const [query, to] of ways) {
      const answer = await get(site, `${compare}?${query}`);
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([302, to]);
    }
    expect(await read(`${compare}?from=3`)).to.include('A comparison is of two texts. Choose both.');
    expect(await read(`${compare}?from=3&to=yes`)).to.include('“3..yes” is no pair of texts.');
    expect((await get(site, `${compare}?from=3`)).status).to.equal(400);
  });

  it('what cannot be compared is refused in a sentence', async () => {
    expect(await refused(`${compare}/3..9`)).to.include('404 CI2788 has 4 revisions.');
    expect(await refused(`${compare}/2024-01-01..2010-01-01`)).to.include(
      '404 No text of CI2788 was in force on',
    );
    expect(await refused('/classes/CA1090/compare/2020-01-01..2022-01-01')).to.include(
      '410 No text of CA1090 was in force on January 1, 2022. The class was abolished on July 1, 2021.',
    );
    for (const sides of ['3..2024-01-01', '0..1', '1..2..3', '2024-02-30..2024-03-01', '3..', '03..4'])
      expect(await refused(`${compare}/${sides}`), sides).to.include('is no pair of texts');
    expect(await refused(`${compare}/CI2788`)).to.include('400 CI2788 is the class itself.');
    expect(await refused(`${compare}/3..4?style=loud`)).to.include('400 style is one of inline, side');
    expect(await refused(`${compare}/3..4?section=loud`)).to.include('“loud” is no section of these texts');
    expect(await refused(`${compare}/3..4?on=never`)).to.include('“never” is not a date');
    expect(await refused(`${compare}/3..4.csv`)).to.include('406 A redline is no table.');
  });

  it('series are called by their titles, in every form', async () => {
    const moved = ['IT Management, level 2', 'Accounting, level 2'];
    const { sections } = await data('/classes/CI2788/compare/CF1411.json');
    const [fact] = sections.find(({ key }) => key === 'series')?.facts ?? [];
    expect([fact?.from, fact?.to]).to.deep.equal(moved);
    for (const form of ['', '.txt', '?style=list', '?style=side']) {
      const body = await read(`/classes/CI2788/compare/CF1411${form}`);
      expect(body, form).to.include(moved[0]).and.include(moved[1]).and.not.include('it-management, level');
    }
    expect(await read(`${compare}/3..4`)).to.include('IT Management, level 2');
  });

  it('what has not yet begun, or ends the class, is said', async () => {
    expect(await read('/classes/CF1411/compare/2026-01-01..2027-01-02.txt'))
      .to.include('January 2, 2027 is still to come')
      .and.match(/Revision \d of CF1411 is not yet effective\. It takes effect on January 1, 2027\./);
    const { notices } = await data('/classes/CA1090/compare/1..2.json');
    expect(notices).to.include('Revision 2 of CA1090 abolishes the class. It holds the last text.');
  });

  it('pages of a class and of its revisions lead here', async () => {
    expect(hrefsIn(await read('/classes/CI2788'))).to.include(compare);
    const hrefs = hrefsIn(await read('/classes/CI2788/revisions'));
    expect(hrefs.filter((href) => href.includes('compare/'))).to.deep.equal(
      ['3..4', '2..3', '1..2'].map((pair) => `${compare}/${pair}`),
    );
  });

  it('staff can leave out what was recorded later, and the links stay at it', async () => {
    const manager = await signedIn(site, 'manager');
    const html = await (await manager(`${compare}/1..2?knownAt=2030-01-01`)).text();
    expect(html).to.include('name="knownAt"').and.include('This is the plan of today');
    expect(await (await manager(`${compare}?knownAt=2030-01-01`)).text()).to.include('as known at');
    expect(hrefsIn(html).some((href) => href.includes('1..2?knownAt='))).to.equal(true);
    expect(await refused(`${compare}/1..2?knownAt=2030-01-01`)).to.match(/^401 /);
  });
});

describe('comparisons of hostile words', () => {
  const hostile = `<script>alert(1)</script>"'&{{x}}</del>`;
  const escaped = '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;{{x}}&lt;/del&gt;';
  let site: Served;

  before(async () => {
    site = await sampleSite();
    const { store } = site.tools;
    const before = (await revisionsOf(store, 'class', 'class-it-manager-senior')).at(-1);
    if (!before) throw new Error('The sample plan has changed');
    const body = structuredClone(before.body);
    body.title = `Manager ${hostile}`;
    body.sections.summary = { state: 'text', blocks: [{ id: 's1', kind: 'paragraph', text: hostile }] };
    body.additional = [
      { id: 'a1', heading: hostile, blocks: [{ id: 'x1', kind: 'item', level: 1, text: hostile }] },
    ];
    const { subject, subjectId, status, action, recordedBy } = before;
    await store.transaction((transaction) =>
      appendRevision(transaction, {
        ...{ subject, subjectId, status, action, recordedBy, body, events: [], changes: ['amend'] },
        ...{ effectiveOn: '2026-01-01', decidedOn: null, recordedAt: now.toISOString() },
      }),
    );
  });
  after(() => site.close());

  it('are shown letter by letter on every page', async () => {
    for (const style of ['inline', 'side', 'list', 'clean']) {
      const html = await (await get(site, `${compare}/4..5?style=${style}`)).text();
      expect(html, style).to.include(escaped).and.not.include('<script>alert');
    }
    const section = await (await get(site, `${compare}/4..5?section=additional.a1`)).text();
    expect(section).to.include(`${escaped}, 1 change`);
  });

  it('and in data, text and the document that is printed', async () => {
    const data = JSON.parse(await (await get(site, `${compare}/4..5.json`)).text()) as PublishedRedline;
    expect(data.after.title).to.equal(`Manager ${hostile}`);
    expect(await (await get(site, `${compare}/4..5.txt`)).text()).to.include(`{+${hostile}+}`);
    const answer = await get(site, `${compare}/4..5.pdf`);
    expect(answer.headers.get('content-disposition')).to.equal(
      'inline; filename="CI2788_redline_rev4-rev5.pdf"',
    );
    const { html } = (site.tools.printer as FakePrinter).jobs.at(-1) as PrintJob;
    expect(html).to.include(escaped).and.not.include('<script>alert');
  });
});
