// One specification of our own with many habits of real ones, read as a whole.
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Block, SectionKey } from '../../schemas/types.ts';
import { importText } from '../../server/imports/import-text.ts';
import { formatReport } from '../../server/imports/report-text.ts';
import { problemsOf } from '../../server/schemas.ts';
import { lostWords } from './lost-words.ts';

const bytes = readFileSync(new URL('fixtures/harbor-records.txt', import.meta.url));

describe('a specification full of habits', () => {
  const imported = importText({ name: 'harbor-records.txt', bytes });
  if (imported.outcome === 'refused') throw new Error(imported.sentence);
  const { specification, events, report } = imported;
  const told = (key: SectionKey): string[] => {
    const section = specification.sections[key];
    return section && 'blocks' in section ? section.blocks.map(inShort) : [];
  };

  it('loses nothing and conforms', () => {
    expect(report.accountedLines).to.equal(report.source.nonBlankLines);
    expect(lostWords(bytes.toString(), imported)).to.deep.equal([]);
    expect(problemsOf('specification.schema.json', specification)).to.deep.equal([]);
    expect(problemsOf('import-report.schema.json', report)).to.deep.equal([]);
  });

  it('joins hard-wrapped lines, also after a run-in heading', () => {
    expect(told('summary')).to.deep.equal([
      'paragraph Under general direction, keeps the registers of moorings, berths and vessels, and answers the questions of captains, agents and the public; does related work as required.',
    ]);
  });

  it('nests lettered items under numbered ones and knows a clause', () => {
    expect(told('duties')).to.deep.equal([
      'paragraph Duties may include, but are not limited to, the following:',
      'item 1 Enters moorings in the register and checks each entry against the permit;',
      'item 2 compares the permit with the survey,',
      'item 2 returns permits that do not agree.',
      'item 1 Answers letters from captains.',
      'clause Performs related duties as assigned.',
    ]);
  });

  it('divides mixed qualifications and supervision', () => {
    expect(told('education')).to.deep.equal(['paragraph Graduation from high school.']);
    expect(told('experience')).to.deep.equal([
      'paragraph Three (5) years of clerical experience, two of which were with vessel records.',
    ]);
    expect(told('equivalency')).to.deep.equal([
      'paragraph Any equivalent combination of training and experience.',
    ]);
    expect(told('licensure')[0]).to.equal("paragraph Possession of a valid driver's license.");
    expect(told('supervisionReceived')).to.deep.equal([
      'paragraph Receives general direction from the Harbor Master.',
    ]);
    expect(told('supervisionExercised')).to.deep.equal([
      'paragraph Exercises technical supervision over clerical staff.',
    ]);
  });

  it('splits terms, keeps an unknown heading, reads a period', () => {
    expect(told('physicalDemands')).to.deep.equal([
      'term Lifting: Moving boxes of up to 20 pounds.',
      'term Swimming: Reaching a vessel that has lost its mooring.',
      'item 1 Remaining seated',
    ]);
    expect(specification.additional.map(({ heading }) => heading)).to.deep.equal(['EQUIPMENT OPERATED']);
    expect(specification.sections.probation).to.deep.equal({
      state: 'text',
      length: 12,
      unit: 'months',
      text: 'Twelve months',
    });
  });

  it('reads facts at the head and at the foot, and the history between', () => {
    expect(specification.sections.details).to.include({
      payGrade: '17',
      flsa: 'Non-exempt',
      establishedOn: '1997-11',
    });
    expect(events.map(({ on, kind, instrument, by }) => [on, kind, instrument, by])).to.deep.equal([
      ['1992-03-04', 'established', 'Ord. 123-92', null],
      ['1998-07-01', 'retitled', null, null],
      ['2001', 'regraded', 'Resolution 45', 'LS'],
    ]);
  });

  it('says what a person should look at', () => {
    expect(new Set(report.findings.map(({ id }) => id))).to.deep.equal(
      new Set([
        'import.mixed-date-forms',
        'import.empty-label',
        'import.series-count',
        'import.split-supervision',
        'import.split-qualifications',
        'import.number-mismatch',
        'import.unknown-heading',
        'import.unreadable-date',
        'import.two-digit-year',
      ]),
    );
  });

  it('is reported to a person in plain words', () => {
    const text = formatReport(report);
    expect(text).to.contain(
      `${report.source.nonBlankLines} of ${report.source.nonBlankLines} non-blank lines accounted for`,
    );
    expect(text).to.match(/EQUIPMENT OPERATED {2,}\(additional\) {2,}1 block/);
    expect(text).to.contain('line 41: The number in words is not the number in figures. "Three (5)"');
  });

  it('never lets a file command the terminal', () => {
    const hostile = { line: 1, before: '\u001b[31m\u202e', after: '', how: 'control character removed' };
    expect(formatReport({ ...report, repairs: [hostile] })).to.contain(
      '"\\u{1b}[31m\\u{202e}" read as nothing',
    );
  });
});

function inShort(block: Block): string {
  if (block.kind === 'term') return `term ${block.term}: ${block.text}`;
  return block.kind === 'item' ? `item ${block.level} ${block.text}` : `${block.kind} ${block.text}`;
}
