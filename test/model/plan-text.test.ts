// A change of a series or a shared text: its kinds are read off the texts, and what stands in its way is said.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Series, SharedText } from '../../schemas/types.ts';
import {
  newTextId,
  planText,
  type PlanTextDraft,
  type RecordedText,
  textTitle,
} from '../../server/model/plan-text.ts';

const competency: SharedText = {
  id: 'teamwork',
  kind: 'competency',
  term: 'Teamwork',
  text: 'Works with others.',
};
const series: Series = { id: 'clerks', title: 'Clerks', occupationalGroup: null, concept: ['Keeps files.'] };
const first: RecordedText = { number: 1, status: 'active', effectiveOn: '2020-01-01', body: competency };

function draft(changed: Partial<PlanTextDraft> = {}): PlanTextDraft {
  return {
    ...{ subject: 'shared-text', id: 'teamwork', baseNumber: 1, status: 'active', body: competency },
    ...changed,
  };
}

const reworded = { ...competency, text: 'Works well with others.' };

describe('a change of a plan text', () => {
  const kinds: [string, PlanTextDraft, RecordedText[], string[]][] = [
    ['a new text is created', draft({ baseNumber: null }), [], ['create']],
    ['other words amend it', draft({ body: reworded }), [first], ['amend']],
    [
      'another term retitles it',
      draft({ body: { ...competency, term: 'Joint Work' } }),
      [first],
      ['retitle'],
    ],
    ['both do both', draft({ body: { ...reworded, term: 'Joint Work' } }), [first], ['amend', 'retitle']],
    ['retiring it abolishes it', draft({ status: 'abolished' }), [first], ['abolish']],
    [
      'a retired text can come back',
      draft({ baseNumber: 2 }),
      [first, { ...first, number: 2, status: 'abolished' }],
      ['amend'],
    ],
    [
      'a series too',
      draft({ subject: 'series', id: 'clerks', body: { ...series, title: 'Office Clerks' } }),
      [{ ...first, body: series }],
      ['retitle'],
    ],
  ];
  for (const [what, text, revisions, expected] of kinds) {
    it(what, () => {
      const { planned, obstacle } = planText('2027-01-01', text, revisions);
      expect(obstacle).to.equal(null);
      expect(planned).to.deep.include({ changes: expected, number: revisions.length + 1, body: text.body });
    });
  }

  const obstacles: [string, string | null, PlanTextDraft, RecordedText[], RegExp][] = [
    ['no date', null, draft({ body: reworded }), [first], /no effective date/],
    [
      'a base that moved',
      '2027-01-01',
      draft({ body: reworded }),
      [first, { ...first, number: 2 }],
      /changed since/,
    ],
    ['a new text whose id was taken', '2027-01-01', draft({ baseNumber: null }), [first], /changed since/],
    ['nothing changed', '2027-01-01', draft(), [first], /changes nothing/],
    ['a later text', '2019-12-31', draft({ body: reworded }), [first], /from January 1, 2020 on/],
    [
      'retiring what is retired',
      '2027-01-01',
      draft({ baseNumber: 1, status: 'abolished' }),
      [{ ...first, status: 'abolished' }],
      /changes nothing/,
    ],
  ];
  for (const [what, on, text, revisions, message] of obstacles) {
    it(`does not stand with ${what}`, () => {
      const { planned, obstacle } = planText(on, text, revisions);
      expect(planned).to.equal(null);
      expect(obstacle?.message).to.match(message);
    });
  }

  it('is called by its title, its term or its first words', () => {
    expect(textTitle(series)).to.equal('Clerks');
    expect(textTitle(competency)).to.equal('Teamwork');
    const clause = { ...competency, term: null, text: `Performs ${'other '.repeat(30)}duties.` };
    expect(textTitle(clause))
      .to.match(/^Performs other .+ …$/)
      .and.to.have.length.below(90);
  });

  it('gets an id of its own, whatever its words', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (words, others) => {
        const taken = new Set(others.map((each) => newTextId(each, new Set())));
        const id = newTextId(words, taken);
        expect(taken.has(id)).to.equal(false);
        expect(id)
          .to.match(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          .and.to.have.length.below(81);
      }),
    );
    expect(newTextId('Équipe & Co.', new Set(['e-quipe-co']))).to.equal('e-quipe-co-2');
  });
});
