// Where each revision of a class stands on a day.
import { expect } from 'chai';
import fc from 'fast-check';
import { appliedUntil, lateCorrection, standings } from '../../server/model/standing.ts';

const revision = (number: number, effectiveOn: string, status = 'active', recordedOn = '2019-01-01') => ({
  number,
  effectiveOn,
  status,
  recordedAt: `${recordedOn}T12:00:00.000Z`,
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

  it('is superseded, not corrected before it applied, where the correction came on its day or later', () => {
    const first = revision(1, '2020-01-01');
    const late = (on: string) => standings([first, revision(2, '2020-01-01', 'active', on)], '2026-01-01');
    expect(late('2019-12-31').map(({ kind }) => kind)).to.deep.equal(['corrected', 'in force']);
    for (const on of ['2020-01-01', '2025-05-05']) {
      const [corrected, present] = late(on);
      expect([corrected?.kind, present?.kind]).to.deep.equal(['superseded', 'in force']);
      expect(corrected && lateCorrection(corrected)?.number).to.equal(2);
      expect(present && lateCorrection(present)).to.equal(null);
    }
  });

  it('has applied until its late correction, or until a text known before that', () => {
    const first = revision(1, '2020-01-01');
    const next = revision(2, '2021-01-01');
    const correction = revision(3, '2020-01-01', 'active', '2025-05-05');
    const afterwards = revision(4, '2020-06-01', 'active', '2025-06-01');
    expect(appliedUntil(first, correction, [first, correction, afterwards])).to.equal('2025-05-05');
    expect(appliedUntil(first, correction, [first, next, correction, afterwards])).to.equal('2021-01-01');
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
