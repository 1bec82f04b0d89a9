// The plan as one bundle: export, import into an empty database and export again give the same bytes, and a bundle with
// any line changed is refused by that line, with nothing kept.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { linesOf } from '../../scripts/bundle-lines.ts';
import { verify } from '../../server/store/record-verdict.ts';
import type { BundledDocument, BundledEntry, PlanBundleLine } from '../../schemas/types.ts';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { importPlan } from '../../server/actions/import-plan.ts';
import { ratifyAction } from '../../server/actions/ratify-action.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { BundleFault } from '../../server/model/plan-bundle.ts';
import {
  canonicalJson,
  hashBody,
  hashRevision,
  type RevisionHeader,
} from '../../server/model/revision-chain.ts';
import { steps } from '../../server/model/workflow.ts';
import { problemsOf } from '../../server/schemas.ts';
import { actionsAt } from '../../server/store/actions.ts';
import type { Store } from '../../server/store/database.ts';
import { keepOfficialDocument } from '../../server/store/official-documents.ts';
import { openStore } from '../../server/store/open.ts';
import { insertPerson } from '../../server/store/people.ts';
import { planLines } from '../../server/store/plan-bundle.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { effort } from '../effort.ts';
import {
  classEntry,
  printing,
  temporaryFolder,
  textEntry,
  withRaw,
  writeRecord,
} from '../store/record-room.ts';
import { now, today } from '../tools.ts';
import { isRefused, runCommand } from './command.ts';

