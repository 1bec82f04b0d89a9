// Instants as people write them, and the end of a day where the plan is.
import { expect } from 'chai';
import fc from 'fast-check';
import { calendarDateAt } from '../../server/model/calendar-date.ts';
import { endOfDay, instantInWords, readInstant } from '../../server/model/instant.ts';

const zone = 'America/Denver';

describe('an instant', () => {
  const read: readonly (readonly [text: string, instant: string | null])[] = [
    ['2024-07-01T16:00:00Z', '2024-07-01T16:00:00.000Z'],
    ['2024-07-01T16:00:00.123Z', '2024-07-01T16:00:00.123Z'],
    ['2024-07-01T10:00-06:00', '2024-07-01T16:00:00.000Z'],
    ['2024-07-01T18:00+02:00', '2024-07-01T16:00:00.000Z'],
    ['2024-07-01T18:00 02:00', '2024-07-01T16:00:00.000Z'],
    ['2024-07-01', '2024-07-02T05:59:59.999Z'],
    ['2024-12-01', '2024-12-02T06:59:59.999Z'],
    ['9999-12-31', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:00-12:00', '9999-12-31T23:59:59.999Z'],
    ['2024-02-30', null],
    ['2024-02-30T10:00Z', null],
    ['2024-07-01T25:00Z', null],
    ['2024-07-01T10:60Z', null],
    ['2024-07-01T10:00', null],
    ['2024-07-01T10:00+99:99', null],
    ['2024-07', null],
    ['yesterday', null],
    ['July 1, 2024', null],
    ['', null],
  ];
  for (const [text, instant] of read) {
    it(`“${text}” is ${instant ?? 'none'}`, () => expect(readInstant(text, zone)).to.equal(instant));
  }

  it('is said by the clocks of the plan', () => {
    expect(instantInWords('2024-07-01T16:00:00.000Z', zone)).to.equal('July 1, 2024 at 10:00:00 AM');
  });
});

describe('the end of a day', () => {
  it('is the last millisecond of it, in every zone, also when the clocks change', () => {
    const zones = fc.constantFrom(
      zone,
      'Pacific/Kiritimati',
      'Etc/GMT+12',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
    );
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, zones, (date, timeZone) => {
        const end = Date.parse(endOfDay(date, timeZone));
        expect(calendarDateAt(new Date(end), timeZone) <= date).to.equal(true);
        expect(calendarDateAt(new Date(end + 1), timeZone) > date).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });
});
