// Adoption: the official PDFs are printed first, then everything is recorded in one transaction, or nothing is.
import { expect } from 'chai';
import { addNewClass } from '../../server/actions/add-changes.ts';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import { previewAdoption } from '../../server/actions/preview-adoption.ts';
import { ratifyAction } from '../../server/actions/ratify-action.ts';
import { requireAction, requireSettings } from '../../server/actions/requirements.ts';
import { historyTo } from '../../server/documents/official.ts';
import { refusal } from '../../server/errors.ts';
import { sha256 } from '../../server/model/revision-chain.ts';
import { procedures } from '../../server/model/workflow.ts';
import { problemsOf } from '../../server/schemas.ts';
import { logOf } from '../../server/store/action-log.ts';
import { adoptionOf, countWaitingPrints } from '../../server/store/adoptions.ts';
import { classByCode, classesInForce } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { officialDocument, officialDocumentFacts } from '../../server/store/official-documents.ts';
import { recordHead, revisionInForce, revisionsOf } from '../../server/store/record.ts';
import { clerk, withFacts } from '../model/dock-clerk.ts';
import { now } from '../tools.ts';
import {
  acting,
  add,
  adopt,
  approve,
  classId,
  codeOf,
  displayed,
  instrument,
  latest,
  noEdit,
  type Office,
  openOffice,
  openReady,
  openWith,
  refusalOf,
  save,
  step,
} from './office.ts';

const everything = { words: null, series: null, grade: null, flsa: null, group: null, limit: 200, offset: 0 };

