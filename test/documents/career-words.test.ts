// What a step asks for, in sentences that promise nothing.
import { expect } from 'chai';
import { stepInWords } from '../../server/documents/career-words.ts';
import type { CareerClass, CareerStep } from '../../server/model/careers.ts';

const to: CareerClass = {
  classId: 'c',
  code: 'X1',
  title: 'Example',
  series: null,
  group: null,
  pay: 1,
  education: { rank: 4, name: 'Bachelor’s degree' },
  years: 3,
  asks: { education: '', experience: '' },
  asksLicense: false,
};

const said: readonly (readonly [string, Partial<CareerStep>, string[]])[] = [
  [
    'the same degree and a year more',
    { education: 0, years: 1, pay: 0.107 },
    [
      'Asks for the same education (bachelor’s degree) and for one year more of experience.',
      'Pay begins 11 percent higher.',
    ],
  ],
  [
    'less of both',
    { education: -1, years: -1.5, pay: -0.05 },
    [
      'Asks for less education (bachelor’s degree) and for one year and six months less of experience.',
      'Pay begins 5 percent lower.',
    ],
  ],
  [
    'what is the same',
    { education: 0, years: 0, pay: 0 },
    [
      'Asks for the same education (bachelor’s degree) and for as much experience.',
      'Pay begins at the same amount.',
    ],
  ],
  ['nothing that can be read', {}, ['What it asks for is not written so that it can be compared: read it.']],
  ['years alone', { years: 12 }, ['Asks for 12 years more of experience.']],
];

describe('a step in words', () => {
  for (const [what, step, sentences] of said) {
    it(`tells ${what}`, () => {
      expect(stepInWords({ to, education: null, years: null, pay: null, ...step })).to.deep.equal(sentences);
    });
  }

  it('mentions a license', () => {
    const step = { to: { ...to, asksLicense: true }, education: null, years: 0, pay: null };
    expect(stepInWords(step).at(-1)).to.match(/^Asks for a license or certificate/);
  });
});
