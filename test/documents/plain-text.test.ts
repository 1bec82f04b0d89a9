// Plain text is a form that the import reads back: every class of the sample plan goes out and comes in again
// with the same words in the same places.
import { expect } from 'chai';
import type { Block, HistoryEvent, Specification } from '../../schemas/types.ts';
import { officialText } from '../../server/documents/official-text.ts';
import { plainText } from '../../server/documents/plain-text.ts';
import { importText } from '../../server/imports/import-text.ts';
import { sections as canonical } from '../../server/model/sections.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';

const { settings, classes } = readSamplePlan();
const { employer, office, publicNotice } = settings;

const histories = new Map<string, HistoryEvent[]>();
const texts = classes.map(({ classId, specification, events, effectiveOn }) => {
  const history = [...(histories.get(classId) ?? []), ...events];
  histories.set(classId, history);
  return { specification, effectiveOn, history, text: officialText(specification, history, settings) };
});

function readBack(text: string) {
  const imported = importText({ name: 'class.txt', bytes: Buffer.from(text) });
  if (imported.outcome === 'refused') throw new Error(imported.sentence);
  return imported;
}

/** What must be the same. Plain text has no mark for standing text, so its kind is for the import to recognise. */
function substance({ code, title, sections }: Specification) {
  const inOrder = canonical.map(({ key }) => {
    const section = sections[key];
    return section && 'blocks' in section ? [key, section.state, section.blocks.map(words)] : [key, section];
  });
  return { code, title, sections: inOrder };
}

function words(block: Block) {
  if (block.kind === 'term') return { term: block.term, text: block.text };
  return block.kind === 'item' && block.level === 2
    ? { under: true, text: block.text }
    : { text: block.text };
}

describe('plain text', () => {
  for (const { specification, effectiveOn, history, text } of texts) {
    it(`of ${specification.code} of ${effectiveOn} is read back to the same specification`, () => {
      const { specification: read, events } = readBack(
        plainText(text, { employer, office, publicNotice, notice: null }),
      );
      expect(substance(read)).to.deep.equal(substance(specification));
      expect(read.additional).to.deep.equal([]);
      expect(events.map(({ on }) => on)).to.deep.equal(history.map(({ on }) => on));
    });
  }

  it('keeps the kinds of entries that are not standing text', () => {
    const { specification, text } = texts[0] ?? expect.fail('the plan is empty');
    const { specification: read } = readBack(
      plainText(text, { employer, office, publicNotice, notice: null }),
    );
    for (const key of ['summary', 'duties', 'competencies', 'physicalDemands'] as const) {
      const [before, after] = [specification, read].map(({ sections }) => {
        const section = sections[key];
        return section && 'blocks' in section ? section.blocks.map(({ kind }) => kind) : [];
      });
      const plain = before?.map((kind, index) => [kind === 'clause' ? kind : after?.[index], kind]);
      for (const [got, expected] of plain ?? []) expect(got, key).to.equal(expected);
    }
  });

  it('says first what must be said of the text, and changes no section by it', () => {
    const { specification, text } = texts[0] ?? expect.fail('the plan is empty');
    const notice = 'Superseded. It applied from July 1, 2016 until July 1, 2019.';
    const plain = plainText(text, { employer, office, publicNotice, notice });
    expect(plain.split('\n').slice(0, 6)).to.deep.equal([
      employer,
      office,
      `${specification.title} - ${specification.code}`,
      publicNotice,
      '',
      notice,
    ]);
    expect(substance(readBack(plain).specification)).to.deep.equal(substance(specification));
  });

  it('marks a list, a nested list, a term and a none as such', () => {
    const sections: Specification['sections'] = {
      duties: {
        state: 'text',
        blocks: [
          { id: 'b1', kind: 'item', level: 1, text: 'Plans the work of the unit.' },
          { id: 'b2', kind: 'item', level: 2, text: 'Sets dates.' },
          { id: 'b3', kind: 'clause', text: 'Performs other related work as required.' },
        ],
      },
      competencies: {
        state: 'text',
        blocks: [{ id: 'b4', kind: 'term', term: 'Courage', text: 'Says what is so.' }],
      },
      licensure: { state: 'none' },
    };
    const text = officialText(
      { code: 'XX100', title: 'Example', series: null, sections, additional: [] },
      [],
      settings,
    );
    expect(plainText(text, { employer, office, publicNotice: null, notice: null })).to.equal(
      `${employer}\n${office}\nExample - XX100\n\nEssential Duties\n\n• Plans the work of the unit.\n  ◦ Sets dates.\n\n` +
        'Performs other related work as required.\n\nCompetencies\n\nCourage: Says what is so.\n\n' +
        'Licensure & Certification\n\nNone\n',
    );
  });
});
