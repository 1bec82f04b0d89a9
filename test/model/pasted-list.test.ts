// A pasted list comes apart into its entries: no word lost, no bullet kept.
import { expect } from 'chai';
import fc from 'fast-check';
import { readPastedList } from '../../server/model/pasted-list.ts';

const texts = (pasted: string) => readPastedList(pasted).map(({ text }) => text);
const levels = (pasted: string) =>
  readPastedList(pasted)
    .map(({ level }) => level)
    .join('');

describe('a pasted list', () => {
  it('is read from the bullets of Word, of browsers and of typewriters', () => {
    for (const mark of ['•\t', '·         ', '* ', '- ', '– ', '\uf0b7\t', '1.\t', '1) ', '(1) '])
      expect(texts(`${mark}Keeps books.\r\n${mark}Writes letters.`), mark).to.deep.equal([
        'Keeps books.',
        'Writes letters.',
      ]);
  });

  it('nests what Word nests', () => {
    expect(levels('•\tPlans work\no\tweekly\no\tyearly\n•\tReports')).to.equal('1221');
    expect(levels('• Plans\n    • weekly\n• Reports')).to.equal('121');
    expect(levels('1. Plans\n   a. weekly\n   b. yearly\n2. Reports')).to.equal('1221');
    expect(levels('o\talone')).to.equal('1');
  });

  it('puts a line that goes on back to its entry', () => {
    expect(texts('• Plans the work\n  of the year.\n• Reports.')).to.deep.equal([
      'Plans the work of the year.',
      'Reports.',
    ]);
    expect(texts('• Plans.\n\nA remark.')).to.deep.equal(['Plans.', 'A remark.']);
  });

  it('without any bullet is one entry a line', () => {
    expect(texts('Plans.\nReports.\n\n  Writes.')).to.deep.equal(['Plans.', 'Reports.', 'Writes.']);
    expect(texts('')).to.deep.equal([]);
  });

  it('does not take a year, a decimal or a hyphenated word for a mark', () => {
    expect(texts('2024 budget\n3.5 tons\n-less words')).to.deep.equal([
      '2024 budget',
      '3.5 tons',
      '-less words',
    ]);
  });

  it('keeps every word, whatever the marks', () => {
    const word = fc.stringMatching(/^[A-Za-z]{2,8}$/);
    const line = fc.tuple(
      fc.constantFrom('', '• ', '  - ', '\to\t', '12. ', '    * '),
      fc.array(word, { minLength: 1, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const pasted = lines.map(([mark, words]) => mark + words.join(' ')).join('\n');
        expect(texts(pasted).join(' ')).to.equal(lines.map(([, words]) => words.join(' ')).join(' '));
      }),
    );
  });
});
