// Texts of the plan in an action: saved upon the version that was read, decided and recorded with everything else.
import { expect } from 'chai';
import type { Series, SharedText } from '../../schemas/types.ts';
import { addNewClass } from '../../server/actions/add-changes.ts';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { importPlan } from '../../server/actions/import-plan.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { previewAdoption } from '../../server/actions/preview-adoption.ts';
import { requireAction, requireSettings } from '../../server/actions/requirements.ts';
import { type PlanTextEdit, removeText, savePlanText } from '../../server/actions/save-plan-text.ts';
import { problemsOf } from '../../server/schemas.ts';
import { logOf } from '../../server/store/action-log.ts';
import { openStore } from '../../server/store/open.ts';
import { allSharedTexts, seriesById } from '../../server/store/plan.ts';
import { planLines } from '../../server/store/plan-bundle.ts';
import { planTextOf } from '../../server/store/plan-texts.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { clerk } from '../model/dock-clerk.ts';
import { acting, adopt, displayed, instrument, type Office, openOffice, refusalOf, step } from './office.ts';

const teamwork: SharedText = {
  id: 'teamwork',
  kind: 'competency',
  term: 'Teamwork',
  text: 'Works with others.',
};
const begun: PlanTextEdit = {
  ...{ subject: 'shared-text', id: 'teamwork', base: null, baseNumber: null, status: 'active' },
  body: teamwork,
};
const porters: Series = { id: 'porters', title: 'Porters', occupationalGroup: null, concept: ['Carries.'] };
const newSeries: PlanTextEdit = { ...begun, subject: 'series', id: 'porters', body: porters };

