// A redline as a Word document: for a second reader, mammoth, it is the text after with every change accepted and the text
// before with every one rejected: to the last character, with headings, lists, tables and no empty line more. The same in
// LibreOffice: npm run test:office.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Block, Specification } from '../../schemas/types.ts';
import { importDocument } from '../../server/imports/import-document.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { uploadedText } from '../../server/model/uploaded-text.ts';
import { effort } from '../effort.ts';
import { clerk } from '../model/dock-clerk.ts';
import { anyBase, anyEdits } from '../model/edited-texts.ts';
import { specifications } from './any-specification.ts';
import { bodyOf, cleanFile, read, redlineFile, samplePairs, turnedRound } from './redline-sides.ts';

const { settings } = readSamplePlan();

async function expectBothSides(before: Specification, after: Specification): Promise<Uint8Array> {
  const file = await redlineFile(before, after, settings);
  expect(await read(file)).to.deep.equal(await read(await cleanFile(after, settings)));
  expect(await read(await turnedRound(file))).to.deep.equal(await read(await cleanFile(before, settings)));
  return file;
}

function withDuties(...blocks: Block[]): Specification {
  return { ...clerk, sections: { ...clerk.sections, duties: { state: 'text', blocks } } };
}

function item(id: string, text: string, level: 1 | 2 = 1): Block {
  return { id, kind: 'item', level, text };
}

describe('a redline as a Word document', () => {
  for (const { name, before, after } of samplePairs().filter((_, index) => index % effort(3, 1) === 0))
    it(`is the one text accepted and the other rejected: ${name}`, async () => {
      await expectBothSides(before, after);
    });

  it('is so for whatever two people make of a text', async function () {
    this.timeout(120_000);
    const two = fc.tuple(anyBase, anyEdits('mine'), anyEdits('theirs'));
    await fc.assert(
      fc.asyncProperty(two, ([base, mine, theirs]) =>
        expectBothSides(mine(base), theirs(base)).then(() => {}),
      ),
      { numRuns: effort(15, 100) },
    );
  });

  it('is so for any two texts, hostile words and all', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(specifications, specifications, (before, after) =>
        expectBothSides(before, after).then(() => {}),
      ),
      { numRuns: effort(10, 100) },
    );
  });

  it('comes back into a draft as the text after', async () => {
    for (const { name, before, after } of samplePairs().filter(({ after }) => after.code === 'CI2788')) {
      const bytes = await redlineFile(before, after, settings);
      const back = await importDocument({ name: 'redline.docx', bytes });
      if (back.outcome === 'refused') expect.fail(back.sentence);
      expect(uploadedText(back, after, () => expect.fail(`${name}: a new id`))).to.deep.equal(after);
    }
  });

  it('has the same bytes for the same redline, whenever it is made', async () => {
    const [pair] = samplePairs();
    if (!pair) expect.fail('no class was changed');
    const [one, other] = [
      await redlineFile(pair.before, pair.after, settings),
      await redlineFile(pair.before, pair.after, settings),
    ];
    expect(Buffer.compare(one, other)).to.equal(0);
  });

  it('gives every change the author, the date and a number of its own', async () => {
    const before = withDuties(item('a', 'Sorts.'), item('b', 'Files.'), item('c', 'Counts.'));
    const after = withDuties(item('c', 'Counts.'), item('a', 'Sorts all.'), item('b', 'Files.', 2));
    const body = await bodyOf(await expectBothSides(before, after));
    const changes = [...body.matchAll(/<w:(?:ins|del) ([^>]*?)\/?>/g)].map(
      ([, attributes]) => attributes ?? '',
    );
    const ids = changes.map((each) => /w:id="(\d+)"/.exec(each)?.[1]);
    expect(new Set(ids).size).to.equal(ids.length).and.be.above(5);
    for (const each of changes)
      expect(each).to.include(`w:author="${settings.office}`).and.include('w:date="2026-11-22T15:00:00Z"');
  });

  it('marks the typography that a page passes over, so that nothing is lost', async () => {
    const before = withDuties(item('a', 'Keeps the city\'s "books" - all of them - in order.'));
    const after = withDuties(item('a', 'Keeps the city’s “books” — all of them — in  order.'));
    const body = await bodyOf(await expectBothSides(before, after));
    expect(body).to.include('all of them');
    expect(body.match(/all of them/g)).to.have.length(1);
  });

  it('puts a section of its own back where it stood', async () => {
    const section = (id: string) => ({ id, heading: `Heading ${id}`, blocks: [item(`${id}1`, `Of ${id}.`)] });
    const before = { ...clerk, additional: ['a', 'b', 'c', 'd'].map(section) };
    const after = { ...clerk, additional: ['d', 'a', 'c', 'e'].map(section) };
    await expectBothSides(before, after);
  });

  it('puts facts of the closing table back where they stood', async () => {
    const stating = (...other: { label: string; text: string }[]): Specification => ({
      ...clerk,
      sections: { ...clerk.sections, details: { state: 'text', payGrade: 'G-4', other } },
    });
    const fact = (label: string) => ({ label, text: `Text of ${label}` });
    await expectBothSides(
      { ...clerk, ...stating(fact('a'), fact('b'), fact('c')) },
      stating(fact('c'), { label: 'a', text: 'Other' }, fact('d')),
    );
  });

  it('of a new class is all inserted, and of nothing when rejected', async () => {
    const file = await redlineFile(null, clerk, settings);
    expect(await read(file)).to.deep.equal(await read(await cleanFile(clerk, settings)));
    expect((await read(await turnedRound(file))).join('')).to.equal('');
  });

  it('holds words that are no words of XML', async () => {
    const hostile = `<w:ins>&amp; ]]> "so" 'on' \u0000\u000b\u001f\ufffe \ud800 <!-- x -->\tand so on`;
    await expectBothSides(withDuties(item('a', hostile)), withDuties(item('a', `${hostile} and more`)));
    const office = { ...settings, office: `A & <b>"office"</b> \u0001` };
    expect(await read(await redlineFile(clerk, { ...clerk, title: hostile }, office))).to.have.length.above(
      5,
    );
  });

  it('is made within seconds with ten thousand word marks', async function () {
    this.timeout(60_000);
    const many = (word: string) =>
      Array.from({ length: 1000 }, (_, index) =>
        item(`b${index}`, Array.from({ length: 10 }, (__, at) => `${word}${at} of the work ${at}`).join(' ')),
      );
    const started = performance.now();
    const file = await redlineFile(withDuties(...many('piece')), withDuties(...many('part')), settings);
    expect(performance.now() - started).to.be.below(20_000);
    expect((await bodyOf(file)).match(/<w:ins /g)).to.have.length.above(9999);
    expect(file.length).to.be.below(2_000_000);
  });
});