describe('adopting an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ classes: 4 });
  });
  afterEach(() => office.close());

  async function submit(number: string): Promise<void> {
    await step(office, number, 'submit', office.ada);
  }

  it('records a revision, its events and its sealed official PDF for every change', async () => {
    await openReady(office, 'CN1', [1, 2]);
    await submit('CN1');
    const head = await recordHead(office.store);
    const hash = await displayed(office, 'CN1');
    await adopt(office, 'CN1');
    for (const number of [1, 2]) {
      const revision = await latest(office, number);
      expect(revision).to.deep.include({
        number: 2,
        status: 'active',
        changes: ['regrade'],
        effectiveOn: '2027-01-01',
      });
      expect(revision).to.include({
        decidedOn: '2026-11-22',
        recordedAt: now.toISOString(),
        recordedBy: 'cora',
        action: 'CN1',
      });
      const note = 'Pay grade changed from G-4 to G-CN1';
      expect(revision.events).to.deep.equal([
        { on: '2027-01-01', kind: 'regraded', instrument: 'CN1', by: 'AQ', note, line: null },
      ]);
      const pdf = await officialDocument(office.store, revision.seq);
      const facts = await officialDocumentFacts(office.store, revision.seq);
      expect(facts).to.deep.include({
        revisionSeq: revision.seq,
        sha256: sha256(pdf?.bytes ?? ''),
        anchor: head,
      });
    }
    expect((await recordHead(office.store)).seq).to.equal(head.seq + 2 * 2 + 1);
    const [entry, ...none] = await revisionsOf(office.store, 'action', 'CN1');
    expect(none).to.deep.equal([]);
    expect(problemsOf('decided-action.schema.json', entry?.body)).to.deep.equal([]);
    expect(entry?.body).to.include({
      ...instrument,
      number: 'CN1',
      step: 'adopted',
      decidedOn: '2026-11-22',
      approvedHash: hash,
    });
    expect(entry?.body.changes).to.deep.equal(
      [1, 2].map((number) => ({
        ...{ classId: classId(number), code: codeOf(number), title: `Dock Clerk ${number}`, number: 2 },
        ...{ kinds: ['regrade'], effectiveOn: '2027-01-01' },
      })),
    );
  });

  it('prints each text with its history, once, upon the record before it', async () => {
    await openReady(office, 'CN1', [1, 2]);
    await submit('CN1');
    await adopt(office, 'CN1');
    expect(office.printer.jobs).to.have.length(2);
    const [job] = office.printer.jobs;
    expect(job?.properties).to.include({ title: 'Dock Clerk 1 (DK0001), class specification, revision 2' });
    expect(job?.html).to.include('Pay grade changed from G-4 to G-CN1 (CN1, AQ)').and.to.include('1/1/2020');
    const revisions = await revisionsOf(office.store, 'class', classId(1));
    expect(historyTo(revisions[1] ?? { number: 0 }, revisions)).to.have.length(2);
  });

  it('comes into force by the calendar alone', async () => {
    await openReady(office, 'CN1', [1]);
    await submit('CN1');
    await adopt(office, 'CN1');
    const gradeOn = async (on: string) => {
      const { rows } = await classesInForce(office.store, { ...everything, on, status: 'active' });
      const text = await revisionInForce(office.store, 'class', classId(1), on);
      expect(rows.find((row) => row.classId === classId(1))?.number).to.equal(text?.number);
      return text?.body.sections.details?.payGrade;
    };
    expect(await gradeOn('2026-12-31')).to.equal('G-4');
    expect(await gradeOn('2027-01-01')).to.equal('G-CN1');
  });

  it('gives each change the date of its own, and moves codes and titles on that day', async () => {
    await openWith(office, 'CN1', []);
    const edit = { ...noEdit, code: 'PK0001', title: 'Port Clerk' };
    await add(office, 'CN1', [
      { classId: classId(1), intent: 'change', edit },
      { classId: classId(2), intent: 'abolish', edit: noEdit },
    ]);
    await save(office, 'CN1', 1, { effectiveOn: '2026-12-01' });
    await submit('CN1');
    await adopt(office, 'CN1');
    expect(await latest(office, 1)).to.include({ effectiveOn: '2026-12-01' });
    expect(await latest(office, 2)).to.include({ effectiveOn: '2027-01-01', status: 'abolished' });
    expect(await classByCode(office.store, 'DK0001', '2026-11-30')).to.deep.equal({
      classId: classId(1),
      code: 'DK0001',
    });
    expect(await classByCode(office.store, 'DK0001', '2026-12-01')).to.deep.equal({
      classId: classId(1),
      code: 'PK0001',
    });
    const abolishedOn = async (on: string) =>
      (await classesInForce(office.store, { ...everything, on, status: 'abolished' })).total;
    expect([await abolishedOn('2026-12-31'), await abolishedOn('2027-01-01')]).to.deep.equal([0, 1]);
  });

  it('carries a retroactive change forward, each revision with a PDF of its own', async () => {
    await openReady(office, 'CN1', [1], { effectiveOn: '2026-06-01' });
    await submit('CN1');
    await adopt(office, 'CN1');
    await openWith(office, 'CN2', [1], { effectiveOn: '2026-01-01' });
    await save(office, 'CN2', 1, { body: (text) => withFacts(text, { title: 'Port Clerk' }) });
    expect(await refusalOf(submit('CN2'))).to.equal('not-adoptable');
    await save(office, 'CN2', 1, { carry: 'forward' });
    await submit('CN2');
    await adopt(office, 'CN2');
    const revisions = await revisionsOf(office.store, 'class', classId(1));
    expect(
      revisions.map(({ effectiveOn, body }) => [effectiveOn, body.title, body.sections.details?.payGrade]),
    ).to.deep.equal([
      ['2020-01-01', 'Dock Clerk 1', 'G-4'],
      ['2026-06-01', 'Dock Clerk 1', 'G-CN1'],
      ['2026-01-01', 'Port Clerk', 'G-4'],
      ['2026-06-01', 'Port Clerk', 'G-CN1'],
    ]);
    for (const { seq, number } of revisions.slice(1))
      expect(await officialDocument(office.store, seq), `revision ${number}`).not.to.equal(null);
    const [entry] = await revisionsOf(office.store, 'action', 'CN2');
    expect(entry?.body.changes.map(({ number }) => number)).to.deep.equal([3, 4]);
  });

  it('leaves nothing waiting, and says so in log and audit', async () => {
    await openReady(office, 'CN1', [1, 2]);
    await submit('CN1');
    const hash = await displayed(office, 'CN1');
    await adopt(office, 'CN1');
    expect(await adoptionOf(office.store, 'CN1')).to.equal(null);
    expect(await countWaitingPrints(office.store, 'CN1')).to.equal(0);
    expect(await requireAction(office.store, 'CN1')).to.include({ step: 'adopted', decidedOn: '2026-11-22' });
    const [approved, adopted] = (await logOf(office.store, 'CN1')).slice(-2);
    expect(approved).to.include({ act: 'adopt', step: 'in review', by: 'cora', hash });
    expect(adopted).to.include({ act: 'adopt', step: 'adopted', by: 'cora', hash });
    const audit = await office.store.db
      .selectFrom('audit')
      .select(['act', 'person_id'])
      .orderBy('seq')
      .execute();
    expect(audit.slice(-2)).to.deep.equal([
      { act: 'action-approve', person_id: 'cora' },
      { act: 'action-adopt', person_id: 'cora' },
    ]);
  });

  it('needs an approval', async () => {
    await openReady(office, 'CN1', [1]);
    await submit('CN1');
    expect(await refusalOf(carryOutAdoption(office.tools, 'CN1', () => {}))).to.equal('step-not-possible');
    expect(office.printer.jobs).to.deep.equal([]);
  });

  const clashes: [string, () => Promise<unknown>][] = [
    ['that another class has', () => recode(1, codeOf(2).toLowerCase())],
    [
      'that a class of the same action takes on the same day',
      async () => {
        await recode(1, 'PK0001');
        await recode(2, 'PK0001');
      },
    ],
    [
      'that a class of the same action took on an earlier day',
      async () => {
        await recode(1, 'PK0001');
        await recode(2, 'PK0001', '2028-01-01');
      },
    ],
    [
      'that another class takes on a later day',
      async () => {
        await recode(2, 'PK0001', '2028-01-01');
        await submit('CN1');
        await adopt(office, 'CN1');
        await openWith(office, 'CN2', []);
        await recode(1, 'PK0001', null, 'CN2');
      },
    ],
  ];
  async function recode(
    number: number,
    code: string,
    effectiveOn: string | null = null,
    action = 'CN1',
  ): Promise<void> {
    await add(office, action, [{ classId: classId(number), intent: 'change', edit: { ...noEdit, code } }]);
    await save(office, action, number, { effectiveOn });
  }
  for (const [what, prepare] of clashes) {
    it(`gives no class a code ${what}`, async () => {
      await openWith(office, 'CN1', []);
      await prepare();
      const number = (await requireAction(office.store, 'CN1')).step === 'adopted' ? 'CN2' : 'CN1';
      expect(await refusalOf(submit(number))).to.equal('not-adoptable');
    });
  }

  it('gives no class a code that another one lays down on the same day: it leads there for ever', async () => {
    await openWith(office, 'CN1', []);
    await recode(1, codeOf(2));
    await recode(2, codeOf(1));
    await add(office, 'CN1', [{ classId: classId(3), intent: 'abolish', edit: noEdit }]);
    await recode(4, codeOf(3));
    expect(await obstaclesOf('CN1')).to.deep.equal(
      [
        [1, 2],
        [2, 1],
        [4, 3],
      ].map(
        ([taker = 0, carrier = 0]) =>
          `${classId(taker)}: The code ${codeOf(carrier)} is or was that of Dock Clerk ${carrier} and leads to it for ever. Choose another.`,
      ),
    );
  });

  it('gives no new class the code of an abolished one, nor one that a class had before', async () => {
    await openWith(office, 'CN1', []);
    await add(office, 'CN1', [{ classId: classId(1), intent: 'abolish', edit: noEdit }]);
    await recode(2, 'DKX2');
    await submit('CN1');
    await adopt(office, 'CN1');
    await openWith(office, 'CN2', []);
    for (const number of [1, 2])
      await addNewClass(acting(office, office.ada), 'CN2', { ...clerk, code: codeOf(number) });
    const said = (await obstaclesOf('CN2')).flatMap((line) => /: (The code .*)/.exec(line)?.[1] ?? []);
    expect(said).to.deep.equal([
      'The code DK0001 is or was that of Dock Clerk 1 and leads to it for ever. Choose another.',
      'The code DK0002 is or was that of Dock Clerk 2 and leads to it for ever. Choose another.',
    ]);
    expect(await refusalOf(submit('CN2'))).to.equal('not-adoptable');
  });

  it('gives a class its own former code back', async () => {
    await openWith(office, 'CN1', []);
    await recode(1, 'PK0001');
    await submit('CN1');
    await adopt(office, 'CN1');
    await openWith(office, 'CN2', []);
    await recode(1, codeOf(1), '2028-01-01', 'CN2');
    await step(office, 'CN2', 'submit', office.ada);
    await adopt(office, 'CN2');
    expect((await latest(office, 1)).body.code).to.equal(codeOf(1));
  });

  async function obstaclesOf(number: string): Promise<string[]> {
    const { store } = office;
    const action = await requireAction(store, number);
    const { obstacles } = await previewAdoption(store, action, await requireSettings(store));
    return obstacles.map(({ classId, message }) => `${classId}: ${message}`);
  }

  it('records no text that the schema of the record refuses', async () => {
    await openWith(office, 'CN1', []);
    const id = await addNewClass(acting(office, office.ada), 'CN1', { ...clerk, code: 'NO CODE' });
    expect(id).to.match(/^class-/);
    expect(await refusalOf(submit('CN1'))).to.equal('not-adoptable');
  });

  it('establishes a class that is found from its first day on', async () => {
    await openWith(office, 'CN1', []);
    const id = await addNewClass(acting(office, office.ada), 'CN1', { ...clerk, code: 'NEW1' });
    await submit('CN1');
    await adopt(office, 'CN1');
    const [revision] = await revisionsOf(office.store, 'class', id);
    expect(revision).to.deep.include({ number: 1, changes: ['create'], effectiveOn: '2027-01-01' });
    expect(revision?.body.sections.details).to.include({ establishedOn: '2027-01-01', establishedBy: 'AQ' });
    expect(await revisionInForce(office.store, 'class', id, '2026-12-31')).to.equal(null);
  });
});

