import { expect } from 'chai';
import fc from 'fast-check';
import { bestPairs } from '../../server/model/assignment.ts';

/** The greatest sum there is, by trying everything. */
function greatest(worths: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  const ofRow = worths[row];
  if (!ofRow) return 0;
  const choices = ofRow.flatMap((worth, column) =>
    taken.has(column) ? [] : [Math.max(0, worth) + greatest(worths, row + 1, new Set([...taken, column]))],
  );
  return Math.max(greatest(worths, row + 1, taken), ...choices);
}

describe('the best pairs', () => {
  it('are worth as much together as any pairing can be', () => {
    const table = fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: -3, max: 9 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(table, (worths) => {
        const worth = (row: number, column: number) => worths[row]?.[column] ?? 0;
        const pairs = bestPairs(worths.length, worths[0]?.length ?? 0, worth);
        const sum = pairs.reduce((total, [row, column]) => total + worth(row, column), 0);
        expect(sum).to.equal(greatest(worths));
        expect(new Set(pairs.map(([row]) => row))).to.have.property('size', pairs.length);
        expect(new Set(pairs.map(([, column]) => column))).to.have.property('size', pairs.length);
      }),
      { numRuns: 500 },
    );
  });

  it('leave apart what is worth nothing together', () => {
    expect(bestPairs(2, 2, (row, column) => (row === 0 && column === 1 ? 1 : 0))).to.deep.equal([[0, 1]]);
  });
});
