// Whoever is refused by an action is in the audit, whatever the refusal rests on; whoever is not, is not.
import { expect } from 'chai';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { actOrNoteRefusal } from '../../server/actions/note-refusal.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { takeStep } from '../../server/actions/take-step.ts';
import type { Person } from '../../server/model/person.ts';
import { type Act, procedures } from '../../server/model/workflow.ts';
import { latestAudit } from '../../server/store/audit.ts';
import { acting, displayed, type Office, openOffice, openReady, refusalOf, save, step } from './office.ts';

describe('acting on an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ procedure: procedures.posted });
    await openReady(office, 'CN1', [1]);
  });
  afterEach(() => office.close());

  async function take(act: Exclude<Act, 'ratify'>, by: Person, shown?: string): Promise<unknown> {
    const hash = shown ?? (await displayed(office, 'CN1'));
    return actOrNoteRefusal<unknown>(acting(office, by), { act, number: 'CN1' }, () =>
      act === 'adopt'
        ? approveAdoption(acting(office, by), 'CN1', hash)
        : takeStep(acting(office, by), { number: 'CN1', act, displayed: hash, note: null }),
    );
  }

  async function audited() {
    const entries = await latestAudit(office.store, { before: null, limit: 100 });
    return entries.filter(({ act }) => act === 'refused');
  }

  type Taken = readonly [Act, Person, Promise<unknown>];

  /** Each leads to one refusal. */
  const ways: Readonly<Record<string, () => Taken | Promise<Taken>>> = {
    'role-needed': () => ['submit', office.cora, take('submit', office.cora)],
    'moved-since-shown': () => ['submit', office.ada, take('submit', office.ada, 'f'.repeat(64))],
    'step-not-possible': () => ['adopt', office.cora, take('adopt', office.cora)],
    'not-adoptable': async () => {
      await save(office, 'CN1', 1, { body: (text) => ({ ...text, title: '' }) });
      return ['submit', office.ada, take('submit', office.ada)];
    },
    'own-change': async () => {
      await save(office, 'CN1', 1, { by: office.cora, body: (text) => ({ ...text, title: 'T' }) });
      await step(office, 'CN1', 'submit', office.ada);
      return ['post', office.cora, take('post', office.cora)];
    },
    'comments-open': async () => {
      await step(office, 'CN1', 'submit', office.ada);
      await step(office, 'CN1', 'post', office.cora);
      return ['adopt', office.cora, take('adopt', office.cora)];
    },
    'note-needed': async () => {
      await step(office, 'CN1', 'submit', office.ada);
      return ['return', office.cora, take('return', office.cora)];
    },
  };
  for (const [code, way] of Object.entries(ways)) {
    it(`is refused for ${code}, and the audit says to whom`, async () => {
      const [act, by, taken] = await way();
      expect(await refusalOf(taken)).to.equal(code);
      const [entry, ...others] = await audited();
      expect(others).to.deep.equal([]);
      expect(entry).to.include({ personId: by.id, subject: 'action CN1' });
      expect(entry?.detail).to.include({ act, code });
    });
  }

  it('leaves no refusal where it was done, and none where the fault is ours', async () => {
    await take('submit', office.ada);
    expect((await requireAction(office.store, 'CN1')).step).to.equal('in review');
    const fault = actOrNoteRefusal(acting(office, office.ada), { act: 'withdraw', number: 'CN1' }, () =>
      Promise.reject(new Error('ours')),
    );
    expect(await fault.catch((error: unknown) => error)).to.have.property('message', 'ours');
    expect(await audited()).to.deep.equal([]);
  });

  it('is refused to who is disabled, though the role was given', async () => {
    const gone = { ...office.ada, isDisabled: true };
    expect(await refusalOf(take('submit', gone))).to.equal('role-needed');
  });
});
