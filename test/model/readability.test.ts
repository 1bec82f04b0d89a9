// Words and the reading grade of a text.
import { expect } from 'chai';
import { readingGrade, wordCount } from '../../server/model/readability.ts';

describe('the reading of a text', () => {
  it('counts words as a person does', () => {
    expect(wordCount("The city's work-plan, in 3 parts.")).to.equal(6);
    expect(wordCount('')).to.equal(0);
  });

  it('gives plain words a low grade and official words a high one', () => {
    const plain =
      'The dog ran to the park. It saw a cat. The cat ran up a tree. The dog sat down and went to sleep.';
    const official =
      'Administers comprehensive organizational development initiatives necessitating considerable interdepartmental coordination, independently formulating administrative recommendations regarding classification, compensation, representation and organizational responsibilities.';
    expect(readingGrade(plain)).to.be.lessThan(3);
    expect(readingGrade(official)).to.be.greaterThan(16);
  });

  it('says nothing of a few words', () => {
    expect(readingGrade('None.')).to.equal(null);
  });

  it('takes each entry of a list as a sentence', () => {
    const entries = [
      'Keeps the books of the town',
      'Writes letters to people',
      'Files papers by date',
      'Answers the phone',
      'Sorts the mail each day',
    ];
    expect(readingGrade(entries.join('\n'))).to.be.lessThan(readingGrade(entries.join(' ')) ?? 0);
  });

  it('reads a megabyte in an instant', () => {
    expect(wordCount('word '.repeat(200_000))).to.equal(200_000);
    expect(readingGrade('A long word-like-chain. '.repeat(40_000))).to.be.a('number');
  });
});
