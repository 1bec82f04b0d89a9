// The familiar lines of a class history.
import { expect } from 'chai';
import type { HistoryEvent } from '../../schemas/types.ts';
import { historyLine, kindInWords } from '../../server/model/class-history.ts';
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
