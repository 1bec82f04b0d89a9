// The part of time of a duty goes to the official text and to a line of a plain field, and comes back the same.
import { expect } from 'chai';
import type { Block } from '../../schemas/types.ts';
import { fromLines, toLines } from '../../server/model/block-lines.ts';
import { splitTimeShare, timeShareInWords } from '../../server/model/time-share.ts';

describe('the part of time of a duty', () => {
  it('comes back from behind the duty, from 1 to 100', () => {
    for (const percentOfTime of [1, 9, 10, 99, 100]) {
      const text = `Keeps accounts. (${timeShareInWords(percentOfTime)})`;
      expect(splitTimeShare(text)).to.deep.equal({ text: 'Keeps accounts.', percentOfTime });
    }
  });

  it('is not read from words that only look like one', () => {
    for (const text of [
      'Keeps accounts (0% of time)',
      'Works (101% of time)',
      ' (25% of time)',
      'Spends 25% of time',
    ])
      expect(splitTimeShare(text)).to.deep.equal({ text });
    expect(timeShareInWords(undefined)).to.equal(null);
  });

  it('stands at the beginning of a line, and a text that begins so is kept apart', () => {
    const item = { kind: 'item', level: 1 } as const;
    const blocks: Block[] = [
      { ...item, id: 'b1', text: 'Keeps accounts.', percentOfTime: 40 },
      { ...item, id: 'b2', text: '[25%] is what it begins with.' },
      { ...item, id: 'b3', level: 2, text: '[] stands first.' },
      { ...item, id: 'b4', text: 'Plain.' },
    ];
    expect(toLines(blocks).split('\n')[0]).to.equal('- [40%] Keeps accounts.');
    expect(fromLines(toLines(blocks))).to.deep.equal(blocks);
  });
});
