// A sweep from its beginning to the record: a decision for every class, all changes put into one action at once, and what
// was decided kept with it.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { beginSweep } from '../../server/actions/begin-sweep.ts';
import type { ActionChoice } from '../../server/actions/into-action.ts';
import { decideAllOpen, decideHits, type Verdict } from '../../server/actions/decide-hits.ts';
import { endSweep, moveSweep } from '../../server/actions/end-sweep.ts';
import { findHits } from '../../server/actions/find-hits.ts';
import { sweepTexts } from '../../server/actions/sweep-texts.ts';
import { addChanges, removeChange } from '../../server/actions/add-changes.ts';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { previewAdoption } from '../../server/actions/preview-adoption.ts';
import { requireAction, requireSettings } from '../../server/actions/requirements.ts';
import { sweepNow } from '../../server/actions/sweep-now.ts';
import { inForce } from '../../server/model/in-force.ts';
import { redlineOf } from '../../server/model/redline.ts';
import { listHash, type SweepProposal } from '../../server/model/sweep.ts';
import type { SweepEdit } from '../../server/model/sweep-edit.ts';
import type { SweepQuery } from '../../server/model/sweep-query.ts';
import { problemsOf } from '../../server/schemas.ts';
import { logOf } from '../../server/store/action-log.ts';
import type { Store } from '../../server/store/database.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { sweepsOf } from '../../server/store/sweeps.ts';
import { clerk } from '../model/dock-clerk.ts';
import { now } from '../tools.ts';
import {
  acting,
  adopt,
  classId,
  codeOf,
  displayed,
  instrument,
  latest,
  type Office,
  openOffice,
  openWith,
  refusalOf,
  save,
  step,
} from './office.ts';

const query: SweepQuery = {
  ...{ text: 'five years', mode: 'phrase', isCaseKept: false, section: null, series: null, grade: null },
};
const toThree: SweepEdit = { kind: 'replace', text: 'three years' };
const wording = (edit: SweepEdit = toThree, changed: Partial<SweepQuery> = {}): SweepProposal => ({
  kind: 'wording',
  query: { ...query, ...changed },
  edit,
});
const newAction: ActionChoice = { number: 'CN1', open: instrument };

/** Every class of the office says how long; those whose number is odd say it otherwise. */
async function withYears(office: Office, classes: number): Promise<void> {
  await office.store.transaction(async (transaction) => {
    for (let number = 1; number <= classes; number += 1) {
      await appendRevision(transaction, {
        ...{ subject: 'class', subjectId: classId(number), status: 'active', changes: ['amend'], events: [] },
        ...{ effectiveOn: '2021-01-01', decidedOn: null, recordedAt: now.toISOString() },
        ...{ recordedBy: 'test', action: null },
        body: saying(number % 2 === 0 ? 'At least five years of clerical work.' : 'Some work.', number),
      });
    }
  });
}

function saying(text: string, number: number): Specification {
  const experience = { state: 'text' as const, blocks: [{ id: 'e1', kind: 'paragraph' as const, text }] };
  return {
    ...clerk,
    code: codeOf(number),
    title: `Dock Clerk ${number}`,
    sections: { ...clerk.sections, experience },
  };
}

