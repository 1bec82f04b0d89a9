// Lengths of time as specifications write them: read where one is written, and never guessed.
import { expect } from 'chai';
import fc from 'fast-check';
import { readPeriod } from '../../server/model/period.ts';
import { problemsOf } from '../../server/schemas.ts';

const read: [string, number, string][] = [
  ['Six (6) months.', 6, 'months'],
  ['six months', 6, 'months'],
  ['A six-month period.', 6, 'months'],
  ['12 months', 12, 'months'],
  ['One year', 1, 'years'],
  ['1 week', 1, 'weeks'],
  ['ninety (90) days', 90, 'days'],
  ['One hundred twenty (120) days', 120, 'days'],
  ['twenty-four (24) months', 24, 'months'],
  ['2,080 hours', 2080, 'hours'],
  ['Two thousand eighty (2,080) hours of work', 2080, 'hours'],
];

const unread = [
  'None stated',
  'As the rules provide',
  'every year',
  '0 months',
  'One year and six months',
  'five (5) to six (6) months',
  '6 to 12 months',
  '6-12 months',
  '6–12 months',
  'two or three years',
  '1.5 years',
  'twenty-four months',
  'Six (9) months',
  '9999 hours',
];

describe('a written period', () => {
  for (const [text, length, unit] of read) {
    it(`“${text}” is ${length} ${unit}`, () => {
      expect(readPeriod(text)).to.deep.equal({ state: 'text', length, unit, text });
    });
  }
  for (const text of unread) {
    it(`“${text}” is left as words`, () => {
      expect(readPeriod(text)).to.deep.equal({ state: 'text', length: null, unit: null, text });
    });
  }

  it('keeps its wording and conforms, whatever it says', () => {
    const part = fc.constantFrom(
      'six',
      '(6)',
      '6',
      '2,080',
      'to',
      'months',
      'year',
      '-',
      ' ',
      'twenty',
      '.',
      'hours',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = `P${parts.join(' ')}`;
        const probation = readPeriod(text);
        expect(probation.text).to.equal(text);
        expect((probation.length === null) === (probation.unit === null)).to.equal(true);
        const specification = {
          code: null,
          title: '',
          series: null,
          sections: { probation },
          additional: [],
        };
        expect(problemsOf('specification.schema.json', specification)).to.deep.equal([]);
      }),
    );
  });
});
