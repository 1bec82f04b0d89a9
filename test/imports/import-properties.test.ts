// Laws of the import over random documents and random bytes.
import { expect } from 'chai';
import fc from 'fast-check';
import { importText } from '../../server/imports/import-text.ts';
import { sections } from '../../server/model/sections.ts';
import { blocksOf } from '../../server/model/specification.ts';
import { problemsOf } from '../../server/schemas.ts';
import { lostWords } from './lost-words.ts';

const names = sections.flatMap(({ label, synonyms }) => [label, ...synonyms.map(titled)]);
const unknown = ['Equipment Operated', 'Standard Classification Factors', 'Contacts', 'Uniform and Tools'];
const words =
  'prepares the annual report of a department and reviews requests (5) or permits, in 2 offices; education Experience skills None May June 7/1/24 Class Code: 0031 o - • 1. I. e.g. “quoted” naïve'.split(
    ' ',
  );

const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 18 })
  .chain((list) => fc.constantFrom('.', '', ':', ';', ',').map((end) => list.join(' ') + end));
const block = fc.oneof(
  sentence,
  fc
    .tuple(fc.constantFrom('•', '-', '*', 'o', '1.', '(a)', 'ii.'), sentence)
    .map(([mark, text]) => `${mark} ${text}`),
  fc
    .tuple(
      fc.constantFrom('Lifting', 'Written Comprehension', 'Coaching'),
      fc.constantFrom(': ', ' - ', ' – '),
      sentence,
    )
    .map((each) => each.join('')),
  sentence.map((text) => text.replace(/((?:\S+ ){4})/g, '$1\n').trim()),
  fc.constantFrom(
    'None',
    'None.',
    'N/A',
    '1-Sedentary (0-10 lbs.)',
    'Six (6) months.',
    'Pay Grade: EX-18',
    'FLSA Code:',
    '_____',
  ),
  fc.constantFrom(
    'Class History: 10/21/2021 - Revised; 7/1/24 – Moved',
    'Established Date: 9/21/2018',
    'Revised: ____',
  ),
  sentence.map((text) => `Experience: ${text}`),
);
const heading = fc
  .tuple(
    fc.constantFrom(
      ...names,
      ...names,
      ...unknown,
      'Minimum Qualifications',
      'Supervision Received and Exercised',
    ),
    fc.constantFrom(
      same,
      (text: string) => text.toUpperCase(),
      (text: string) => `${text}:`,
      (text: string) => `## ${text}`,
      (text: string) => `**${text}**`,
      (text: string) => `IV. ${text}`,
      (text: string) => `${text.toUpperCase()} – `,
    ),
    fc.constantFrom('\n', '\n\n', ' '),
  )
  .map(([name, dress, gap]) => dress(name) + gap);
const section = fc
  .tuple(heading, fc.array(block, { maxLength: 5 }), fc.constantFrom('\n', '\n\n'))
  .map(([head, blocks, gap]) => head + blocks.join(gap));
const header = fc.array(
  fc.constantFrom(
    'Office of Human Resources',
    'IT Manager Senior - CI2788',
    'THIS IS A PUBLIC DOCUMENT',
    'Accountant II',
    '4000A1',
    'Class Code: 0031',
    'Class Title',
    'SR-20, BU-13',
    'Some words that are no title at all.',
  ),
  { maxLength: 5 },
);
const document = fc
  .tuple(header, fc.array(section, { minLength: 1, maxLength: 9 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([head, parts, ending]) => [...head, '', ...parts].join('\n\n').replaceAll('\n', ending));

describe('the import, over random documents', function () {
  this.timeout(30_000);

  it('keeps every word, conforms to the schemas and never throws', () => {
    fc.assert(
      fc.property(document, (text) => {
        const imported = importText({ name: 'random.txt', bytes: Buffer.from(text) });
        if (imported.outcome === 'refused') return void expect(imported.sentence).to.match(/\.$/);
        expect(lostWords(text, imported)).to.deep.equal([]);
        const { source, accountedLines, placements } = imported.report;
        expect(placements.map(({ line }) => line)).to.deep.equal(filledLines(text));
        expect(accountedLines).to.equal(source.nonBlankLines);
        expect(problemsOf('specification.schema.json', imported.specification)).to.deep.equal([]);
        expect(problemsOf('import-report.schema.json', imported.report)).to.deep.equal([]);
        for (const event of imported.events)
          expect(problemsOf('history-event.schema.json', event)).to.deep.equal([]);
        expect(blockIds(imported)).to.deep.equal(blockIds(imported).map((_, index) => `b${index + 1}`));
      }),
      { numRuns: 300 },
    );
  });

  it('accepts most of them, so that the law above is tried', () => {
    const outcomes = fc
      .sample(document, { numRuns: 200, seed: 7 })
      .map((text) => importText({ name: 'x', bytes: Buffer.from(text) }).outcome);
    expect(outcomes.filter((outcome) => outcome === 'specification').length).to.be.above(100);
  });

  it('refuses or accounts for any bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: 'binary', maxLength: 300 })
        .map((text) => Buffer.from(`Definition\n\n${text}\n\nExamples of Duties\n\n${text}`)),
      document
        .map((text) => Buffer.from(text, 'utf16le'))
        .map((body) => Buffer.concat([Buffer.from([0xff, 0xfe]), body])),
      document.map((text) => Buffer.from(text, 'latin1')),
    );
    fc.assert(
      fc.property(bytes, (each) => {
        const imported = importText({ name: 'random', bytes: each });
        if (imported.outcome === 'refused') return void expect(imported.looksLike).to.not.equal('');
        expect(problemsOf('specification.schema.json', imported.specification)).to.deep.equal([]);
        expect(imported.report.accountedLines).to.equal(imported.report.source.nonBlankLines);
      }),
      { numRuns: 300 },
    );
  });
});

function filledLines(text: string): number[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
}

function blockIds(imported: Extract<ReturnType<typeof importText>, { outcome: 'specification' }>): string[] {
  const ids = blocksOf(imported.specification).map(({ id }) => id);
  return ids.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

function same(text: string): string {
  return text;
}

function titled(text: string): string {
  return text.replace(/(^|[\s/(])\p{Ll}/gu, (start) => start.toUpperCase());
}
