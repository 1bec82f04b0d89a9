// The recommendation of an action: each change in one sentence, numbered by its place, from → to in the plan's own words.
import { expect } from 'chai';
import fc from 'fast-check';
import type { ChangeKind, Specification } from '../../schemas/types.ts';
import { kindsOf } from '../../server/model/change.ts';
import { type ActionChange, inList, labelsOf, recommendationOf } from '../../server/model/recommendation.ts';
import { clerk } from './dock-clerk.ts';

const wording = {
  labels: labelsOf([
    { key: 'duties', label: 'Essential Duties' },
    { key: 'experience', label: 'Experience Requirement' },
    { key: 'details', label: 'Class Detail' },
  ]),
  series: new Map([['dock-clerks', 'Dock Clerks']]),
};

const porter: Specification = graded({ ...clerk, title: 'Porter', code: 'DK0001', series: null }, 'AD-05');

const { duties: _duties, ...withoutDuties } = porter.sections;

function graded(body: Specification, payGrade: string): Specification {
  return {
    ...body,
    sections: { ...body.sections, details: { ...body.sections.details, state: 'text', payGrade } },
  };
}

function changed(after: Specification, more: Partial<ActionChange> = {}): ActionChange {
  const before = more.before === undefined ? porter : more.before;
  const kinds = kindsOf(before ? 'change' : 'create', before, after);
  return {
    classId: 'class-porter',
    status: 'active',
    kinds,
    effectiveOn: '2027-07-01',
    after,
    before,
    ...more,
  };
}

const said = (...changes: ActionChange[]) => recommendationOf(changes, [], wording);

const abolish: ChangeKind[] = ['abolish'];
const correct: ChangeKind[] = ['correct'];

describe('the recommendation of an action', () => {
  const cases: Record<string, [ActionChange, string]> = {
    'a regrade': [
      changed(graded(porter, 'AD-06')),
      'Regrade Porter (DK0001) from AD-05 to AD-06, effective July 1, 2027.',
    ],
    'a new title and code': [
      changed({ ...porter, title: 'Carrier', code: 'DK0009' }),
      'Retitle Porter (DK0001) to Carrier and recode it from DK0001 to DK0009, effective July 1, 2027.',
    ],
    'a place in a series': [
      changed({ ...porter, series: { id: 'dock-clerks', level: 2 } }),
      'Move Porter (DK0001) from no series to level 2 of the Dock Clerks series, effective July 1, 2027.',
    ],
    'another level': [
      changed(
        { ...porter, series: { id: 'dock-clerks', level: 2 } },
        { before: { ...porter, series: { id: 'dock-clerks', level: 1 } } },
      ),
      'Move Porter (DK0001) from level 1 to level 2 of the Dock Clerks series, effective July 1, 2027.',
    ],
    'a new class': [
      changed({ ...porter, series: { id: 'dock-clerks', level: 1 } }, { before: null }),
      'Establish Porter (DK0001) as level 1 of the Dock Clerks series at AD-05, effective July 1, 2027.',
    ],
    'an end': [
      changed(porter, { status: 'abolished', kinds: abolish }),
      'Abolish Porter (DK0001), effective July 1, 2027.',
    ],
    'an amendment': [
      changed({ ...porter, sections: withoutDuties }),
      'Amend the Essential Duties of Porter (DK0001), effective July 1, 2027.',
    ],
    'a correction': [
      changed({ ...porter, title: 'Porters' }, { kinds: correct }),
      'Correct the title of Porter (DK0001), effective July 1, 2027.',
    ],
  };
  for (const [name, [change, sentence]] of Object.entries(cases))
    it(`says ${name} from → to`, () => expect(said(change)).to.deep.equal([sentence]));

  it('does not recommend what the decision stamps on the closing table', () => {
    const after = graded(porter, 'AD-06');
    const details = {
      ...after.sections.details,
      state: 'text' as const,
      revisedOn: '2027-07-01',
      revisedBy: 'AQ',
    };
    const kinds: ChangeKind[] = ['regrade'];
    const stamped = { ...after, sections: { ...after.sections, details } };
    expect(said(changed(stamped, { kinds }))[0]).to.not.contain('Class Detail');
  });

  it('carries a change forward by its number', () => {
    const after = graded(porter, 'AD-06');
    const first = changed(after);
    expect(said(first, { ...first, effectiveOn: '2028-01-01' })[1]).to.equal(
      'Carry change 1 forward into the later text of Porter (DK0001), effective January 1, 2028.',
    );
  });

  it('names the texts of the plan after the classes', () => {
    const text = { effectiveOn: '2027-07-01', kinds: ['amend'] as const };
    expect(
      recommendationOf(
        [],
        [
          { ...text, subject: 'series', title: 'Dock Clerks' },
          { ...text, subject: 'shared-text', title: 'Safety', kinds: ['create'] },
        ],
        wording,
      ),
    ).to.deep.equal([
      'Amend the series Dock Clerks, effective July 1, 2027.',
      'Establish the shared text “Safety”, effective July 1, 2027.',
    ]);
  });

  it('makes one sentence of each change, which names its class, whatever changes', () => {
    const body = fc.record({
      title: fc.constantFrom('Porter', 'Carrier'),
      code: fc.constantFrom('DK0001', 'DK0002', null),
      series: fc.constantFrom(null, { id: 'dock-clerks', level: 1 }, { id: 'others', level: 3 }),
      payGrade: fc.constantFrom('AD-05', 'AD-06'),
    });
    const made = ({ payGrade, ...head }: typeof body extends fc.Arbitrary<infer T> ? T : never) =>
      graded({ ...porter, ...head }, payGrade);
    const change = fc
      .tuple(fc.option(body, { nil: null }), body, fc.uuid())
      .map(([before, after, classId]) => changed(made(after), { before: before && made(before), classId }))
      .filter(({ kinds }) => kinds.length > 0);
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const sentences = said(...changes);
        expect(sentences).to.have.length(changes.length);
        for (const [index, { before, after }] of changes.entries()) {
          expect(sentences[index]).to.match(/^[A-Z][a-z]+ .+, effective July 1, 2027\.$/);
          expect(sentences[index]).to.contain((before ?? after).title);
          expect(sentences[index]).to.not.match(/undefined|null| {2}/);
        }
      }),
    );
  });

  it('joins with a comma before the last of three', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(inList)).to.deep.equal([
      '',
      'a',
      'a and b',
      'a, b, and c',
    ]);
  });
});