describe('plan texts in an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await openAction(acting(office, office.ada), 'CN1', instrument);
  });
  afterEach(() => office.close());

  const save = (edit: PlanTextEdit, by = office.ada, number = 'CN1') =>
    savePlanText(acting(office, by), number, edit);

  async function saved(edit: PlanTextEdit, number = 'CN1') {
    const done = await save(edit, office.ada, number);
    if (done.outcome !== 'saved') throw new Error(done.outcome);
    return done.text;
  }

  async function obstacles(number = 'CN1'): Promise<string[]> {
    const { store } = office;
    const preview = await previewAdoption(
      store,
      await requireAction(store, number),
      await requireSettings(store),
    );
    return [...preview.obstacles, ...preview.textObstacles].map(({ message }) => message);
  }

  it('move the hash of the action and of what is approved', async () => {
    const before = [(await requireAction(office.store, 'CN1')).hash, await displayed(office, 'CN1')];
    const { hash: base } = await saved(begun);
    const between = [(await requireAction(office.store, 'CN1')).hash, await displayed(office, 'CN1')];
    await saved({ ...begun, base, body: { ...teamwork, text: 'Works well with others.' } });
    const after = [(await requireAction(office.store, 'CN1')).hash, await displayed(office, 'CN1')];
    expect(new Set([...before, ...between, ...after]).size).to.equal(6);
    await removeText(acting(office, office.ada), 'CN1', 'shared-text', 'teamwork');
    expect([(await requireAction(office.store, 'CN1')).hash, await displayed(office, 'CN1')]).to.deep.equal(
      before,
    );
    expect((await logOf(office.store, 'CN1')).map(({ act }) => act)).to.deep.equal(['open', 'add', 'remove']);
  });

  it('are saved upon the version that was read, and otherwise come back with what is there', async () => {
    const { hash: base } = await saved(begun);
    const mine = { ...begun, base, body: { ...teamwork, text: 'Mine.' } };
    const theirs = { ...begun, base, body: { ...teamwork, text: 'Theirs.' } };
    expect(await save(theirs, office.ben)).to.include({ outcome: 'saved' });
    const stale = await save(mine);
    expect(stale).to.deep.include({ outcome: 'stale', number: null });
    expect(stale).to.have.nested.property('theirs.body.text', 'Theirs.');
    expect(await planTextOf(office.store, 'CN1', 'shared-text', 'teamwork')).to.deep.include({
      body: theirs.body,
      savedBy: 'ben',
    });
    expect(
      await save({ ...theirs, base: stale.outcome === 'stale' ? (stale.theirs?.hash ?? '') : '' }),
    ).to.include({
      outcome: 'unchanged',
    });
    const versions = await office.store.db.selectFrom('plan_text_versions').select('draft').execute();
    expect(versions).to.have.length(2);
  });

  it('keep to their schema and to their id', async () => {
    for (const body of [
      { ...teamwork, text: '' },
      { ...teamwork, id: 'other' },
    ])
      expect(await save({ ...begun, body })).to.include({ outcome: 'invalid' });
    expect(await save({ ...newSeries, body: { ...porters, title: '' } })).to.include({ outcome: 'invalid' });
  });

  it('are recorded with their dates, and a later action changes what they then say', async () => {
    await saved(begun);
    await step(office, 'CN1', 'submit', office.ada);
    const head = await recordHead(office.store);
    await adopt(office, 'CN1');
    expect((await recordHead(office.store)).seq).to.equal(head.seq + 2);
    const [first] = await revisionsOf(office.store, 'shared-text', 'teamwork');
    expect(first).to.deep.include({
      ...{ number: 1, status: 'active', changes: ['create'], body: teamwork, action: 'CN1' },
      ...{ effectiveOn: '2027-01-01', decidedOn: '2026-11-22', recordedBy: 'cora' },
    });
    const [entry] = await revisionsOf(office.store, 'action', 'CN1');
    expect(problemsOf('decided-action.schema.json', entry?.body)).to.deep.equal([]);
    expect(entry?.body.texts).to.deep.equal([
      {
        ...{ subject: 'shared-text', id: 'teamwork', title: 'Teamwork', number: 1 },
        ...{ kinds: ['create'], effectiveOn: '2027-01-01' },
      },
    ]);
    await openAction(acting(office, office.ada), 'CN2', { ...instrument, effectiveOn: '2027-06-01' });
    await saved({ ...begun, baseNumber: 1, status: 'abolished' }, 'CN2');
    await step(office, 'CN2', 'submit', office.ada);
    await adopt(office, 'CN2');
    const onDay = async (on: string) => (await allSharedTexts(office.store, on)).map(({ id }) => id);
    expect(await onDay('2026-12-31')).to.deep.equal([]);
    expect(await onDay('2027-05-31')).to.deep.equal(['teamwork']);
    expect(await onDay('2027-06-01')).to.deep.equal([]);
  });

  it('let a class stand in a series that begins with it, and in no other', async () => {
    const body = { ...clerk, code: 'PT0001', series: { id: 'porters', level: 1 } };
    await addNewClass(acting(office, office.ada), 'CN1', body);
    expect(await obstacles()).to.deep.equal(['The plan has no series porters on that date.']);
    await saved(newSeries);
    expect(await obstacles()).to.deep.equal([]);
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    expect(await seriesById(office.store, 'porters', '2027-01-01')).to.deep.equal(porters);
  });

  it('are not decided by somebody who wrote them', async () => {
    await save(begun, office.cora);
    await step(office, 'CN1', 'submit', office.ada);
    const hash = await displayed(office, 'CN1');
    expect(await refusalOf(approveAdoption(acting(office, office.cora), 'CN1', hash))).to.equal('own-change');
  });

  it('are told where the text has moved, and stand again when they are saved upon it', async () => {
    await saved(begun);
    await openAction(acting(office, office.ben), 'CN2', instrument);
    const other = { ...begun, body: { ...teamwork, text: 'Another wording.' } };
    await saved(other, 'CN2');
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    expect(await obstacles('CN2')).to.have.length(1);
    expect(await refusalOf(step(office, 'CN2', 'submit', office.ada))).to.equal('not-adoptable');
    const { hash: base } = (await planTextOf(office.store, 'CN2', 'shared-text', 'teamwork')) ?? { hash: '' };
    expect(await save({ ...other, base }, office.ben, 'CN2')).to.include({ outcome: 'stale', number: 1 });
    expect(await save({ ...other, base, baseNumber: 1 }, office.ben, 'CN2')).to.include({ outcome: 'saved' });
    expect(await obstacles('CN2')).to.deep.equal([]);
  });

  it('are written only while the action is a draft', async () => {
    await saved(begun);
    await step(office, 'CN1', 'submit', office.ada);
    expect(await refusalOf(save(newSeries))).to.equal('step-not-possible');
    const remove = removeText(acting(office, office.ada), 'CN1', 'shared-text', 'teamwork');
    expect(await refusalOf(remove)).to.equal('step-not-possible');
  });

  it('need no date where the plan has one for the action, and nothing goes on without', async () => {
    await openAction(acting(office, office.ada), 'CN2', { ...instrument, effectiveOn: null });
    await saved(begun, 'CN2');
    expect(await obstacles('CN2')).to.deep.equal(['It has no effective date: give the action one.']);
    expect(await refusalOf(removeText(acting(office, office.ada), 'CN2', 'series', 'nothing'))).to.equal(
      'text-not-found',
    );
  });

  it('travel in a bundle', async () => {
    await saved(begun);
    await saved(newSeries);
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    const copy = await openStore(':memory:');
    await importPlan(copy, withoutFeeds(planLines(office.store, '0.1.0')));
    expect(await recordHead(copy)).to.deep.equal(await recordHead(office.store));
    expect((await revisionsOf(copy, 'action', 'CN1'))[0]?.body.texts).to.have.length(2);
    expect(await allSharedTexts(copy, '2027-01-01')).to.deep.equal([teamwork]);
    await copy.close();
  });
});

async function* withoutFeeds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.trimEnd();
}
