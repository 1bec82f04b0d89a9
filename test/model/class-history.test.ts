// The familiar lines of a class history.
import { expect } from 'chai';
import type { HistoryEvent } from '../../schemas/types.ts';
import { historyInOneLine, historyLine, isImported, kindInWords } from '../../server/model/class-history.ts';
import { schemaText } from '../../server/schemas.ts';

const event: HistoryEvent = {
  on: '2022-11-27',
  kind: 'regraded',
  instrument: 'CN1746',
  by: 'DT',
  note: null,
  line: null,
};

describe('a line of class history', () => {
  it('has the date, what happened, and the sources', () => {
    expect(historyLine(event)).to.equal('11/27/2022 - Revised pay grade (CN1746, DT)');
  });

  it('says less where less is known', () => {
    expect(historyLine({ ...event, by: null })).to.equal('11/27/2022 - Revised pay grade (CN1746)');
    expect(historyLine({ ...event, instrument: null, by: null })).to.equal('11/27/2022 - Revised pay grade');
    expect(historyLine({ ...event, on: '1997-11', by: null })).to.equal(
      '11/1997 - Revised pay grade (CN1746)',
    );
    expect(historyLine({ ...event, on: '1997', by: null })).to.equal('1997 - Revised pay grade (CN1746)');
    expect(historyLine({ ...event, on: null, by: null })).to.equal(
      'Date unknown - Revised pay grade (CN1746)',
    );
  });

  it('prefers the words of the action', () => {
    expect(historyLine({ ...event, note: 'Pay grade raised' })).to.equal(
      '11/27/2022 - Pay grade raised (CN1746, DT)',
    );
  });

  it('of an imported event is as it was written', () => {
    expect(historyLine({ ...event, note: 'Other', line: '7-1-98 Title chgd; grade kept' })).to.equal(
      '7-1-98 Title chgd; grade kept',
    );
  });

  it('has words for every kind of the schema', () => {
    const schema = JSON.parse(schemaText('history-event.schema.json')) as {
      properties: { kind: { enum: HistoryEvent['kind'][] } };
    };
    const words = schema.properties.kind.enum.map((kind) => kindInWords({ ...event, kind }));
    expect(words).to.have.length.above(5);
    for (const each of words) expect(each).to.match(/^[A-Z][a-z ]+$/);
    expect(new Set(words).size).to.equal(words.length);
  });
});

describe('a class history in one line', () => {
  const imported: HistoryEvent = { ...event, on: '1998-07-01', line: '7-1-98 Title chgd' };

  it('keeps the order of the record and marks what was imported and what is to come', () => {
    const dated = [
      { event: imported, effectiveOn: '2020-01-01' },
      { event, effectiveOn: '2022-11-27' },
      { event: { ...event, on: '2027-01-01' }, effectiveOn: '2027-01-01' },
    ];
    expect(historyInOneLine(dated, '2026-11-22')).to.equal(
      '7-1-98 Title chgd [imported]; 11/27/2022 - Revised pay grade (CN1746, DT); ' +
        '1/1/2027 - Revised pay grade (CN1746, DT) [not yet effective]',
    );
    expect(historyInOneLine(dated, '2027-01-01')).to.not.contain('not yet effective');
    expect(historyInOneLine([], '2026-11-22')).to.equal('');
  });

  it('knows an imported event by the line that is kept', () => {
    expect([isImported(imported), isImported(event)]).to.deep.equal([true, false]);
  });
});
