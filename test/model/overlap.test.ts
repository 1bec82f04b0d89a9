// Whether there is such a class already: what is like a text comes first, with the passages that say so, unchanged.
import { expect } from 'chai';
import fc from 'fast-check';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { findOverlap, indexOverlap, type Searched, searchedOf } from '../../server/model/overlap.ts';
import { stemOf } from '../../server/model/terms.ts';
import { clerk } from './dock-clerk.ts';

const texts: Searched[] = [
  { title: 'Dock Clerk', passages: ['Keeps the books of a dock.', 'Collects mooring fees.'] },
  { title: 'Harbor Pilot', passages: ['Guides ships through the harbor channel.', 'Reads tide tables.'] },
  { title: 'Gardener', passages: ['Plants trees and prunes shrubs.', 'Waters lawns.'] },
];
const index = indexOverlap(texts);
const find = (title: string, text = '') => findOverlap(index, { title, text });
const titles = (title: string, text = '') => find(title, text).map(({ found }) => found.title);

describe('the search for a class that is there already', () => {
  it('finds by subject, in whatever form the words stand', () => {
    expect(titles('', 'pruning a shrub, planting a tree')).to.deep.equal(['Gardener']);
    expect(titles('Pilot of harbors')).to.deep.equal(['Harbor Pilot']);
    expect(titles('', 'collected fee')).to.deep.equal(['Dock Clerk']);
  });

  it('finds nothing where nothing is like it, and nothing for words that every text has', () => {
    expect(titles('Astronomer', 'Observes distant galaxies')).to.deep.equal([]);
    expect(titles('', 'and of the with')).to.deep.equal([]);
    expect(findOverlap(indexOverlap<Searched>([]), { title: 'Clerk', text: 'books' })).to.deep.equal([]);
  });

  it('puts a class of the same title first', () => {
    const [first] = find('harbor  pilot', 'Keeps the books of a dock and collects mooring fees');
    expect(first).to.include({ hasSameTitle: true });
    expect(first?.found.title).to.equal('Harbor Pilot');
  });

  it('marks the words that were written, and nothing else', () => {
    const [first] = find('', 'guiding a ship');
    expect(first?.passages.map(({ parts }) => parts)).to.deep.equal([
      [
        { text: 'Guides', isShared: true },
        { text: ' ', isShared: false },
        { text: 'ships', isShared: true },
        { text: ' through the harbor channel.', isShared: false },
      ],
    ]);
  });

  it('finds every class of the sample plan by its own words, first', () => {
    const classes = samplePlanTexts();
    const all = indexOverlap(classes);
    for (const each of classes) {
      const [first] = findOverlap(all, { title: each.title, text: each.passages.join(' ') });
      expect(first?.found, each.title).to.equal(each);
      expect(first?.score, each.title).to.be.within(0.5, 1.000001);
    }
  });

  it('reads no clause, which every class has', () => {
    const body = structuredClone(clerk);
    body.sections.duties = {
      state: 'text',
      blocks: [
        { id: 'b2', kind: 'item', level: 1, text: 'Keeps the books.' },
        { id: 'b3', kind: 'clause', text: 'Performs related work.' },
      ],
    };
    expect(searchedOf(body).passages)
      .to.include('Keeps the books.')
      .and.not.include('Performs related work.');
  });

  it('gives every passage back as it was, ranked, between 0 and 1', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });
    const anyDocument = fc.record({ title: anyText, passages: fc.array(anyText, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 6 }), anyText, anyText, (documents, title, text) => {
        const found = findOverlap(indexOverlap(documents), { title, text });
        for (const { found: each, score, passages } of found) {
          expect(score).to.be.within(0, 1.000001);
          for (const { parts } of passages)
            expect(each.passages).to.include(parts.map((part) => part.text).join(''));
        }
        const scores = found.filter(({ hasSameTitle }) => !hasSameTitle).map(({ score }) => score);
        expect(scores).to.deep.equal([...scores].sort((one, other) => other - one));
      }),
    );
  });

  it('takes the forms of a word as one', () => {
    expect(new Set(['managing', 'manager', 'management', 'manages'].map(stemOf))).to.have.property('size', 1);
    expect(stemOf('planning')).to.equal(stemOf('plans'));
    expect(stemOf('tide')).to.equal('tide');
  });
});

/** The latest text of each class. */
function samplePlanTexts(): Searched[] {
  const texts = readSamplePlan().classes.map(
    ({ classId, specification }) => [classId, searchedOf(specification)] as const,
  );
  return [...new Map(texts).values()];
}
