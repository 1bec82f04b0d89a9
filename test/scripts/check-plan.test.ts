// npm run check-plan: findings as text and as data, and an exit code that a script can act on. The imported third seed, which
// stands beside the repository and is no part of it, shows what a real document brings.
import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { beginEmptyPlan, beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { importSpecification } from '../../server/actions/import-specification.ts';
import { openStore } from '../../server/store/open.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { now } from '../tools.ts';
import { isRefused, runCommand } from './command.ts';

const folder = temporaryFolder();
after(() => folder.remove());

interface Answer {
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly rule: string; readonly evidence: string; readonly code: string }[];
}

describe('npm run check-plan', () => {
  const file = folder.file('sample.db');
  before(async () => {
    const store = await openStore(file);
    await beginPlan({ store, now, by: 'sample plan' }, readSamplePlan());
    await store.close();
  });

  it('tells the sample plan as text and ends with 0, for it has no errors', () => {
    const { status, stdout } = runCommand('check-plan', file, '--on', '2026-11-22');
    expect(status).to.equal(0);
    expect(stdout).to.match(/^City of Larkhaven, 40 classes in force on November 22, 2026\n/);
    expect(stdout)
      .to.include('Notes (21)')
      .and.to.match(/Errors 0, warnings 0, notes 21, let stand 0\.\n$/);
    expect(stdout).to.include('[flsa.overtime-supervisor]').and.to.include('“FLSA code: N.');
  });

  it('narrows by rule, class and severity, and answers as data', () => {
    const read = (...words: string[]) =>
      JSON.parse(runCommand('check-plan', file, '--on', '2026-11-22', '--json', ...words).stdout) as Answer;
    expect(read().counts).to.deep.equal({ error: 0, warning: 0, note: 21 });
    expect(read('--rule', 'flsa.overtime-supervisor').findings).to.have.length(1);
    expect(read('--class', 'ca1104').findings.map(({ code }) => code)).to.deep.equal(['CA1104', 'CA1104']);
    expect(read('--severity', 'warning').findings).to.deep.equal([]);
  });

  const refused: readonly (readonly [words: string[], sentence: RegExp])[] = [
    [['word'], /^Usage/],
    [['--rule', 'series.nothing'], /no finding "series.nothing"/],
    [['--severity', 'grave'], /one of error, warning, note/],
    [['--on', '2024-02-30'], /must be a date/],
    [['--class', 'ZZ9'], /No class has or ever had the code ZZ9/],
  ];
  for (const [words, sentence] of refused)
    it(`${words.join(' ')} is refused in a sentence`, () => {
      const ran = runCommand('check-plan', file, ...words);
      expect(isRefused(ran), ran.stderr).to.equal(true);
      expect(ran.stderr).to.match(sentence);
    });

  it('refuses a database without a plan', () => {
    const ran = runCommand('check-plan', folder.file('empty.db'));
    expect(isRefused(ran)).to.equal(true);
    expect(ran.stderr).to.include('There is no plan yet');
  });
});

describe('npm run check-plan on an imported real document', function () {
  const seed = new URL('../../../shared/seeds/002_ada716928c8efa5d.txt', import.meta.url);
  const file = folder.file('seed.db');
  before(async function () {
    if (!existsSync(seed)) {
      console.log('      ../shared/seeds is not here: the real document is not tried');
      this.skip();
    }
    const store = await openStore(file);
    await beginEmptyPlan({ store, now, by: 'import' }, 'Classification Plan');
    const request = {
      name: 'seed.txt',
      bytes: readFileSync(seed),
      code: null,
      placement: null,
      effectiveOn: null,
    };
    const { outcome } = await importSpecification({ store, now }, request);
    expect(outcome).to.equal('recorded');
    await store.close();
  });

  it('reports the animals, the unexplained code, the siblings that are not there and the mixed dates, and ends with 1', () => {
    const { status, stdout } = runCommand('check-plan', file, '--json');
    expect(status).to.equal(1);
    const { findings } = JSON.parse(stdout) as Answer;
    const evidence = (rule: string) =>
      findings.filter((each) => each.rule === rule).map((each) => each.evidence);
    expect(evidence('demand.leftover').join()).to.include('animal behavior');
    expect(evidence('code.unexplained')).to.deep.equal(['FLSA code: Y']);
    expect(evidence('history.mixed-dates')).to.deep.equal(['10/21/2021; 7/1/24']);
    const siblings = evidence('sibling.unknown');
    expect(siblings).to.have.length(4);
    for (const [place, name] of [
      'IT Manager,',
      'IT Director,',
      'IT Director Senior',
      'IT Executive',
    ].entries())
      expect(siblings[place]).to.include(name);
  });
});