describe('a plan as a bundle', () => {
  const folder = temporaryFolder();
  const sample = folder.file('sample.db');
  const bundle = folder.file('sample.jsonl');
  before(async () => {
    await writeSample(sample);
    expect(runCommand('export-plan', sample, bundle)).to.have.property('stderr', '');
  });
  after(() => folder.remove());

  it('round-trips the sample plan with its official PDFs: the same bytes', () => {
    const [copy, again] = [folder.file('copy.db'), folder.file('again.jsonl')];
    const imported = runCommand('import-plan', copy, bundle);
    const { sentence } = verify(sample, []);
    expect([imported.status, imported.stderr]).to.deep.equal([0, '']);
    expect(imported.stdout).to.equal(
      `Imported ${bundle}, written by Classplan 0.1.0, into ${copy}. ${sentence}\n`,
    );
    expect(verify(copy, []).sentence).to.equal(sentence);
    expect(runCommand('export-plan', copy, again).status).to.equal(0);
    expect(readFileSync(again).equals(readFileSync(bundle))).to.equal(true);
  });

  it('keeps every table of the plan, and what is derived from it', () => {
    const copy = folder.file('tables.db');
    expect(runCommand('import-plan', copy, bundle).status).to.equal(0);
    for (const table of ['revisions', 'record_head', 'official_documents', 'class_index', 'class_search']) {
      const rows = (file: string) =>
        withRaw(file, (database) => database.prepare(`select rowid, * from ${table} order by rowid`).all());
      expect(rows(sample).length, table).to.be.greaterThan(0);
      expect(rows(copy), table).to.deep.equal(rows(sample));
    }
  });

  it('is lines of canonical JSON that keep to the schema, without a clock', () => {
    const lines = textOf(bundle).slice(0, -1).split('\n');
    const values = lines.map((line) => JSON.parse(line) as PlanBundleLine);
    expect(values.flatMap((value) => problemsOf('plan-bundle-line.schema.json', value))).to.deep.equal([]);
    expect(values.map((value) => canonicalJson(value))).to.deep.equal(lines);
    const [plan] = values;
    const kinds = (kind: string) => values.filter(({ line }) => line === kind).length;
    expect(plan).to.deep.include({
      format: 'classplan/plan/1',
      entries: kinds('entry'),
      documents: kinds('document'),
    });
    expect(runCommand('export-plan', sample, folder.file('later.jsonl')).status).to.equal(0);
    expect(textOf(folder.file('later.jsonl'))).to.equal(textOf(bundle));
  });

  it('round-trips generated records: the same bytes', async () => {
    const entries = fc.array(
      fc.tuple(fc.nat(3), fc.boolean(), fc.string({ unit: 'grapheme', minLength: 1 })),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    await fc.assert(
      fc.asyncProperty(entries, async (generated) => {
        const [store, copy] = [await openStore(':memory:'), await openStore(':memory:')];
        await writeGenerated(store, generated);
        const lines = await bundleOf(store);
        expect((await importPlan(copy, texts(lines)))?.entries).to.be.greaterThan(0);
        expect(await bundleOf(copy)).to.deep.equal(lines);
        await Promise.all([store.close(), copy.close()]);
      }),
      { numRuns: effort(10, 100) },
    );
  });

  it('takes provisional actions up, so that they can be ratified; decided ones are in the record only', async () => {
    const [store, copy] = [await openStore(':memory:'), await openStore(':memory:')];
    const contents = { ...readSamplePlan(), demonstration: null };
    await beginPlan({ store, now, by: 'sample plan' }, contents);
    const [decided] = await revisionsOf(store, 'action', 'CN1746');
    if (!decided) throw new Error('The sample plan has no CN1746');
    await store.transaction((transaction) =>
      appendRevision(transaction, {
        ...{ subject: 'action', subjectId: 'CN2', status: 'active', changes: ['create'], events: [] },
        ...{ effectiveOn: decided.effectiveOn, decidedOn: decided.decidedOn, action: 'CN2' },
        ...{ recordedAt: now.toISOString(), recordedBy: 'test' },
        body: { ...decided.body, number: 'CN2', step: 'provisional' },
      }),
    );
    await importPlan(copy, texts(await bundleOf(store)));
    expect((await actionsAt(copy, steps)).map(({ number, step }) => [number, step])).to.deep.equal([
      ['CN2', 'provisional'],
    ]);
    const by = { id: 'dan', name: 'Dan Tull', initials: 'DT' };
    await insertPerson(copy, {
      ...{ ...by, email: 'dan@example.gov', roles: ['approver'], isDemonstration: false },
      ...{ createdAt: now.toISOString(), passwordHash: null },
    });
    const shown = (await revisionsOf(copy, 'action', 'CN2')).at(-1)?.hash ?? '';
    const ratification = { ratifiedBy: 'Ordinance 7', decidedOn: null };
    await ratifyAction({ store: copy, now, today, by }, 'CN2', shown, ratification);
    expect((await revisionsOf(copy, 'action', 'CN2')).at(-1)?.body.step).to.equal('adopted');
    await Promise.all([store.close(), copy.close()]);
  });

  describe('with a line changed', () => {
    let lines: string[];
    let store: Store;
    before(async () => {
      const file = folder.file('small.db');
      await writeRecord(file, 24);
      const small = await openStore(file);
      lines = await bundleOf(small);
      await small.close();
    });
    beforeEach(async () => {
      store = await openStore(':memory:');
    });
    afterEach(() => store.close());

    it('in any one character is refused by that line, or by the head in the first', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.nat(),
          fc.constantFrom(...'0a"}x '),
          async (which, where, character) => {
            const index = which % lines.length;
            const line = lines[index] ?? '';
            const place = where % line.length;
            const changed = line.slice(0, place) + character + line.slice(place + 1);
            // What wrote it is said, not proved.
            fc.pre(withoutVersion(changed) !== withoutVersion(line));
            const fault = await faultOf(store, lines.with(index, changed));
            expect(fault.message).not.to.equal('taken in');
            if (index > 0) expect(fault.line, fault.message).to.equal(index + 1);
            expect(await isEmpty(store)).to.equal(true);
          },
        ),
        { numRuns: effort(100, 1000) },
      );
    });

    const at = (line: number) => lines[line - 1] ?? '';
    const moved = (line: number) => lines.toSpliced(line - 1, 1);
    const changes: [string, () => string[], number, RegExp][] = [
      ['a line left out', () => moved(9), 9, /entry 8 should stand here/],
      ['a line twice', () => lines.toSpliced(8, 0, at(9)), 10, /entry 9 should stand here/],
      ['two lines exchanged', () => lines.with(4, at(6)).with(5, at(5)), 5, /entry 4 should stand here/],
      [
        'the last line left out',
        () => lines.slice(0, -1),
        31,
        /the bundle ends before it, and a line “document”/,
      ],
      ['nothing but the plan', () => lines.slice(0, 1), 2, /the bundle ends before it, and a line “entry”/],
      ['nothing', () => [], 1, /the bundle ends before it, and a line “plan”/],
      ['a line more', () => [...lines, at(31)], 32, /the plan has ended before it/],
      ['the first line later', () => [at(2), at(1)], 1, /a line “entry” where a line “plan” should stand/],
      [
        'a document before its time',
        () => lines.with(3, at(28)),
        4,
        /a line “document” where a line “entry”/,
      ],
      ['two documents exchanged', () => lines.with(25, at(27)).with(26, at(26)), 27, /not in order/],
      ['an empty line', () => lines.toSpliced(3, 0, ''), 4, /it is not JSON/],
      ['a space more', () => lines.with(3, `${at(4)} `), 4, /not canonical JSON/],
      ['a key twice', () => lines.with(3, at(4).replace('{', '{"line":"entry",')), 4, /not canonical JSON/],
      ['another format', () => lines.with(0, at(1).replace('plan/1', 'plan/2')), 1, /does not conform/],
      [
        'a document of another entry',
        () => lines.with(25, resealed({ recordSeq: 3 })),
        26,
        /entry 3 does not seal/,
      ],
      ['the bytes of another document', () => lines.with(25, resealed(other())), 26, /entry 2 does not seal/],
      [
        'fewer documents counted',
        () => counted(-1).slice(0, -1),
        1,
        /counts 5 official PDFs, and the record seals 6/,
      ],
      ['a cut tail that counts itself', () => cut(20), 1, /the head it names is not the last entry, 20/],
      [
        'a changed body that hashes itself',
        () => rehashed(9),
        10,
        /it does not continue the entry before it/,
      ],
      [
        'a body of another form',
        () => lines.with(8, reformed(9)),
        9,
        /does not conform to schemas\/shared-text/,
      ],
      ['a number that does not come next', () => renumbered(25), 25, /cannot be recorded \(.*next number/],
    ];
    for (const [name, change, line, why] of changes) {
      it(`${name}: refused at line ${line}`, async () => {
        const fault = await faultOf(store, change());
        expect(fault.message).to.match(why);
        expect(fault.line).to.equal(line);
        expect(await isEmpty(store)).to.equal(true);
      });
    }

    function document(line: number): BundledDocument {
      return JSON.parse(at(line)) as BundledDocument;
    }

    function resealed(changed: Partial<BundledDocument>): string {
      return canonicalJson({ ...document(26), ...changed });
    }

    function other(): Partial<BundledDocument> {
      const { sha256, bytes } = document(27);
      return { sha256, bytes };
    }

    function counted(by: number): string[] {
      const plan = JSON.parse(at(1)) as { documents: number };
      return lines.with(0, canonicalJson({ ...plan, documents: plan.documents + by }));
    }

    /** As somebody cuts who does not hold the head. */
    function cut(entries: number): string[] {
      const plan = JSON.parse(at(1)) as { documents: number };
      const documents = lines
        .slice(25)
        .filter((line) => (JSON.parse(line) as BundledDocument).recordSeq <= entries);
      const first = canonicalJson({ ...plan, entries, documents: documents.length });
      return [first, ...lines.slice(1, entries + 1), ...documents];
    }

    /** The entry of a line, changed, with hashes that agree with what it says. */
    function resealedEntry(line: number, header: Partial<RevisionHeader>, body: object): string {
      const entry = JSON.parse(at(line)) as BundledEntry;
      const said = { ...entry.body, ...body };
      const bodyHash = hashBody(entry.salt, canonicalJson(said));
      const sealed = { ...(entry.header as RevisionHeader), ...header, bodyHash };
      return canonicalJson({ ...entry, header: sealed, body: said, hash: hashRevision(sealed) });
    }

    function rehashed(line: number): string[] {
      return lines.with(line - 1, resealedEntry(line, {}, { text: 'Another wording' }));
    }

    function reformed(line: number): string {
      return resealedEntry(line, {}, { text: 7 });
    }

    function renumbered(line: number): string[] {
      return lines.with(line - 1, resealedEntry(line, { number: 77 }, {}));
    }
  });

  describe('as commands', () => {
    it('never write over a plan, a file or a database', () => {
      const before = readFileSync(sample);
      const refused: [ReturnType<typeof runCommand>, RegExp][] = [
        [runCommand('import-plan', sample, bundle), /sample\.db already holds a plan/],
        [runCommand('export-plan', sample, bundle), /sample\.jsonl already exists/],
        [
          runCommand('export-plan', folder.file('nowhere.db'), folder.file('no.jsonl')),
          /There is no database/,
        ],
        [runCommand('import-plan', folder.file('new.db'), folder.file('no.jsonl')), /There is no file/],
        [runCommand('export-plan', sample), /^Usage: npm run export/],
        [runCommand('import-plan', sample), /^Usage: npm run import-plan/],
      ];
      for (const [ran, sentence] of refused) {
        expect(ran.stderr).to.match(sentence);
        expect(isRefused(ran), ran.stderr).to.equal(true);
      }
      expect(readFileSync(sample).equals(before)).to.equal(true);
      expect(
        ['nowhere.db', 'no.jsonl', 'new.db'].filter((name) => existsSync(folder.file(name))),
      ).to.deep.equal([]);
    });

    it('name the first bad line, and leave no database that would begin with the sample plan', () => {
      const [bad, file] = [folder.file('bad.jsonl'), folder.file('left.db')];
      const good = readFileSync(bundle);
      const cases: [Buffer, RegExp][] = [
        [
          good.subarray(0, -1),
          /line \d+ of .*bad\.jsonl: it has no end: the file is cut off\. Nothing was kept/,
        ],
        [
          Buffer.from(textOf(bundle).replace('IT Manager', 'IT Master')),
          /line \d+ of .*its body does not match its hash/,
        ],
        [Buffer.concat([Buffer.from([0xff]), good]), /line 1 of .*it is not UTF-8/],
        [Buffer.from(`\ufeff${textOf(bundle)}`), /line 1 of .*it is not JSON/],
        [Buffer.from(textOf(bundle).replaceAll('\n', '\r\n')), /line 1 of .*it is not canonical JSON/],
        [Buffer.from('Dear Sir or Madam,\n'), /line 1 of .*it is not JSON/],
        [Buffer.alloc(0), /line 1 of .*the bundle ends before it/],
      ];
      for (const [bytes, sentence] of cases) {
        writeFileSync(bad, bytes);
        const ran = runCommand('import-plan', file, bad);
        expect(ran.stderr).to.match(sentence);
        expect(isRefused(ran), ran.stderr).to.equal(true);
        expect(['', '-wal', '-shm'].filter((ending) => existsSync(file + ending))).to.deep.equal([]);
      }
    });

    it('export nothing where there is nothing, or what is not intact', async () => {
      const empty = folder.file('empty.db');
      await (await openStore(empty)).close();
      expect(runCommand('export-plan', empty, folder.file('empty.jsonl')).stderr).to.match(
        /holds no plan yet/,
      );
      const altered = folder.file('altered.db');
      await writeRecord(altered, 8);
      withRaw(altered, (database) =>
        database.exec(`drop trigger revisions_refuse_update; update revisions set body = '{}' where seq = 4`),
      );
      const ran = runCommand('export-plan', altered, folder.file('altered.jsonl'));
      expect(ran.stderr).to.match(/^Not exported: Altered at 4/);
      expect(existsSync(folder.file('altered.jsonl'))).to.equal(false);
    });

    it('read lines however the file comes in', async () => {
      const file = folder.file('lines.txt');
      const long = 'ü'.repeat(200_000);
      writeFileSync(file, `one\n${long}\n\nfour\n`);
      const found: string[] = [];
      for await (const line of linesOf(file)) found.push(line);
      expect(found).to.deep.equal(['one', long, '', 'four']);
    });
  });
});

