import { expect } from 'chai';
import { splitHistory } from '../../server/imports/history-line.ts';

describe('a class history', () => {
  it('is split where a date begins, and keeps each piece whole', () => {
    const pieces = splitHistory([
      '10/21/2021 - Duties, revised; title kept; 7/1/24 – Moved to the records series.',
    ]);
    expect(pieces.map(({ event }) => event)).to.deep.equal([
      {
        on: '2021-10-21',
        kind: 'revised',
        instrument: null,
        by: null,
        note: 'Duties, revised; title kept',
        line: '10/21/2021 - Duties, revised; title kept',
      },
      {
        on: '2024-07-01',
        kind: 'moved',
        instrument: null,
        by: null,
        note: 'Moved to the records series.',
        line: '7/1/24 – Moved to the records series.',
      },
    ]);
  });

  it('goes on over broken lines, and tells which lines an event was read from', () => {
    const pieces = splitHistory(['3/1992 Established by', 'Ordinance No. 12-92', 'Revised: 2001 by LS']);
    expect(pieces.map(({ from, event }) => [event.on, event.instrument, event.by, from])).to.deep.equal([
      ['1992-03', 'Ordinance No. 12-92', null, [0, 1]],
      ['2001', null, 'LS', [2]],
    ]);
  });

  const kinds = {
    '1/2/2003 Class established': 'established',
    '1/2/2003 - Pay grade from 12 to 13': 'regraded',
    '1/2/2003 - Retitled from Clerk': 'retitled',
    '1/2/2003 - Class code changed': 'recoded',
    '1/2/2003 - Corrected a typographical error': 'corrected',
    '1/2/2003 - Abolished': 'abolished',
    '1/2/2003 - Revised': 'revised',
    '1/2/2003 - See file': 'other',
    'Established 1/2/2003': 'established',
  };
  for (const [line, kind] of Object.entries(kinds)) {
    it(`reads "${line}" as ${kind}`, () => {
      expect(splitHistory([line])[0]?.event).to.include({ kind, on: '2003-01-02', line });
    });
  }

  const instruments = {
    '1/2/2003 - Regraded as a result of CN1746': 'CN1746',
    '1/2/2003 - Adopted by Resolution 45': 'Resolution 45',
    '1/2/2003 - Ord. 123-2019': 'Ord. 123-2019',
    '1/2/2003 - Recoded from CI2787': null,
  };
  for (const [line, instrument] of Object.entries(instruments)) {
    it(`finds ${instrument ?? 'no instrument'} in "${line}"`, () => {
      expect(splitHistory([line])[0]?.event.instrument).to.equal(instrument);
    });
  }

  it('keeps a piece without a date as an event without one', () => {
    expect(splitHistory(['Formerly two classes'])[0]?.event).to.include({
      on: null,
      note: 'Formerly two classes',
    });
  });
});
