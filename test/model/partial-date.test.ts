import { expect } from 'chai';
import fc from 'fast-check';
import { inFigures, inWords } from '../../server/model/calendar-date.ts';
import { dateAt, readDate } from '../../server/model/partial-date.ts';

describe('dates as offices write them', () => {
  const seen: readonly (readonly [string, string])[] = [
    ['9/21/2018', '2018-09-21'],
    ['7/1/24', '2024-07-01'],
    ['07-01-2024', '2024-07-01'],
    ['7.1.2024', '2024-07-01'],
    ['2018-09-21', '2018-09-21'],
    ['July 1, 2024', '2024-07-01'],
    ['Sept. 3, 1998', '1998-09-03'],
    ['1 July 2024', '2024-07-01'],
    ['1-Jul-24', '2024-07-01'],
    ['Jul 2024', '2024-07'],
    ['7/2024', '2024-07'],
    ['2024-07', '2024-07'],
    ['Rev.11/97', '1997-11'],
    ['11/50', '1950-11'],
    ['11/49', '2049-11'],
    ['2018', '2018'],
    ['21/9/2018', '2018-09-21'],
  ];
  for (const [text, date] of seen) {
    it(`reads ${text} as ${date}`, () => expect(readDate(text)?.date).to.equal(date));
  }

  for (const text of [
    '____',
    '',
    '2/30/2019',
    '13/13/2020',
    'TBD',
    '1746',
    '7/1/2024 by CW',
    'Ma 2024',
    '0/2020',
  ]) {
    it(`reads no date in ${JSON.stringify(text)}`, () => expect(readDate(text)).to.equal(null));
  }

  it('says where the date ends, its form, and whether the century was guessed', () => {
    expect(dateAt('7/1/24 – Revised')).to.deep.equal({
      date: '2024-07-01',
      form: 'M/D/YY',
      twoDigitYear: true,
      end: 6,
    });
  });

  it('reads back what this program writes', () => {
    const dates = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .chain((day) => fc.constantFrom(10, 7, 4).map((length) => day.toISOString().slice(0, length)));
    fc.assert(
      fc.property(dates, (date) => {
        for (const text of [date, inWords(date), inFigures(date)])
          expect(readDate(text)?.date).to.equal(date);
      }),
    );
  });
});
