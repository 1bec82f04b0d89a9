// Laws of merging the orders of a list: each entry once, moved by whoever moved it, inserted where it was put.
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'chai';
import fc from 'fast-check';
import { mergeOrder } from '../../server/model/merge-order.ts';

const runs = { numRuns: 3000 };

const anyOrders = fc
  .record({
    base: fc.subarray([...'abcdef']),
    removed: fc.subarray([...'abcdef']),
    lost: fc.subarray([...'abcdef']),
  })
  .chain(({ base, removed, lost }) => {
    const side = (ids: readonly string[], own: string, gone: readonly string[]) =>
      fc.shuffledSubarray([...own, ...'xy']).chain((inserted) =>
        anyArrangement(
          ids.filter((id) => !gone.includes(id)),
          inserted,
        ),
      );
    return fc.record({
      base: fc.constant(base),
      mine: side(base, 'mno', removed),
      theirs: side(base, 'tuv', lost),
      dropped: fc.subarray([...'abcdefmtx']),
    });
  })
  .map(({ dropped, ...orders }) => {
    const all = Object.values(orders).flat();
    return { ...orders, kept: new Set(all.filter((id) => !dropped.includes(id))) };
  });

/** The ids in their order, or often moved about, with others put among them. */
function anyArrangement(ids: readonly string[], inserted: readonly string[]): fc.Arbitrary<string[]> {
  const all = fc
    .constantFrom(0, 1)
    .chain((moves) =>
      moves ? fc.shuffledSubarray([...ids], { minLength: ids.length }) : fc.constant([...ids]),
    );
  return fc
    .tuple(all, fc.array(fc.nat(9), { minLength: inserted.length, maxLength: inserted.length }))
    .map(([order, places]) => {
      const arranged = [...order];
      inserted.forEach((id, index) => arranged.splice((places[index] ?? 0) % (arranged.length + 1), 0, id));
      return arranged;
    });
}

describe('merging orders', () => {
  it('has each of the ids that are kept once, and no other', () => {
    fc.assert(
      fc.property(anyOrders, ({ base, mine, theirs, kept }) => {
        const merged = mergeOrder(base, mine, theirs, kept);
        for (const order of [merged.mine, merged.theirs])
          expect([...order].sort()).to.deep.equal([...kept].sort());
        if (!merged.conflict) expect(merged.mine).to.deep.equal(merged.theirs);
      }),
      runs,
    );
  });

  it('is the same whose side is whose', () => {
    fc.assert(
      fc.property(anyOrders, ({ base, mine, theirs, kept }) => {
        const [one, other] = [mergeOrder(base, mine, theirs, kept), mergeOrder(base, theirs, mine, kept)];
        expect(other).to.deep.equal({ conflict: one.conflict, mine: one.theirs, theirs: one.mine });
      }),
      runs,
    );
  });

  it('follows the side that moved what was there; both, where neither or both alike did', () => {
    const among = (order: readonly string[], ids: readonly string[]) =>
      order.filter((id) => ids.includes(id));
    fc.assert(
      fc.property(anyOrders, ({ base, mine, theirs, kept }) => {
        const merged = mergeOrder(base, mine, theirs, kept);
        const stays = base.filter((id) => kept.has(id));
        const [mineStays, theirsStays] = [among(mine, stays), among(theirs, stays)];
        const hasMoved = (order: readonly string[]) => !isDeepStrictEqual(order, among(stays, order));
        if (!merged.conflict && hasMoved(mineStays))
          expect(among(merged.mine, mineStays)).to.deep.equal(mineStays);
        if (!merged.conflict && hasMoved(theirsStays))
          expect(among(merged.mine, theirsStays)).to.deep.equal(theirsStays);
        if (!hasMoved(mineStays) || !hasMoved(theirsStays)) expect(merged.conflict).to.equal(false);
        if (!hasMoved(mineStays) && !hasMoved(theirsStays))
          expect(among(merged.mine, stays)).to.deep.equal(stays);
        if (merged.conflict) {
          expect(among(merged.mine, mineStays)).to.deep.equal(mineStays);
          expect(among(merged.theirs, theirsStays)).to.deep.equal(theirsStays);
        }
      }),
      runs,
    );
  });

  it('puts what a side inserted after the entry that it was put after', () => {
    fc.assert(
      fc.property(anyOrders, ({ base, mine, theirs, kept }) => {
        const stays = new Set(base.filter((id) => kept.has(id)));
        const anchorOf = (order: readonly string[], id: string) =>
          order.slice(0, order.indexOf(id)).findLast((each) => stays.has(each));
        const merged = mergeOrder(base, mine, theirs, kept);
        for (const side of [mine, theirs]) {
          const own = side.filter((id) => kept.has(id) && /[mnotuv]/.test(id));
          for (const order of [merged.mine, merged.theirs])
            for (const id of own) expect(anchorOf(order, id), id).to.equal(anchorOf(side, id));
        }
      }),
      runs,
    );
  });
});
