// npm run reprint: the record prints its official PDFs again to the byte; a different one is found and told; what was done
// before an interruption is not done again.
import { readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { expect } from 'chai';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { officialPdf, printOfficial } from '../../server/documents/official.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { sha256 } from '../../server/model/revision-chain.ts';
import type { Printer } from '../../server/print/printer.ts';
import { openSigningKey } from '../../server/print/signing-key.ts';
import { keepOfficialDocument } from '../../server/store/official-documents.ts';
import { openStore } from '../../server/store/open.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { longIt } from '../effort.ts';
import { openPdf } from '../print/open-pdf.ts';
import { printerWith } from '../print/print-room.ts';
import { makeSigner, writeSigner } from '../print/signing-room.ts';
import { temporaryFolder, withRaw } from '../store/record-room.ts';
import { now, toolsWith } from '../tools.ts';
import { isRefused, runCommand } from './command.ts';

describe('npm run reprint', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  let printer: Printer;

  /** A plan of its own with the official PDFs of one class, the last of them by `foreign` where it is given. */
  async function writePlan(file: string, foreign?: { browser: string }, by = printer): Promise<void> {
    const store = await openStore(file);
    await beginPlan({ store, now, by: 'sample plan' }, readSamplePlan());
    const tools = toolsWith(store, { printer: by });
    const revisions = await revisionsOf(store, 'class', 'class-it-manager');
    for (const revision of foreign ? revisions.slice(0, -1) : revisions) await officialPdf(tools, revision);
    const last = revisions.at(-1);
    if (foreign && last) {
      const text = { ...last, classId: last.subjectId, history: [] };
      const printed = { ...(await printOfficial(tools, text)), ...foreign };
      await store.transaction((transaction) => keepOfficialDocument(transaction, last.seq, printed));
    }
    await store.close();
  }
  const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n');

  before(async () => {
    printer = printerWith();
    await writePlan(plan);
  });
  after(async () => {
    await printer.close();
    folder.remove();
  });

  it('finds every official PDF the same to the byte, and goes on where a run was cut off', () => {
    const journal = folder.file('journal.jsonl');
    const first = runCommand('reprint', plan, '--check', '--journal', journal);
    const count = linesOf(journal).length;
    expect(count).to.be.greaterThan(1);
    expect(first.stdout).to.match(
      new RegExp(`^${count} official PDFs, .*: the same to the byte\\. Peak memory`),
    );
    expect(first.stderr).to.contain(`${count} of ${count} official PDFs printed again\n`);
    truncateSync(journal, statSync(journal).size - 40);
    const again = runCommand('reprint', plan, '--check', '--journal', journal);
    expect([first.status, again.status]).to.deep.equal([0, 0]);
    expect(linesOf(journal)).to.have.length(count + 1);
  });

  it('tells a PDF that the record does not print, and by which browser it was', async () => {
    const file = folder.file('other.db');
    await writePlan(file, { browser: 'Chrome/1.0' });
    const { status, stdout } = runCommand('reprint', file, '--check');
    expect(status).to.equal(1);
    expect(stdout).to.match(
      /^CI2787 revision \d+: the record prints \d+ bytes today, the official PDF has \d+; printed by Chrome\/1\.0 then and by \S+ now/,
    );
    expect(stdout).to.contain(': 1 differ.');
  });

  it('tells stored bytes that are not those that the record seals', () => {
    const file = folder.file('tampered.db');
    withRaw(plan, (database) => database.prepare('vacuum into ?').run(file));
    withRaw(file, (database) =>
      unguarded(database, `update official_documents set bytes = x'25504446' where rowid = 1`),
    );
    const { status, stdout } = runCommand('reprint', file, '--check');
    expect(status).to.equal(1);
    expect(stdout).to.match(/^CI2787 revision \d+: the stored bytes are not those that the record seals\./);
  });

  longIt(
    'prints renditions into a folder, which say what they are, and only those that are not there',
    async () => {
      const out = folder.file('renditions');
      const before = readFileSync(plan);
      expect(runCommand('reprint', plan, '--out', out).status).to.equal(0);
      const files = readdirSync(out).filter((name) => name.endsWith('.pdf'));
      const manifest = linesOf(join(out, 'manifest.jsonl')).map((line) => JSON.parse(line) as Listed);
      expect(manifest.map(({ file }) => file).sort()).to.deep.equal(files.sort());
      for (const { file, printed } of manifest)
        expect(sha256(readFileSync(join(out, file)))).to.equal(printed);
      const [{ file = '', official = '' } = {}] = manifest;
      const seen = await openPdf(new Uint8Array(readFileSync(join(out, file))));
      expect(seen.pages[0]?.artifacts).to.contain(official);
      const age = () => files.map((name) => statSync(join(out, name)).mtimeMs);
      const ages = age();
      expect(runCommand('reprint', plan, '--out', out).status).to.equal(0);
      expect(age()).to.deep.equal(ages);
      expect(readFileSync(plan).equals(before)).to.equal(true);
    },
  );

  longIt(
    'leaves out of the comparison a signature that never comes out the same twice, and signs no rendition',
    async () => {
      const signer = writeSigner(
        folder.file('signer.pem'),
        await makeSigner('City of Larkhaven', 'ec'),
        null,
      );
      const signing = printerWith({ signingKey: openSigningKey(signer, null) });
      const [file, out] = [folder.file('signed.db'), folder.file('unsigned')];
      await writePlan(file, undefined, signing);
      await signing.close();
      process.env.SIGNING_CERTIFICATE = signer;
      try {
        expect(runCommand('reprint', file, '--check').stdout).to.match(/: the same to the byte\. /);
        expect(runCommand('reprint', file, '--out', out).status).to.equal(0);
      } finally {
        delete process.env.SIGNING_CERTIFICATE;
      }
      expect(runCommand('reprint', file, '--check').status).to.equal(1);
      const [rendition = ''] = readdirSync(out).filter((name) => name.endsWith('.pdf'));
      expect(readFileSync(join(out, rendition), 'latin1')).to.not.contain('/ByteRange');
    },
  );

  it('says how it is used', () => {
    for (const words of [[], ['--check', '--out', 'x'], ['--out', 'x', '--journal', 'y'], ['word']]) {
      const ran = runCommand('reprint', plan, ...words);
      expect(ran.stderr).to.match(/^Usage: npm run reprint -- --check/);
      expect(isRefused(ran)).to.equal(true);
    }
  });
});

interface Listed {
  readonly file: string;
  readonly printed: string;
  readonly official: string;
}

/** As somebody does who takes the guards away and puts them back. */
function unguarded(database: SqliteDatabase.Database, statement: string): void {
  const guards = database
    .prepare(`select name, sql from sqlite_schema where type = 'trigger' and tbl_name = 'official_documents'`)
    .all() as { name: string; sql: string }[];
  for (const { name } of guards) database.exec(`drop trigger ${name}`);
  database.exec(statement);
  for (const { sql } of guards) database.exec(sql);
}
