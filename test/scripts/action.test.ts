// The command line of classification actions: an office that works through it alone, and what it refuses.
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { actionCommand, options } from '../../scripts/action-command.ts';
import { UsageError } from '../../scripts/command-line.ts';
import { verify } from '../../server/store/record-verdict.ts';
import { parseArgs } from 'node:util';
import { beginThread } from '../../server/actions/begin-thread.ts';
import { commentsReceived } from '../../server/documents/comments-received.ts';
import { readCheckpoints } from '../../server/model/checkpoint.ts';
import { procedures } from '../../server/model/workflow.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { insertComment, insertDecision } from '../../server/store/public-comments.ts';
import { officialDocument } from '../../server/store/official-documents.ts';
import { openStore } from '../../server/store/open.ts';
import { changePerson } from '../../server/store/people.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { classId, type Office, openOffice, openReady, openWith } from '../actions/office.ts';
import { temporaryFolder } from '../store/record-room.ts';
import { testCheckpoints } from '../tools.ts';
import { isRefused, runCommand } from './command.ts';

const ada = 'ada@example.gov';
const cora = 'Cora@Example.gov';
const dan = 'dan@example.gov';

describe('the commands on an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ procedure: { ...procedures.provisional, postingDays: 0 } });
    await openReady(office, 'CN1', [1, 2]);
    await openWith(office, 'CN2', [3], { title: 'Nothing yet', effectiveOn: null });
    await changePerson(office.store, 'dan', { disabledAt: '2026-01-01T00:00:00.000Z' });
  });
  afterEach(() => office.close());

  const act = (...args: string[]) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    return actionCommand(office.tools, positionals, values, () => {});
  };

  async function hashOf(number: string): Promise<string> {
    return /^Hash: ([0-9a-f]{64})$/m.exec(await act('show', number))?.[1] ?? 'no hash';
  }

  async function refused(...words: string[]): Promise<string> {
    try {
      return `not refused: ${await act(...words)}`;
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
  }

  it('list them, those of one step where it is named', async () => {
    expect((await act('list')).split('\n')).to.have.members([
      'CN1, draft: Clerks of the docks (effective January 1, 2027)',
      'CN2, draft: Nothing yet',
    ]);
    expect(await act('list', '--step', 'adopted')).to.equal('No action.');
  });

  it('show what it would record, and what stands in its way', async () => {
    expect((await act('show', 'CN1')).split('\n')).to.include.members([
      'Authority: Classification Notice',
      '  DK0001 Dock Clerk 1, revision 2, effective January 1, 2027: regrade',
      '    Pay grade changed from G-4 to G-CN1',
      '  DK0002 Dock Clerk 2, revision 2, effective January 1, 2027: regrade',
    ]);
    expect(await act('show', 'CN2')).to.match(
      /It would record nothing\.\nNot ready, class-clerk-3: It has no effective date/,
    );
  });

  const f = (length: number) => 'f'.repeat(length);
  const wrong: [string[], RegExp][] = [
    [[], /^Usage/],
    [['dance', 'CN1'], /^Usage/],
    [['toString', 'CN1', '--as', ada], /^Usage/],
    [['list', 'CN1'], /^Usage/],
    [['list', '--step', 'nowhere'], /no step "nowhere"/],
    [['show'], /^Usage/],
    [['show', 'CN1', 'CN2'], /^Usage/],
    [['show', 'CN9'], /No classification action has this number.*Asked for: CN9/],
    [['submit', 'CN1'], /^Usage/],
    [['submit', 'CN1', '--as', 'nobody@example.gov'], /Nobody has the email nobody@example.gov/],
    [['submit', 'CN1', '--as', cora], /does not have the role.*Cora Stein would need the role analyst/],
    [['adopt', 'CN1', '--as', ada, '--hash', f(64)], /Ada Quist would need the role approver/],
    [['return', 'CN1', '--as', dan, '--note', 'No.'], /does not have the role/],
    [['submit', 'CN1', '--as', ada, '--hash', f(16)], /not what it says now/],
    [['submit', 'CN1', '--as', ada, '--hash', 'abc'], /at least 16 digits/],
    [['submit', 'CN2', '--as', ada], /not ready.*no effective date/],
    [['adopt', 'CN1', '--as', cora, '--hash', f(64)], /at a step where this cannot be done/],
    [['return', 'CN1', '--as', cora], /Say with --note/],
    [['ratify', 'CN1', '--as', cora, '--hash', f(64)], /Name with --note/],
  ];
  for (const [words, sentence] of wrong) {
    it(`refuse in a sentence: ${words.join(' ').slice(0, 60)}`, async () => {
      const before = await act('list');
      expect(await refused(...words)).to.match(sentence);
      expect(await act('list')).to.equal(before);
    });
  }

  it('keep a refusal in the audit', async () => {
    await refused('adopt', 'CN1', '--as', ada, '--hash', f(64));
    await refused('submit', 'CN1', '--as', ada, '--hash', f(16));
    const kept = await latestAudit(office.store, { before: null, limit: 2 });
    expect(
      kept.map(({ act, personId, subject, detail }) => [act, personId, subject, detail.code]),
    ).to.deep.equal([
      ['refused', 'ada', 'action CN1', 'moved-since-shown'],
      ['refused', 'ada', 'action CN1', 'role-needed'],
    ]);
  });

  it('append a checkpoint after a decision, which may have been made on an earlier day', async () => {
    const folder = temporaryFolder();
    const file = folder.file('checkpoints.txt');
    const desk = { ...office.tools, checkpoints: testCheckpoints(office.store, file) };
    const decide = async (...args: string[]) => {
      const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
      await actionCommand(desk, positionals, { ...values, hash: await hashOf('CN1') }, () => {});
      return existsSync(file) ? readCheckpoints(readFileSync(file, 'utf8')).length : 0;
    };
    expect(await decide('submit', 'CN1', '--as', ada)).to.equal(0);
    expect(await decide('post', 'CN1', '--as', cora)).to.equal(0);
    expect(await refused('reopen', 'CN1', '--as', ada, '--decided', '2026-11-22')).to.match(/^Usage/);
    expect(await decide('adopt', 'CN1', '--as', cora, '--decided', '2026-11-22')).to.equal(1);
    expect(await decide('ratify', 'CN1', '--as', cora, '--note', 'Ordinance 7')).to.equal(2);
    const last = readCheckpoints(readFileSync(file, 'utf8')).at(-1);
    expect(last?.size).to.equal((await recordHead(office.store)).seq);
    folder.remove();
  });

  it('say where no checkpoint could be appended, and that does not undo the decision', async () => {
    await act('submit', 'CN1', '--as', ada);
    await act('post', 'CN1', '--as', cora, '--hash', await hashOf('CN1'));
    const checkpoints = testCheckpoints(office.store, '/nowhere/checkpoints.txt');
    const told: string[] = [];
    const words = { as: cora, hash: await hashOf('CN1') };
    const answer = await actionCommand({ ...office.tools, checkpoints }, ['adopt', 'CN1'], words, (line) =>
      told.push(line),
    );
    expect(answer).to.match(/^CN1, provisional/);
    expect(told.at(-1)).to.match(/^No checkpoint was appended to CHECKPOINT_FILE: ENOENT/);
  });

  it('carry open threads on only where their number is named', async () => {
    const begun = { number: 'CN1', classId: classId(1), place: 'title', text: 'Is that so?' };
    const acting = { store: office.store, now: office.tools.clock.now(), by: office.cora };
    for (const text of ['Is that so?', 'Since when?']) await beginThread(acting, { ...begun, text });
    await act('submit', 'CN1', '--as', ada);
    expect(await act('show', 'CN1')).to.contain('It has 2 open threads.');
    const words = ['post', 'CN1', '--as', cora, '--hash', await hashOf('CN1')];
    expect(await refused(...words)).to.match(/2 threads are open\.$/);
    expect(await refused(...words, '--carry-threads', '1')).to.match(/2 threads are open\.$/);
    expect(await refused(...words, '--carry-threads', 'all')).to.match(/^--carry-threads is a number/);
    expect(await act(...words, '--carry-threads', '2')).to.match(/^CN1, posted/);
  });

  it('show what the public said, with what was decided, as text and as data', async () => {
    expect(await act('comments', 'CN1')).to.equal('No comment.');
    expect(await refused('comments', 'CN9')).to.match(/No classification action/);
    expect(await refused('comments')).to.match(/^Usage/);
    await office.store.transaction(async (store) => {
      const at = '2026-11-22T15:00:00.000Z';
      const about = { classId: classId(1), title: 'Dock Clerk 1', code: 'DK0001' };
      const sent = { action: 'CN1', postedOn: '2026-11-22', receivedAt: at };
      await insertComment(store, { ...sent, about, name: 'Ida', text: 'First.\nSecond.' });
      await insertComment(store, { ...sent, about: null, name: null, text: 'No.' });
      const decision = { at, by: 'cora', decision: 'withhold', reason: 'Advertising.' } as const;
      await insertDecision(store, { action: 'CN1', number: 2 }, decision);
    });
    expect(await act('comments', 'CN1')).to.equal(
      [
        'CN1/1, 2026-11-22, Ida, on Dock Clerk 1 (DK0001): waiting\n  First.\n  Second.',
        'CN1/2, 2026-11-22, Anonymous: withheld, Advertising.\n  No.',
      ].join('\n\n'),
    );
    const data = JSON.parse(await act('comments', 'CN1', '--json')) as object;
    expect(data).to.deep.equal(await commentsReceived(office.store, 'CN1'));
  });

  it('take the steps in turn, up to the ratification', async () => {
    expect(await act('submit', 'CN1', '--as', ada)).to.match(/^CN1, in review:/);
    expect(await act('return', 'CN1', '--as', cora, '--note', 'Look again.')).to.match(/^CN1, draft:/);
    await act('submit', 'CN1', '--as', ada);
    expect(await act('post', 'CN1', '--as', cora, '--hash', await hashOf('CN1'))).to.match(/^CN1, posted/);
    expect(await act('reopen', 'CN1', '--as', ada)).to.match(/^CN1, draft/);
    await act('submit', 'CN1', '--as', ada);
    await act('post', 'CN1', '--as', cora, '--hash', await hashOf('CN1'));
    expect(await act('adopt', 'CN1', '--as', cora, '--hash', await hashOf('CN1'))).to.match(
      /^CN1, provisional/,
    );
    expect(await refused('ratify', 'CN1', '--as', cora, '--note', 'X')).to.include(
      `--hash ${await hashOf('CN1')}`,
    );
    const ratify = ['ratify', 'CN1', '--as', cora, '--note', 'Ordinance 7'] as const;
    expect(await act(...ratify, '--hash', await hashOf('CN1'))).to.match(/^CN1, adopted/);
    expect(await act('show', 'CN1')).to.match(
      /Decided: November 22, 2026\nRatified: November 22, 2026\nIt recorded:/,
    );
    expect(await act('withdraw', 'CN2', '--as', ada, '--note', 'Not needed.')).to.match(/^CN2, withdrawn/);
  });

  it('show before a decision what would be decided, and decide nothing without its hash', async () => {
    await act('submit', 'CN1', '--as', ada);
    const sentence = await refused('post', 'CN1', '--as', cora);
    expect(sentence).to.include('DK0001 Dock Clerk 1, revision 2');
    expect(sentence).to.include(`To post exactly this, name it: --hash ${await hashOf('CN1')}`);
    expect(await refused('post', 'CN1', '--as', cora, '--hash', f(64))).to.match(/Read it again/);
    expect(await act('show', 'CN1')).to.match(/^CN1, in review/);
  });
});