describe('an adoption that is disturbed', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ classes: 6 });
    await openReady(office, 'CN1', [1, 2, 3, 4, 5, 6]);
    await step(office, 'CN1', 'submit', office.ada);
  });
  afterEach(() => office.close());

  async function nothingRecorded(act: Promise<unknown>): Promise<void> {
    const head = await recordHead(office.store);
    await act;
    expect(await recordHead(office.store)).to.deep.equal(head);
    expect((await requireAction(office.store, 'CN1')).step).to.equal('in review');
  }

  /** A printer that fails at the n-th print. */
  function failingAt(count: number, error: Error) {
    let printed = 0;
    return {
      ...office.printer,
      print: (job: Parameters<typeof office.printer.print>[0]) =>
        (printed += 1) >= count ? Promise.reject(error) : office.printer.print(job),
    };
  }

  it('by the printer records nothing, tells the fault, and goes on from there when tried again', async () => {
    await approve(office, 'CN1');
    const printer = failingAt(4, refusal('printer-unavailable'));
    await nothingRecorded(
      refusalOf(carryOutAdoption({ ...office.tools, printer }, 'CN1', () => {})).then((code) =>
        expect(code).to.equal('printer-unavailable'),
      ),
    );
    expect(await countWaitingPrints(office.store, 'CN1')).to.equal(3);
    expect((await adoptionOf(office.store, 'CN1'))?.fault).to.match(/printer did not finish/);
    const told: string[] = [];
    await carryOutAdoption(office.tools, 'CN1', (done, total) => told.push(`${done} of ${total}`));
    expect(office.printer.jobs).to.have.length(6);
    expect(told).to.deep.equal([1, 2, 3, 4, 5, 6].map((done) => `${done} of 6`));
    expect((await latest(office, 6)).number).to.equal(2);
  });

  it('by a fault of ours tells nothing of its inside', async () => {
    await approve(office, 'CN1');
    const printer = failingAt(1, new Error('secret of the house'));
    const failure = await carryOutAdoption({ ...office.tools, printer }, 'CN1', () => {}).catch(
      (error: unknown) => error,
    );
    expect(failure).to.have.property('message', 'secret of the house');
    expect((await adoptionOf(office.store, 'CN1'))?.fault)
      .to.match(/Try again/)
      .and.not.to.match(/secret/);
  });

  it('by a stop of the server keeps what is printed, and notes no fault', async () => {
    await approve(office, 'CN1');
    const stopping = new AbortController();
    const failure = carryOutAdoption(
      office.tools,
      'CN1',
      (done) => done === 2 && stopping.abort(),
      stopping.signal,
    );
    await nothingRecorded(
      failure.catch((error: unknown) => expect(error).to.have.property('name', 'AbortError')),
    );
    expect(await countWaitingPrints(office.store, 'CN1')).to.be.within(2, 3);
    expect(await adoptionOf(office.store, 'CN1')).to.include({ fault: null });
  });

  it('by an edit after it was sent back is not carried out', async () => {
    const hash = await displayed(office, 'CN1');
    await approve(office, 'CN1');
    await step(office, 'CN1', 'return', office.cora, 'Wait.');
    expect(await adoptionOf(office.store, 'CN1')).to.equal(null);
    await save(office, 'CN1', 1, { body: (text) => ({ ...text, title: 'Other' }) });
    await step(office, 'CN1', 'submit', office.ada);
    await nothingRecorded(
      refusalOf(carryOutAdoption(office.tools, 'CN1', () => {})).then((code) =>
        expect(code).to.equal('step-not-possible'),
      ),
    );
    expect(await refusalOf(approveAdoption(acting(office, office.cora), 'CN1', hash))).to.equal(
      'moved-since-shown',
    );
  });

  it('by a withdrawal while it prints ends, and leaves nothing waiting', async () => {
    await approve(office, 'CN1');
    const printer = { ...office.printer, print: withdrawingAt(3) };
    expect(await refusalOf(carryOutAdoption({ ...office.tools, printer }, 'CN1', () => {}))).to.equal(
      'step-not-possible',
    );
    expect((await requireAction(office.store, 'CN1')).step).to.equal('withdrawn');
    expect(await countWaitingPrints(office.store, 'CN1')).to.equal(0);
    expect((await latest(office, 1)).number).to.equal(1);
  });

  function withdrawingAt(count: number) {
    let printed = 0;
    return async (job: Parameters<typeof office.printer.print>[0]) => {
      if ((printed += 1) === count) await step(office, 'CN1', 'withdraw', office.ada);
      return office.printer.print(job);
    };
  }

  it('by another action that moves a class while it prints is refused, and can be approved anew', async () => {
    await openWith(office, 'CN2', [6], { effectiveOn: '2026-01-01' });
    await save(office, 'CN2', 6, { body: (text) => withFacts(text, { title: 'Port Clerk' }) });
    await step(office, 'CN2', 'submit', office.ada);
    await approve(office, 'CN1');
    const adopted: Promise<void>[] = [];
    const transaction: Store['transaction'] = async (work) => {
      await Promise.all(adopted);
      return office.store.transaction(work);
    };
    const slow = carryOutAdoption(
      { ...office.tools, store: { ...office.store, transaction } },
      'CN1',
      (done) => {
        if (done === 6) adopted.push(adopt(office, 'CN2'));
      },
    );
    expect(await refusalOf(slow)).to.equal('moved-since-shown');
    expect((await latest(office, 1)).number).to.equal(1);
    expect((await latest(office, 6)).action).to.equal('CN2');
    const jobs = office.printer.jobs.length;
    await adopt(office, 'CN1');
    expect(office.printer.jobs.length - jobs, 'only the moved class is printed again').to.equal(1);
    expect((await latest(office, 6)).number).to.equal(3);
  });

  it('by two approvers at once is one adoption', async () => {
    const head = await recordHead(office.store);
    const hash = await displayed(office, 'CN1');
    const both = [office.cora, office.dan].map(async (by) => {
      await approveAdoption(acting(office, by), 'CN1', hash);
      await carryOutAdoption(office.tools, 'CN1', () => {});
    });
    const answers = await Promise.all(both.map(refusalOf));
    expect(answers.filter((answer) => answer === 'not refused')).to.have.length(1);
    expect(answers.filter((answer) => answer === 'step-not-possible')).to.have.length(1);
    expect((await recordHead(office.store)).seq).to.equal(head.seq + 2 * 6 + 1);
    expect(await revisionsOf(office.store, 'action', 'CN1')).to.have.length(1);
    expect(await countWaitingPrints(office.store, 'CN1')).to.equal(0);
  });
});

