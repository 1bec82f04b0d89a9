// Careers are read from what texts ask for: what cannot be read leads nowhere, more education or much more experience neither,
// and a degree in another field, or experience in other work, is no way.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { indexCareers, levelsIn, movesFrom, movesInto, stepBetween } from '../../server/model/careers.ts';
import type { ClassText } from '../../server/model/findings/plan-view.ts';

const today = '2026-11-22';
const plan = readSamplePlan();
const grades = plan.schedules.findLast(({ effectiveOn }) => effectiveOn <= today)?.schedule.grades ?? null;

/** The text in force of each class of the sample plan. */
const texts: ClassText[] = Object.values(Object.groupBy(plan.classes, ({ classId }) => classId)).flatMap(
  (all = []) => {
    const current = all.findLast(({ effectiveOn }) => effectiveOn <= today);
    if (!current || current.changes.includes('abolish')) return [];
    const { classId, effectiveOn, specification: body } = current;
    return [{ classId, effectiveOn, body, status: 'active' as const, revisions: [] }];
  },
);

function codesFrom(all: readonly ClassText[], code: string, paid = grades): string[] {
  const index = indexCareers(all, paid);
  const { classId = '' } = all.find(({ body }) => body.code === code) ?? {};
  return movesFrom(index, classId).map(({ kind, to }) => `${kind} ${to.code}`);
}

/** The sample plan with another text of one class. */
function withText(code: string, change: (body: Specification) => Specification): ClassText[] {
  return texts.map((each) => (each.body.code === code ? { ...each, body: change(each.body) } : each));
}

function asking(key: 'education' | 'experience', text: string) {
  return (body: Specification): Specification => ({
    ...body,
    sections: { ...body.sections, [key]: { state: 'text', blocks: [{ id: 'b1', kind: 'paragraph', text }] } },
  });
}

describe('careers', () => {
  it('lead from a class into other series, the best paid first', () => {
    expect(codesFrom(texts, 'CI2711')).to.deep.equal(['promotion CI2788', 'promotion CI2787']);
    expect(codesFrom(texts, 'CF1410')).to.deep.equal(['lateral CH1601']);
    expect(codesFrom(texts, 'CA1104')).to.deep.equal(['lateral CH1601']);
    expect(codesFrom(texts, 'CL4103')).to.deep.equal([]);
  });

  it('name the words of the experience that both texts speak of', () => {
    const index = indexCareers(texts, grades);
    const { classId = '' } = texts.find(({ body }) => body.code === 'CF1410') ?? {};
    const [move] = movesFrom(index, classId);
    expect(move).to.deep.include({
      education: 0,
      years: 0,
      isSameGroup: false,
      shared: ['payroll', 'records'],
    });
  });

  it('lead back to where they come from', () => {
    const index = indexCareers(texts, grades);
    for (const { classId } of texts)
      for (const { to } of movesFrom(index, classId))
        expect(movesInto(index, to.classId).map((each) => each.classId)).to.include(classId);
  });

  it('never stay in the series, and never ask for more than the rule allows', () => {
    const index = indexCareers(texts, grades);
    const moves = texts.flatMap(({ classId, body }) =>
      movesFrom(index, classId).map((move) => ({ body, move })),
    );
    expect(moves).to.have.length.above(5);
    for (const { body, move } of moves) {
      expect(move.to.series?.id).to.not.equal(body.series?.id);
      expect(move.education).to.be.at.most(0);
      expect(move.years).to.be.at.most(2);
      expect(move.pay).to.be.within(-0.1, 1 / 3);
      expect(move.kind).to.equal((move.pay ?? 0) > 0.1 ? 'promotion' : 'lateral');
    }
  });

  const closed: readonly (readonly [string, ClassText[]])[] = [
    ['more education', withText('CH1601', asking('education', "Bachelor's degree in business."))],
    ['a degree in another field', withText('CH1601', asking('education', "Associate's degree in botany."))],
    [
      'three more years',
      withText('CH1601', asking('experience', 'Four (4) years of payroll records in an office.')),
    ],
    ['experience in other work', withText('CH1601', asking('experience', 'One (1) year of sailing.'))],
    [
      'words that cannot be read',
      withText('CH1601', asking('education', 'Whatever the commission finds fit.')),
    ],
  ];
  for (const [what, changed] of closed) {
    it(`are closed by ${what}`, () => expect(codesFrom(changed, 'CF1410')).to.deep.equal([]));
  }

  it('are closed where pay is not known', () => expect(codesFrom(texts, 'CF1410', null)).to.deep.equal([]));

  it('know the levels of a series and what each step asks for', () => {
    const index = indexCareers(texts, grades);
    const levels = levelsIn(index, 'it-management');
    expect(levels.map(({ code }) => code)).to.deep.equal(['CI2787', 'CI2788', 'CI2789', 'CI2790', 'CI2791']);
    const [first, second] = levels;
    if (!first || !second) throw new Error('No levels');
    expect(stepBetween(first, second)).to.deep.include({ education: 0, years: 1 });
  });
});
