// The dates that an action runs up against, and how much each presses.
import { expect } from 'chai';
import { areCommentsOpen, countdown, daysBetween, deadlinesOf } from '../../server/model/deadlines.ts';

const today = '2026-11-22';
type Dated = Parameters<typeof deadlinesOf>[0];
const dates = { effectiveOn: '2027-02-01', postedOn: '2026-11-10', commentsUntil: '2026-11-24' };
const posted: Dated = { step: 'posted', ...dates };

describe('the deadlines of an action', () => {
  const cases: [string, Partial<Dated>, [string, string][]][] = [
    [
      'are the end of comments and the day of effect',
      {},
      [
        ['Comments until November 24, 2026, 2 days left', 'soon'],
        ['Takes effect on February 1, 2027, in 71 days', 'later'],
      ],
    ],
    [
      'count the last day of comments',
      { commentsUntil: today, effectiveOn: null },
      [['Comments until November 22, 2026, the last day is today', 'soon']],
    ],
    [
      'say that comments have closed, which is not late',
      { commentsUntil: '2026-11-21', effectiveOn: null },
      [['Comments closed on November 21, 2026. It can be decided.', 'soon']],
    ],
    [
      'put first what is overdue',
      { effectiveOn: '2026-11-21' },
      [
        ['Overdue: it was to take effect on November 21, 2026, 1 day ago', 'overdue'],
        ['Comments until November 24, 2026, 2 days left', 'soon'],
      ],
    ],
    ['are none of a posting without days', { commentsUntil: '2026-11-10', effectiveOn: null }, []],
    ['are none of what is decided', { step: 'provisional' }, []],
    [
      'press from two weeks on',
      { step: 'draft', effectiveOn: '2026-12-06' },
      [['Takes effect on December 6, 2026, in 14 days', 'soon']],
    ],
    [
      'do not press before',
      { step: 'draft', effectiveOn: '2026-12-07' },
      [['Takes effect on December 7, 2026, in 15 days', 'later']],
    ],
    [
      'name today and tomorrow',
      { step: 'in review', effectiveOn: '2026-11-23' },
      [['Takes effect on November 23, 2026, tomorrow', 'soon']],
    ],
  ];
  for (const [what, changed, expected] of cases)
    it(what, () =>
      expect(
        deadlinesOf({ ...posted, ...changed }, today).map(({ text, standing }) => [text, standing]),
      ).to.deep.equal(expected),
    );

  it('count calendar days, over the change of the clocks and leap days too', () => {
    expect(daysBetween('2026-10-31', '2026-11-02')).to.equal(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).to.equal(2);
    expect(daysBetween('2026-11-22', '2026-11-20')).to.equal(-2);
  });

  it('keep comments open through their last day', () => {
    expect(areCommentsOpen(posted, '2026-11-24')).to.equal(true);
    expect(areCommentsOpen(posted, '2026-11-25')).to.equal(false);
    expect(areCommentsOpen({ postedOn: null, commentsUntil: null }, today)).to.equal(false);
    expect(areCommentsOpen({ postedOn: today, commentsUntil: today }, today)).to.equal(false);
  });
});

describe('the countdown of a posting', () => {
  for (const [until, words] of [
    ['2026-12-04', '12 days left, through December 4, 2026'],
    ['2026-11-23', '1 day left, through November 23, 2026'],
    [today, 'the last day is today, November 22, 2026'],
  ] as const) {
    it(`through ${until}: ${words}`, () => {
      expect(countdown(until, today)).to.equal(words);
    });
  }
});
