// How alike two texts are.
import { expect } from 'chai';
import fc from 'fast-check';
import { similarity, wordSet } from '../../server/model/similarity.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('the', 'plan', 'of', 'pay', 'Grade', '5', '–'), { maxLength: 8 })
    .map((words) => words.join(' ')),
);
const score = (one: string, other: string) => similarity(wordSet(one), wordSet(other));

describe('similarity', () => {
  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(score(one, other)).to.equal(score(other, one));
        expect(score(one, other)).to.be.within(0, 1);
      }),
    );
  });

  it('is 1 for the same words, and only for them', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(score(one, one)).to.equal(1);
        const [a, b] = [wordSet(one), wordSet(other)];
        expect(score(one, other) === 1).to.equal(a.size === b.size && [...a].every((word) => b.has(word)));
      }),
    );
  });

  it('disregards case, marks and order', () => {
    expect(score('Plans, the BUDGET.', 'the budget plans')).to.equal(1);
  });

  it('is the share of words in common', () => {
    expect(score('a b', 'c d')).to.equal(0);
    expect(score('a b', 'b c')).to.equal(0.5);
    expect(score('', 'a')).to.equal(0);
    expect(score('', '…')).to.equal(1);
  });
});