function withoutVersion(line: string): string {
  return line.replace(/"version":"\d+\.\d+\.\d+"/, '');
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

async function writeSample(file: string): Promise<void> {
  const store = await openStore(file);
  await beginPlan({ store, now, by: 'sample plan' }, { ...readSamplePlan(), demonstration: null });
  const classes = await store.db.selectFrom('class_index').select('revision_seq').execute();
  await store.transaction(async (transaction) => {
    for (const { revision_seq: seq } of classes)
      await keepOfficialDocument(transaction, seq, printing(`entry ${seq} ${'\0\n\u00ff'.repeat(seq)}`));
  });
  await store.close();
}

/** Texts, classes and official PDFs in any order; a PDF where a class has none yet. */
async function writeGenerated(store: Store, generated: readonly [number, boolean, string][]): Promise<void> {
  await store.transaction(async (transaction) => {
    for (const [subject, isPrinted, words] of generated) {
      const id = `subject-${subject}`;
      const text = `Wording ${words.replace(/[\u0000-\u001f\u007f]/g, ' ')}`;
      if (subject % 2) await appendRevision(transaction, textEntry(id, text));
      else {
        const { seq } = await appendRevision(transaction, classEntry(id, { title: text }));
        if (isPrinted) await keepOfficialDocument(transaction, seq, printing(text));
      }
    }
  });
}

async function bundleOf(store: Store): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of planLines(store, '0.1.0')) lines.push(line.slice(0, -1));
  return lines;
}

async function* texts(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}

async function faultOf(store: Store, lines: readonly string[]): Promise<{ line: number; message: string }> {
  try {
    await importPlan(store, texts(lines));
    return { line: 0, message: 'taken in' };
  } catch (error) {
    if (error instanceof BundleFault) return error;
    throw error;
  }
}

async function isEmpty(store: Store): Promise<boolean> {
  const tables = ['revisions', 'official_documents', 'class_index'] as const;
  for (const table of tables)
    if (await store.db.selectFrom(table).selectAll().limit(1).executeTakeFirst()) return false;
  return true;
}
