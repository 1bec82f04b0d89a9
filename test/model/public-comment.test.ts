// When the public may comment, and how a comment stands.
import { expect } from 'chai';
import {
  type CommentDecision,
  isTimeForComments,
  referenceOf,
  standingOf,
  writerOf,
} from '../../server/model/public-comment.ts';
import { steps } from '../../server/model/workflow.ts';

const posted = { step: 'posted', postedOn: '2026-11-22', commentsUntil: '2026-12-06' } as const;

describe('a comment of the public', () => {
  it('can be made through the last day of the posting, of a posted action only', () => {
    for (const on of ['2026-11-22', '2026-12-05', '2026-12-06'])
      expect(isTimeForComments(posted, on), on).to.equal(true);
    for (const on of ['2026-12-07', '2027-01-01']) expect(isTimeForComments(posted, on), on).to.equal(false);
    for (const step of steps.filter((each) => each !== 'posted'))
      expect(isTimeForComments({ ...posted, step }, '2026-11-30'), step).to.equal(false);
  });

  it('can be made on the day of a posting of no days, and of no posting without a last day', () => {
    const none = { ...posted, commentsUntil: posted.postedOn };
    expect(isTimeForComments(none, '2026-11-22')).to.equal(true);
    expect(isTimeForComments(none, '2026-11-23')).to.equal(false);
    expect(isTimeForComments({ ...posted, commentsUntil: null }, '2026-11-22')).to.equal(false);
  });

  it('waits until it is decided on, and stands as it was decided last', () => {
    const decided = (...all: CommentDecision['decision'][]) => ({
      decisions: all.map((decision) => ({ at: '', by: '', decision, reason: null })),
    });
    expect(standingOf(decided())).to.equal('waiting');
    expect(standingOf(decided('publish'))).to.equal('published');
    expect(standingOf(decided('publish', 'withhold'))).to.equal('withheld');
    expect(standingOf(decided('withhold', 'publish'))).to.equal('published');
  });

  it('is called by its action and number, its writer by the name that was given', () => {
    expect(referenceOf({ action: 'CN1746', number: 3 })).to.equal('CN1746/3');
    expect([writerOf({ name: null }), writerOf({ name: 'Ida' })]).to.deep.equal(['Anonymous', 'Ida']);
  });
});
