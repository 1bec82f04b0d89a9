// Opening a classification action and editing the instrument itself.
import { expect } from 'chai';
import { editAction, openAction } from '../../server/actions/open-action.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { logOf } from '../../server/store/action-log.ts';
import { authorsOf } from '../../server/store/actions.ts';
import { appendRevision, type NewRevision } from '../../server/store/record.ts';
import { now } from '../tools.ts';
import { acting, classId, instrument, type Office, openOffice, openReady, refusalOf } from './office.ts';

const decidedElsewhere: NewRevision<'action'> = {
  ...{ subject: 'action', subjectId: 'CN2', status: 'active', changes: ['create'], events: [] },
  ...{
    effectiveOn: '2019-01-01',
    decidedOn: '2019-01-01',
    recordedAt: now.toISOString(),
    recordedBy: 'test',
    action: 'CN2',
  },
  body: {
    ...instrument,
    ...{ number: 'CN2', step: 'adopted', decidedOn: '2019-01-01', approvedHash: null, changes: [] },
    ...{ postedOn: null, commentsUntil: null, ratifiedOn: null, ratifiedBy: null },
  },
};

describe('opening an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const open = (number: string, changed: object = {}) =>
    openAction(acting(office, office.ada), number, { ...instrument, ...changed });

  it('refuses a number that another action has in other letters', async () => {
    await open('CN1');
    expect(await refusalOf(open('cn1'))).to.equal('step-not-possible');
  });

  it('begins a draft that names its opener', async () => {
    await open('CN1');
    const action = await requireAction(office.store, 'CN1');
    expect(action).to.include({
      ...instrument,
      number: 'CN1',
      step: 'draft',
      openedBy: 'ada',
      postedOn: null,
      decidedOn: null,
    });
    expect(await authorsOf(office.store, 'CN1')).to.deep.equal(['ada']);
    const [entry, ...none] = await logOf(office.store, 'CN1');
    expect(none).to.deep.equal([]);
    expect(entry).to.include({ act: 'open', step: 'draft', by: 'ada', hash: action.hash });
  });

  it('takes no number twice, neither of an action here nor of one that the record holds', async () => {
    await open('CN1');
    expect(await refusalOf(open('CN1'))).to.equal('step-not-possible');
    expect(await logOf(office.store, 'CN1')).to.have.length(1);
    await office.store.transaction((transaction) => appendRevision(transaction, decidedElsewhere));
    expect(await refusalOf(open('CN2'))).to.equal('step-not-possible');
  });

  const misshapen = [
    ['a number with a space', 'CN 1', {}],
    ['no number', '', {}],
    ['no title', 'CN1', { title: '' }],
    ['a title of two lines', 'CN1', { title: 'One\nTwo' }],
    ['a long title', 'CN1', { title: 'x'.repeat(301) }],
    ['no reason', 'CN1', { reason: ' ' }],
    ['no authority', 'CN1', { authority: '' }],
    ['a day that is none', 'CN1', { effectiveOn: '2027-02-30' }],
  ] as const;
  for (const [what, number, changed] of misshapen) {
    it(`refuses ${what}, which the record could not take`, async () => {
      expect(await refusalOf(open(number, changed))).to.equal('form-not-readable');
      expect(await refusalOf(requireAction(office.store, number))).to.equal('action-not-found');
    });
  }

  it('lets the words be edited by whoever saw them last, and counts the editor among the authors', async () => {
    await open('CN1');
    const { hash } = await requireAction(office.store, 'CN1');
    const edit = (title: string) =>
      editAction(acting(office, office.ben), 'CN1', hash, { ...instrument, title });
    await edit('Clerks of all docks');
    const edited = await requireAction(office.store, 'CN1');
    expect(edited.title).to.equal('Clerks of all docks');
    expect(edited.hash).not.to.equal(hash);
    expect(await refusalOf(edit('Too late'))).to.equal('moved-since-shown');
    expect((await requireAction(office.store, 'CN1')).title).to.equal('Clerks of all docks');
    expect(await authorsOf(office.store, 'CN1')).to.have.members(['ada', 'ben']);
    expect((await logOf(office.store, 'CN1')).map(({ act }) => act)).to.deep.equal(['open', 'edit']);
  });

  it('refuses misshapen words in an edit too', async () => {
    await open('CN1');
    const { hash } = await requireAction(office.store, 'CN1');
    const edit = editAction(acting(office, office.ada), 'CN1', hash, { ...instrument, title: '' });
    expect(await refusalOf(edit)).to.equal('form-not-readable');
  });

  it('keeps in the audit who did what', async () => {
    await openReady(office, 'CN1', [1]);
    const audit = await office.store.db
      .selectFrom('audit')
      .select(['act', 'subject', 'person_id', 'detail'])
      .execute();
    expect(audit.map(({ act }) => act)).to.deep.equal(['action-open', 'action-add']);
    expect(audit[1]).to.include({ subject: 'action CN1', person_id: 'ada' });
    expect(JSON.parse(audit[1]?.detail ?? '')).to.deep.equal({ classes: [classId(1)] });
  });
});
