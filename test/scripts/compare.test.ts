// npm run compare: files of other employers beside classes of the plan, as text and as data, with nothing stored.
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Comparison } from '../../schemas/types.ts';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { problemsOf } from '../../server/schemas.ts';
import { openStore } from '../../server/store/open.ts';
import { recordHead } from '../../server/store/record.ts';
import { now } from '../tools.ts';
import { isRefused, runCommand } from './command.ts';

const folder = new URL('../imports/fixtures/ladder/', import.meta.url).pathname;
const files = ['records-assistant', 'records-specialist', 'records-lead'].map((name) =>
  join(folder, `${name}.md`),
);

describe('npm run compare', function () {
  this.timeout(60_000);
  const rooms = mkdtempSync(join(tmpdir(), 'classplan-compare-'));
  const file = join(rooms, 'plan.db');

  before(async () => {
    const store = await openStore(file);
    await beginPlan({ store, now, by: 'sample plan' }, readSamplePlan());
    await store.close();
  });
  after(() => rmSync(rooms, { recursive: true }));

  const compare = (...words: string[]) => runCommand('compare', file, ...words);

  it('prints the matrix of files as text', () => {
    const { status, stdout } = compare(...files);
    expect(status).to.equal(0);
    expect(stdout).to.contain('  3  Records Lead – Not of this plan');
    expect(stdout).to.contain('What Records Specialist adds over Records Assistant');
    expect(stdout).to.contain('Working with Others: Teaching');
    expect(stdout).to.contain('[Changed] Core: about [-80-]{+70+}%');
  });

  it('prints it beside a class, as data and as a table, and stores nothing', async () => {
    const headOf = async () => {
      const store = await openStore(file);
      const head = await recordHead(store);
      await store.close();
      return head;
    };
    const before = await headOf();
    const data = JSON.parse(compare(...files, '--class', 'CI2788', '--json').stdout) as Comparison;
    expect(data.columns.map(({ title, note }) => `${title}, ${note}`)).to.deep.equal([
      'IT Manager Senior, Of this plan',
      'Records Assistant, Not of this plan',
      'Records Specialist, Not of this plan',
      'Records Lead, Not of this plan',
    ]);
    expect(problemsOf('comparison.schema.json', data)).to.deep.equal([]);
    expect(compare(...files, '--csv').stdout).to.match(/^\ufeff"Section","No\."/);
    expect(await headOf()).to.deep.equal(before);
  });

  it('names a file that cannot be read and goes on with the others', () => {
    const wrong = join(rooms, 'scan.pdf');
    writeFileSync(wrong, '%PDF-1.7');
    const { status, stdout, stderr } = compare(wrong, ...files);
    expect(status).to.equal(1);
    expect(stderr).to.contain(`${wrong}: This is a PDF file`);
    expect(stdout).to.contain('3 texts compared');
  });

  it('says what it is asked for wrongly', () => {
    for (const words of [
      [],
      files.slice(0, 1),
      [...files, '--class', 'XX9'],
      [...files, '--on', 'today'],
      [...files, 'nothing.md'],
    ])
      expect(isRefused(compare(...words)), words.join(' ')).to.equal(true);
  });
});
