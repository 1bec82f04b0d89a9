// What differs between two texts of the plan, in words.
import { expect } from 'chai';
import { beginningSettings } from '../../server/model/plan-settings.ts';
import { revisedWording, type TextBody, textDifferences } from '../../server/model/plan-text-changes.ts';

const series = (title: string, concept: string[], occupationalGroup: string | null = null): TextBody => ({
  subject: 'series',
  body: { id: 's', title, occupationalGroup, concept },
});
const shared = (term: string | null, text: string): TextBody => ({
  subject: 'shared-text',
  body: { id: 't', kind: 'competency', term, text },
});
const pay = (title: string, ...grades: readonly (readonly [string, number])[]): TextBody => ({
  subject: 'pay-schedule',
  body: {
    ...{ id: 'p', title, currency: 'USD' },
    grades: grades.map(([grade, minimum]) => ({ grade, minimum, maximum: minimum * 2 })),
  },
});
const settings = (changed: object = {}): TextBody => ({
  subject: 'plan',
  body: { ...beginningSettings('City of Larkhaven'), ...changed },
});

describe('what differs between two texts of the plan', () => {
  it('is that it begins or ends where a date has none', () => {
    expect(textDifferences(null, shared(null, 'A.'))).to.deep.equal(['Begun']);
    expect(textDifferences(shared(null, 'A.'), null)).to.deep.equal(['Ended']);
    expect(textDifferences(null, null)).to.deep.equal([]);
  });

  it('names what a series changes', () => {
    expect(textDifferences(series('A', ['One.']), series('B', ['Two.'], 'IT'))).to.deep.equal([
      'Title changed from A to B',
      'Occupational group changed from none to IT',
      'Concept revised',
    ]);
    expect(textDifferences(series('A', ['One.']), series('A', ['One.']))).to.deep.equal([]);
  });

  it('tells the term of a shared text from its wording', () => {
    expect(textDifferences(shared('Care', 'A.'), shared('Heed', 'A.'))).to.deep.equal([
      'Term changed from Care to Heed',
    ]);
    expect(textDifferences(shared('Care', 'A.'), shared('Care', 'B.'))).to.deep.equal(['Wording revised']);
  });

  it('counts the grades of a pay schedule', () => {
    const before = pay('2023', ['G-1', 1], ['G-2', 2], ['G-3', 3]);
    const after = pay('2024', ['G-1', 1], ['G-2', 5], ['G-4', 4], ['G-5', 5]);
    expect(textDifferences(before, after)).to.deep.equal([
      '1 pay grade with other pay',
      '2 pay grades added',
      '1 pay grade ended',
      'Title changed from 2023 to 2024',
    ]);
  });

  it('has the words of both dates where they were revised', () => {
    expect(revisedWording(shared('Care', 'A.'), shared('Heed', 'B.'))).to.deep.equal({
      before: 'A.',
      after: 'B.',
    });
    expect(revisedWording(series('A', ['One.']), series('A', ['One.', 'Two.']))?.after).to.equal(
      'One.\nTwo.',
    );
    expect(revisedWording(shared('Care', 'A.'), shared('Heed', 'A.'))).to.equal(null);
    expect(revisedWording(null, shared('Care', 'A.'))).to.equal(null);
    expect(revisedWording(pay('2023'), pay('2024'))).to.equal(null);
  });

  it('names the settings that differ', () => {
    expect(textDifferences(settings(), settings({ timeZone: 'UTC', employer: 'Town' }))).to.have.length(1);
    expect(textDifferences(settings(), settings({ timeZone: 'Asia/Tokyo' }))).to.deep.equal([
      'Changed: time zone',
    ]);
    expect(textDifferences(settings(), settings())).to.deep.equal([]);
  });
});
