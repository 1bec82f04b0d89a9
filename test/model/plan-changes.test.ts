// What differs between two dates: kinds read off two texts, revisions that a later one replaces, counts.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Specification } from '../../schemas/types.ts';
import {
  countsOfClasses,
  isInSpan,
  isOfKind,
  netDifference,
  netKinds,
  replacedAmong,
} from '../../server/model/plan-changes.ts';
import { anyBase, anyEdits } from './edited-texts.ts';

const text: Specification = {
  code: 'T100',
  title: 'Title',
  series: { id: 'clerks', level: 2 },
  sections: { details: { state: 'text', payGrade: 'G-1', flsa: 'N' } },
  additional: [],
};

describe('the net difference of two texts', () => {
  it('is a creation or an abolition where a date has no text', () => {
    expect(netDifference(null, text)).to.deep.equal({ kinds: ['create'], amended: [] });
    expect(netDifference(text, null)).to.deep.equal({ kinds: ['abolish'], amended: [] });
    expect(netDifference(null, null)).to.deep.equal({ kinds: [], amended: [] });
  });

  it('has every kind that there is, in the order in which they are told', () => {
    const other: Specification = {
      code: 'T200',
      title: 'Other',
      series: { id: 'clerks', level: 3 },
      sections: { details: { state: 'text', payGrade: 'G-2', flsa: 'E' }, licensure: { state: 'none' } },
      additional: [],
    };
    const { kinds, amended } = netDifference(text, other);
    expect(kinds).to.deep.equal(['regrade', 'retitle', 'recode', 'move', 'amend']);
    expect(amended).to.have.members(['details', 'licensure']);
  });

  it('is nothing for the same text, and names sections exactly where it amends', () => {
    const two = fc.tuple(anyBase, anyEdits('mine'), anyEdits('theirs'));
    fc.assert(
      fc.property(two, ([base, mine, theirs]) => {
        expect(netDifference(mine(base), mine(base)).kinds).to.deep.equal([]);
        const { kinds, amended } = netDifference(mine(base), theirs(base));
        expect(kinds.includes('amend')).to.equal(amended.length > 0);
        expect(netKinds.filter((kind) => kinds.includes(kind))).to.deep.equal(kinds);
      }),
    );
  });
});

describe('a span', () => {
  it('begins after its first day and ends with its last', () => {
    const span = { from: '2024-01-01', to: '2024-07-01' };
    const days = ['2023-12-31', '2024-01-01', '2024-01-02', '2024-07-01', '2024-07-02'];
    expect(days.filter((effectiveOn) => isInSpan(span, { effectiveOn }))).to.deep.equal([
      '2024-01-02',
      '2024-07-01',
    ]);
  });
});

describe('a replaced revision', () => {
  const made = (subject: string, number: number, effectiveOn: string) => ({
    ...{ subject, id: 'one', number, effectiveOn },
  });

  it('is one of the same subject and day with a later one', () => {
    const first = made('class', 2, '2024-01-01');
    const others = [
      made('class', 3, '2024-01-01'),
      made('class', 4, '2023-01-01'),
      made('series', 5, '2024-01-01'),
    ];
    expect([...replacedAmong([first, ...others])]).to.deep.equal([first]);
    expect([...replacedAmong([...others, first])]).to.deep.equal([first]);
  });
});

describe('counts of classes', () => {
  it('count a class under each of its kinds, and those without a difference apart', () => {
    const classes = [{ kinds: ['regrade', 'amend'] }, { kinds: ['amend'] }, { kinds: [] }] as const;
    const listed = classes.map(({ kinds }) => ({ kinds: [...kinds] }));
    expect(countsOfClasses(listed)).to.deep.equal({
      classes: 2,
      kinds: [
        { kind: 'regrade', classes: 1 },
        { kind: 'amend', classes: 2 },
      ],
      changedBack: 1,
    });
    expect(listed.filter((each) => isOfKind(each, null))).to.have.length(3);
    expect(listed.filter((each) => isOfKind(each, 'none'))).to.have.length(1);
  });
});
