// The steps of an action: each possible one is taken, every other refused; nobody decides on a change of their own, and
// whoever acts names what was displayed.
import { expect } from 'chai';
import { addChanges, addNewClass, removeChange } from '../../server/actions/add-changes.ts';
import { approveAdoption } from '../../server/actions/approve-adoption.ts';
import { carryOutAdoption } from '../../server/actions/carry-out-adoption.ts';
import { editAction } from '../../server/actions/open-action.ts';
import { ratifyAction } from '../../server/actions/ratify-action.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { takeStep } from '../../server/actions/take-step.ts';
import type { Person } from '../../server/model/person.ts';
import { type Act, possibleActs, procedures, type Step } from '../../server/model/workflow.ts';
import { logOf } from '../../server/store/action-log.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { clerk } from '../model/dock-clerk.ts';
import {
  acting,
  add,
  adopt,
  approve,
  classId,
  displayed,
  instrument,
  noEdit,
  type Office,
  openOffice,
  openReady,
  openWith,
  refusalOf,
  save,
  setProcedure,
  step,
} from './office.ts';

const steps: readonly Step[] = ['draft', 'in review', 'posted', 'provisional', 'adopted', 'withdrawn'];
const acts: readonly Act[] = ['submit', 'return', 'post', 'reopen', 'adopt', 'ratify', 'withdraw'];
const posted = { ...procedures.posted, postingDays: 0 };
const provisional = { ...procedures.provisional, postingDays: 0 };

/** Brings a ready action to a step, by the acts that lead there. */
async function bring(office: Office, number: string, goal: Step): Promise<void> {
  await openReady(office, number, [1]);
  if (goal === 'draft') return;
  await step(office, number, 'submit', office.ada);
  if (goal === 'in review') return;
  if (goal === 'withdrawn') return void (await step(office, number, 'withdraw', office.ada));
  if (goal === 'posted' || goal === 'provisional') {
    await setProcedure(office.store, goal === 'posted' ? posted : provisional);
    await step(office, number, 'post', office.cora);
  }
  if (goal === 'provisional' || goal === 'adopted') await adopt(office, number);
}

async function take(office: Office, number: string, act: Act): Promise<void> {
  if (act === 'adopt') await adopt(office, number);
  else if (act === 'ratify') await ratify(office, number);
  else await step(office, number, act, office.dan, 'A note.');
}

async function ratify(office: Office, number: string, by = office.dan, shown?: string): Promise<void> {
  const hash = shown ?? (await revisionsOf(office.store, 'action', number)).at(-1)?.hash ?? 'none';
  await ratifyAction(acting(office, by), number, hash, { ratifiedBy: 'Ordinance 7', decidedOn: null });
}

async function stateOf(office: Office, number: string) {
  const { store } = office;
  return [
    await requireAction(store, number),
    await draftsOf(store, number),
    await logOf(store, number),
    await recordHead(store),
  ];
}