describe('an adoption after a posting', () => {
  let office: Office;
  afterEach(() => office.close());

  it('waits until the last day for comments is over', async () => {
    office = await openOffice({ procedure: procedures.posted });
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada);
    await step(office, 'CN1', 'post', office.cora);
    const days = ['2026-11-22', '2026-12-05', '2026-12-06'];
    for (office.today of days)
      expect(await refusalOf(approve(office, 'CN1')), office.today).to.equal('comments-open');
    office.today = '2026-12-07';
    await adopt(office, 'CN1');
  });

  it('of no days is possible at once', async () => {
    office = await openOffice({ procedure: { ...procedures.posted, postingDays: 0 } });
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada);
    await step(office, 'CN1', 'post', office.cora);
    await adopt(office, 'CN1');
    const [entry] = await revisionsOf(office.store, 'action', 'CN1');
    expect(entry?.body).to.include({ postedOn: '2026-11-22', commentsUntil: '2026-11-22' });
  });

  it('may be provisional, until it is ratified by whoever saw the decision', async () => {
    office = await openOffice({ procedure: { ...procedures.provisional, postingDays: 0 } });
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada);
    await step(office, 'CN1', 'post', office.cora);
    await adopt(office, 'CN1');
    const [decided] = await revisionsOf(office.store, 'action', 'CN1');
    expect(decided?.body).to.include({ step: 'provisional', ratifiedOn: null });
    expect((await latest(office, 1)).number).to.equal(2);
    const ratify = (displayed: string, decidedOn: string | null = null) =>
      ratifyAction(acting(office, office.dan), 'CN1', displayed, { ratifiedBy: 'Ordinance 7', decidedOn });
    expect(await refusalOf(ratify('f'.repeat(64)))).to.equal('moved-since-shown');
    office.today = '2026-12-24';
    await ratify(decided?.hash ?? '');
    const entries = await revisionsOf(office.store, 'action', 'CN1');
    expect(entries).to.have.length(2);
    expect(entries[1]?.body).to.deep.equal({
      ...decided?.body,
      ...{
        step: 'adopted',
        ratifiedOn: '2026-12-24',
        ratifiedBy: 'Ordinance 7',
      },
    });
    expect(problemsOf('decided-action.schema.json', entries[1]?.body)).to.deep.equal([]);
    expect(await requireAction(office.store, 'CN1')).to.include({
      step: 'adopted',
      ratifiedOn: '2026-12-24',
    });
    expect(await refusalOf(ratify(entries[1]?.hash ?? ''))).to.equal('step-not-possible');
    expect((await latest(office, 1)).number).to.equal(2);
  });
});

