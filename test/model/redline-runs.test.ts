// Laws of word marks: applied they give the new text and undone the old one, to the character; a text compared with
// itself has none, nor has one in which only the typography differs.
import { expect } from 'chai';
import fc from 'fast-check';
import { applied, comparisonOf, isChanged, runsBetween, undone } from '../../server/model/redline-runs.ts';

/** Words, marks and spaces that meet each other often; now and then anything. */
const anyText = fc
  .array(
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom(...'plans the work of staff(s) (3) (5) Three Five'.split(' ')),
      },
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ' ',
          ' ',
          ' ',
          '  ',
          '\u00a0',
          '-',
          '–',
          '--',
          "'",
          '’',
          '“',
          '"',
          '.',
          '…',
          '...',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** 'Plans [-two-]{+three+} things' */
function shown(before: string, after: string): string {
  const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
  return runsBetween(before, after)
    .map(({ mark, text }) => `${marks[mark][0]}${text}${marks[mark][1]}`)
    .join('');
}

describe('the word marks of two texts', () => {
  it('give the new text when applied and the old one when undone', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const runs = runsBetween(before, after);
        expect(applied(runs)).to.equal(after);
        expect(undone(runs)).to.equal(before);
      }),
      { numRuns: 5000 },
    );
  });

  it('are none between a text and itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const runs = runsBetween(text, text);
        expect(runs).to.deep.equal(text === '' ? [] : [{ mark: 'same', text }]);
      }),
    );
  });

  it('alternate, are never empty, and put a deletion before the insertion in its place', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const runs = runsBetween(before, after);
        for (const [index, { mark, text }] of runs.entries()) {
          const next = runs[index + 1]?.mark;
          expect(text).to.not.equal('');
          expect(next).to.not.equal(mark);
          if (mark === 'inserted') expect(next).to.not.equal('deleted');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('are none where only quotes, dashes and spaces differ', () => {
    const word = "The 'city' \"plan\" - well-known - isn't... so";
    const typeset = 'The ‘city’ “plan” –\u00a0well‑known  — isn’t… so';
    const runs = runsBetween(word, typeset);
    expect(isChanged(runs)).to.equal(false);
    expect(applied(runs)).to.equal(typeset);
    expect(undone(runs)).to.equal(word);
  });

  it('take words as people read them', () => {
    for (const [before, after, redline] of [
      ['Three (3) years of work.', 'Five (5) years of work.', '[-Three (3)-]{+Five (5)+} years of work.'],
      ['Leads the project(s).', 'Leads the projects.', 'Leads the [-project(s)-]{+projects+}.'],
      ['the city’s plan', "the county's plan", "the [-city’s-]{+county's+} plan"],
      ['a well-known plan', 'a well-kept plan', 'a [-well-known-]{+well-kept+} plan'],
      ['costs $1,500.00 now', 'costs $2,500.00 now', 'costs $[-1,500.00-]{+2,500.00+} now'],
      ['Plans work.', 'Plans and directs work.', 'Plans {+and directs +}work.'],
      ['', 'Plans work.', '{+Plans work.+}'],
      ['Plans work.', '', '[-Plans work.-]'],
    ] as const) {
      expect(shown(before, after)).to.equal(redline);
    }
  });

  it('replace the whole where over half of the words changed in several places', () => {
    const [before, after] = [
      'Sorts and files the mail of one office.',
      'Reads and answers the letters of an agency.',
    ];
    expect(shown(before, after)).to.equal(`[-${before}-]{+${after}+}`);
    expect(shown('Sorts mail.', 'Sorts mail, and then a great many other things at length.')).to.equal(
      'Sorts mail{+, and then a great many other things at length+}.',
    );
  });

  it('answer within seconds for sentences of a megabyte, and say where they are coarse', () => {
    const words = (factor: number, of: number) =>
      Array.from({ length: 200_000 }, (_, index) => `w${(index * factor) % of}`).join(' ');
    const [before, after] = [words(1, 977), words(7, 991)];
    expect(before.length).to.be.above(900_000);
    const started = performance.now();
    const far = comparisonOf(before, after);
    expect(far.isCoarse).to.equal(true);
    expect([applied(far.runs), undone(far.runs)]).to.deep.equal([after, before]);
    const near = comparisonOf(before, before.replace('w7 ', 'seven '));
    expect(near.isCoarse).to.equal(false);
    expect(near.runs).to.have.length(4);
    expect(performance.now() - started).to.be.below(10_000);
  });
});
