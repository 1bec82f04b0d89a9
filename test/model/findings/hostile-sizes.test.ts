// Texts of hostile size and shape are checked soon, and a plan of many classes does not slow the check of one.
import { expect } from 'chai';
import { checkClass, checkPlan } from '../../../server/model/findings/check-plan.ts';
import { withTexts } from '../../../server/model/findings/plan-index.ts';
import { family, item, paragraph, planOf, term, withBlocks, withClass, withDuty } from './families.ts';

/** Milliseconds on a busy machine: an expression that goes astray takes minutes. */
const soon = 20_000;

const block = 20_000;
const filled = (piece: string) => piece.repeat(Math.ceil(block / piece.length)).slice(0, block);
const shapes: Readonly<Record<string, string>> = {
  'one letter': filled('a'),
  spaces: `a${' '.repeat(block - 2)}b`,
  capitals: filled('A '),
  digits: filled('1'),
  slashes: filled('1/'),
  months: filled('January '),
  'openings of a statement': filled('there are two classes in the '),
  'a statement without an end': `there are two classes in the series: ${filled('Alpha, ')}`.slice(0, block),
  comparisons: filled('distinguished from the Alpha '),
  restatements: filled('Anchors Clerk, which does '),
  points: filled('. '),
  'points without spaces': filled('a.b.'),
  'open parentheses': filled('('),
  'must have': filled('must have a '),
  numbers: filled('Three (5) years '),
  abbreviations: filled('AB '),
  pronouns: filled('he '),
  doubled: filled('the the '),
  hyphens: filled('a-'),
  accents: filled('é'),
  damage: filled('â€™'),
  titles: filled('Anchors Clerk Senior '),
  'many words': Array.from({ length: 2500 }, (_, place) => `w${place}`).join(' '),
};

describe('hostile sizes', () => {
  for (const [name, text] of Object.entries(shapes))
    it(`a section of 100,000 characters of ${name} is checked soon`, () => {
      for (const key of ['duties', 'distinguishing', 'licensure', 'physicalDemands', 'experience'] as const) {
        const blocks = [1, 2, 3, 4, 5].map((place) =>
          key === 'duties'
            ? item(`x${place}`, text)
            : key === 'physicalDemands'
              ? term(`x${place}`, 'Climbing', text)
              : paragraph(`x${place}`, text),
        );
        const plan = planOf([withClass(family('anchors'), 2, (each) => withBlocks(each, key, ...blocks))]);
        expect(
          timeOf(() => checkClass(plan, 'class-anchors-2')),
          key,
        ).to.be.below(soon);
      }
    });

  const thousands: Readonly<Record<string, (place: number) => string>> = {
    same: () => 'Keeps the books of the port and of the quay.',
    'nearly the same': (place) => `Keeps the books of port and quay ${place % 7} a${place} b${place % 11}.`,
    different: (place) => `Does w${place} x${place} y${place} z${place} for q${place}.`,
  };
  for (const [name, make] of Object.entries(thousands))
    it(`a thousand duties that are ${name} are checked soon`, () => {
      const blocks = Array.from({ length: 1000 }, (_, place) => item(`x${place}`, make(place)));
      const plan = planOf([withClass(family('anchors'), 2, (text) => withBlocks(text, 'duties', ...blocks))]);
      expect(timeOf(() => checkClass(plan, 'class-anchors-2'))).to.be.below(soon);
    });

  it('a draft in a plan of 1,500 classes is checked in a fiftieth of the time that the plan takes', () => {
    const nouns = Array.from(
      { length: 500 },
      (_, place) => `q${place.toString(26).replace(/\d/g, (d) => 'uvwxyzklmn'[Number(d)] ?? '')}s`,
    );
    const plan = planOf(nouns.map(family));
    expect(plan.classes).to.have.length(1500);
    const whole = timeOf(() => checkPlan(plan));
    const texts = plan.classes.slice(0, 20);
    checkClass(plan, texts[0]?.classId ?? '');
    const times = texts.map((text) =>
      timeOf(() => checkClass(withTexts(plan, [withDuty(text, 'Writes various reports.')]), text.classId)),
    );
    const median = times.toSorted((one, other) => one - other)[10] ?? Infinity;
    expect(median, `median ${median} ms of a plan of ${whole} ms`).to.be.below(whole / 50);
  });
});

function timeOf(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