describe('a sweep', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ classes: 8 });
    await withYears(office, 8);
  });
  afterEach(() => office.close());

  const begin = (proposal = wording(), choice = newAction) =>
    beginSweep(acting(office, office.ada), choice, proposal);
  const rowsOf = async (id: string) => (await sweepNow(office.store, id, office.today)).rows;

  async function decide(id: string, numbers: readonly number[], verdict: Verdict) {
    const rows = await rowsOf(id);
    const wanted = numbers.map((number) => {
      const row = rows.find(({ hit }) => hit.classId === classId(number));
      return { classId: classId(number), fingerprint: row?.hit.fingerprint ?? '', ...verdict };
    });
    return decideHits(acting(office, office.ada), id, wanted);
  }

  async function decideRest(id: string, verdict: Verdict = { decision: 'change', reason: null }) {
    const open = (await rowsOf(id)).filter(({ state }) => state === 'open').map(({ hit }) => hit);
    return decideAllOpen(acting(office, office.ada), id, listHash(open), verdict);
  }

  const end = (id: string) => endSweep(acting(office, office.ada), id);

  async function whyNotReady(number = 'CN1'): Promise<readonly string[]> {
    const action = await requireAction(office.store, number);
    return (await previewAdoption(office.store, action, await requireSettings(office.store))).pending;
  }

  it('finds each class once and proposes its text, changing nothing', async () => {
    const id = await begin();
    const rows = await rowsOf(id);
    expect(rows.map(({ hit, state }) => [hit.code, state])).to.deep.equal(
      [2, 4, 6, 8].map((number) => [codeOf(number), 'open']),
    );
    expect(rows[0]?.hit.after.sections.experience).to.have.nested.property(
      'blocks[0].text',
      'At least three years of clerical work.',
    );
    expect(await draftsOf(office.store, 'CN1')).to.deep.equal([]);
  });

  it('holds its action back until it is ended or given up', async () => {
    const id = await begin();
    expect((await whyNotReady())[0]).to.match(/^A sweep is open: Replace /);
    expect(await refusalOf(step(office, 'CN1', 'submit', office.ada))).to.equal('not-adoptable');
    await moveSweep(acting(office, office.ada), id, 'abandon');
    expect(await whyNotReady()).to.deep.equal([]);
    expect(await refusalOf(decideRest(id))).to.equal('sweep-closed');
    expect(await refusalOf(end(id))).to.equal('sweep-closed');
    expect(await refusalOf(moveSweep(acting(office, office.ada), id, 'reopen'))).to.equal('sweep-closed');
  });

  it('ends when every class is decided, and puts the changed ones into the action', async () => {
    const id = await begin();
    const keep = { decision: 'keep', reason: 'A union contract says five.' } as const;
    expect(await decide(id, [4], keep)).to.deep.equal({ decided: 1, moved: 0 });
    expect(await refusalOf(end(id))).to.equal('sweep-undecided');
    expect(await decideRest(id)).to.deep.equal({ decided: 3, moved: 0 });
    await end(id);
    const drafts = await draftsOf(office.store, 'CN1');
    expect(drafts.map((draft) => draft.classId)).to.have.members([2, 6, 8].map(classId));
    expect(drafts[0]).to.deep.include({ intent: 'change', baseNumber: 2, effectiveOn: null, carry: null });
    expect(await whyNotReady()).to.deep.equal([]);
    expect((await logOf(office.store, 'CN1')).at(-1)?.note).to.match(/ended: 3 changed, 1 kept$/);
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    const [entry] = await revisionsOf(office.store, 'action', 'CN1');
    expect(problemsOf('decided-action.schema.json', entry?.body)).to.deep.equal([]);
    const proposal = 'Replace “five years” with “three years”';
    expect(entry?.body.decisions).to.deep.equal(
      [2, 4, 6, 8].map((number) => ({
        ...{ proposal, classId: classId(number), code: codeOf(number), title: `Dock Clerk ${number}` },
        ...(number === 4 ? keep : { decision: 'change', reason: null }),
      })),
    );
  });

  it('asks for a reason where a class is kept', async () => {
    const id = await begin();
    for (const reason of [null, '', '  '])
      expect(await refusalOf(decide(id, [2], { decision: 'keep', reason }))).to.equal('reason-needed');
    expect(await refusalOf(decideRest(id, { decision: 'keep', reason: null }))).to.equal('reason-needed');
  });

  it('keeps every decision, and the last of a class counts', async () => {
    const id = await begin();
    await decide(id, [2], { decision: 'change', reason: null });
    await decide(id, [2], { decision: 'keep', reason: 'On second thought.' });
    expect((await rowsOf(id))[0]).to.include({ state: 'keep' });
    expect(await decide(id, [2], { decision: 'keep', reason: 'On second thought.' })).to.include({
      decided: 0,
    });
    const kept = await office.store.db.selectFrom('sweep_decisions').select('decision').execute();
    expect(kept.map(({ decision }) => decision)).to.deep.equal(['change', 'keep']);
  });

  it('shows a class again whose text has changed since it was decided', async () => {
    const id = await begin();
    await decideRest(id);
    await openWith(office, 'CN2', [2], { effectiveOn: '2026-11-01' });
    await save(office, 'CN2', 2, { body: () => saying('No less than five years of filing.', 2) });
    await step(office, 'CN2', 'submit', office.ada);
    await adopt(office, 'CN2');
    const [row] = await rowsOf(id);
    expect(row).to.include({ state: 'open', isAgain: true });
    expect(await refusalOf(end(id))).to.equal('sweep-undecided');
    const moved = decideHits(acting(office, office.ada), id, [
      {
        classId: classId(2),
        fingerprint: row?.decision?.fingerprint ?? '',
        decision: 'change',
        reason: null,
      },
    ]);
    expect(await moved).to.deep.equal({ decided: 0, moved: 1 });
  });

  it('decides all that are open only as they were shown', async () => {
    const id = await begin();
    const shown = listHash((await rowsOf(id)).map(({ hit }) => hit));
    await decide(id, [2], { decision: 'change', reason: null });
    const all = decideAllOpen(acting(office, office.ada), id, shown, { decision: 'change', reason: null });
    expect(await refusalOf(all)).to.equal('moved-since-shown');
  });

  it('reads the draft where its action holds the class, and keeps what else it says', async () => {
    await openWith(office, 'CN1', [1, 2]);
    await save(office, 'CN1', 1, { body: () => saying('Five years, as drafted.', 1) });
    await save(office, 'CN1', 2, {
      body: (text) => ({ ...text, title: 'Head Clerk' }),
      effectiveOn: '2027-03-01',
    });
    const id = await begin(wording(), { number: 'CN1', open: null });
    expect((await rowsOf(id)).map(({ hit }) => hit.title)).to.include.members(['Dock Clerk 1', 'Head Clerk']);
    await decideRest(id);
    await end(id);
    const drafts = await draftsOf(office.store, 'CN1');
    expect(drafts).to.have.length(5);
    expect(drafts[0]?.body.sections.experience).to.have.nested.property(
      'blocks[0].text',
      'three years, as drafted.',
    );
    expect(drafts[1]).to.deep.include({ effectiveOn: '2027-03-01' });
    expect(drafts[1]?.body.title).to.equal('Head Clerk');
  });

  it('does not read what its action abolishes', async () => {
    await openWith(office, 'CN1', []);
    const edit = { payGrade: null, title: null, code: null, series: null };
    await addChanges(
      acting(office, office.ada),
      'CN1',
      [{ classId: classId(2), intent: 'abolish', edit }],
      office.today,
    );
    const id = await begin(wording(), { number: 'CN1', open: null });
    expect((await rowsOf(id)).map(({ hit }) => hit.code)).to.deep.equal([4, 6, 8].map(codeOf));
  });

  it('tells of a class that was taken out again, and can be taken up to decide otherwise', async () => {
    const id = await begin();
    await decideRest(id);
    await end(id);
    await removeChange(acting(office, office.ada), 'CN1', classId(6));
    expect(await whyNotReady()).to.deep.equal([
      'Dock Clerk 6 is not in the action, and a sweep was to change it: Replace “five years” with “three years”. Take the sweep up again and decide.',
    ]);
    await moveSweep(acting(office, office.ada), id, 'reopen');
    await decide(id, [6], { decision: 'keep', reason: 'Not this one.' });
    await end(id);
    expect(await whyNotReady()).to.deep.equal([]);
    const [sweep] = await sweepsOf(office.store, 'CN1');
    expect(sweep?.outcome.map(({ code, decision }) => [code, decision])).to.deep.equal([
      [codeOf(2), 'change'],
      [codeOf(4), 'change'],
      [codeOf(6), 'keep'],
      [codeOf(8), 'change'],
    ]);
  });

  it('does not end upon texts that moved while it ended', async () => {
    const id = await begin();
    await decideRest(id);
    const { body } = await latest(office, 2);
    const late = async <T>(work: (store: Store) => Promise<T>) => {
      await office.store.transaction(async (inside) => {
        await appendRevision(inside, {
          ...{ subject: 'class', subjectId: classId(2), status: 'active', changes: ['amend'], events: [] },
          ...{ effectiveOn: '2022-01-01', decidedOn: null, recordedAt: now.toISOString() },
          ...{ recordedBy: 'test', action: null, body },
        });
      });
      return office.store.transaction(work);
    };
    const store = { ...office.store, transaction: late };
    expect(await refusalOf(endSweep({ ...acting(office, office.ada), store }, id))).to.equal(
      'moved-since-shown',
    );
    expect(await draftsOf(office.store, 'CN1')).to.deep.equal([]);
  });

  it('makes whoever decides in it an author, who does not adopt it', async () => {
    const id = await begin();
    const open = (await rowsOf(id)).map(({ hit }) => hit);
    await decideAllOpen(acting(office, office.cora), id, listHash(open), {
      decision: 'change',
      reason: null,
    });
    await end(id);
    await step(office, 'CN1', 'submit', office.ada);
    const hash = await displayed(office, 'CN1');
    expect(await refusalOf(approveAdoption(acting(office, office.cora), 'CN1', hash))).to.equal('own-change');
  });

  it('is part of what is approved', async () => {
    const id = await begin();
    await decideRest(id);
    const before = await displayed(office, 'CN1');
    await end(id);
    const ended = await displayed(office, 'CN1');
    await moveSweep(acting(office, office.ada), id, 'reopen');
    expect(new Set([before, ended, await displayed(office, 'CN1')]).size).to.equal(3);
  });

  it('says why an expression cannot be used', async () => {
    const { store, today } = office;
    const texts = await sweepTexts(store, today, null);
    const problem = async (text: string, edit: SweepEdit) =>
      findHits(store, texts, wording(edit, { mode: 'expression', text }));
    expect(await problem('(', toThree)).to.have.property('problem');
    expect(await problem('five (years)', { kind: 'replace', text: '$2' })).to.deep.equal({
      problem: 'The replacement names $2, and the expression has one group.',
    });
    expect(await problem('(a+)+$', toThree)).to.satisfy(
      (found: object) => 'hits' in found || 'problem' in found,
    );
    expect(await refusalOf(begin(wording(toThree, { mode: 'words' })))).to.equal('sweep-impossible');
  });

  it('replaces with what an expression caught', async () => {
    const id = await begin(
      wording({ kind: 'replace', text: '$2 of $1' }, { mode: 'expression', text: '(five) (years)' }),
    );
    expect((await rowsOf(id))[0]?.hit.after.sections.experience).to.have.nested.property(
      'blocks[0].text',
      'At least years of five of clerical work.',
    );
  });

  it('needs an action that can be edited', async () => {
    await openWith(office, 'CN1', [1]);
    expect(await refusalOf(begin())).to.equal('step-not-possible');
    expect(await refusalOf(begin(wording(), { number: 'CN7', open: null }))).to.equal('action-not-found');
    expect(await sweepsOf(office.store, 'CN1')).to.deep.equal([]);
  });
});

