import { expect } from 'chai';
import fc from 'fast-check';
import { alignLevels } from '../../server/model/alignment.ts';

const words = ['plans', 'work', 'crew', 'budget', 'vendors', 'reports', 'city', 'trains', 'audits', 'grants'];
const passage = fc
  .array(fc.constantFrom(...words), { minLength: 0, maxLength: 6 })
  .map((each) => each.join(' '));
const level = fc.array(passage, { maxLength: 8 });
const levels = fc.array(level, { minLength: 1, maxLength: 5 });

describe('the alignment of levels', () => {
  it('has every passage of every level in one row, and only there', () => {
    fc.assert(
      fc.property(levels, (texts) => {
        const { rows } = alignLevels(texts);
        for (const [at, passages] of texts.entries()) {
          const indexes = rows.flatMap((row) => row[at] ?? []).sort((one, other) => one - other);
          expect(indexes).to.deep.equal([...passages.keys()]);
        }
        for (const row of rows) expect(row.some((index) => index !== null)).to.equal(true);
      }),
    );
  });

  it('of one text with itself pairs each passage with itself', () => {
    fc.assert(
      fc.property(level, fc.integer({ min: 2, max: 8 }), (text, times) => {
        const { rows } = alignLevels(Array.from({ length: times }, () => text));
        expect(rows).to.deep.equal(text.map((_, index) => Array.from({ length: times }, () => index)));
      }),
    );
  });

  it('finds a duty that was raised at every level, and one that was moved', () => {
    const { rows } = alignLevels([
      ['Repairs fences and trails.', 'Answers visitors.'],
      ['Performs repairs to fences, benches and trails.', 'Answers questions of visitors about rules.'],
      ['Resolves complaints of visitors about rules.', 'Directs repairs to fences, benches and trails.'],
    ]);
    expect(rows).to.deep.equal([
      [0, 0, 1],
      [1, 1, 0],
    ]);
  });

  it('keeps apart what only begins alike', () => {
    const { rows } = alignLevels([
      [
        'Performs repairs to fences and trails.',
        'Performs pesticide applications as a certified applicator.',
      ],
      ['Performs the yearly inventory of library collections.', 'Performs repairs to fences and benches.'],
    ]);
    expect(rows).to.deep.equal([
      [null, 0],
      [0, 1],
      [1, null],
    ]);
  });

  it('puts what a level adds behind what it follows there', () => {
    const { rows } = alignLevels([
      ['Mows turf.', 'Prunes trees.'],
      ['Mows turf.', 'Drives trucks.', 'Prunes trees.'],
    ]);
    expect(rows).to.deep.equal([
      [0, 0],
      [null, 1],
      [1, 2],
    ]);
  });

  it('of very many passages finds the same words only, and says so', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `Duty ${index} of the class.`);
    const { rows, isCoarse } = alignLevels([many, many.toReversed()]);
    expect(isCoarse).to.equal(true);
    expect(rows).to.have.length(10_000);
    expect(rows[0]).to.deep.equal([0, 9999]);
  });
});
