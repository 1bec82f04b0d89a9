// The search by itself: slips of the pen, what people say for a title, what was understood of what was typed, and the
// passage that is shown.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Specification } from '../../schemas/types.ts';
import { type Listed, makeDirectory } from '../../server/model/class-directory.ts';
import { findPassage, markFound, soughtWords } from '../../server/model/search-passage.ts';
import { readSearch } from '../../server/model/search-reading.ts';
import { foldedWords, makeStemmer } from '../../server/model/search-terms.ts';
import { makeSpelling, slipsBetween } from '../../server/model/spelling.ts';
import { makeThesaurus } from '../../server/model/synonyms.ts';
import { stemOf } from '../../server/model/terms.ts';
import { makeVocabulary } from '../../server/model/vocabulary.ts';

const listed: Listed = {
  seq: 1,
  classId: 'a',
  number: 1,
  status: 'active',
  effectiveOn: '2024-01-01',
  recordedAt: '2024-01-01T00:00:00.000Z',
  code: 'T100',
  title: 'Network Manager',
  seriesId: null,
  seriesLevel: null,
  payGrade: null,
  flsa: null,
  eeo4: null,
  bargainingUnit: null,
  occupationalGroup: null,
};
const titles = ['Network Manager', 'Animal Services Officer', 'Librarian'];
const directory = makeDirectory(titles.map((title, index) => ({ ...listed, seq: index + 1, title })));
const synonyms = [
  { said: ['boss'], titles: ['manager', 'supervisor'] },
  { said: ['dog catcher'], titles: ['animal services'] },
];
const texts = new Map(
  ['network', 'manager', 'librarian', 'loss', 'technician', 'technical'].map((word) => [word, 2]),
);
const vocabulary = makeVocabulary(directory, texts, [synonyms]);
const read = (typed: string, isExact = false) => readSearch(typed, isExact, vocabulary);

describe('words of a search', () => {
  it('are without case, accents and marks', () => {
    expect(foldedWords('Attaché-Général (IT), 2×')).to.deep.equal(['attache', 'general', 'it', '2']);
  });

  it('meet in their stems', () => {
    for (const [one, other] of [
      ['managers', 'management'],
      ['libraries', 'library'],
      ['operator', 'operates'],
    ] as const)
      expect(stemOf(one), one).to.equal(stemOf(other));
  });
});

describe('spelling', () => {
  it('counts a letter too many, too few, another, or two exchanged as one slip', () => {
    for (const [one, other] of ['netwrok network', 'libary library', 'managger manager', 'clark clerk'].map(
      (pair) => pair.split(' ') as [string, string],
    ))
      expect(slipsBetween(one, other), one).to.equal(1);
  });

  it('is a distance: none between equals, the same both ways, never more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = slipsBetween(one, other);
        expect(slips === 0).to.equal(one === other);
        expect(slips).to.equal(slipsBetween(other, one));
        expect(slips).to.be.at.most(Math.max(one.length, other.length));
      }),
    );
  });

  it('finds what a search through every word finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 4, maxLength: 10 });
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 30 }), letters, (words, typed) => {
        const most = typed.length < 8 ? 1 : 2;
        const fewest = Math.min(...words.map((word) => slipsBetween(typed, word)));
        const found = makeSpelling(new Map(words.map((word) => [word, 1]))).nearest(typed);
        if (fewest > most) expect(found).to.equal(null);
        else expect(found !== null && slipsBetween(typed, found)).to.equal(fewest);
      }),
    );
  });

  it('takes the commoner of two that are equally near, and leaves short words and codes alone', () => {
    const { nearest } = makeSpelling(
      new Map([
        ['clerk', 1],
        ['clark', 9],
        ['ci2788', 5],
        ['abc', 1],
      ]),
    );
    expect(nearest('clrk')).to.equal('clark');
    expect(nearest('abd')).to.equal(null);
    expect(nearest('ci2789')).to.equal(null);
  });
});

