// The alignment against the judged duties: series aligned as the matrix aligns them must be right nearly always, and find
// nearly all. Two levels without the others are harder; npm run bench tells them too.
import { expect } from 'chai';
import { scoreAlignment } from '../../scripts/bench/alignment-score.ts';
import { readJudgedSeries } from './judged-duties.ts';

describe('the alignment of the judged series', () => {
  const { precision, recall } = scoreAlignment(readJudgedSeries(), 'the whole series');

  it('is right in 95 of a hundred pairs', () => {
    expect(precision).to.be.at.least(0.95);
  });

  it('finds 90 of a hundred', () => {
    expect(recall).to.be.at.least(0.9);
  });
});
