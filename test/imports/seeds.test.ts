// The real documents that this import was first asked to read. They stand beside the repository and are no part of it.
import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import type { SectionKey, Specification } from '../../schemas/types.ts';
import { importText, type ImportedText } from '../../server/imports/import-text.ts';
import { blocksOfSection } from '../../server/model/specification.ts';
import { problemsOf } from '../../server/schemas.ts';
import { lostWords } from './lost-words.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);
const bulletins = new URL('../../../shared/corpora/la-bulletins/txt/', import.meta.url);
const seed = '002_ada716928c8efa5d.txt';

const headings = {
  summary: 'p',
  distinguishing: 'pppp',
  duties: 'iiiiiiiiiiiccc',
  competencies: 'ttttttt',
  knowledgeSkills: 'none',
  supervisionExercised: 'pp',
  education: 'p',
  experience: 'p',
  equivalency: 'pp',
  licensure: 'none',
  workingEnvironment: 'iiii',
  physicalDemandLevel: 'text',
  physicalDemands: 'cttttttttttttttttttt',
  backgroundChecks: 'iiii',
  assessment: 'none',
  probation: 'text',
  details: 'text',
};

describe('a real class specification', function () {
  before(function () {
    if (!existsSync(seeds)) {
      console.log('      ../shared/seeds is not here: the real documents are not tried');
      this.skip();
    }
  });

  it('has its 16 sections and the class detail under their keys, block by block', () => {
    const { specification, report } = accepted(read());
    expect(shape(specification)).to.deep.equal(headings);
    expect([specification.title, specification.code]).to.deep.equal(['IT Manager Senior', 'CI2788']);
    expect(specification.additional).to.deep.equal([]);
    expect(report.sections).to.have.length(17);
  });

  it('loses no line and no word, and conforms to the schemas', () => {
    const imported = accepted(read());
    const { source, accountedLines } = imported.report;
    expect(source).to.include({ lines: 174, nonBlankLines: 92, encoding: 'UTF-8' });
    expect(accountedLines).to.equal(92);
    expect(lostWords(read().toString(), imported)).to.deep.equal([]);
    expect(problemsOf('specification.schema.json', imported.specification)).to.deep.equal([]);
    expect(problemsOf('import-report.schema.json', imported.report)).to.deep.equal([]);
  });

  it('has its facts and its three events as data', () => {
    const { specification, events } = accepted(read());
    expect(specification.sections.details).to.deep.equal({
      state: 'text',
      payGrade: 'EX-18',
      flsa: 'Y',
      establishedOn: '2018-09-21',
      establishedBy: 'LS',
      revisedOn: '2024-07-01',
      revisedBy: 'CW',
    });
    const { physicalDemandLevel, probation } = specification.sections;
    expect(physicalDemandLevel).to.deep.include({ code: '1', meaning: 'Sedentary (0-10 lbs.)' });
    expect(probation).to.deep.include({ length: 6, unit: 'months' });
    expect(events.map(({ on, kind, instrument }) => [on, kind, instrument])).to.deep.equal([
      ['2021-10-21', 'revised', null],
      ['2022-11-27', 'regraded', 'CN1746'],
      ['2024-07-01', 'revised', null],
    ]);
  });

  it('is told to mix date forms and to keep a demand that names animals', () => {
    const ids = accepted(read()).report.findings.map(({ id }) => id);
    expect(ids).to.have.members([
      'import.mixed-date-forms',
      'import.two-digit-year',
      'import.physical-demand-leftover',
    ]);
  });

  for (const [name, change] of Object.entries(changes())) {
    it(`reads the same from it with ${name}`, () => {
      const { specification, events, report } = accepted(change(read()));
      expect(shape(specification)).to.deep.equal(headings);
      expect(events).to.have.length(3);
      expect(report.accountedLines).to.equal(report.source.nonBlankLines);
    });
  }
});

