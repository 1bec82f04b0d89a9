// The Word document of a text: the same text gives the same bytes, and every class of the sample plan goes out as a Word
// document and comes back into its draft as it was, ids and all.
import { expect } from 'chai';
import fc from 'fast-check';
import type { HistoryEvent, Specification } from '../../schemas/types.ts';
import { officialText } from '../../server/documents/official-text.ts';
import { wordFile } from '../../server/documents/word.ts';
import { importDocument } from '../../server/imports/import-document.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { uploadedText } from '../../server/model/uploaded-text.ts';
import { effort } from '../effort.ts';
import { specifications } from './any-specification.ts';

const { settings, classes } = readSamplePlan();
const head = { settings, edition: 'DRAFT, CN1', notice: 'A draft.', at: '2026-11-22T15:00:00.000Z' };

async function throughWord(specification: Specification, history: readonly HistoryEvent[]) {
  const bytes = await wordFile(officialText(specification, history, settings), head);
  const read = await importDocument({ name: 'class.docx', bytes });
  if (read.outcome === 'refused') throw new Error(read.sentence);
  return read;
}

function noId(): string {
  throw new Error('A new id was asked for, though nothing is new');
}

describe('a Word document of a text', () => {
  it('has the same bytes for the same text, whenever it is made', async () => {
    const { specification } = classes[0] ?? expect.fail('the plan is empty');
    const text = officialText(specification, [], settings);
    const [one, other] = [await wordFile(text, head), await wordFile(text, head)];
    expect(Buffer.compare(one, other)).to.equal(0);
    expect(Buffer.from(one).toString('latin1')).to.not.contain(String(new Date().getFullYear()) + '-1');
  });

  const histories = new Map<string, HistoryEvent[]>();
  for (const [index, { classId, specification, events, effectiveOn }] of classes.entries()) {
    const history = [...(histories.get(classId) ?? []), ...events];
    histories.set(classId, history);
    if (index % effort(3, 1) > 0) continue;
    it(`of ${specification.code} of ${effectiveOn} comes back into its draft as the same text`, async () => {
      const read = await throughWord(specification, history);
      expect(uploadedText(read, specification, noId)).to.deep.equal(specification);
      expect(read.report.accountedLines).to.equal(read.report.source.nonBlankLines);
      expect(read.saysKinds).to.equal(true);
    });
  }

  it('brings back any text that a draft can hold, hostile words and all', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(specifications, async (specification) => {
        const read = await throughWord(specification, []);
        expect(uploadedText(read, specification, noId)).to.deep.equal(specification);
      }),
      { numRuns: effort(8, 100) },
    );
  });

  it('says the same of a text whatever the plan calls its sections', async () => {
    const { specification } = classes[0] ?? expect.fail('the plan is empty');
    const renamed = {
      ...settings,
      sections: settings.sections.map((each, index) => ({ ...each, label: `What we call number ${index}` })),
    };
    const bytes = await wordFile(officialText(specification, [], renamed), { ...head, settings: renamed });
    const read = await importDocument({ name: 'class.docx', bytes });
    if (read.outcome === 'refused') expect.fail(read.sentence);
    expect(uploadedText(read, specification, noId)).to.deep.equal(specification);
  });
});