describe('a sweep over 500 classes', () => {
  it('ends in one action with a decision for each, and its redlines list exactly the changed ones', async function () {
    this.timeout(60_000);
    const office = await openOffice({ classes: 500 });
    await withYears(office, 500);
    const { store, today } = office;
    const id = await beginSweep(
      acting(office, office.ada),
      newAction,
      wording(
        { kind: 'replace', text: 'three (3) $1' },
        { mode: 'expression', text: '\\bfive (years)|Some work' },
      ),
    );
    const { rows } = await sweepNow(store, id, today);
    expect(rows).to.have.length(500);
    const kept = rows.filter((_, index) => index % 7 === 0).map(({ hit }) => hit);
    await decideHits(
      acting(office, office.ada),
      id,
      kept.map(({ classId, fingerprint }) => ({
        ...{ classId, fingerprint, decision: 'keep', reason: 'Set by contract.' },
      })),
    );
    const open = (await sweepNow(store, id, today)).rows.filter(({ state }) => state === 'open');
    await decideAllOpen(acting(office, office.ada), id, listHash(open.map(({ hit }) => hit)), {
      decision: 'change',
      reason: null,
    });
    await endSweep(acting(office, office.ada), id);
    const changed = rows
      .map(({ hit }) => hit.classId)
      .filter((each) => !kept.some(({ classId }) => classId === each));
    const settings = await requireSettings(store);
    const redlined: string[] = [];
    for (const draft of await draftsOf(store, 'CN1')) {
      const before = inForce(await revisionsOf(store, 'class', draft.classId), instrument.effectiveOn ?? '');
      const { sections, counts } = redlineOf(before?.body ?? null, draft.body, settings);
      expect(counts).to.include({ total: 1, changed: 1 });
      expect(sections.filter(({ change }) => change !== 'same').map(({ key }) => key)).to.deep.equal([
        'experience',
      ]);
      redlined.push(draft.classId);
    }
    expect(redlined)
      .to.have.members(changed)
      .and.to.have.length(500 - kept.length);
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    const [entry] = await revisionsOf(store, 'action', 'CN1');
    const { changes = [], decisions = [] } = entry?.body ?? {};
    expect(changes.map((change) => change.classId)).to.have.members(changed);
    expect(decisions).to.have.length(500);
    expect(
      decisions.filter(({ decision }) => decision === 'change').map((each) => each.classId),
    ).to.have.members(changed);
    expect(
      decisions.filter(({ decision }) => decision === 'keep').every(({ reason }) => reason !== null),
    ).to.equal(true);
    await office.close();
  });
});
