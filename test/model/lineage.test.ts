// The names of a class: runs in the order in which they applied, whatever the order in which they were recorded.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  formerlyInWords,
  formerNames,
  isSameTitle,
  nameOn,
  namesOf,
  otherNamesInWords,
} from '../../server/model/lineage.ts';

interface Line {
  readonly number: number;
  readonly status: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly code: string;
  readonly title: string;
}

function line(number: number, effectiveOn: string, code: string, title: string, status = 'active'): Line {
  return { number, effectiveOn, recordedAt: '2015-01-01T12:00:00.000Z', code, title, status };
}

function recorded(on: string, each: Line): Line {
  return { ...each, recordedAt: `${on}T12:00:00.000Z` };
}

const typist = line(1, '2016-07-01', 'CA1091', 'Clerk Typist');
const assistant = line(2, '2019-07-01', 'CA1101', 'Office Assistant');
const amended = line(3, '2021-10-21', 'CA1101', 'Office Assistant');
const coming = line(4, '2027-01-01', 'CA1101', 'Office Specialist');
const names = namesOf([typist, assistant, amended, coming]);

describe('the names of a class', () => {
  it('last as long as title and code stay the same', () => {
    expect(names).to.deep.equal([
      { code: 'CA1091', title: 'Clerk Typist', from: '2016-07-01', until: '2019-07-01' },
      { code: 'CA1101', title: 'Office Assistant', from: '2019-07-01', until: '2027-01-01' },
      { code: 'CA1101', title: 'Office Specialist', from: '2027-01-01', until: null },
    ]);
  });

  it('are in the order of their days, also where one was recorded late', () => {
    expect(namesOf([assistant, { ...typist, number: 9 }])).to.deep.equal(namesOf([typist, assistant]));
  });

  it('leave out what was corrected before it applied', () => {
    const wrong = line(2, '2019-07-01', 'CA1101', 'Ofice Assistant');
    const mended = line(3, '2019-07-01', 'CA1101', 'Office Assistant');
    expect(namesOf([typist, wrong, mended]).map(({ title }) => title)).to.deep.equal([
      'Clerk Typist',
      'Office Assistant',
    ]);
  });

  it('keep what was corrected after it had applied, until the correction', () => {
    const wrong = recorded('2019-06-01', line(2, '2019-07-01', 'CA1101', 'Ofice Assistant'));
    const mended = recorded('2024-03-05', line(3, '2019-07-01', 'CA1101', 'Office Assistant'));
    const all = [recorded('2016-06-01', typist), wrong, mended];
    const found = namesOf(all);
    expect(found.map(({ title, from, until }) => [title, from, until])).to.deep.equal([
      ['Clerk Typist', '2016-07-01', '2019-07-01'],
      ['Ofice Assistant', '2019-07-01', '2024-03-05'],
      ['Office Assistant', '2019-07-01', null],
    ]);
    expect(nameOn(found, '2020-01-01')?.title).to.equal('Office Assistant');
    expect(otherNamesInWords(found, '2019-07-01', '2026-11-22')).to.include(
      'Formerly Ofice Assistant (CA1101), from July 1, 2019 until March 5, 2024.',
    );
    const known = recorded('2021-10-01', amended);
    expect(namesOf([...all, known]).map(({ until }) => until)).to.deep.equal([
      '2019-07-01',
      '2021-10-21',
      null,
    ]);
  });

  it('keep a name that had lasted longer until its late correction', () => {
    const same = recorded('2019-06-01', line(2, '2019-07-01', 'CA1091', 'Clerk Typist'));
    const mended = recorded('2024-03-05', line(3, '2019-07-01', 'CA1101', 'Office Assistant'));
    const found = namesOf([typist, same, mended]);
    expect(found.map(({ until }) => until)).to.deep.equal(['2024-03-05', null]);
    expect(otherNamesInWords(found, '2019-07-01', '2026-11-22')).to.deep.equal([
      'Formerly Clerk Typist (CA1091), from July 1, 2016 until March 5, 2024.',
    ]);
  });

  it('go on when the class is abolished', () => {
    expect(namesOf([typist, line(2, '2019-07-01', 'CA1091', 'Clerk Typist', 'abolished')])).to.have.length(1);
  });

  it('are former from the day on which another applies', () => {
    expect(formerNames(names, '2019-06-30')).to.deep.equal([]);
    expect(formerNames(names, '2019-07-01').map(formerlyInWords)).to.deep.equal([
      'Formerly Clerk Typist (CA1091) until July 1, 2019',
    ]);
    expect(formerNames(names, '2027-01-01')).to.have.length(2);
  });

  it('are not former when they apply again', () => {
    const again = namesOf([typist, assistant, line(3, '2020-07-01', 'CA1091', 'Clerk Typist')]);
    expect(formerNames(again, '2021-01-01').map(({ title }) => title)).to.deep.equal(['Office Assistant']);
  });

  it('are told from where the reader stands', () => {
    expect(otherNamesInWords(names, '2021-10-21', '2026-11-22')).to.deep.equal([
      'Formerly Clerk Typist (CA1091), from July 1, 2016 until July 1, 2019.',
      'From January 1, 2027 on: Office Specialist (CA1101).',
    ]);
    expect(otherNamesInWords(names, '2016-07-01', '2026-11-22')).to.deep.equal([
      'Since July 1, 2019: Office Assistant (CA1101).',
      'From January 1, 2027 on: Office Specialist (CA1101).',
    ]);
    expect(otherNamesInWords(namesOf([typist]), '2016-07-01', '2026-11-22')).to.deep.equal([]);
  });

  it('are none of no revisions', () => {
    expect(namesOf([])).to.deep.equal([]);
    expect(nameOn([], '2026-11-22')).to.equal(null);
    expect(nameOn(names, '2010-01-01')?.title).to.equal('Clerk Typist');
  });

  it('follow each other without gap or overlap, and neighbours differ', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((each) => `2024-01-${String(each).padStart(2, '0')}`);
    const lines = fc
      .array(fc.tuple(day, fc.constantFrom('A', 'B'), fc.constantFrom('One', 'Two')), {
        minLength: 1,
        maxLength: 12,
      })
      .map((all) => all.map(([on, code, title], index) => line(index + 1, on, code, title)));
    fc.assert(
      fc.property(lines, (all) => {
        const found = namesOf(all);
        expect(found.at(-1)?.until).to.equal(null);
        for (const [index, { until, code, title }] of found.slice(0, -1).entries()) {
          const next = found[index + 1];
          expect(until).to.equal(next?.from);
          expect([code, title]).to.not.deep.equal([next?.code, next?.title]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('two titles', () => {
  it('are one in any case, spacing and way of writing an accent', () => {
    expect(isSameTitle('Clerk  typist', 'CLERK TYPIST')).to.equal(true);
    expect(isSameTitle('Attaché'.normalize('NFD'), 'ATTACHÉ'.normalize('NFC'))).to.equal(true);
    expect(isSameTitle('Clerk Typist', 'Clerk Typists')).to.equal(false);
  });
});
