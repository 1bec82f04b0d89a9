// Texts that are nearly the same are found without comparing each with each: by the index the same ones as by hand.
import { expect } from 'chai';
import fc from 'fast-check';
import { firstAlike } from '../../../server/model/findings/first-alike.ts';
import { alikeTexts, alikeWith } from '../../../server/model/findings/alike-texts.ts';
import { similarity } from '../../../server/model/similarity.ts';
import { family, paragraph, planOf, withBlocks } from './families.ts';

describe('the first nearly same text of a list', () => {
  it('is the one that comparing with every earlier text finds', () => {
    const words = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 0, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (lists) => {
        const texts = lists.map((list) => new Set(list));
        const found = firstAlike(texts);
        const firsts: number[] = [];
        for (const [place, text] of texts.entries()) {
          if (text.size < 4) continue;
          const earlier = firsts.find((each) => similarity(text, texts[each] ?? new Set()) >= 0.85);
          expect(found.get(place)).to.equal(earlier);
          if (earlier === undefined) firsts.push(place);
        }
      }),
    );
  });
});

describe('alike texts of a plan', () => {
  const plan = planOf([family('anchors'), family('buoys')]);
  const [first, second] = plan.classes;
  if (!first || !second) throw new Error('The plan has no classes');
  const summary =
    'Keeps the books of the harbor at the first quay, tells the owners of ships each day what is due, and shuts the office at night.';
  const copy = (words: string) => withBlocks(second, 'summary', paragraph('b1', words));
  const original = withBlocks(first, 'summary', paragraph('b1', summary));

  it('are none where each class has its own', () => {
    for (const text of plan.classes) expect(alikeTexts(plan.classes).alikeTo(text)).to.deep.equal([]);
  });

  it('are found whatever case and marks they are written with, and where a word was changed', () => {
    const alike = alikeTexts([original, ...plan.classes.slice(1)]);
    const found = (words: string) =>
      alike.alikeTo(copy(words)).map(({ classId, isSame }) => [classId, isSame]);
    expect(found(summary.toUpperCase().replaceAll(',', ';'))).to.deep.equal([[first.classId, true]]);
    expect(found(summary.replace('at night', 'at dusk'))).to.deep.equal([[first.classId, false]]);
    expect(found('Quite another text of twelve words and more than that, to be sure.')).to.deep.equal([]);
  });

  it('are found with texts on trial, in place of what their classes said', () => {
    const base = alikeTexts([original, ...plan.classes.slice(1)]);
    const tried = alikeWith(base, [first]);
    expect(tried.alikeTo(copy(summary))).to.deep.equal([]);
    expect(alikeWith(alikeTexts(plan.classes), [original]).alikeTo(copy(summary))).to.have.length(1);
  });
});
