// The levels of a series as laws of numbers: who changes places with whom, what makes room, and what stays where it was.
import { expect } from 'chai';
import fc from 'fast-check';
import {
  exchanged,
  gapsIn,
  highestLevel,
  type Leveled,
  movesBetween,
  roomBeside,
  sharedLevels,
  type Side,
} from '../../server/model/series-levels.ts';

const at = (...levels: readonly number[]): Leveled[] =>
  levels.map((level, index) => ({ classId: `c${index}`, level }));
const numbers = (levels: readonly Leveled[]) => levels.map(({ level }) => level);

const anySeries = fc.array(fc.integer({ min: 1, max: highestLevel }), { minLength: 1, maxLength: 40 });
const anySide = fc.constantFrom<Side>('above', 'below');

describe('levels of a series', () => {
  it('are empty below the highest, and shared where several stand', () => {
    expect(gapsIn(at(2, 5, 5))).to.deep.equal([1, 3, 4]);
    expect(gapsIn([])).to.deep.equal([]);
    expect(sharedLevels(at(5, 2, 5, 2, 1))).to.deep.equal([2, 5]);
  });

  it('change places with the next that is taken, over what is empty', () => {
    expect(numbers(exchanged(at(1, 4), 'c0', 'above'))).to.deep.equal([4, 1]);
    expect(numbers(exchanged(at(1, 4), 'c1', 'above'))).to.deep.equal([1, 4]);
    expect(numbers(exchanged(at(1, 1, 2), 'c2', 'below'))).to.deep.equal([2, 2, 1]);
    expect(numbers(exchanged(at(1, 2), 'nobody', 'above'))).to.deep.equal([1, 2]);
  });

  it('come back by the move the other way, where nobody shares a level', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: highestLevel }), { minLength: 2 }), (levels) => {
        const before = at(...levels);
        const once = exchanged(before, 'c0', 'above');
        fc.pre(movesBetween(before, once).length > 0);
        expect(exchanged(once, 'c0', 'below')).to.deep.equal(before);
      }),
    );
  });

  it('are the same numbers after a change of places', () => {
    fc.assert(
      fc.property(anySeries, anySide, (levels, side) => {
        const after = exchanged(at(...levels), 'c0', side);
        expect(new Set(numbers(after))).to.deep.equal(new Set(levels));
      }),
    );
  });

  it('moved as told are the other arrangement', () => {
    fc.assert(
      fc.property(anySeries, anySide, (levels, side) => {
        const before = at(...levels);
        const after = exchanged(before, 'c0', side);
        const moved = new Map(movesBetween(before, after).map(({ classId, to }) => [classId, to]));
        const carried = before.map((each) => ({ ...each, level: moved.get(each.classId) ?? each.level }));
        expect(carried).to.deep.equal(after);
      }),
    );
  });
});

describe('room for a new level', () => {
  it('is an empty level below, or is made by those above up to the next empty one', () => {
    expect(roomBeside(at(1, 3), 3, 'below')).to.deep.equal({ level: 2, moves: [] });
    expect(roomBeside(at(1, 2, 4), 1, 'above')).to.deep.equal({
      level: 2,
      moves: [{ classId: 'c1', from: 2, to: 3 }],
    });
    expect(roomBeside(at(1, 2), 1, 'below')?.level).to.equal(1);
  });

  it('is there unless the levels from it up to the highest are all taken', () => {
    const full = at(...Array.from({ length: highestLevel }, (_, index) => index + 1));
    expect(roomBeside(full, highestLevel, 'above')).to.equal(null);
    expect(roomBeside(full, 1, 'below')).to.equal(null);
    expect(roomBeside(full.slice(0, -1), 1, 'above')?.moves).to.have.length(highestLevel - 2);
  });

  it('is free after the moves, on the right side, and keeps the order of all others', () => {
    fc.assert(
      fc.property(anySeries, anySide, (levels, side) => {
        const before = at(...levels);
        const neighbour = before[0] as Leveled;
        const room = roomBeside(before, neighbour.level, side);
        fc.pre(room !== null);
        const moved = new Map(room.moves.map(({ classId, to }) => [classId, to]));
        const after = before.map(({ classId, level }) => moved.get(classId) ?? level);
        const beside = after[0] ?? 0;
        expect(after).to.not.include(room.level);
        expect(side === 'above' ? room.level > beside : room.level < beside).to.equal(true);
        expect(Math.max(...after, room.level)).to.be.at.most(highestLevel);
        for (const [one, from] of levels.entries())
          for (const [other, than] of levels.entries())
            expect(Math.sign(from - than)).to.equal(Math.sign((after[one] ?? 0) - (after[other] ?? 0)));
      }),
    );
  });
});