describe('synonyms', () => {
  it('are found where they begin, the longest first', () => {
    const { at } = makeThesaurus([synonyms, [{ said: ['dog'], titles: ['kennel'] }]]);
    const stems = ['dog', 'catcher', 'boss'].map(stemOf);
    expect(at(stems, 0)).to.deep.include({ length: 2 });
    expect(at(stems, 0)?.meant.map(({ words }) => words)).to.deep.equal(['animal services']);
    expect(at(stems, 1)).to.equal(null);
    expect(at(stems, 2)?.meant.map(({ words }) => words)).to.deep.equal(['manager', 'supervisor']);
  });
});

describe('what was typed', () => {
  it('stands also for what titles say, as far as a title says it', () => {
    const { groups, corrected, alsoFor } = read('network boss');
    expect(groups).to.have.length(2);
    expect(alsoFor).to.deep.equal(['manager']);
    expect(corrected).to.deep.equal([]);
  });

  it('is put right where nobody uses the word, and where no synonym knows it', () => {
    expect(read('netwrok of boss').corrected).to.deep.equal([{ typed: 'netwrok', read: 'network' }]);
    expect(read('zzzzzz').corrected).to.deep.equal([]);
  });

  it('may end with the beginning of a word', () => {
    expect(read('techn').groups[0]?.terms[0]).to.include.members([stemOf('technician'), stemOf('technical')]);
    expect(read('techn boss').groups[0]?.terms).to.deep.equal([[stemOf('techn')]]);
  });

  it('is left alone where it is asked for exactly', () => {
    expect(read('netwrok boss', true)).to.deep.equal({
      groups: [
        { terms: [['netwrok']], meant: [] },
        { terms: [[stemOf('boss')]], meant: [] },
      ],
      corrected: [],
      alsoFor: [],
    });
  });

  it('is nothing where it is only marks', () => {
    expect(read('"*()').groups).to.deep.equal([]);
  });
});

describe('the passage of a text', () => {
  const item = (id: string, text: string) => ({ id, kind: 'item', level: 1, text }) as const;
  const long = `Leads ${'very '.repeat(80)}old networks of the ${'rather '.repeat(80)}wide city.`;
  const text: Specification = {
    code: 'T1',
    title: 'Network Manager',
    series: null,
    sections: {
      duties: {
        state: 'text',
        blocks: [item('b1', 'Keeps networks.'), item('b2', 'Manages old Networks daily.')],
      },
    },
    additional: [{ id: 'a1', heading: 'Tools', blocks: [item('b3', long)] }],
  };
  const sought = (...words: string[]) => {
    const found = soughtWords(
      words.map((word) => [stemOf(word)]),
      makeStemmer(),
    );
    if (!found) throw new Error('There is nothing to look for');
    return found;
  };

  it('is the first that holds most of the words, with each of them marked', () => {
    expect(findPassage(text, sought('manager', 'network'))).to.deep.equal({
      place: 'sections.duties',
      heading: null,
      runs: [
        { text: 'Manages', isFound: true },
        { text: ' old ', isFound: false },
        { text: 'Networks', isFound: true },
        { text: ' daily.', isFound: false },
      ],
    });
  });

  it('is cut around the first word that was found', () => {
    const passage = findPassage(text, sought('lead', 'wide'));
    const shown = passage?.runs.map((run) => run.text).join('') ?? '';
    expect(passage).to.include({ place: 'additional.a1', heading: 'Tools' });
    expect(shown)
      .to.match(/^Leads/)
      .and.match(/ …$/);
    expect(shown.length).to.be.below(260);
  });

  it('is none where no word occurs', () => {
    expect(findPassage(text, sought('spacecraft'))).to.equal(null);
    expect(soughtWords([], makeStemmer())).to.equal(null);
  });

  it('loses nothing by its marks', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(anyText, (words) => {
        const runs = markFound(words, sought('a', 'network'));
        expect(runs.map((run) => run.text).join('')).to.equal(words);
      }),
    );
  });
});
