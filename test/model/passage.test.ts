// Places of a text: every part and every entry is one, each quotes its own words, and what was taken out is none any more.
import { expect } from 'chai';
import fc from 'fast-check';
import type { Specification } from '../../schemas/types.ts';
import { isPlaceIn, longestPassage, passageAt, sectionOfPlace } from '../../server/model/passage.ts';
import { sections } from '../../server/model/sections.ts';
import { blocksOfSection, wordsOf } from '../../server/model/specification.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { clerk, withDuty } from './dock-clerk.ts';

const texts: readonly Specification[] = readSamplePlan().classes.map(({ specification }) => specification);

describe('a place of a text', () => {
  it('is every section, and every entry of it with its own words, in each text of the sample plan', () => {
    let entries = 0;
    for (const text of texts) {
      for (const { key } of sections) {
        expect(isPlaceIn(text, `sections.${key}`)).to.equal(true);
        for (const block of blocksOfSection(text, key)) {
          const place = `sections.${key}.${block.id}`;
          expect(isPlaceIn(text, place), place).to.equal(true);
          expect(passageAt(text, place)).to.equal(wordsOf(block));
          expect(sectionOfPlace(place)).to.equal(`sections.${key}`);
          entries += 1;
        }
      }
    }
    expect(entries).to.be.greaterThan(200);
  });

  it('quotes a whole section in the order of its entries, its none, its meaning and its length', () => {
    expect(passageAt(clerk, 'sections.duties')).to.equal('Keeps the books.\nCollects fees.');
    expect(passageAt(clerk, 'title')).to.equal('Dock Clerk');
    expect(passageAt(clerk, '')).to.equal(null);
    expect(passageAt(clerk, 'sections.details')).to.equal(null);
    expect(passageAt(clerk, 'sections.licensure')).to.equal(null);
    const text: Specification = {
      ...clerk,
      sections: {
        licensure: { state: 'none' },
        backgroundChecks: { state: 'none', wording: 'Not required.' },
        physicalDemandLevel: { state: 'text', code: 'S', meaning: 'Sedentary: lifts little.' },
      },
    };
    expect(passageAt(text, 'sections.licensure')).to.equal('None');
    expect(passageAt(text, 'sections.backgroundChecks')).to.equal('Not required.');
    expect(passageAt(text, 'sections.physicalDemandLevel')).to.equal('Sedentary: lifts little.');
  });

  it('is an additional section under its id', () => {
    const block = { id: 'b9', kind: 'paragraph', text: 'At sea.' } as const;
    const text: Specification = {
      ...clerk,
      additional: [{ id: 'a1', heading: 'Hours', blocks: [block] }],
    };
    expect(isPlaceIn(text, 'additional.a1')).to.equal(true);
    expect(passageAt(text, 'additional.a1.b9')).to.equal('At sea.');
    expect(isPlaceIn(clerk, 'additional.a1')).to.equal(false);
  });

  it('is none where nothing of that name can stand', () => {
    const none = ['code', 'sections', 'sections.', 'sections.duty', 'sections.duties.b4', 'sections.duties.'];
    for (const place of [
      ...none,
      'sections.duties.b2.x',
      'duties',
      'toString',
      'sections.toString',
      'title.x.y',
    ])
      expect(isPlaceIn(clerk, place), place).to.equal(false);
  });

  it('stays a place when its entry is reworded, and is none when it is taken out', () => {
    const place = 'sections.duties.b3';
    const reworded = withDuty(clerk, 'b3', 'Collects all fees.');
    expect(passageAt(reworded, place)).to.equal('Collects all fees.');
    const without: Specification = { ...clerk, sections: { ...clerk.sections, duties: { state: 'none' } } };
    expect(isPlaceIn(without, place)).to.equal(false);
    expect(isPlaceIn(without, 'sections.duties')).to.equal(true);
  });

  it('never quotes more than fits, nor half of a character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.constantFrom('🔔', 'x', 'ß'), (before, sign) => {
        const long = `${'a'.repeat(longestPassage - 3 + before)}${sign.repeat(4)}`;
        const quote = passageAt(withDuty(clerk, 'b2', long), 'sections.duties.b2') ?? '';
        expect(quote.length).to.be.at.most(longestPassage);
        expect(quote.isWellFormed()).to.equal(true);
        if (long.length > longestPassage) expect(quote.endsWith('…')).to.equal(true);
        else expect(quote).to.equal(long);
      }),
    );
  });
});
