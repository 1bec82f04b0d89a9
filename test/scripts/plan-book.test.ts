// npm run plan-book: progress, what it refuses, and that a run that was killed is gone on with.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { openStore } from '../../server/store/open.ts';
import { longIt } from '../effort.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { now, today } from '../tools.ts';
import { environment, isRefused, runCommand, scriptOf } from './command.ts';

describe('npm run plan-book', function () {
  this.timeout(180_000);
  const folder = temporaryFolder();
  const plan = folder.file('plan.db');
  const out = folder.file('book.pdf');
  const parts = `${out}.parts`;
  before(async () => {
    const store = await openStore(plan);
    await beginPlan({ store, now, by: 'sample plan' }, readSamplePlan());
    await store.close();
  });
  after(() => folder.remove());

  const printed = () => readdirSync(parts).filter((name) => name.endsWith('.pdf'));
  const ageOf = (name: string) => statSync(join(parts, name)).mtimeMs;

  async function killedAfterFirstLine(): Promise<void> {
    const words = [scriptOf('plan-book'), '--out', out, '--on', today];
    const child: ChildProcess = spawn(process.execPath, words, {
      env: environment(plan),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (!child.stderr) throw new Error('The command has no error stream');
    const [line] = (await once(createInterface(child.stderr), 'line')) as [string];
    expect(line).to.match(/^\d+ of 40 specifications printed$/);
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  longIt(
    'goes on after a kill with the parts that are printed, and leaves nothing but the book',
    async () => {
      await killedAfterFirstLine();
      expect(existsSync(out)).to.equal(false);
      const kept = printed();
      expect(kept).to.not.be.empty;
      const ages = kept.map(ageOf);
      await killedAfterFirstLine();
      expect(kept.map(ageOf)).to.deep.equal(ages);
      const { status, stdout, stderr } = runCommand('plan-book', plan, '--out', out, '--on', today);
      expect(status, stderr).to.equal(0);
      expect(stdout).to.match(
        /^Printed 40 specifications as in force on 2026-11-22 to .*, \d+ pages\. Peak memory: /,
      );
      expect(stderr).to.contain('40 of 40 specifications printed\n').and.to.contain('2 of 2 parts joined\n');
      expect(readFileSync(out).subarray(0, 8).toString()).to.equal('%PDF-1.7');
      expect(existsSync(parts)).to.equal(false);
    },
  );

  it('refuses what it cannot do, and writes over nothing', () => {
    const letter = folder.file('letter.pdf');
    writeFileSync(letter, 'Dear Sir or Madam,');
    const refused: [string[], RegExp][] = [
      [[], /^Usage: npm run plan-book/],
      [['--out', letter], /letter\.pdf already exists, and nothing is written over/],
      [['--out', folder.file('a.pdf'), '--on', 'May'], /--on is a date such as 2026-07-01, and is "May"/],
      [['--out', folder.file('a.pdf'), '--on', '1900-01-01'], /Nothing is in force in .* on that date/],
      [['--out', folder.file('no/such/a.pdf')], /cannot be written/],
    ];
    for (const [words, sentence] of refused) {
      const ran = runCommand('plan-book', plan, ...words);
      expect(ran.stderr).to.match(sentence);
      expect(isRefused(ran), ran.stderr).to.equal(true);
    }
    expect(readFileSync(letter, 'utf8')).to.equal('Dear Sir or Madam,');
    expect(existsSync(folder.file('a.pdf.parts'))).to.equal(false);
  });
});
