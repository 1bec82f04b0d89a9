// Accepting and refusing, by evidence in the text.
import { expect } from 'chai';
import { importText } from '../../server/imports/import-text.ts';
import { effort } from '../effort.ts';

const specification = `Records Clerk - CI2788

Definition
Keeps the registers of the office and answers questions about them.

Distinguishing Characteristics
This class differs from Records Clerk Senior, which directs the work of others.

Examples of Duties
Enters each paper in the register on the day it comes in.

Performs related work as required.

Education
Graduation from high school.

Working Conditions
Works in an office.
`;

describe('is it a class specification?', () => {
  it('accepts one', () => expect(outcome(specification)).to.equal('specification'));

  it('accepts one with stray sentences of an advert', () => {
    const advert = `${specification}\nTo apply, send a resume and cover letter. Candidates may be interviewed.\n`;
    expect(outcome(advert)).to.equal('specification');
  });

  it('accepts one pasted in a vacancy page', () => {
    const page = `Vacancy\n\n${specification}\nThe successful candidate will join our team. Closing date: 1 May 2024.\n`;
    expect(outcome(page)).to.equal('specification');
  });

  it('refuses a posting though it has some of the headings', () => {
    const posting = `Records Clerk

We are seeking a clerk to join our team.

Responsibilities
- Enter each paper in the register.

Requirements
- Two years of experience.

Benefits
Competitive salary.

How to Apply
Send your resume and cover letter. Applicants must apply by May 1.
`;
    expect(outcome(posting)).to.equal('a job posting');
  });

  it('refuses an article that explains a job', () => {
    const article = `Records Clerk Job Description

What does a records clerk do? Records clerks keep papers in order.

Use this job description template when you are a recruiter or hiring manager.

Duties and Responsibilities
A records clerk job description should include these duties:
- File papers.

Job seekers may read it too.
`;
    expect(outcome(article)).to.equal('an article or template about a job');
  });

  it('refuses a page of several openings', () => {
    const openings = `Job Opportunities

The office has several positions to fill.

Records Clerk
The Records Clerk will be responsible for the register.

Harbor Guide
The Harbor Guide will be responsible for the pier.

Bridge Keeper
The Bridge Keeper will be responsible for the bridge.
`;
    expect(outcome(openings)).to.equal('a list of several openings');
  });

  it('refuses prose without headings, and noise', () => {
    expect(
      outcome('The sea was calm that morning, and nobody in the town had yet heard of the ship.\n'.repeat(9)),
    ).to.match(/^text without/);
    expect(outcome('x7 ## 99 -- !! 0x0 ;; // 12 == 3\n'.repeat(20))).to.equal('noise');
  });

  it('says what it saw, where, and what to do', () => {
    const imported = importText({
      name: 'x',
      bytes: Buffer.from(
        'How to Apply\n\nSend a resume and a cover letter before the closing date, please.\n',
      ),
    });
    expect(imported.outcome === 'refused' && imported.sentence).to.match(
      /^This looks like a job posting \("How to Apply" in line 1.*\. Import .*\.$/,
    );
  });

  it('does not go by the name', () => {
    const named = importText({ name: 'job-posting-how-to-apply.pdf', bytes: Buffer.from(specification) });
    expect(named.outcome).to.equal('specification');
  });
});

describe('hostile text', function () {
  this.timeout(60_000);
  const units = [
    'a ',
    'A ',
    'Definition: ',
    'â€™',
    '1. ',
    'one (2) ',
    'Pay Grade: 5 ',
    '7/1/24 - x; ',
    'experience years ',
    '| a',
    '(',
    'Aa Bb ',
    'There are two classes in the x series: ',
  ];
  for (const unit of units) {
    it(`ends on megabytes of ${JSON.stringify(unit)}`, () => {
      for (const [lines, width] of [
        [4900, 400],
        [100, 19_000],
      ] as const) {
        const line = unit.repeat(width / unit.length);
        const bytes = Buffer.from(`${specification}${`${line}\n`.repeat(lines)}`).subarray(
          0,
          effort(300_000, 2_000_000),
        );
        importText({ name: 'x', bytes });
      }
    });
  }
});

function outcome(text: string): string {
  const imported = importText({ name: 'x.txt', bytes: Buffer.from(text) });
  return imported.outcome === 'refused' ? imported.looksLike : imported.outcome;
}
