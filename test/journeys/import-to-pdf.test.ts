// An analyst's first day: a specification as plain text into an empty plan by the command, then its page, then its
// official PDF with every sentence of the source in order.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { officialText } from '../../server/documents/official-text.ts';
import { plainText } from '../../server/documents/plain-text.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { findBrowser } from '../../server/print/browser-path.mjs';
import { makePrinter, printerDefaults } from '../../server/print/printer.ts';
import { openStore } from '../../server/store/open.ts';
import { openPdf } from '../print/open-pdf.ts';
import { type Served, serve, silent, toolsWith } from '../tools.ts';

const root = new URL('../../', import.meta.url).pathname;
const seed = join(root, '../shared/seeds/002_ada716928c8efa5d.txt');

for (const file of [null, seed]) {
  describe(`a specification's way from text to official PDF: ${basename(file ?? 'a class of the sample plan')}`, function () {
    let folder: string;
    let source: string;
    let environment: NodeJS.ProcessEnv;
    let served: Served | undefined;

    before(function () {
      if (file !== null && !existsSync(file)) {
        console.log(`      ${file} is not here: it is not tried`);
        this.skip();
      }
      folder = mkdtempSync(join(tmpdir(), 'classplan-'));
      source = file ?? join(folder, 'specification.txt');
      if (file === null) writeFileSync(source, samplePlainText());
      environment = { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'plan.db')}` };
    });

    after(async () => {
      await served?.close();
      if (folder) rmSync(folder, { recursive: true });
    });

    const command = (...words: string[]) =>
      spawnSync(process.execPath, ['scripts/import.ts', ...words], {
        cwd: root,
        env: environment,
        encoding: 'utf8',
      });

    it('is imported with every line accounted for', () => {
      const { status, stdout } = command(source, '--effective', '2024-07-01', '--json');
      const answer = JSON.parse(stdout) as {
        outcome: string;
        report: { accountedLines: number; source: { nonBlankLines: number } };
        pdf: object | null;
      };
      expect(status).to.equal(0);
      expect(answer.outcome).to.equal('recorded');
      expect(answer.report.accountedLines).to.equal(answer.report.source.nonBlankLines);
      expect(answer.pdf).to.not.equal(null);
    });

    it('says that nothing changed when it is imported again', () => {
      const { status, stdout } = command(source, '--effective', '2024-07-01');
      expect(status).to.equal(0);
      expect(stdout).to.include('Nothing changed');
    });

    it('has a page, and a tagged PDF with page x of y and every sentence in order', async () => {
      const store = await openStore(join(folder, 'plan.db'));
      const printer = makePrinter({
        ...printerDefaults,
        executablePath: findBrowser(process.env),
        log: silent,
      });
      served = await serve(toolsWith(store, { printer }));
      const { code } = await store.db.selectFrom('class_index').select('code').executeTakeFirstOrThrow();
      const page = await fetch(`${served.address}/classes/${code}`);
      expect(page.status).to.equal(200);
      const pdf = await fetch(`${served.address}/classes/${code}.pdf`);
      expect(pdf.headers.get('Content-Type')).to.equal('application/pdf');
      const seen = await openPdf(new Uint8Array(await pdf.arrayBuffer()));
      expect(seen.marked).to.equal(true);
      expect(seen.title).to.include(code);
      expect(seen.language).to.equal('en-US');
      for (const [index, { artifacts }] of seen.pages.entries()) {
        expect(artifacts).to.include(`Page ${index + 1} of ${seen.pages.length}`);
      }
      const text = lettersOf(seen.pages.map(({ structured }) => structured).join(' '));
      expect(sentencesMissing(readFileSync(source, 'utf8'), text)).to.deep.equal([]);
    });
  });
}

function samplePlainText(): string {
  const { settings, classes } = readSamplePlan();
  const specification = classes.findLast(
    ({ classId }) => classId === 'class-fleet-technician',
  )?.specification;
  if (!specification) throw new Error('The sample plan has no Fleet Technician');
  const { employer, office, publicNotice } = settings;
  return plainText(officialText(specification, [], settings), {
    employer,
    office,
    publicNotice,
    notice: null,
  });
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The sentences of the source that do not stand in the text after the one before them. */
function sentencesMissing(source: string, text: string): string[] {
  let position = 0;
  const sentences = source.split(/\n|(?<=[.;]) /).filter((sentence) => /[.;]\s*$/.test(sentence));
  expect(sentences.length).to.be.greaterThan(10);
  return sentences.filter((sentence) => {
    const found = text.indexOf(lettersOf(sentence), position);
    if (found >= 0) position = found;
    return found < 0;
  });
}
