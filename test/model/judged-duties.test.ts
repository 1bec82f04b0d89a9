// The judged pairs against the texts they were read in: a yardstick that does not fit measures nothing.
import { expect } from 'chai';
import {
  dutiesOf,
  halves,
  isTrue,
  type JudgedLevels,
  readJudgedSeries,
  readSampleTexts,
  verdicts,
} from './judged-duties.ts';

const judged = readJudgedSeries();
const texts = readSampleTexts();
const judgements = judged.flatMap((series) => series.judgements);
const pairs = judgements.flatMap((judgement) => judgement.pairs);
const nameOf = ({ lower, upper }: JudgedLevels) => `${lower.code} and ${upper.code}`;

describe('the judged pairs of duties', () => {
  it('name a series, a half and two of its levels, the lower first', () => {
    for (const { series, half, judgements } of judged) {
      expect(halves).to.include(half);
      for (const judgement of judgements) {
        const [lower, upper] = [judgement.lower, judgement.upper].map(
          ({ code, revision }) => texts.get(`${code} ${revision}`)?.series,
        );
        expect([lower?.id, upper?.id], nameOf(judgement)).to.deep.equal([series, series]);
        expect(lower?.level, nameOf(judgement)).to.be.below(upper?.level ?? 0);
      }
    }
  });

  it('name duties that stand in the texts, no pair twice', () => {
    for (const judgement of judgements) {
      const [lower, upper] = [judgement.lower, judgement.upper].map((text) =>
        dutiesOf(texts, text).map(({ id }) => id),
      );
      for (const pair of judgement.pairs) {
        expect(lower, nameOf(judgement)).to.include(pair.lower);
        expect(upper, nameOf(judgement)).to.include(pair.upper);
        expect(verdicts).to.include(pair.verdict);
      }
      expectOnce(judgement.pairs.map((pair) => `${pair.lower} ${pair.upper}`));
    }
  });

  it('let a duty be the same as one of the other level at most', () => {
    for (const judgement of judgements) {
      const found = judgement.pairs.filter(isTrue);
      expectOnce(found.map((pair) => pair.lower));
      expectOnce(found.map((pair) => pair.upper));
    }
  });

  it('judge every series from each level to the next', () => {
    const steps = new Set(judgements.map(({ lower, upper }) => `${lower.code} ${upper.code}`));
    const inForce = [...texts.values()].filter(({ series }) => series !== null);
    const codeAt = new Map(inForce.map(({ code, series }) => [`${series?.id} ${series?.level}`, code]));
    for (const { code, series } of inForce) {
      const above = codeAt.get(`${series?.id} ${(series?.level ?? 0) + 1}`);
      const current = codeAt.get(`${series?.id} ${series?.level}`);
      if (above && current === code) expect(steps).to.include(`${code} ${above}`);
    }
  });

  it('are many, in both halves, true and tempting', () => {
    for (const half of halves) {
      const of = judged.filter((series) => series.half === half).flatMap(({ judgements }) => judgements);
      const found = of.flatMap((judgement) => judgement.pairs);
      expect(of.length).to.be.at.least(16);
      expect(found.filter(isTrue).length).to.be.at.least(150);
      expect(found.filter((pair) => !isTrue(pair)).length).to.be.at.least(100);
    }
    expect(pairs.length).to.be.at.least(700);
  });
});

function expectOnce(words: readonly string[]): void {
  expect([...new Set(words)]).to.deep.equal(words);
}
