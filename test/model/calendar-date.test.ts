// Days of the calendar: which exist, which day it is somewhere, how they are written.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  calendarDateAt,
  inFigures,
  inWords,
  isCalendarDate,
  yearsAfter,
} from '../../server/model/calendar-date.ts';

const instant = fc.date({ min: new Date('1900-01-02'), max: new Date('2999-12-30'), noInvalidDate: true });

describe('a calendar date', () => {
  it('is a day that exists', () => {
    for (const date of ['2024-02-29', '2000-02-29', '2023-12-31', '1999-01-01'])
      expect(isCalendarDate(date), date).to.equal(true);
  });

  it('has the same day so many years on or back, or the end of its February', () => {
    expect(yearsAfter('2024-07-01', -1)).to.equal('2023-07-01');
    expect(yearsAfter('2024-02-29', 1)).to.equal('2025-02-28');
    expect(yearsAfter('2024-02-29', 4)).to.equal('2028-02-29');
    expect(yearsAfter('0100-01-01', -1)).to.equal('0100-01-01');
    expect(yearsAfter('9999-12-31', 1)).to.equal('9999-12-31');
  });

  it('is no other day and no other form', () => {
    const others = [
      '2023-02-29',
      '1900-02-29',
      '2024-04-31',
      '2024-00-10',
      '2024-13-01',
      '2024-01-00',
      '2024-1-1',
    ];
    const forms = [
      '2024-07',
      '2024',
      '',
      '2024-07-01T00:00:00Z',
      ' 2024-07-01',
      '2024-07-01\n',
      '+2024-07-01',
      '２024-07-01',
    ];
    for (const date of [...others, ...forms]) expect(isCalendarDate(date), date).to.equal(false);
  });

  it('is every day that the calendar of UTC has', () => {
    fc.assert(fc.property(instant, (date) => isCalendarDate(date.toISOString().slice(0, 10))));
  });

  it('turns at midnight of the place', () => {
    const turns: [string, string, string][] = [
      ['2024-07-01T03:59:59.999Z', 'America/New_York', '2024-06-30'],
      ['2024-07-01T04:00:00.000Z', 'America/New_York', '2024-07-01'],
      ['2024-12-31T23:59:59.999Z', 'UTC', '2024-12-31'],
      ['2025-01-01T00:00:00.000Z', 'UTC', '2025-01-01'],
      ['2024-12-31T10:00:00.000Z', 'Pacific/Kiritimati', '2025-01-01'],
      ['2025-01-01T09:59:59.999Z', 'Pacific/Honolulu', '2024-12-31'],
      ['2024-03-10T07:30:00.000Z', 'America/New_York', '2024-03-10'],
      ['2024-06-30T18:15:00.000Z', 'Asia/Kathmandu', '2024-07-01'],
    ];
    for (const [at, zone, date] of turns)
      expect(calendarDateAt(new Date(at), zone), `${at} ${zone}`).to.equal(date);
  });

  it('is that of UTC in UTC, and at most a day from it anywhere', () => {
    const zone = fc.constantFrom(
      'UTC',
      'America/New_York',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
      'Asia/Kathmandu',
    );
    fc.assert(
      fc.property(instant, zone, (date, timeZone) => {
        const utc = date.toISOString().slice(0, 10);
        const there = calendarDateAt(date, timeZone);
        expect(isCalendarDate(there)).to.equal(true);
        expect(Math.abs(Date.parse(there) - Date.parse(utc)) / 86_400_000).to.be.at.most(
          timeZone === 'UTC' ? 0 : 1,
        );
      }),
    );
  });

  it('is written as precisely as it is known', () => {
    expect(['2024-07-01', '2024-07', '2024'].map(inWords)).to.deep.equal([
      'July 1, 2024',
      'July 2024',
      '2024',
    ]);
    expect(['2024-07-01', '2024-07', '2024'].map(inFigures)).to.deep.equal(['7/1/2024', '7/2024', '2024']);
    expect(inWords('2023-12-31')).to.equal('December 31, 2023');
  });
});
