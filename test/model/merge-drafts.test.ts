// Two writers of one draft: neither loses the text, the date, the word on later texts or a choice.
import { expect } from 'chai';
import { mergeDrafts, type Writing } from '../../server/model/merge-drafts.ts';
import { clerk, withDuty, withFacts } from './dock-clerk.ts';

const base: Writing = { body: clerk, effectiveOn: null, carry: null, choices: { '4:title': 'mine' } };

describe('merging what two wrote in a draft', () => {
  it('keeps what each changed', () => {
    const mine = { ...base, body: withDuty(clerk, 'b2', 'X.'), carry: 'forward' } as const;
    const theirs = {
      ...base,
      effectiveOn: '2026-01-01',
      choices: { '4:title': 'theirs', '4:code': 'mine' },
    } as const;
    expect(mergeDrafts(base, mine, theirs, {})).to.deep.equal({
      writing: { body: mine.body, effectiveOn: '2026-01-01', carry: 'forward', choices: theirs.choices },
      conflicts: [],
    });
  });

  it('lets a choice be taken back', () => {
    const merged = mergeDrafts(base, { ...base, choices: {} }, { ...base, effectiveOn: '2026-01-01' }, {});
    expect(merged.writing.choices).to.deep.equal({});
  });

  const mine = {
    ...base,
    effectiveOn: '2026-01-01',
    carry: 'not',
    body: withFacts(clerk, { title: 'Mine' }),
  } as const;
  const theirs = {
    ...base,
    effectiveOn: '2026-02-01',
    carry: 'forward',
    body: withFacts(clerk, { title: 'Theirs' }),
  } as const;

  it('tells what both changed', () => {
    expect(mergeDrafts(base, mine, theirs, {}).conflicts).to.deep.equal([
      { at: 'effectiveOn', base: null, mine: '2026-01-01', theirs: '2026-02-01' },
      { at: 'carry', base: null, mine: 'not', theirs: 'forward' },
      { at: 'title', base: 'Dock Clerk', mine: 'Mine', theirs: 'Theirs' },
    ]);
  });

  it('takes the settlement, and asks for the rest', () => {
    const { writing, conflicts } = mergeDrafts(base, mine, theirs, { effectiveOn: 'theirs', title: 'mine' });
    expect(conflicts.map(({ at }) => at)).to.deep.equal(['carry']);
    expect(writing).to.deep.include({ effectiveOn: '2026-02-01' });
    expect(writing.body.title).to.equal('Mine');
  });
});
