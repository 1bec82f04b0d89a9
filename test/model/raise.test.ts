import { expect } from 'chai';
import { riseBetween } from '../../server/model/raise.ts';

describe('what raises a passage', () => {
  const rises: [before: string, after: string, from: string, to: string][] = [
    ['Monitors the work of vendors.', 'Manages vendor relations.', 'Monitors', 'Manages'],
    ['Plans the work of a crew.', 'Plans the work of an operation.', 'a crew', 'an operation'],
    ['Sets goals for managers.', 'Sets goals for directors.', 'managers', 'directors'],
    ['Prepares the yearly plan.', 'Prepares the multi-year plan.', 'yearly', 'multi-year'],
    ['Lifts up to 10 pounds.', 'Lifts up to 50 pounds.', '10', '50'],
    ['Six (6) months of experience.', 'Nine (9) months of experience.', 'Six', 'Nine'],
  ];
  for (const [before, after, from, to] of rises)
    it(`${from} → ${to}`, () => {
      expect(riseBetween(before, after)).to.deep.equal({ from, to });
      expect(riseBetween(after, before)).to.equal(null);
    });

  it('is nothing where one word rises and another falls', () => {
    expect(riseBetween('Manages the budget of a crew.', 'Supervises the budget of a division.')).to.equal(
      null,
    );
  });

  it('is nothing where only the wording is another', () => {
    expect(riseBetween('Answers the public.', 'Replies to questions of the public.')).to.equal(null);
    expect(riseBetween('Opens at 8 and closes at 5.', 'Begins at 9.')).to.equal(null);
  });
});