describe('the decided date', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ procedure: { ...procedures.provisional, postingDays: 2 } });
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada);
    await step(office, 'CN1', 'post', office.cora);
    office.today = '2026-12-01';
  });
  afterEach(() => office.close());

  const approveOn = async (on: string) =>
    approveAdoption(acting(office, office.cora), 'CN1', await displayed(office, 'CN1'), on);

  it('may be one that has passed, and is kept with the approval until it is carried out', async () => {
    await approveOn('2026-11-28');
    office.today = '2026-12-09';
    await carryOutAdoption(office.tools, 'CN1', () => {});
    expect((await latest(office, 1)).decidedOn).to.equal('2026-11-28');
    const [entry] = await revisionsOf(office.store, 'action', 'CN1');
    expect([entry?.decidedOn, entry?.body.decidedOn]).to.deep.equal(['2026-11-28', '2026-11-28']);
    expect((await requireAction(office.store, 'CN1')).decidedOn).to.equal('2026-11-28');
  });

  it('is that of the latest approval', async () => {
    await approveOn('2026-11-28');
    await approveOn('2026-11-29');
    await carryOutAdoption(office.tools, 'CN1', () => {});
    expect((await latest(office, 1)).decidedOn).to.equal('2026-11-29');
  });

  it('is the day of the approval where none is given, however late it is carried out', async () => {
    await approve(office, 'CN1');
    const late = { ...office.tools, clock: { now: () => new Date('2026-12-20T15:00:00.000Z') } };
    await carryOutAdoption(late, 'CN1', () => {});
    expect((await latest(office, 1)).decidedOn).to.equal('2026-12-01');
  });

  for (const [on, code] of [
    ['2026-12-02', 'step-not-possible'],
    ['2026-11-21', 'step-not-possible'],
    ['2026-11-24', 'comments-open'],
    ['2026-02-30', 'form-not-readable'],
  ] as const) {
    it(`cannot be ${on}, where it is December 1 and comments were open until November 24`, async () => {
      expect(await refusalOf(approveOn(on))).to.equal(code);
      expect(await adoptionOf(office.store, 'CN1')).to.equal(null);
    });
  }

  it('of a ratification lies between the decision and today', async () => {
    await approveOn('2026-11-28');
    await carryOutAdoption(office.tools, 'CN1', () => {});
    const hash = (await revisionsOf(office.store, 'action', 'CN1')).at(-1)?.hash ?? '';
    const ratify = (decidedOn: string, ratifiedBy = 'Ordinance 7') =>
      ratifyAction(acting(office, office.dan), 'CN1', hash, { ratifiedBy, decidedOn });
    for (const on of ['2026-11-27', '2026-12-02'])
      expect(await refusalOf(ratify(on)), on).to.equal('step-not-possible');
    expect(await refusalOf(ratify('2026-11-30', 'O'.repeat(301)))).to.equal('form-not-readable');
    await ratify('2026-11-30');
    const entry = (await revisionsOf(office.store, 'action', 'CN1')).at(-1);
    expect(entry).to.include({ decidedOn: '2026-11-30', effectiveOn: '2026-11-30' });
    expect(entry?.body).to.include({ decidedOn: '2026-11-28', ratifiedOn: '2026-11-30' });
  });
});

describe('adopting 500 changes', () => {
  it('records every one of them, in one transaction', async () => {
    const office = await openOffice({ classes: 500 });
    const all = Array.from({ length: 500 }, (_, index) => index + 1);
    await openReady(office, 'CN1', all);
    await step(office, 'CN1', 'submit', office.ada);
    const head = await recordHead(office.store);
    let told = 0;
    const seen = new Set<number>();
    await approve(office, 'CN1');
    await carryOutAdoption(office.tools, 'CN1', (done, total) => {
      expect([done, total]).to.deep.equal([(told += 1), 500]);
      void recordHead(office.store).then(({ seq }) => seen.add(seq));
    });
    expect([told, ...seen]).to.deep.equal([500, head.seq]);
    expect((await recordHead(office.store)).seq).to.equal(head.seq + 2 * 500 + 1);
    const { total } = await classesInForce(office.store, {
      ...everything,
      on: '2027-01-01',
      status: 'active',
      grade: 'G-CN1',
    });
    expect(total).to.equal(500);
    const [entry] = await revisionsOf(office.store, 'action', 'CN1');
    expect(entry?.body.changes).to.have.length(500);
    await office.close();
  });
});