describe('real documents that are no class specifications', function () {
  before(function () {
    if (!existsSync(seeds) || !existsSync(bulletins)) this.skip();
  });

  const expected = {
    '000_549a41499a2dc65e.txt': 'a job posting',
    '001_3838cf8c35d84227.txt': 'a job posting',
    '003_5ab99e3338996b81.txt': 'an article or template about a job',
    '004_06d778437b995090.txt': 'a list of several openings',
  };
  for (const [name, looksLike] of Object.entries(expected)) {
    it(`refuses ${name} as ${looksLike}`, () => {
      const imported = importText({ name: 'unknown.txt', bytes: readFileSync(new URL(name, seeds)) });
      expect(imported).to.include({ outcome: 'refused', looksLike });
    });
  }

  it('refuses every job bulletin as a job posting', () => {
    const names = readdirSync(bulletins);
    const others = names.filter((name) => {
      const imported = importText({
        name: 'x',
        bytes: readFileSync(new URL(encodeURIComponent(name), bulletins)),
      });
      return imported.outcome !== 'refused' || imported.looksLike !== 'a job posting';
    });
    expect(names.length).to.be.above(100);
    expect(others).to.deep.equal([]);
  });
});

function read(): Buffer {
  return readFileSync(new URL(seed, seeds));
}

function accepted(bytes: Uint8Array): Extract<ImportedText, { outcome: 'specification' }> {
  const imported = importText({ name: seed, bytes });
  if (imported.outcome === 'refused') throw new Error(imported.sentence);
  return imported;
}

/** Each section as the first letters of its blocks' kinds, or its state. */
function shape(specification: Specification): Record<string, string> {
  const keys = Object.keys(specification.sections) as SectionKey[];
  return Object.fromEntries(
    keys.map((key) => {
      const kinds = blocksOfSection(specification, key).map(({ kind }) => kind.charAt(0));
      return [key, kinds.join('') || (specification.sections[key]?.state ?? '')];
    }),
  );
}

function changes(): Record<string, (bytes: Buffer) => Buffer> {
  const text = (change: (text: string) => string) => (bytes: Buffer) => Buffer.from(change(bytes.toString()));
  const headed = (dress: (heading: string) => string) =>
    text((all) => all.replace(/^.+$/gm, (line) => (isHeading(line) ? dress(line) : line)));
  return {
    'CRLF line ends': text((all) => all.replaceAll('\n', '\r\n')),
    'no blank lines': text((all) => all.replace(/\n{2,}/g, '\n')),
    'headings in capitals': headed((line) => line.toUpperCase()),
    'colons after headings': headed((line) => `${line}:`),
    'numbered headings': headed((line) => `12. ${line}`),
    'Markdown headings': headed((line) => `## ${line}`),
    'bold headings': headed((line) => `**${line}**`),
    '"and" for "&"': text((all) => all.replaceAll(' & ', ' and ')),
    'tabs before every line': text((all) => all.replace(/^(?=\S)/gm, '\t')),
    'lines of 72 characters': text((all) => wrapped(all, 72)),
    'lines of 60 characters': text((all) => wrapped(all, 60)),
    'windows-1252 bytes': (bytes) => iconv.encode(bytes.toString(), 'windows-1252'),
    'UTF-16 bytes': (bytes) => iconv.encode(bytes.toString(), 'utf-16', { addBOM: true }),
    'dashes damaged by windows-1252': (bytes) => Buffer.from(iconv.decode(bytes, 'windows-1252')),
    'dashes damaged by cp850': (bytes) => Buffer.from(iconv.decode(bytes, 'cp850')),
  };
}

function isHeading(line: string): boolean {
  return /^[A-Z][A-Za-z& ]{9,40}$/.test(line) && !/Check$|Verification|Resources|DOCUMENT/.test(line);
}

function wrapped(text: string, width: number): string {
  const pattern = new RegExp(`(?=.{${width + 1}})(.{1,${width}})\\s`, 'g');
  return text
    .split('\n')
    .map((line) => line.replace(pattern, '$1\n'))
    .join('\n');
}
