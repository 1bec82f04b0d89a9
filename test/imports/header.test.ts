import { expect } from 'chai';
import { titleLine } from '../../server/imports/title-line.ts';
import { importText } from '../../server/imports/import-text.ts';

const body = [
  'DEFINITION',
  'Keeps the registers of the office and answers questions about them.',
  'TYPICAL WORK',
  'Enters each paper in the register on the day it comes in.',
].join('\n\n');

describe('the head of a specification', () => {
  const lines: readonly (readonly [string, string | null, string | null])[] = [
    ['IT Manager Senior - CI2788', 'IT Manager Senior', 'CI2788'],
    ['Systems Analyst  0561', 'Systems Analyst', '0561'],
    ['Sergeant (Police)\t5003', 'Sergeant (Police)', '5003'],
    ['Accountant II CO0174', 'Accountant II', 'CO0174'],
    ['Accountant I - SES 1427', 'Accountant I - SES', '1427'],
    ['Accountant II 2.073', 'Accountant II', '2.073'],
    ['4206 Program Assistant', 'Program Assistant', '4206'],
    ['Records Clerk (0031)', 'Records Clerk', '0031'],
    ['4000A1', null, '4000A1'],
    ['Building Maintenance Worker 1', 'Building Maintenance Worker 1', null],
    ['# Records Clerk', 'Records Clerk', null],
  ];
  for (const [line, title, code] of lines) {
    it(`reads "${line}"`, () => expect(titleLine(line)).to.deep.equal({ title, code }));
  }
  it('sees no title in a sentence', () => {
    expect(titleLine('Keeps the registers of the office and answers the public.')).to.equal(null);
  });

  const heads: Readonly<Record<string, [string, string, string | null]>> = {
    labels: ['Class Title: Records Clerk\nClass Code: 0031   Pay Grade: 12', 'Records Clerk', '0031'],
    'labels over values': ['Title of Class\nRecords Clerk\nClass No.\n0254', 'Records Clerk', '0254'],
    'a row of labels over a row of values': [
      'Records Clerk\nJob Code\tPay Scale Group\tBargaining Unit\n03030\t7\tA4',
      'Records Clerk',
      '03030',
    ],
    'the code on the next line': ['Records Clerk\n4000A1', 'Records Clerk', '4000A1'],
    'letterhead around it': [
      'City of Northport\nDepartment of Personnel\nRecords Clerk - CI2788\nTHIS IS A PUBLIC DOCUMENT',
      'Records Clerk',
      'CI2788',
    ],
    'no code': ['Records Clerk', 'Records Clerk', null],
    'nothing at all': ['', '', null],
  };
  for (const [name, [head, title, code]] of Object.entries(heads)) {
    it(`has title and code by ${name}`, () => {
      const { specification, report } = accepted(`${head}\n\n${body}`);
      expect([specification.title, specification.code]).to.deep.equal([title, code]);
      expect(specification.additional).to.deep.equal([]);
      expect(report.findings.some(({ id }) => id === 'import.no-code')).to.equal(code === null);
    });
  }

  it('keeps what is neither title, fact nor letterhead as text under its own heading', () => {
    const { specification } = accepted(
      `Records Clerk - CI2788\n\nReplaces two older classes of this office.\n\n${body}`,
    );
    expect(specification.additional).to.deep.equal([
      {
        id: 'a1',
        heading: 'Before the first heading',
        blocks: [{ id: 'b1', kind: 'paragraph', text: 'Replaces two older classes of this office.' }],
      },
    ]);
  });

  it('takes the first of several stacked titles and says so', () => {
    const { specification, report } = accepted(`Records Analyst I\nRecords Analyst II\n\n${body}`);
    expect(specification.title).to.equal('Records Analyst I');
    expect(specification.additional[0]?.blocks.map(({ text }) => text)).to.deep.equal(['Records Analyst II']);
    expect(report.findings.map(({ id }) => id)).to.include('import.several-titles');
  });

  it('keeps blanks, unknown labels and unreadable dates, and says so', () => {
    const { specification, report } = accepted(
      `Records Clerk\nWork Week: 40 hours\nPay Grade:\nRevised: ____\nEstablished: 11/97\n\n${body}`,
    );
    expect(specification.sections.details).to.deep.equal({
      state: 'text',
      establishedOn: '1997-11',
      other: [
        { label: 'Work Week', text: '40 hours' },
        { label: 'Revised', text: '____' },
      ],
    });
    expect(report.findings.map(({ id }) => id)).to.include.members([
      'import.empty-label',
      'import.unreadable-date',
      'import.two-digit-year',
    ]);
  });
});

function accepted(text: string) {
  const imported = importText({ name: 'head.txt', bytes: Buffer.from(text) });
  if (imported.outcome === 'refused') throw new Error(imported.sentence);
  return imported;
}
