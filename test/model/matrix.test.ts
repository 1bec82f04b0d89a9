// Laws of the matrix: of one class repeated all is the same; the order of the columns permutes them and nothing else;
// no word of any column is lost.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Specification } from '../../schemas/types.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import type { PayRange } from '../../server/model/pay.ts';
import { type Matrix, matrixOf } from '../../server/model/matrix.ts';

const plan = readSamplePlan();
const texts = plan.classes.map(({ specification }) => specification);
/** By its place, so that a counterexample is short. */
const anyText = fc.nat(texts.length - 1);
const textsAt = (places: readonly number[]) => places.flatMap((place) => texts[place] ?? []);
const columnsOf = (bodies: readonly Specification[]) => bodies.map((body) => ({ body, pay: null }));
const matrix = (bodies: readonly Specification[]) => matrixOf(columnsOf(bodies), plan.settings);
/** What stands in each row and column, without what it is against another column. */
const standing = ({ sections }: Matrix) =>
  sections.map(({ key, rows }) => ({
    key,
    rows: rows.map(({ id, cells }) => ({ id, passages: cells.map(({ passage }) => passage) })),
  }));

function ofCode(code: string): Specification {
  const found = texts.findLast((text) => text.code === code);
  if (!found) throw new Error(`The sample plan has no ${code}`);
  return found;
}

describe('the matrix', () => {
  it('of one class repeated is all same, and no step adds anything', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 8 }), (place, times) => {
        const { sections, facts, steps } = matrix(textsAt(Array.from({ length: times }, () => place)));
        expect(sections.every(({ isSame }) => isSame)).to.equal(true);
        expect(facts.flatMap(({ cells }) => cells.slice(1)).every(({ step }) => step === 'same')).to.equal(
          true,
        );
        expect(steps.every((step) => step.facts.length + step.sections.length === 0)).to.equal(true);
      }),
      { numRuns: 40 },
    );
  });

  it('in another order of columns has the same rows with the columns permuted', () => {
    const permuted = fc
      .uniqueArray(anyText, { minLength: 2, maxLength: 6 })
      .chain((places) =>
        fc.tuple(fc.constant(places), fc.shuffledSubarray([...places.keys()], { minLength: places.length })),
      );
    fc.assert(
      fc.property(permuted, ([places, order]) => {
        const bodies = textsAt(places);
        const moved = standing(matrix(order.flatMap((column) => bodies[column] ?? [])));
        const expected = standing(matrix(bodies)).map(({ key, rows }) => ({
          key,
          rows: rows.map(({ id, passages }) => ({ id, passages: order.map((column) => passages[column]) })),
        }));
        expect(moved).to.deep.equal(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('has every passage of every column once', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 8 }), (places) => {
        for (const { columns, rows } of matrix(textsAt(places)).sections)
          for (const [at, { passages }] of columns.entries()) {
            const shown = rows.flatMap(({ cells }) => cells[at]?.passage ?? []);
            expect(shown).to.have.members([...passages]);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('tells what the IT Director adds over the IT Manager Senior', () => {
    const { facts, steps, sections } = matrix(['CI2788', 'CI2789'].map(ofCode));
    const duties = steps[0]?.sections.find(({ key }) => key === 'duties');
    expect(facts.find(({ key }) => key === 'experience')?.cells).to.deep.include.members([
      {
        value: '5 years',
        detail:
          'Five (5) years of experience managing information technology operations, of which two (2) years included the supervision of other supervisors.',
        step: 'higher',
      },
    ]);
    expect(duties?.added).to.deep.equal([]);
    expect(duties?.dropped).to.deep.equal([]);
    const first = sections.find(({ key }) => key === 'duties')?.rows[0]?.cells[1];
    expect(first).to.deep.include({ mark: 'raised', against: 0, rise: { from: 'Prepares', to: 'Directs' } });
  });

  it('compares a passage that comes back with the nearest column that has it', () => {
    const level = (level: number, ...duties: string[]): Specification => ({
      ...ofCode('CI2788'),
      code: `X${level}`,
      series: { id: 'x', level },
      sections: {
        duties: {
          state: 'text',
          blocks: duties.map((text, index) => ({ id: `b${index}`, kind: 'item', level: 1, text })),
        },
      },
      additional: [],
    });
    const { sections } = matrix([
      level(1, 'Repairs fences and benches.'),
      level(2, 'Trains dogs.'),
      level(3, 'Repairs fences and walls.'),
    ]);
    expect(
      sections[0]?.rows.map(({ cells }) => cells.map(({ mark, against }) => [mark, against])),
    ).to.deep.equal([
      [
        ['first', null],
        ['dropped', null],
        ['added', 0],
      ],
      [
        ['absent', null],
        ['added', null],
        ['dropped', null],
      ],
    ]);
  });

  it('marks a rise and a fall of pay', () => {
    const pay = (minimum: number): PayRange => ({
      minimum,
      maximum: minimum * 1.5,
      currency: 'USD',
      since: '2024-07-01',
    });
    const body = ofCode('CI2788');
    const { facts } = matrixOf(
      [100, 120, 110].map((each) => ({ body, pay: pay(each * 1000) })),
      plan.settings,
    );
    const cells = facts.find(({ key }) => key === 'payGrade')?.cells ?? [];
    expect(cells.map(({ step }) => step)).to.deep.equal(['first', 'higher', 'lower']);
    expect(cells[0]?.detail).to.equal('$100,000 to $150,000 a year, schedule of July 1, 2024');
  });
});
