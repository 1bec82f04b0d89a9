// Importing a specification: what is recorded, what is the same, what is refused, what is not enough.
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { beginEmptyPlan } from '../../server/actions/begin-plan.ts';
import {
  type Imported,
  type ImportOutcome,
  type ImportRequest,
  importSpecification,
} from '../../server/actions/import-specification.ts';
import { officialText } from '../../server/documents/official-text.ts';
import { wordFile } from '../../server/documents/word.ts';
import { blocksOf } from '../../server/model/specification.ts';
import { classByCode } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { planSettings, seriesById } from '../../server/store/plan.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { append, classEntry } from '../store/record-room.ts';
import { now, today } from '../tools.ts';

const text = readFileSync(new URL('fixtures/dock-clerk.txt', import.meta.url), 'utf8');
const placement = { seriesId: 'dock-clerks', level: 2, seriesTitle: 'Dock Clerks' };

describe('importing a specification', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(':memory:');
    await beginEmptyPlan({ store, now, by: 'test' }, 'Port of Elsewhere');
  });
  afterEach(() => store.close());

  function bring(source: string | Uint8Array, changed: Partial<ImportRequest> = {}): Promise<ImportOutcome> {
    const bytes = typeof source === 'string' ? Buffer.from(source) : source;
    const request = {
      name: 'dock-clerk.txt',
      bytes,
      code: null,
      placement: null,
      effectiveOn: null,
      ...changed,
    };
    return importSpecification({ store, now }, request);
  }

  async function recorded(source: string, changed: Partial<ImportRequest> = {}): Promise<Imported> {
    const outcome = await bring(source, changed);
    if (outcome.outcome !== 'recorded') throw new Error(`${outcome.outcome}, not recorded`);
    return outcome;
  }

  async function nothingStored(outcome: Promise<ImportOutcome>): Promise<ImportOutcome> {
    const head = await recordHead(store);
    const answer = await outcome;
    expect(await recordHead(store)).to.deep.equal(head);
    return answer;
  }

  it('records the first revision of a new class', async () => {
    const { revision, specification, missing, report } = await recorded(text);
    expect(revision).to.include({
      subjectId: 'class-dock-clerk',
      number: 1,
      effectiveOn: '2019-07-01',
      status: 'active',
      recordedBy: 'import',
      recordedAt: now.toISOString(),
    });
    expect(revision.body).to.deep.equal(specification);
    expect(specification).to.include({ code: 'DK0101', title: 'Dock Clerk', series: null });
    expect(specification.additional.map(({ heading }) => heading)).to.deep.equal(['Equipment Operated']);
    expect(revision.events).to.have.length(1);
    expect(missing).to.deep.equal([]);
    expect(report.accountedLines).to.equal(report.source.nonBlankLines);
    expect(await classByCode(store, 'dk0101', today)).to.deep.equal({
      classId: 'class-dock-clerk',
      code: 'DK0101',
    });
  });

  it('changes nothing when the same text comes again', async () => {
    const { revision } = await recorded(text, { placement });
    const again = await nothingStored(bring(text));
    expect(again).to.have.property('outcome', 'unchanged');
    expect(again).to.have.property('revision').that.deep.equals(revision);
    expect(await nothingStored(bring(text, { placement }))).to.have.property('outcome', 'unchanged');
  });

  it('takes an amended text as the next revision and keeps the ids of its blocks', async () => {
    const first = await recorded(text);
    const amended = text
      .replace('Collects mooring fees', 'Collects mooring and water fees')
      .replace('- Enters', '- Trains new clerks at the counter.\n- Enters')
      .replace('- Answers letters from captains about berths and dates.\n', '')
      .replace('Established Date: 7/1/2019', 'Established Date: 7/1/2019\nRevised Date: 7/1/2024');
    const second = await recorded(amended);
    expect(second.revision).to.include({
      subjectId: 'class-dock-clerk',
      number: 2,
      effectiveOn: '2024-07-01',
    });
    const before = idsByWord(first);
    const after = idsByWord(second);
    for (const word of ['Keeps', 'Enters', 'Collects', 'Graduation', 'Uses'])
      expect(after[word], word).to.equal(before[word]);
    expect(Object.values(before)).not.to.include(after['Trains']);
    expect(after).not.to.have.property('Answers');
  });

  it('tells no event twice, and a new one once', async () => {
    await recorded(text);
    const longer = text.replace('(CN1533)', '(CN1533); 7/1/2024 - Revised pay grade (CN1851)');
    const { revision } = await recorded(longer);
    expect(revision.number).to.equal(2);
    expect(revision.events.map(({ on }) => on)).to.deep.equal(['2024-07-01']);
    expect(await nothingStored(bring(longer))).to.have.property('outcome', 'unchanged');
  });

  it('stores nothing of a file that is no specification', async () => {
    const files = [
      Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'),
      Buffer.alloc(0),
      Buffer.from('PK\x03\x04 and so on'),
      'a,b,c\n1,2,3\n',
    ];
    for (const file of files) {
      const answer = await nothingStored(bring(file));
      expect(answer.outcome).to.equal('refused');
      expect(answer)
        .to.have.property('sentence')
        .that.matches(/\w+.*\./);
    }
  });

  const lacking: [string, string, Partial<ImportRequest>, RegExp][] = [
    ['a code', text.replace(' - DK0101', ''), {}, /no class code.*--code/],
    ['a date', text.replace(/Established Date.*\n/, ''), {}, /no full date.*--effective/],
    [
      'a full date',
      text.replace('Established Date: 7/1/2019', 'Established Date: 7/2019'),
      {},
      /no full date.*--effective/,
    ],
    ['a title', text.replace('Dock Clerk - DK0101', 'Class Code: DK0101'), {}, /no class title/],
    ['the duties', text.replace(/Essential Duties\n(?:- .*\n)+/, ''), {}, /cannot be adopted.*duties/],
    [
      'the title of a new series',
      text,
      { placement: { ...placement, seriesTitle: null } },
      /no series dock-clerks.*--series-title/,
    ],
  ];
  for (const [what, source, changed, sentence] of lacking) {
    it(`answers that ${what} is lacking, and stores nothing`, async () => {
      const answer = await nothingStored(bring(source, changed));
      expect(answer.outcome).to.equal('incomplete');
      expect(answer).to.have.property('sentence').that.matches(sentence);
    });
  }

  it('does not bring an abolished class back, and stores nothing, not even a new series', async () => {
    const { revision } = await recorded(text);
    const abolition = { status: 'abolished', changes: ['abolish'], effectiveOn: '2021-07-01' } as const;
    const end = await append(store, classEntry(revision.subjectId, revision.body, abolition));
    expect(end).to.include({ subjectId: 'class-dock-clerk', number: 2 });
    const amended = text.replace('Collects mooring fees', 'Collects water fees');
    for (const [source, changed] of [
      [text, {}],
      [amended, {}],
      [amended, { placement }],
      [text, { effectiveOn: '2020-01-01' }],
      [amended.replace('DK0101', 'DK0303'), { code: 'dk0101' }],
    ] as [string, Partial<ImportRequest>][]) {
      const answer = await nothingStored(bring(source, changed));
      expect(answer.outcome).to.equal('incomplete');
      expect(answer)
        .to.have.property('sentence')
        .that.matches(/^The class Dock Clerk \(DK0101\) is abolished, effective July 1, 2021; .*--code\.$/);
    }
    expect(await revisionsOf(store, 'series', 'dock-clerks')).to.deep.equal([]);
    expect((await recorded(text, { code: 'DK0404' })).revision).to.include({ number: 1 });
  });

  it('takes code and date from the request where the text has none', async () => {
    const bare = text.replace(' - DK0101', '').replace(/Established Date.*\n/, '');
    const { revision } = await recorded(bare, { code: 'DK7', effectiveOn: '2025-01-01' });
    expect([revision.body.code, revision.effectiveOn]).to.deep.equal(['DK7', '2025-01-01']);
  });

  it('begins a series once and leaves the class in it', async () => {
    await recorded(text, { placement });
    expect(await seriesById(store, 'dock-clerks', today)).to.have.property('title', 'Dock Clerks');
    const { specification } = await recorded(text.replace('Keeps the daily books', 'Keeps all the books'));
    expect(specification.series).to.deep.equal({ id: 'dock-clerks', level: 2 });
    const senior = text.replace('Dock Clerk - DK0101', 'Dock Clerk Senior - DK0102');
    await recorded(senior, { placement: { ...placement, level: 3, seriesTitle: null } });
    expect(await revisionsOf(store, 'series', 'dock-clerks')).to.have.length(1);
  });

  it('gives a second class of the same title an identity of its own', async () => {
    await recorded(text);
    const { revision } = await recorded(text.replace('DK0101', 'DK0202'));
    expect(revision).to.include({ subjectId: 'class-dock-clerk-2', number: 1 });
  });

  it('takes the same text from a Word document, and finds nothing changed in it', async () => {
    const { specification, events } = await recorded(text, { placement });
    const settings = (await planSettings(store)) ?? expect.fail('no settings');
    const head = { settings, edition: 'Revision 1', notice: null, at: now.toISOString() };
    const bytes = await wordFile(officialText(specification, events, settings), head);
    const outcome = await bring(bytes, { name: 'dock-clerk.docx' });
    expect(outcome.outcome).to.equal('unchanged');
    expect('report' in outcome && outcome.report.source).to.include({
      name: 'dock-clerk.docx',
      encoding: 'Word',
    });
  });
});

/** The id of each block, by the first word of its text. */
function idsByWord({ specification }: Imported): Record<string, string> {
  return Object.fromEntries(
    blocksOf(specification).map((block) => [block.text.split(' ')[0] ?? '', block.id]),
  );
}
