// Where each revision of a class stands on a day.
import { expect } from 'chai';
import fc from 'fast-check';
import { standings } from '../../server/model/standing.ts';

const revision = (number: number, effectiveOn: string, status = 'active') => ({
  number,
  effectiveOn,
  status,
});
const kindsOn = (all: ReturnType<typeof revision>[], today: string) =>
  standings(all, today).map(({ kind }) => kind);

describe('the standing of revisions', () => {
  it('goes from not yet effective to in force to superseded', () => {
    const all = [revision(1, '2020-01-01'), revision(2, '2021-01-01')];
    expect(kindsOn(all, '2019-12-31')).to.deep.equal(['not yet effective', 'not yet effective']);
    expect(kindsOn(all, '2020-01-01')).to.deep.equal(['in force', 'not yet effective']);
    expect(kindsOn(all, '2021-01-01')).to.deep.equal(['superseded', 'in force']);
  });

  it('is corrected where a later one takes effect on the same day', () => {
    const all = [revision(1, '2020-01-01'), revision(2, '2021-01-01'), revision(3, '2021-01-01')];
    expect(kindsOn(all, '2022-01-01')).to.deep.equal(['superseded', 'corrected', 'in force']);
    expect(kindsOn(all, '2020-06-01')).to.deep.equal(['in force', 'corrected', 'not yet effective']);
  });

  it('is abolished from its day, and superseded where the class is restored', () => {
    const all = [revision(1, '2020-01-01'), revision(2, '2021-01-01', 'abolished')];
    expect(kindsOn(all, '2020-12-31')).to.deep.equal(['in force', 'not yet effective']);
    expect(kindsOn(all, '2021-01-01')).to.deep.equal(['superseded', 'abolished']);
    expect(kindsOn([...all, revision(3, '2022-01-01')], '2022-01-01')).to.deep.equal([
      'superseded',
      'superseded',
      'in force',
    ]);
  });

  it('puts a retroactive revision where it applies', () => {
    const all = [revision(1, '2022-01-01'), revision(2, '2020-01-01')];
    const found = standings(all, '2023-01-01');
    expect(
      found.map((each) => [each.revision.number, each.kind, each.endedBy?.number ?? null]),
    ).to.deep.equal([
      [2, 'superseded', 1],
      [1, 'in force', null],
    ]);
  });

  it('has one for each revision, and only the last is ended by none', () => {
    const day = fc.integer({ min: 1, max: 6 }).map((number) => `2024-01-0${number}`);
    const revisions = fc.array(fc.tuple(day, fc.constantFrom('active', 'abolished')), { maxLength: 8 });
    fc.assert(
      fc.property(revisions, day, (dated, today) => {
        const all = dated.map(([effectiveOn, status], index) => revision(index + 1, effectiveOn, status));
        const untouched = structuredClone(all);
        const found = standings(all, today);
        expect(found.map((each) => each.revision)).to.have.members(all);
        expect(found.filter(({ endedBy }) => endedBy === null)).to.have.length(Math.min(1, all.length));
        expect(found.filter(({ kind }) => kind === 'in force' || kind === 'abolished').length).to.be.at.most(
          1,
        );
        expect(all).to.deep.equal(untouched);
      }),
    );
  });
});