describe('npm run action', () => {
  const folder = temporaryFolder();
  const file = folder.file('office.db');
  const action = (...words: string[]) => runCommand('action', file, ...words);
  before(async () => {
    const office = await openOffice({ file });
    await openReady(office, 'CN1', [1, 2]);
    await office.close();
  });
  after(() => folder.remove());

  it('submits, shows and adopts with real PDFs, tells its progress, and ends with what was recorded', async () => {
    expect(action('submit', 'CN1', '--as', ada).status).to.equal(0);
    const hash = /^Hash: (.*)$/m.exec(action('show', 'CN1').stdout)?.[1] ?? '';
    const { status, stdout, stderr } = action('adopt', 'CN1', '--as', cora, '--hash', hash.slice(0, 16));
    expect(status, stderr).to.equal(0);
    const store = await openStore(file);
    const head = await recordHead(store);
    expect(stdout.trim().split('\n')).to.deep.equal([
      'Printing 1 of 2',
      'Printing 2 of 2',
      'CN1, adopted: Clerks of the docks (effective January 1, 2027)',
      'It recorded:',
      '  DK0001 Dock Clerk 1, revision 2, effective January 1, 2027: regrade',
      '  DK0002 Dock Clerk 2, revision 2, effective January 1, 2027: regrade',
      `The record ends with ${head.seq}:${head.hash}`,
    ]);
    const revision = (await revisionsOf(store, 'class', classId(1))).at(-1);
    expect(revision).to.include({ number: 2, recordedBy: 'cora' });
    const pdf = await officialDocument(store, revision?.seq ?? 0);
    expect(
      Buffer.from(pdf?.bytes ?? '')
        .subarray(0, 5)
        .toString(),
    ).to.equal('%PDF-');
    await store.close();
    expect(verify(file, [head])).to.have.property('verdict', 'intact');
  });

  it('ends with status 2 and a sentence where something is refused', () => {
    for (const words of [['show', 'CN9'], ['show', 'CN1', '--colour'], ['dance']])
      expect(isRefused(action(...words)), words.join(' ')).to.equal(true);
    const nothing = runCommand('action', folder.file('empty.db'), 'show', 'CN1');
    expect(isRefused(nothing), nothing.stderr).to.equal(true);
  });
});
