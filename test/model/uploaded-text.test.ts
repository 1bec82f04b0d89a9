// A document read into a draft: what it says is taken, what it does not say stays the draft's own.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { uploadedText } from '../../server/model/uploaded-text.ts';

const draft: Specification = {
  code: 'CX100',
  title: 'Example',
  series: { id: 'examples', level: 2 },
  sections: {
    duties: {
      state: 'text',
      blocks: [
        { id: 'b1', kind: 'item', level: 1, text: 'Plans the work of the unit.', percentOfTime: 40 },
        { id: 'b2', kind: 'clause', text: 'In a flood everybody helps.', sharedId: 'flood' },
      ],
    },
    competencies: {
      state: 'text',
      blocks: [{ id: 'b3', kind: 'term', term: 'Courage', text: 'Says what is so.', sharedId: 'courage' }],
    },
    physicalDemandLevel: { state: 'text', code: null, meaning: '1-Sedentary' },
    details: { state: 'text', payGrade: 'EX-17', establishedOn: '2018-09-21' },
  },
  additional: [
    { id: 'n7', heading: 'Hours', blocks: [{ id: 'b4', kind: 'paragraph', text: 'Nine to five.' }] },
  ],
};

/** As a reader of plain text gives it: ids of its own, no links, standing text unknown. */
const read: Specification = {
  code: null,
  title: '',
  series: null,
  sections: {
    duties: {
      state: 'text',
      blocks: [
        { id: 'b1', kind: 'item', level: 1, text: 'Plans the yearly work of the unit.', percentOfTime: 40 },
        { id: 'b2', kind: 'item', level: 1, text: 'Answers letters from the public.' },
        { id: 'b3', kind: 'paragraph', text: 'In a flood everybody helps.' },
      ],
    },
    competencies: {
      state: 'text',
      blocks: [{ id: 'b4', kind: 'term', term: 'Courage', text: 'Says what is so.' }],
    },
    physicalDemandLevel: { state: 'text', code: '1', meaning: 'Sedentary' },
    details: { state: 'text', payGrade: 'EX-18' },
  },
  additional: [
    { id: 'a1', heading: 'Travel', blocks: [{ id: 'b5', kind: 'paragraph', text: 'Some.' }] },
    { id: 'a2', heading: 'Hours', blocks: [{ id: 'b6', kind: 'paragraph', text: 'Nine to five.' }] },
  ],
};

function fresh(): () => string {
  let count = 0;
  return () => `f${(count += 1)}`;
}

describe('a document read into a draft', () => {
  it('changes what it says, and nothing else', () => {
    const { sections, additional, ...head } = uploadedText(
      { specification: read, saysKinds: false },
      draft,
      fresh(),
    );
    expect(head).to.deep.equal({ code: 'CX100', title: 'Example', series: { id: 'examples', level: 2 } });
    expect(sections).to.deep.equal({
      ...draft.sections,
      duties: {
        state: 'text',
        blocks: [
          { id: 'b1', kind: 'item', level: 1, text: 'Plans the yearly work of the unit.', percentOfTime: 40 },
          { id: 'f1', kind: 'item', level: 1, text: 'Answers letters from the public.' },
          { id: 'b2', kind: 'clause', text: 'In a flood everybody helps.', sharedId: 'flood' },
        ],
      },
      details: { state: 'text', payGrade: 'EX-18', establishedOn: '2018-09-21' },
    });
    expect(additional.map(({ id, heading, blocks }) => [id, heading, blocks[0]?.id])).to.deep.equal([
      ['f3', 'Travel', 'f2'],
      ['n7', 'Hours', 'b4'],
    ]);
  });

  it('takes the kind of a paragraph from a document that says it', () => {
    const { sections } = uploadedText({ specification: read, saysKinds: true }, draft, fresh());
    const duties = sections.duties && 'blocks' in sections.duties ? sections.duties.blocks : [];
    expect(duties[2]).to.deep.equal({ id: 'b2', kind: 'paragraph', text: 'In a flood everybody helps.' });
  });

  it('takes out a section that it leaves out, and the code and title that it names', () => {
    const { sections, code, title } = uploadedText(
      { specification: { ...read, code: 'CX200', title: 'Another', sections: {} }, saysKinds: false },
      draft,
      fresh(),
    );
    expect({ code, title }).to.deep.equal({ code: 'CX200', title: 'Another' });
    expect(sections).to.deep.equal({ details: draft.sections.details });
  });
});
