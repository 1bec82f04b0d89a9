import { expect } from 'chai';
import { misreadHeading, runInHeading, standingHeading } from '../../server/imports/headings.ts';
import { sections } from '../../server/model/sections.ts';

describe('headings', () => {
  it('are known by every label and synonym in any dress', () => {
    for (const { key, label, synonyms } of sections) {
      for (const name of [label, ...synonyms]) {
        const title = name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
        for (const line of [
          title,
          `${name.toUpperCase()}:`,
          `IV. ${title}`,
          `## ${title}`,
          `**${title}:**`,
          `  ${title} –`,
        ]) {
          expect(standingHeading(line)?.target, line).to.equal(key);
        }
      }
    }
  });

  const runIn: readonly (readonly [string, string, string])[] = [
    ['Probation Period: Six (6) months.', 'probation', 'Six (6) months.'],
    ['DEFINITION – Under direction, keeps records.', 'summary', 'Under direction, keeps records.'],
    ['DEFINITION. Under direction, keeps records.', 'summary', 'Under direction, keeps records.'],
    ["**Education:** Bachelor's degree", 'education', "Bachelor's degree"],
    ['I. NATURE OF WORK -- Keeps records', 'summary', 'Keeps records'],
  ];
  for (const [line, target, rest] of runIn) {
    it(`open the line "${line}"`, () => expect(runInHeading(line)).to.include({ target, rest }));
  }

  for (const line of [
    'Experience in the keeping of records: two years',
    'duties',
    'Skills in reading',
    'Experience. Three years',
  ]) {
    it(`are not seen in "${line}"`, () => {
      expect(standingHeading(line)).to.equal(null);
      expect(runInHeading(line)).to.equal(null);
    });
  }

  it('are known again with a letter misread by a scanner', () => {
    expect(misreadHeading('DEFINITIDN')?.target).to.equal('summary');
    expect(misreadHeading('DISTINGUISHING CHAAACTERISTICS')?.target).to.equal('distinguishing');
    expect(misreadHeading('SKILL')).to.equal(null);
    expect(misreadHeading('Equipment Operated')).to.equal(null);
  });

  it('may cover several sections', () => {
    for (const line of [
      'Minimum Qualifications',
      'Education/Experience',
      'EXPERIENCE AND EDUCATION:',
      'Education & Experience',
    ]) {
      expect(standingHeading(line)?.target, line).to.equal('qualifications');
    }
    expect(standingHeading('Supervision Received and Exercised')?.target).to.equal('supervision');
    expect(standingHeading('Education & Experience Equivalency')?.target).to.equal('equivalency');
  });
});
