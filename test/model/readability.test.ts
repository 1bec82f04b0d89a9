// How hard a text is to read: words, sentences, syllables and the grade made of them.
import { expect } from 'chai';
import fc from 'fast-check';
import { readingGrade, sentencesOf, syllablesOf, wordCount } from '../../server/model/readability.ts';

describe('readability', () => {
  it('counts words with their hyphens and apostrophes as one', () => {
    expect(wordCount('')).to.equal(0);
    expect(wordCount('Keeps the employee’s well-kept books (5).')).to.equal(6);
  });

  it('parts sentences, and not at abbreviations, initials and figures', () => {
    expect(sentencesOf('Keeps books. Pays bills.')).to.deep.equal(['Keeps books.', 'Pays bills.']);
    expect(sentencesOf('Uses tools, e.g. Jacks and hoists.')).to.have.length(1);
    expect(sentencesOf('Reports to J. Smith of the U.S. Dept. of Labor.')).to.have.length(1);
    expect(sentencesOf('Pays 3.5 percent. “Why?” Nobody asks.')).to.have.length(3);
    expect(sentencesOf('  ')).to.deep.equal([]);
  });

  it('counts syllables as the formula does', () => {
    for (const [word, count] of [
      ['the', 1],
      ['make', 1],
      ['table', 2],
      ['walked', 1],
      ['planted', 2],
      ['supervision', 4],
      ['x', 1],
      ['5', 1],
    ] as const)
      expect(syllablesOf(word), word).to.equal(count);
  });

  it('gives simple words a low grade, long ones a high grade, and no words none', () => {
    expect(readingGrade('')).to.equal(null);
    expect(readingGrade('The cat sat. The dog ran.')).to.be.below(1);
    const hard = 'Administers interdepartmental organizational accountability methodologies.';
    expect(readingGrade(hard)).to.be.above(20);
  });

  it('loses no letter of any text between its sentences', () => {
    const piece = fc.constantFrom(
      'Keeps',
      'books',
      '. ',
      '? ',
      'e.g. ',
      'U.S. ',
      ' ',
      'a',
      'The',
      '“',
      '” ',
      '3.5',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(sentencesOf(text).join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
      }),
    );
  });
});
