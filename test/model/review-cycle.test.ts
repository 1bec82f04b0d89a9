// When a review is due.
import { expect } from 'chai';
import { isReviewOverdue, reviewDueOn } from '../../server/model/review-cycle.ts';

describe('the review cycle', () => {
  it('is due as many years after the text took effect', () => {
    expect(reviewDueOn('2019-07-01', 5)).to.equal('2024-07-01');
    expect(reviewDueOn('2024-02-29', 1)).to.equal('2025-02-28');
  });

  it('is overdue from the day after, and never in a plan without a cycle', () => {
    expect(isReviewOverdue('2019-07-01', 5, '2024-07-01')).to.equal(false);
    expect(isReviewOverdue('2019-07-01', 5, '2024-07-02')).to.equal(true);
    expect(isReviewOverdue('1990-01-01', undefined, '2024-07-02')).to.equal(false);
  });
});