describe('taking a step', () => {
  let office: Office;
  afterEach(() => office.close());

  for (const [name, procedure] of Object.entries({
    administrative: procedures.administrative,
    posted,
    provisional,
  })) {
    for (const from of steps) {
      it(`from ${from} is possible where the ${name} procedure has it, and refused otherwise`, async () => {
        const begin = async () => {
          office = await openOffice();
          await bring(office, 'CN1', from);
          await setProcedure(office.store, procedure);
        };
        await begin();
        for (const act of acts) {
          const to = possibleActs(from, procedure)[act];
          const before = await stateOf(office, 'CN1');
          const answer = await refusalOf(take(office, 'CN1', act));
          expect(answer, act).to.equal(to === undefined ? 'step-not-possible' : 'not refused');
          if (to === undefined) {
            expect(await stateOf(office, 'CN1'), act).to.deep.equal(before);
          } else {
            expect((await requireAction(office.store, 'CN1')).step, act).to.equal(to);
            await office.close();
            await begin();
          }
        }
      });
    }
  }

  for (const from of steps.slice(1)) {
    it(`lets nobody write at the step ${from}`, async () => {
      office = await openOffice();
      await bring(office, 'CN1', from);
      const before = await stateOf(office, 'CN1');
      const { hash } = await requireAction(office.store, 'CN1');
      const by = acting(office, office.ada);
      const writings = [
        editAction(by, 'CN1', hash, instrument),
        add(office, 'CN1', [{ classId: classId(2), intent: 'change', edit: noEdit }]),
        addNewClass(by, 'CN1', clerk),
        removeChange(by, 'CN1', classId(1)),
        save(office, 'CN1', 1, { body: (text) => ({ ...text, title: 'T' }) }),
      ];
      for (const writing of writings) expect(await refusalOf(writing)).to.equal('step-not-possible');
      expect(await stateOf(office, 'CN1')).to.deep.equal(before);
    });
  }

  it('is told in the log, with note and hash', async () => {
    office = await openOffice();
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada, 'Please look.');
    const hash = await displayed(office, 'CN1');
    await step(office, 'CN1', 'return', office.cora, 'The duties are too short.');
    const [, , submitted, returned] = await logOf(office.store, 'CN1');
    expect(submitted).to.include({ act: 'submit', step: 'in review', by: 'ada', note: 'Please look.' });
    expect(returned).to.include({
      act: 'return',
      step: 'draft',
      by: 'cora',
      note: 'The duties are too short.',
      hash,
    });
  });

  it('keeps every posting as it was shown, also after an amendment', async () => {
    office = await openOffice({ procedure: procedures.posted });
    await bring(office, 'CN1', 'in review');
    await step(office, 'CN1', 'post', office.cora);
    expect(await requireAction(office.store, 'CN1')).to.include({
      postedOn: '2026-11-22',
      commentsUntil: '2026-12-06',
    });
    office.today = '2026-11-30';
    await step(office, 'CN1', 'reopen', office.ada);
    expect(await requireAction(office.store, 'CN1')).to.include({ postedOn: null, commentsUntil: null });
    await save(office, 'CN1', 1, { body: (text) => ({ ...text, title: 'Amended' }) });
    await step(office, 'CN1', 'submit', office.ada);
    await step(office, 'CN1', 'post', office.cora);
    expect(await requireAction(office.store, 'CN1')).to.include({
      postedOn: '2026-11-30',
      commentsUntil: '2026-12-14',
    });
    const postings = (await logOf(office.store, 'CN1')).filter(({ act }) => act === 'post');
    const titles = postings.map(({ snapshot }) => (snapshot as Posting).planned[0]?.body.title);
    expect(titles).to.deep.equal(['Dock Clerk 1', 'Amended']);
    expect((postings[0]?.snapshot as Posting).instrument).to.include({
      number: 'CN1',
      title: instrument.title,
    });
    expect((postings[0]?.snapshot as Posting).intents).to.deep.equal({ [classId(1)]: 'change' });
  });

  const unready = [
    ['holds nothing', async () => openWith(office, 'CN1', [])],
    ['changes nothing', async () => openWith(office, 'CN1', [1])],
    [
      'has one change that is not ready',
      async () => {
        await openReady(office, 'CN1', [1, 2]);
        await save(office, 'CN1', 2, { body: (text) => ({ ...text, title: '' }) });
      },
    ],
    ['has no date', async () => openReady(office, 'CN1', [1], { effectiveOn: null })],
  ] as const;
  for (const [what, prepare] of unready) {
    it(`does not submit an action that ${what}`, async () => {
      office = await openOffice();
      await prepare();
      expect(await refusalOf(step(office, 'CN1', 'submit', office.ada))).to.equal('not-adoptable');
      expect((await requireAction(office.store, 'CN1')).step).to.equal('draft');
    });
  }

  it('withdraws also what is not ready', async () => {
    office = await openOffice();
    await openWith(office, 'CN1', []);
    expect(await step(office, 'CN1', 'withdraw', office.ada)).to.equal('withdrawn');
  });

  it('is returned with a note only', async () => {
    office = await openOffice();
    await bring(office, 'CN1', 'in review');
    const shown = await displayed(office, 'CN1');
    const bare = { number: 'CN1', act: 'return', displayed: shown, note: null } as const;
    expect(await refusalOf(takeStep(acting(office, office.cora), bare))).to.equal('note-needed');
  });

  it('refuses every act on what has moved since it was displayed', async () => {
    office = await openOffice({ procedure: posted });
    await bring(office, 'CN1', 'in review');
    const shown = await displayed(office, 'CN1');
    await step(office, 'CN1', 'return', office.cora, 'Once more.');
    await save(office, 'CN1', 1, { body: (text) => ({ ...text, title: 'Moved' }) });
    const stale = (act: 'submit' | 'withdraw' | 'post' | 'return' | 'reopen') =>
      refusalOf(
        takeStep(acting(office, office.dan), { number: 'CN1', act, displayed: shown, note: 'A note.' }),
      );
    for (const act of ['submit', 'withdraw'] as const)
      expect(await stale(act), act).to.equal('moved-since-shown');
    await step(office, 'CN1', 'submit', office.ada);
    for (const act of ['post', 'return', 'withdraw'] as const)
      expect(await stale(act), act).to.equal('moved-since-shown');
    await step(office, 'CN1', 'post', office.cora);
    for (const act of ['reopen', 'withdraw'] as const)
      expect(await stale(act), act).to.equal('moved-since-shown');
    expect(await refusalOf(approveAdoption(acting(office, office.cora), 'CN1', shown))).to.equal(
      'moved-since-shown',
    );
  });

  it('moves with the class too: what another action recorded meanwhile must be seen first', async () => {
    office = await openOffice();
    await bring(office, 'CN1', 'in review');
    const shown = await displayed(office, 'CN1');
    await openWith(office, 'CN2', [1]);
    await save(office, 'CN2', 1, { body: (text) => ({ ...text, title: 'By CN2' }) });
    await step(office, 'CN2', 'submit', office.ada);
    await adopt(office, 'CN2');
    expect(await refusalOf(approveAdoption(acting(office, office.cora), 'CN1', shown))).to.equal(
      'moved-since-shown',
    );
    await adopt(office, 'CN1');
    expect((await revisionsOf(office.store, 'class', classId(1))).at(-1)?.body.title).to.equal('By CN2');
  });
});

