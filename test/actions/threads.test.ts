// Threads on a draft: what is said changes nothing of the action, is settled by those who may, and is carried on only
// knowingly.
import { expect } from 'chai';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { removeChange } from '../../server/actions/add-changes.ts';
import { beginThread } from '../../server/actions/begin-thread.ts';
import { continueThread } from '../../server/actions/continue-thread.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { takeStep } from '../../server/actions/take-step.ts';
import type { Person } from '../../server/model/person.ts';
import { isOpen, type ThreadAct } from '../../server/model/thread.ts';
import { procedures } from '../../server/model/workflow.ts';
import { logOf } from '../../server/store/action-log.ts';
import { authorsOf } from '../../server/store/actions.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { threadsOf } from '../../server/store/threads.ts';
import {
  acting,
  add,
  adopt,
  classId,
  displayed,
  noEdit,
  type Office,
  openOffice,
  openReady,
  refusalOf,
  save,
  step,
} from './office.ts';

const number = 'CN1';

describe('threads on a draft', () => {
  let office: Office;
  let manager: Person;
  beforeEach(async () => {
    office = await openOffice({ procedure: procedures.posted });
    manager = { ...office.ben, roles: ['manager'] };
    await openReady(office, number, [1, 2]);
  });
  afterEach(() => office.close());

  const begin = (by: Person, place = 'sections.duties.b2', text = 'Is that so?', classNumber = 1) =>
    beginThread(acting(office, by), { number, classId: classId(classNumber), place, text });
  const goOn = (by: Person, thread: number, act: ThreadAct, text = '') =>
    continueThread(acting(office, by), { number, classId: classId(1), thread, act, text });
  const post = async (carried: number | null) =>
    takeStep(acting(office, office.cora), {
      ...{ number, act: 'post', displayed: await displayed(office, number), note: null, carried },
    });

  it('quote the passage as it was, for ever', async () => {
    await begin(office.cora);
    await save(office, number, 1, {
      body: (text) => ({ ...text, sections: { ...text.sections, duties: { state: 'none' } } }),
    });
    const [thread] = await threadsOf(office.store, number);
    expect(thread).to.include({ place: 'sections.duties.b2', quote: 'Keeps the books.' });
    expect(thread?.entries.map(({ by, act, text }) => [by, act, text])).to.deep.equal([
      ['cora', 'write', 'Is that so?'],
    ]);
    expect(await refusalOf(begin(office.cora))).to.equal('place-not-found');
    await begin(office.cora, 'sections.duties');
    await begin(office.cora, '');
    expect((await threadsOf(office.store, number)).map(({ quote }) => quote)).to.deep.equal([
      'Keeps the books.',
      'None',
      null,
    ]);
  });

  it('are no change: no hash moves, nobody becomes an author, nothing is told in the log', async () => {
    const state = async () => [
      await requireAction(office.store, number),
      await draftsOf(office.store, number),
      await authorsOf(office.store, number),
      await logOf(office.store, number),
      await displayed(office, number),
    ];
    const before = await state();
    const thread = await begin(office.cora);
    await goOn(office.dan, thread, 'write', 'It is.');
    await goOn(office.cora, thread, 'resolve', 'Good.');
    await goOn(office.ben, thread, 'reopen');
    await goOn(office.ben, thread, 'resolve');
    expect(await state()).to.deep.equal(before);
    await step(office, number, 'submit', office.ada);
    // Whoever only commented decides.
    await step(office, number, 'post', office.cora);
    expect(await requireAction(office.store, number)).to.include({ step: 'posted' });
  });

  it('are written by everybody on the staff, and settled by analysts and approvers', async () => {
    const thread = await begin(manager);
    await goOn(manager, thread, 'write', 'I wonder.');
    for (const act of ['resolve', 'reopen'] as const)
      expect(await refusalOf(goOn(manager, thread, act))).to.equal('role-needed');
    await goOn(office.ben, thread, 'resolve', 'Settled.');
    await goOn(office.dan, thread, 'reopen', 'Not quite.');
    const [kept] = await threadsOf(office.store, number);
    expect(kept?.entries.map(({ act, text }) => [act, text])).to.deep.equal([
      ['write', 'Is that so?'],
      ['write', 'I wonder.'],
      ['resolve', 'Settled.'],
      ['reopen', 'Not quite.'],
    ]);
  });

  it('are settled once where two people press at once, and what the second wrote is kept', async () => {
    const thread = await begin(office.cora);
    await goOn(office.ada, thread, 'resolve');
    await goOn(office.ben, thread, 'resolve');
    await goOn(office.ben, thread, 'resolve', 'I agree.');
    const [kept] = await threadsOf(office.store, number);
    expect(kept?.entries.map(({ by, act }) => [by, act])).to.deep.equal([
      ['cora', 'write'],
      ['ada', 'resolve'],
      ['ben', 'write'],
    ]);
    expect(kept && isOpen(kept)).to.equal(false);
  });

  it('belong to one draft: under another they are not found', async () => {
    const thread = await begin(office.cora);
    const other = { number, classId: classId(2), thread, act: 'resolve', text: '' } as const;
    expect(await refusalOf(continueThread(acting(office, office.ben), other))).to.equal('thread-not-found');
    expect(await refusalOf(goOn(office.ben, 99, 'write', 'x'))).to.equal('thread-not-found');
    expect(await refusalOf(begin(office.ada, '', 'x', 3))).to.equal('change-not-found');
  });

  it('hold a posting up until their number is named', async () => {
    await begin(office.cora);
    await begin(office.ben, '', 'And the rest?', 2);
    await step(office, number, 'submit', office.ada);
    for (const carried of [null, 1, 3, 0]) {
      expect(await refusalOf(post(carried)), String(carried)).to.equal('threads-open');
      expect((await requireAction(office.store, number)).step).to.equal('in review');
    }
    await post(2);
    const posted = (await logOf(office.store, number)).at(-1);
    expect(posted).to.include({ act: 'post', by: 'cora', note: '2 open threads carried on' });
    const [audited] = await latestAudit(office.store, { before: null, limit: 1 });
    expect(audited).to.deep.include({ act: 'action-post' });
    expect(audited?.detail).to.include({ note: '2 open threads carried on' });
    // What was posted with them is adopted without asking again.
    office.today = '2026-12-07';
    await adopt(office, number);
    expect(await requireAction(office.store, number)).to.include({ step: 'adopted' });
  });

  it('that are resolved hold nothing up, and submitting asks for nothing', async () => {
    const thread = await begin(office.cora);
    await step(office, number, 'submit', office.ada);
    await goOn(office.cora, thread, 'resolve');
    await post(null);
    expect((await logOf(office.store, number)).at(-1)?.note).to.equal(null);
  });

  it('of a change that was taken out hold nothing up, and are there again with it', async () => {
    await begin(office.cora, '', 'Why this class?', 2);
    await removeChange(acting(office, office.ada), number, classId(2));
    await step(office, number, 'submit', office.ada);
    await post(null);
    await step(office, number, 'reopen', office.ada);
    const edit = { ...noEdit, payGrade: 'G-9' };
    await add(office, number, [{ classId: classId(2), intent: 'change', edit }]);
    await step(office, number, 'submit', office.ada);
    expect(await refusalOf(post(null))).to.equal('threads-open');
  });

  it('are closed when the action is decided or withdrawn', async () => {
    const thread = await begin(office.cora);
    await step(office, number, 'withdraw', office.ada);
    expect(await refusalOf(goOn(office.cora, thread, 'write', 'Still.'))).to.equal('step-not-possible');
    expect(await refusalOf(begin(office.cora))).to.equal('step-not-possible');
    expect(await threadsOf(office.store, number)).to.have.length(1);
  });

  it('are so many on a draft, and no more', async () => {
    for (let count = 0; count < 500; count += 1) await begin(office.cora, '');
    expect(await refusalOf(begin(office.cora, ''))).to.equal('discussion-full');
    await begin(office.cora, '', 'Another draft.', 2);
    for (let count = 1; count < 500; count += 1) await goOn(office.cora, 1, 'write', 'x');
    expect(await refusalOf(goOn(office.cora, 1, 'write', 'x'))).to.equal('discussion-full');
  });
});

describe('threads where a plan does not post', () => {
  let office: Office;
  afterEach(() => office.close());

  it('hold the adoption up until their number is named', async () => {
    office = await openOffice();
    await openReady(office, number, [1]);
    const text = 'Is that so?';
    await beginThread(acting(office, office.cora), { number, classId: classId(1), place: 'title', text });
    await step(office, number, 'submit', office.ada);
    const approve = async (carried: number | null) =>
      approveAdoption(acting(office, office.cora), number, await displayed(office, number), null, carried);
    expect(await refusalOf(approve(null))).to.equal('threads-open');
    expect(await refusalOf(approve(2))).to.equal('threads-open');
    await approve(1);
    const approved = (await logOf(office.store, number)).at(-1);
    expect(approved).to.include({ act: 'adopt', note: 'Approved (1 open thread carried on)' });
  });
});
