// npm run new-plan and npm run settings: what an employer chooses, at the beginning and later, as revisions of the plan.
import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import type { PlanSettings } from '../../schemas/types.ts';
import { procedures } from '../../server/model/workflow.ts';
import { openStore } from '../../server/store/open.ts';
import { planSettings } from '../../server/store/plan.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { audit } from '../actions/people-room.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { isRefused, runCommand } from './command.ts';

const folder = temporaryFolder();
after(() => folder.remove());

describe('npm run new-plan', () => {
  it('takes the first choices', async () => {
    const file = folder.file('chosen.db');
    const place = ['--office', 'Personnel', '--time-zone', 'America/Denver'];
    const way = ['--procedure', 'provisional', '--posting-days', '21'];
    expect(runCommand('new-plan', file, '--employer', 'City of X', ...place, ...way).status).to.equal(0);
    const store = await openStore(file);
    expect(await planSettings(store)).to.deep.include({
      employer: 'City of X',
      office: 'Personnel',
      timeZone: 'America/Denver',
      procedure: { ...procedures.provisional, postingDays: 21 },
    });
    await store.close();
  });

  const refused: readonly (readonly [words: string[], sentence: RegExp])[] = [
    [[], /^Usage/],
    [['--employer', 'a\u0007b'], /^\/employer must match/],
    [['--employer', 'X', '--time-zone', 'Mars/Olympus'], /no time zone/],
    [['--employer', 'X', '--procedure', 'constructor'], /There is no procedure "constructor"/],
    [['--employer', 'X', '--posting-days', '7'], /administrative procedure posts nothing/],
    [['--employer', 'X', '--procedure', 'posted', '--posting-days', '366'], /must be <= 365/],
    [['--employer', 'X', '--procedure', 'posted', '--posting-days', '1e1'], /must be a number/],
  ];
  for (const [words, sentence] of refused)
    it(`${words.join(' ')} is refused in a sentence`, () => {
      const ran = runCommand('new-plan', folder.file('refused.db'), ...words);
      expect(isRefused(ran), ran.stderr).to.equal(true);
      expect(ran.stderr).to.match(sentence);
    });
});

describe('npm run settings', () => {
  const file = folder.file('plan.db');
  const settingsFile = folder.file('settings.json');
  let shown: PlanSettings;

  before(() => {
    expect(runCommand('new-plan', file, '--employer', 'City of Y').status).to.equal(0);
  });
  beforeEach(() => {
    shown = JSON.parse(runCommand('settings', file, 'show').stdout) as PlanSettings;
  });

  function set(text: string) {
    writeFileSync(settingsFile, text);
    return runCommand('settings', file, 'set', settingsFile);
  }

  it('sets what was shown and changed, as one revision with its entry in the audit', async () => {
    expect(set(JSON.stringify(shown)).stdout).to.equal('Nothing had changed.\n');
    const changed = { ...shown, procedure: procedures.posted, paper: 'a4' };
    expect(set(JSON.stringify(changed))).to.deep.include({ status: 0, stderr: '' });
    expect(set(JSON.stringify(changed)).stdout).to.equal('Nothing had changed.\n');
    const store = await openStore(file);
    expect(await planSettings(store)).to.deep.equal(changed);
    const revisions = await revisionsOf(store, 'plan', 'plan');
    expect(revisions.map(({ number, body }) => [number, body.paper])).to.deep.equal([
      [1, 'letter'],
      [2, 'a4'],
    ]);
    const [entry] = await audit(store);
    expect(entry).to.deep.include({ act: 'settings-changed', subject: 'plan', personId: null });
    expect(entry?.detail).to.deep.equal({ changed: ['paper', 'procedure'], number: 2 });
    await store.close();
    expect(runCommand('verify', file, file).stdout).to.match(/^Intact: 2 entries/);
  });

  const refused: readonly (readonly [what: string, change: (text: string) => string, sentence: RegExp])[] = [
    ['an unknown key', (text) => text.replace('{', '{"colour":"red",'), /additional properties \(colour\)/],
    [
      'a missing section',
      (text) => text.replace('"key":"probation"', '"key":"summary"'),
      /"probation" is missing/,
    ],
    ['a key twice', (text) => text.replace('{', '{"paper":"a4",'), /"paper" stands twice/],
    ['an unknown time zone', (text) => text.replace('"UTC"', '"Mars/Olympus"'), /no time zone/],
    ['what is no JSON', (text) => text.slice(1), /cannot be read as settings/],
    ['null', () => 'null', /The whole must be object/],
  ];
  for (const [what, change, sentence] of refused)
    it(`refuses ${what} in a sentence and changes nothing`, async () => {
      const ran = set(change(JSON.stringify(shown)));
      expect(isRefused(ran), ran.stderr).to.equal(true);
      expect(ran.stderr).to.match(sentence);
      const store = await openStore(file);
      expect((await recordHead(store)).seq).to.equal(2);
      await store.close();
    });

  it('says what is wrong with its words, or that there is no plan', () => {
    for (const words of [[], ['set'], ['show', 'more'], ['unset', 'a'], ['set', 'a', 'b']])
      expect(runCommand('settings', file, ...words).stderr, words.join()).to.match(/^Usage/);
    expect(runCommand('settings', file, 'set', folder.file('nowhere.json')).stderr).to.match(
      /cannot be read/,
    );
    expect(runCommand('settings', folder.file('none.db'), 'show').stderr).to.match(/There is no plan yet/);
  });
});
