// In force on D, as known at T: the laws that every page and document rests on.
import { expect } from 'chai';
import fc from 'fast-check';
import { inForce } from '../../server/model/in-force.ts';
import { standings } from '../../server/model/standing.ts';

const day = fc.integer({ min: 1, max: 9 }).map((number) => `2024-01-0${number}`);
const instant = fc.integer({ min: 1, max: 9 }).map((number) => `2024-01-0${number}T12:00:00.000Z`);
const revision = fc.record({
  effectiveOn: day,
  recordedAt: instant,
  status: fc.constantFrom('active', 'abolished'),
});
const revisions = fc
  .array(revision, { maxLength: 8 })
  .map((all) => all.map((each, index) => ({ ...each, number: index + 1 })));

describe('in force', () => {
  it('is nothing before the first effective date and of no revisions', () => {
    const only = { number: 1, effectiveOn: '2024-07-01', recordedAt: '2024-01-01T00:00:00.000Z' };
    expect(inForce([], '2024-07-01')).to.equal(null);
    expect(inForce([only], '2024-06-30')).to.equal(null);
    expect(inForce([only], '2024-07-01')).to.equal(only);
  });

  it('is the highest number of those effective on the same date', () => {
    const all = [2, 3, 1].map((number) => ({
      number,
      effectiveOn: '2024-07-01',
      recordedAt: '2024-01-01T00:00:00.000Z',
    }));
    expect(inForce(all, '2025-01-01')).to.have.property('number', 3);
  });

  it('is the later effective date, though it was recorded earlier', () => {
    const future = { number: 1, effectiveOn: '2024-07-01', recordedAt: '2024-01-01T00:00:00.000Z' };
    const retroactive = { number: 2, effectiveOn: '2023-07-01', recordedAt: '2024-02-01T00:00:00.000Z' };
    expect(inForce([future, retroactive], '2024-07-01')).to.equal(future);
    expect(inForce([future, retroactive], '2024-06-30')).to.equal(retroactive);
    expect(inForce([future, retroactive], '2024-06-30', '2024-01-31T00:00:00.000Z')).to.equal(null);
  });

  it('does not see what was recorded after the known date', () => {
    fc.assert(
      fc.property(revisions, day, instant, (all, on, knownAt) => {
        const known = all.filter(({ recordedAt }) => recordedAt <= knownAt);
        expect(inForce(all, on, knownAt)).to.equal(inForce(known, on));
      }),
    );
  });

  it('is one that no other of those that apply is later than, in any order of the list', () => {
    fc.assert(
      fc.property(
        revisions.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        day,
        ([all, shuffled], on) => {
          const found = inForce(all, on);
          const applying = all.filter(({ effectiveOn }) => effectiveOn <= on);
          expect(found === null).to.equal(applying.length === 0);
          for (const each of applying) expect(place(each) <= place(found)).to.equal(true);
          expect(inForce(shuffled, on)).to.equal(found);
        },
      ),
    );
  });

  it('is an abolition too, from its date on', () => {
    const all = [
      { number: 1, effectiveOn: '2020-01-01', recordedAt: '2020-01-01T00:00:00.000Z', status: 'active' },
      { number: 2, effectiveOn: '2021-01-01', recordedAt: '2020-06-01T00:00:00.000Z', status: 'abolished' },
    ];
    expect(inForce(all, '2020-12-31')?.status).to.equal('active');
    expect(inForce(all, '2021-01-01')?.status).to.equal('abolished');
  });

  it('is what the standings call in force or abolished, and nothing else is', () => {
    fc.assert(
      fc.property(revisions, day, (all, on) => {
        const standing = standings(all, on).filter(({ kind }) => kind === 'in force' || kind === 'abolished');
        expect(standing.map((each) => each.revision)).to.deep.equal(
          [inForce(all, on)].filter((each) => each !== null),
        );
      }),
    );
  });
});

function place(revision: { effectiveOn: string; number: number } | null): string {
  return revision ? `${revision.effectiveOn} ${revision.number}` : '';
}