interface Posting {
  readonly instrument: object;
  readonly intents: object;
  readonly planned: readonly { readonly body: { readonly title: string } }[];
}

describe('deciding on a change of one’s own', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ procedure: provisional });
  });
  afterEach(() => office.close());

  /** Every way to become an author, taken by Cora, who may approve. */
  const ways: Readonly<Record<string, (cora: Person) => Promise<unknown>>> = {
    'who edited the instrument': async (cora) => {
      const { hash } = await requireAction(office.store, 'CN1');
      await editAction(acting(office, cora), 'CN1', hash, { ...instrument, title: 'T' });
    },
    'who saved a draft': (cora) =>
      save(office, 'CN1', 1, { by: cora, body: (text) => ({ ...text, title: 'T' }) }),
    'who added a change': (cora) =>
      addChanges(
        acting(office, cora),
        'CN1',
        [{ classId: classId(3), intent: 'abolish', edit: noEdit }],
        office.today,
      ),
    'who added a class': async (cora) => {
      const id = await addNewClass(acting(office, cora), 'CN1', clerk);
      await removeChange(acting(office, office.ada), 'CN1', id);
    },
    'who took a change out': (cora) => removeChange(acting(office, cora), 'CN1', classId(2)),
  };
  for (const [who, write] of Object.entries(ways)) {
    it(`is refused to somebody ${who}, at every decision`, async () => {
      await openReady(office, 'CN1', [1, 2]);
      await write(office.cora);
      await step(office, 'CN1', 'submit', office.ada);
      expect(await refusalOf(step(office, 'CN1', 'post', office.cora))).to.equal('own-change');
      await step(office, 'CN1', 'post', office.dan);
      expect(await refusalOf(approve(office, 'CN1', office.cora))).to.equal('own-change');
      await approve(office, 'CN1', office.dan);
      await carryOutAdoption(office.tools, 'CN1', () => {});
      expect(await refusalOf(ratify(office, 'CN1', office.cora))).to.equal('own-change');
      await ratify(office, 'CN1', office.dan);
    });
  }

  it('is refused to the opener', async () => {
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.ada);
    expect(await refusalOf(step(office, 'CN1', 'post', office.ada))).to.equal('own-change');
  });

  it('is not in question for who only submitted, returned or looked', async () => {
    await openReady(office, 'CN1', [1]);
    await step(office, 'CN1', 'submit', office.cora);
    await step(office, 'CN1', 'return', office.cora, 'No.');
    await save(office, 'CN1', 1, { by: office.ben, body: (text) => ({ ...text, title: 'T' }) });
    await step(office, 'CN1', 'submit', office.ben);
    await step(office, 'CN1', 'post', office.cora);
    await adopt(office, 'CN1');
  });
});
