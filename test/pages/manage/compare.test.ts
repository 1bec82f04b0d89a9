// Texts of other employers beside ours: what can be set side by side, what is refused by its name and why, and that nothing of it
// is kept.
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { NeighbourText } from '../../../schemas/types.ts';
import { problemsOf } from '../../../server/schemas.ts';
import { recordHead } from '../../../server/store/record.ts';
import { archive, paragraph, wordArchive } from '../../imports/word-archive.ts';
import { type Fields, type Served, type SignedIn, signedIn } from '../../tools.ts';
import { sampleSite } from '../site.ts';

const ladder = ['records-assistant', 'records-specialist', 'records-lead'];

function fixture(name: string): File {
  return new File([readFileSync(new URL(`../../imports/fixtures/${name}`, import.meta.url))], name);
}

function levels(): File[] {
  return ladder.map((name) => fixture(`ladder/${name}.md`));
}

function written(title: string, duty: string, name = 'other.txt'): File {
  return new File([`${title}\n\nDefinition\n\nPlans the town.\n\nExamples of Duties\n\n${duty}\n`], name);
}

describe('texts of other employers beside ours', () => {
  let site: Served;
  let analyst: SignedIn;

  before(async () => {
    site = await sampleSite();
    analyst = await signedIn(site, 'analyst');
  });
  after(() => site.close());

  async function post(files: readonly File[], fields: Fields = {}) {
    const body = new FormData();
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value);
    for (const file of files) body.append('file', file);
    const answer = await analyst('/manage/compare', { method: 'POST', body });
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  }

  /** The texts that a page holds, in their order. */
  function held(html: string): string[] {
    const values = [...html.matchAll(/name="text" value="([^"]*)"/g)].map(([, value = '']) => value);
    return values.map((value) =>
      value
        .replaceAll('&quot;', '"')
        .replaceAll('&#x27;', "'")
        .replaceAll('&#x3D;', '=')
        .replaceAll('&#x60;', '`')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&'),
    );
  }

  function titles(html: string): string[] {
    return held(html).map((text) => (JSON.parse(text) as NeighbourText).body.title);
  }

  it('stand beside our class, by their titles and file names, and are kept by nobody', async () => {
    const before = await recordHead(site.tools.store);
    const { status, headers, html } = await post(levels(), { classes: 'ci2788' });
    expect(status).to.equal(200);
    expect(headers.get('cache-control')).to.equal('private, no-store');
    expect(html).to.contain('<h1>IT Manager Senior beside 3 other texts</h1>');
    expect(titles(html)).to.deep.equal(['Records Assistant', 'Records Specialist', 'Records Lead']);
    expect(html).to.contain('aria-hidden="true">Records Lead (not of this plan)</span>');
    expect(html).to.contain('aria-hidden="true">IT Manager Senior</span>');
    expect(html).to.contain('records-lead.md').and.contain('lines with text on them have their place');
    expect(html).to.contain(
      'A comment in the file, not read as text: “The shares are those of the last survey.”',
    );
    expect(await recordHead(site.tools.store)).to.deep.equal(before);
  });

  it('stand beside each other without any of ours, in the order that is asked for', async () => {
    const { html } = await post(levels());
    expect(html).to.contain('<h1>3 texts side by side</h1>').and.contain('3 texts compared in 5 sections');
    const order = async (step: string, text: readonly string[]) => (await post([], { step, text })).html;
    const later = await order('right-0', held(html));
    expect(titles(later)).to.deep.equal(['Records Specialist', 'Records Assistant', 'Records Lead']);
    const earlier = await order('left-2', held(later));
    expect(titles(earlier)).to.deep.equal(['Records Specialist', 'Records Lead', 'Records Assistant']);
    expect(titles(await order('out-1', held(earlier)))).to.deep.equal([
      'Records Specialist',
      'Records Assistant',
    ]);
  });

  it('may be Word documents, plain text and web pages at once', async () => {
    const word = wordArchive(
      [
        paragraph('Town Planner'),
        paragraph('Definition'),
        paragraph('Plans the whole of the town and its parks.'),
      ].join(''),
    );
    const { status, html } = await post([
      fixture('network-manager.html'),
      new File([new Uint8Array(word)], 'planner.docx'),
      written('Harbor Clerk', 'Writes the register of ships.'),
    ]);
    expect(status, html).to.equal(200);
    expect(titles(html)).to.deep.equal(['Network Manager', 'Town Planner', 'Harbor Clerk']);
  });

  it('tell by name a file that cannot be read, and show the others', async () => {
    const bomb = archive([{ name: 'word/document.xml', content: Buffer.alloc(70 * 1024 * 1024) }]);
    const files = [
      new File(['%PDF-1.7'], 'scan.pdf'),
      new File([new Uint8Array(bomb)], 'bomb.docx'),
      new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.docx'),
      new File([], 'empty.txt'),
      ...levels(),
    ];
    const { status, html } = await post(files);
    expect(status).to.equal(200);
    expect(html).to.contain('4 files could not be read');
    expect(html).to.contain('<strong>scan.pdf</strong>: This is a PDF file');
    expect(html).to.match(/<strong>bomb\.docx<\/strong>: [^<]{20,}/);
    expect(html).to.contain('<strong>large.docx</strong>: This file has more than 10 MB');
    expect(html).to.contain('<strong>empty.txt</strong>: This file has no text');
    expect(titles(html)).to.have.length(3);
  });

  const problems: readonly (readonly [string, () => readonly File[], Fields, string])[] = [
    ['no file', () => [], { classes: 'CI2788' }, 'Choose a file with the text of another employer'],
    ['one file alone', () => levels().slice(0, 1), {}, 'One text stands beside nothing'],
    [
      'nothing that can be read',
      () => [new File(['GIF89a'], 'a.gif')],
      { classes: 'CI2788' },
      'a.gif: This is an image',
    ],
    ['an unknown code', levels, { classes: 'CI2788 XX9' }, 'No class of the plan has the code XX9.'],
    [
      'an abolished class',
      levels,
      { classes: 'CA1090' },
      'The class CA1090 is not in force on November 22, 2026.',
    ],
    ['no date', levels, { on: '2026-02-31' }, 'Write the date as year, month and day'],
    ['too many codes', levels, { classes: 'A1 A2 A3 A4 A5 A6 A7 A8' }, 'Choose at most 7 classes.'],
    [
      'too many columns',
      () => [...levels(), ...levels()],
      { classes: 'CI2788 CI2787 CI2789' },
      'at most 8 columns',
    ],
    [
      'too many files',
      () => Array.from({ length: 9 }, () => written('Clerk', 'Writes.')),
      {},
      'Choose at most 8 files; these are 9.',
    ],
    [
      'too many entries',
      () => [written('Clerk', '* Writes.\n'.repeat(600)), written('Usher', '* Opens.\n'.repeat(600))],
      {},
      'These texts have 1202 entries together; 1000 can be set side by side.',
    ],
  ];
  for (const [name, files, fields, sentence] of problems) {
    it(`asks again for ${name}`, async () => {
      const { status, html } = await post(files(), fields);
      expect(status).to.equal(422);
      expect(html).to.contain(sentence);
      if (fields.classes) expect(html).to.contain(`value="${fields.classes as string}"`);
    });
  }

  it('can be saved as a table and as data, and shown without what is the same', async () => {
    const { html } = await post(levels(), { classes: 'CI2788' });
    const text = held(html);
    const csv = await post([], { classes: 'CI2788', text, step: 'csv' });
    expect(csv.headers.get('content-type')).to.match(/^text\/csv/);
    expect(csv.headers.get('content-disposition')).to.equal('attachment; filename="side-by-side.csv"');
    expect(csv.html).to.contain('"Records Lead"').and.contain('Division of working time');
    const json = await post([], { classes: 'CI2788', text, step: 'json' });
    expect(problemsOf('comparison.schema.json', JSON.parse(json.html))).to.deep.equal([]);
    const same = await post([], { text, step: 'show-differences' });
    expect(same.html).to.contain('name="show" value="differences"');
    const matrix = same.html.slice(same.html.indexOf('matrix-legend'));
    expect(matrix).to.contain('Broad Indicators').and.not.contain('As a rough guide');
  });

  it('need not be sent once more where something else is to be corrected', async () => {
    const wrong = await post([...levels(), new File(['GIF89a'], 'a.gif')], { classes: 'XX9' });
    expect(wrong.status).to.equal(422);
    expect(wrong.html).to.contain('a.gif: This is an image');
    expect(titles(wrong.html)).to.have.length(3);
    const right = await post([], { classes: 'CI2788', text: held(wrong.html) });
    expect(right.html).to.contain('<h1>IT Manager Senior beside 3 other texts</h1>');
  });

  it('stand beside the text of another day', async () => {
    const { html } = await post(levels(), { classes: 'CI2788', on: '2020-01-01' });
    expect(html).to.contain('/classes/CI2788/2020-01-01');
  });

  it('are words and nothing else, whatever they say', async () => {
    const hostile = '<script>alert(1)</script> & "\'> {{page}}';
    const file = written('Clerk <Img>', hostile, '"><b>x.txt');
    const { status, html } = await post([file, ...levels()]);
    expect(status).to.equal(200);
    expect(html).to.not.contain('<script>alert').and.not.contain('<Img>').and.not.contain('<b>x');
    expect(html).to.contain('&lt;script&gt;alert(1)');
    const again = await post([], { text: held(html), step: 'right-0' });
    expect(titles(again.html)[1]).to.equal('Clerk <Img>');
  });

  it('are refused where they are too large together, or were not sent by our page', async () => {
    const large = () => new File([new Uint8Array(9 * 1024 * 1024)], 'large.docx');
    const all = await post([large(), large(), large()]);
    expect([all.status, all.html.includes('may have 20 MB together')]).to.deep.equal([413, true]);
    for (const text of ['{', '{}', JSON.stringify({ file: 'x', body: {}, account: '', told: [] })])
      expect((await post(levels(), { text })).status).to.equal(400);
    expect((await post(levels(), { unknown: 'x' })).status).to.equal(400);
    expect((await post(Array.from({ length: 250 }, () => new File(['x'], 'x.txt')))).status).to.equal(400);
    const body = new FormData();
    body.append('file', levels()[0] ?? '');
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await analyst('/manage/compare', { method: 'POST', body, headers })).status).to.equal(403);
  });

  it('are asked for with classes that an address names', async () => {
    const answer = await analyst('/manage/compare?classes=CI2788&on=2026-01-01');
    const html = await answer.text();
    expect(html).to.contain('value="CI2788"').and.contain('value="2026-01-01"');
  });
});
