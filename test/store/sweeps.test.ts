// What a sweep proposed and what was decided in it is kept: it grows, and refuses every change, whatever connection tries.
import { expect } from 'chai';
import { insertAction } from '../../server/store/actions.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { keepPlanText } from '../../server/store/plan-texts.ts';
import {
  allSweeps,
  countDecided,
  decisionsOf,
  insertSweep,
  keepDecisions,
  noteSweepStep,
  sweepById,
} from '../../server/store/sweeps.ts';
import type { Decision, SweepProposal } from '../../server/model/sweep.ts';
import { rawConnection, temporaryFolder } from './record-room.ts';

const told = { by: 'ada', at: '2026-11-22T15:00:00.000Z' };
const query = {
  text: 'five',
  mode: 'phrase',
  isCaseKept: false,
  section: null,
  series: null,
  grade: null,
} as const;
const proposal: SweepProposal = { kind: 'wording', query, edit: { kind: 'remove' } };

function decision(classId: string, changed: Partial<Decision> = {}): Decision {
  return { classId, decision: 'change', reason: null, fingerprint: 'f', ...told, ...changed };
}

describe('sweeps as they are kept', () => {
  const folder = temporaryFolder();
  const file = folder.file('sweeps.db');
  let store: Store;
  before(async () => {
    store = await openStore(file);
    const dates = {
      effectiveOn: null,
      postedOn: null,
      commentsUntil: null,
      decidedOn: null,
      ratifiedOn: null,
    };
    const words = { title: 'T', reason: 'R', authority: 'A', openedBy: 'ada', openedAt: told.at };
    await insertAction(store, { number: 'CN1', step: 'draft', ...dates, ...words });
    for (const id of ['b', 'a'])
      await insertSweep(store, { id, action: 'CN1', proposal, begunBy: 'ada', begunAt: told.at });
    await keepDecisions(store, 'a', [
      decision('x'),
      decision('y'),
      decision('x', { decision: 'keep', reason: 'Why.' }),
    ]);
    await noteSweepStep(store, 'a', 'end', [], told);
    const body = { id: 't', kind: 'clause', term: null, text: 'T.' } as const;
    const text = { subject: 'shared-text', id: 't', baseNumber: null, status: 'active', body } as const;
    await keepPlanText(store, 'CN1', text, told);
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  it('come in the order in which they were begun, each as it stands', async () => {
    expect((await allSweeps(store)).map(({ id, state }) => [id, state])).to.deep.equal([
      ['b', 'open'],
      ['a', 'ended'],
    ]);
    expect((await sweepById(store, 'b'))?.proposal).to.deep.equal(proposal);
    expect(await sweepById(store, 'c')).to.equal(null);
  });

  it('keep every decision in order, and count classes once', async () => {
    expect((await decisionsOf(store, 'a')).map((each) => [each.classId, each.decision])).to.deep.equal([
      ['x', 'change'],
      ['y', 'change'],
      ['x', 'keep'],
    ]);
    expect([...(await countDecided(store))]).to.deep.equal([['a', 2]]);
  });

  it('take thousands of decisions at once', async () => {
    const many = Array.from({ length: 6000 }, (_, index) => decision(`class-${index}`));
    await keepDecisions(store, 'b', many);
    expect(await decisionsOf(store, 'b')).to.have.length(6000);
  });

  for (const table of ['sweeps', 'sweep_decisions', 'sweep_steps', 'plan_text_versions']) {
    const key = table === 'sweeps' ? 'id' : 'rowid';
    for (const [what, statement] of [
      ['update', `update ${table} set id = id`],
      ['delete', `delete from ${table}`],
      ['replace', `insert or replace into ${table} select * from ${table} order by ${key} limit 1`],
    ] as const) {
      it(`refuse ${what} of ${table}, from another connection too`, () => {
        const raw = rawConnection(file);
        try {
          expect(() => raw.exec(statement)).to.throw(/permanent/);
        } finally {
          raw.close();
        }
      });
    }
  }
});
