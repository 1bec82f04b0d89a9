// One press mends what a class says of another: a draft action with the sentence in it, once, and nothing where a text has moved.
import { expect } from 'chai';
import { mendStatement, type ShownStatement } from '../../server/actions/mend-statement.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { requireDraft } from '../../server/actions/requirements.ts';
import { blocksOfSection } from '../../server/model/specification.ts';
import { actionByNumber, actionsAt } from '../../server/store/actions.ts';
import { draftsOf, keepDrafts } from '../../server/store/drafts.ts';
import { logOf } from '../../server/store/action-log.ts';
import { revisionInForce } from '../../server/store/record.ts';
import { sampleOffice } from '../pages/sample-office.ts';
import { sampleSite } from '../pages/site.ts';
import { type Served, today } from '../tools.ts';
import { addDrift, amend, block, drifted, mended, series, speaker, spokenOf } from './drifted-series.ts';
import { acting, add, instrument, noEdit, type Office, refusalOf, step } from './office.ts';

describe('a statement that is mended', () => {
  let site: Served;
  let office: Office;
  let shown: ShownStatement;
  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    await addDrift(office.store);
    const [number, ofNumber] = await Promise.all([numberOf(speaker), numberOf(spokenOf)]);
    shown = { classId: speaker, block, sentence: drifted, number, of: spokenOf, ofNumber };
  });
  afterEach(() => site.close());

  const numberOf = async (classId: string) =>
    (await revisionInForce(office.store, 'class', classId, today))?.number ?? 0;
  const mend = (into: string | null = null, changed: Partial<ShownStatement> = {}) =>
    mendStatement(acting(office, office.ada), series, { ...shown, ...changed }, into);
  const textIn = async (number: string) => {
    const { body } = await requireDraft(office.store, number, speaker);
    return blocksOfSection(body, 'distinguishing').find(({ id }) => id === block)?.text;
  };
  const open = (number: string) => openAction(acting(office, office.ada), number, instrument);
  const nothingOpened = async () => expect(await actionsAt(office.store, ['draft'])).to.deep.equal([]);

  it('stands in a draft of an action that is opened for it, and nothing else of the text is changed', async () => {
    const number = await mend();
    const action = await actionByNumber(office.store, number);
    expect(number).to.match(/^CN\d{4}$/);
    expect(action).to.deep.include({
      step: 'draft',
      title: 'What is said of the IT Manager Senior',
      authority: 'Office of Human Resources',
      effectiveOn: null,
    });
    expect(action?.reason).to.contain('IT Manager (CI2787)').and.contain('IT Manager Senior (CI2788)');
    const [draft, ...others] = await draftsOf(office.store, number);
    expect(others).to.deep.equal([]);
    expect(draft).to.include({ classId: speaker, intent: 'change', baseNumber: shown.number });
    expect(await textIn(number)).to.equal(`${mended} The IT Manager works within that plan and budget.`);
    const before = await revisionInForce(office.store, 'class', speaker, today);
    const { distinguishing: _new, ...sections } = draft?.body.sections ?? {};
    const { distinguishing: _old, ...old } = before?.body.sections ?? {};
    expect(sections).to.deep.equal(old);
    expect((await logOf(office.store, number)).map(({ act }) => act)).to.deep.equal(['open', 'add']);
  });

  it('is proposed once, however often it is pressed', async () => {
    const numbers = await Promise.all([mend(), mend(), mend()]);
    expect(new Set(numbers).size).to.equal(1);
    expect(await actionsAt(office.store, ['draft'])).to.have.length(1);
    await open('CN7000');
    expect(await mend('CN7000')).to.equal(numbers[0]);
  });

  it('goes into a draft action that is chosen, beside what that changes already', async () => {
    await open('CN7000');
    const edit = { ...noEdit, title: 'IT Supervisor' };
    await add(office, 'CN7000', [{ classId: speaker, intent: 'change', edit }]);
    expect(await mend('CN7000')).to.equal('CN7000');
    expect((await requireDraft(office.store, 'CN7000', speaker)).body.title).to.equal('IT Supervisor');
    expect(await textIn('CN7000')).to.contain(mended);
  });

  it('is refused where one of the two texts has moved since it was shown', async () => {
    await amend(office.store, spokenOf, (body) => ({ ...body, title: 'IT Manager Second' }));
    expect(await refusalOf(mend())).to.equal('statement-moved');
    expect(await refusalOf(mend(null, { number: shown.number - 1 }))).to.equal('statement-moved');
    await nothingOpened();
  });

  it('is refused where the sentence is not there, or does not drift', async () => {
    expect(await refusalOf(mend(null, { sentence: mended }))).to.equal('statement-moved');
    expect(await refusalOf(mend(null, { block: 'b3' }))).to.equal('statement-moved');
    expect(await refusalOf(mend(null, { of: 'class-it-director' }))).to.equal('statement-moved');
    expect(
      await refusalOf(mendStatement(acting(office, office.ada), 'water-operations', shown, null)),
    ).to.equal('statement-moved');
    const agreeing =
      'The IT Manager, the next lower class, supervises a single work group and carries out plans that others have approved.';
    const turned = { classId: spokenOf, of: speaker, sentence: agreeing, block: 'b3' };
    expect(await refusalOf(mend(null, turned))).to.equal('statement-moved');
    await nothingOpened();
  });

  it('is refused where the chosen action says something else there, or ends the class, or is no draft', async () => {
    await open('CN7000');
    await add(office, 'CN7000', [{ classId: speaker, intent: 'change', edit: noEdit }]);
    const draft = await requireDraft(office.store, 'CN7000', speaker);
    const sections = { ...draft.body.sections };
    delete sections.distinguishing;
    const rewritten = { ...draft, body: { ...draft.body, sections } };
    await keepDrafts(office.store, 'CN7000', [rewritten], { by: office.ada.id, at: draft.savedAt });
    expect(await refusalOf(mend('CN7000'))).to.equal('statement-moved');
    await open('CN7001');
    await add(office, 'CN7001', [{ classId: speaker, intent: 'abolish', edit: noEdit }]);
    expect(await refusalOf(mend('CN7001'))).to.equal('step-not-possible');
    expect(await refusalOf(mend('CN6999'))).to.equal('action-not-found');
    await open('CN7002');
    await add(office, 'CN7002', [
      { classId: spokenOf, intent: 'change', edit: { ...noEdit, payGrade: 'EX-19' } },
    ]);
    await step(office, 'CN7002', 'submit', office.ada);
    expect(await refusalOf(mend('CN7002'))).to.equal('step-not-possible');
  });
});
