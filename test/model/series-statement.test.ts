// What a sentence says of a series, and numbers in words.
import { expect } from 'chai';
import { numberOf, numbersThatDisagree } from '../../server/model/number-words.ts';
import { seriesStatements } from '../../server/model/series-statement.ts';

describe('a statement about a series', () => {
  const read = (text: string) =>
    seriesStatements(text).map(({ said, series, names }) => ({ said, series, names }));

  it('reads the count, the series and the list', () => {
    const four = ['Clerk', 'Clerk Senior', 'Lead Clerk', 'Chief'];
    for (const list of [
      'Clerk, Clerk Senior, Lead Clerk and Chief',
      'Clerk, Clerk Senior, Lead Clerk, and Chief',
    ])
      expect(read(`There are four classes in the Clerical series: ${list}.`)).to.deep.equal([
        { said: 4, series: 'Clerical', names: four },
      ]);
    expect(read('There are 2 levels within this series: Clerk and Chief.')).to.deep.equal([
      { said: 2, series: '', names: ['Clerk', 'Chief'] },
    ]);
    expect(read('There is one class in the series: Clerk.')[0]?.names).to.deep.equal(['Clerk']);
  });

  it('keeps an “and” that belongs to a title behind the last comma', () => {
    const text =
      'There are three classes in the Planning series: Aide, Planner, and Planning and Zoning Manager.';
    expect(read(text)[0]?.names).to.deep.equal(['Aide', 'Planner', 'Planning and Zoning Manager']);
  });

  it('reads a count without a list, and nothing where none is stated', () => {
    expect(read('There are five classes in the Clerical series.')).to.deep.equal([
      { said: 5, series: 'Clerical', names: [] },
    ]);
    expect(read('There are several classes in the series.')).to.deep.equal([]);
  });
});

describe('numbers in words', () => {
  it('are known from one to twenty', () => {
    expect(['one', 'Twenty', 'zero', 'and'].map(numberOf)).to.deep.equal([1, 20, null, null]);
  });

  it('are held against the figures behind them', () => {
    expect(numbersThatDisagree('Three (3) years and six (5) months')).to.deep.equal([
      { words: 'six (5)', index: 20 },
    ]);
  });
});
