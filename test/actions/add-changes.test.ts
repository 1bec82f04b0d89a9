// Putting changes into an action and taking them out: one, or hundreds at once.
import { expect } from 'chai';
import { type AddedChange, addNewClass, removeChange } from '../../server/actions/add-changes.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { logOf } from '../../server/store/action-log.ts';
import { authorsOf } from '../../server/store/actions.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { clerk } from '../model/dock-clerk.ts';
import {
  acting,
  add,
  adopt,
  classId,
  codeOf,
  draftIn,
  noEdit,
  type Office,
  openOffice,
  openReady,
  openWith,
  refusalOf,
  save,
  step,
} from './office.ts';

describe('adding changes to an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ classes: 5 });
  });
  afterEach(() => office.close());

  const change = (number: number, changed: Partial<AddedChange> = {}): AddedChange => ({
    ...{ classId: classId(number), intent: 'change', edit: noEdit },
    ...changed,
  });

  it('begins each with the text in force, in the order in which they were added', async () => {
    await openWith(office, 'CN1', [3, 1]);
    await add(office, 'CN1', [change(2, { intent: 'abolish' })]);
    const drafts = await draftsOf(office.store, 'CN1');
    expect(drafts.map((draft) => draft.classId)).to.deep.equal([3, 1, 2].map(classId));
    expect(drafts.map(({ position }) => position)).to.deep.equal([1, 2, 3]);
    expect(drafts.map(({ intent }) => intent)).to.deep.equal(['change', 'change', 'abolish']);
    expect(drafts[0]).to.include({ baseNumber: 1, effectiveOn: null, carry: null, savedBy: 'ada' });
    expect(drafts[0]?.body).to.deep.equal({ ...clerk, code: codeOf(3), title: 'Dock Clerk 3' });
  });

  const edits = [
    ['regrades', { payGrade: 'G-9' }, ['sections', 'details', 'payGrade'], 'G-9'],
    ['retitles', { title: 'Port Clerk' }, ['title'], 'Port Clerk'],
    ['recodes', { code: 'PK0001' }, ['code'], 'PK0001'],
    ['moves', { series: { id: 'port-clerks', level: 1 } }, ['series', 'id'], 'port-clerks'],
  ] as const;
  for (const [what, edit, path, value] of edits) {
    it(`${what} at once, and changes nothing else`, async () => {
      await openWith(office, 'CN1', []);
      await add(office, 'CN1', [change(1, { edit: { ...noEdit, ...edit } })]);
      const { body } = await draftIn(office, 'CN1', 1);
      expect(body).to.have.nested.property(path.join('.'), value);
      const { body: plain } = await latest1(office);
      expect(differing(plain, body)).to.deep.equal([path.join('.')]);
    });
  }

  it('leaves a class that it holds as it stands there', async () => {
    await openWith(office, 'CN1', [1]);
    await save(office, 'CN1', 1, { body: (text) => ({ ...text, title: 'Edited' }) });
    const before = await requireAction(office.store, 'CN1');
    await add(office, 'CN1', [change(1)]);
    expect(await requireAction(office.store, 'CN1')).to.deep.equal(before);
    await add(office, 'CN1', [change(1), change(2), change(2)]);
    expect((await draftIn(office, 'CN1', 1)).body.title).to.equal('Edited');
    const log = await logOf(office.store, 'CN1');
    expect(log.filter(({ act }) => act === 'add').map(({ snapshot }) => snapshot)).to.deep.equal([
      { classes: [classId(1)] },
      { classes: [classId(2)] },
    ]);
  });

  it('adds all or none', async () => {
    await openWith(office, 'CN1', []);
    const wrong = change(1, { classId: 'class-nobody' });
    expect(await refusalOf(add(office, 'CN1', [change(1), wrong, change(2)]))).to.equal('class-not-found');
    expect(await draftsOf(office.store, 'CN1')).to.deep.equal([]);
  });

  it('begins with the text of the day on which the action takes effect', async () => {
    await openReady(office, 'CN1', [1], { effectiveOn: '2027-01-01' });
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    await openWith(office, 'CN2', [1], { effectiveOn: '2026-12-31' });
    await openWith(office, 'CN3', [1], { effectiveOn: '2027-01-01' });
    await openWith(office, 'CN4', [1], { effectiveOn: null });
    const bases = ['CN2', 'CN3', 'CN4'].map(async (number) => (await draftIn(office, number, 1)).baseNumber);
    expect(await Promise.all(bases)).to.deep.equal([1, 2, 1]);
  });

  it('takes in a class that does not exist yet, under an id of its own', async () => {
    await openWith(office, 'CN1', [1]);
    const ids = [
      await addNewClass(acting(office, office.ben), 'CN1', clerk),
      await addNewClass(acting(office, office.ben), 'CN1', clerk),
    ];
    expect(new Set(ids)).to.have.property('size', 2);
    const drafts = await draftsOf(office.store, 'CN1');
    expect(
      drafts.slice(1).map(({ classId, intent, baseNumber }) => [classId, intent, baseNumber]),
    ).to.deep.equal(ids.map((id) => [id, 'create', null]));
    expect(await authorsOf(office.store, 'CN1')).to.have.members(['ada', 'ben']);
  });

  it('takes out one, and the hash of the action moves', async () => {
    await openWith(office, 'CN1', [1, 2]);
    const { hash } = await requireAction(office.store, 'CN1');
    await removeChange(acting(office, office.ben), 'CN1', classId(1));
    expect((await draftsOf(office.store, 'CN1')).map((draft) => draft.classId)).to.deep.equal([classId(2)]);
    expect((await requireAction(office.store, 'CN1')).hash).not.to.equal(hash);
    expect(await authorsOf(office.store, 'CN1')).to.have.members(['ada', 'ben']);
    expect(await refusalOf(removeChange(acting(office, office.ben), 'CN1', classId(1)))).to.equal(
      'change-not-found',
    );
    expect((await logOf(office.store, 'CN1')).at(-1)).to.include({ act: 'remove', by: 'ben' });
  });

  it('refuses an action that is not there', async () => {
    expect(await refusalOf(add(office, 'CN9', [change(1)]))).to.equal('action-not-found');
  });
});

describe('adding hundreds of changes', () => {
  it('holds each of them once, ready to be adopted', async () => {
    const office = await openOffice({ classes: 400 });
    const all = Array.from({ length: 400 }, (_, index) => index + 1);
    await openReady(office, 'CN1', all);
    const drafts = await draftsOf(office.store, 'CN1');
    expect(drafts.map((draft) => draft.classId)).to.deep.equal(all.map(classId));
    expect(await step(office, 'CN1', 'submit', office.ada)).to.equal('in review');
    await office.close();
  });
});

async function latest1(office: Office) {
  await openWith(office, 'CN-plain', [1]);
  return draftIn(office, 'CN-plain', 1);
}

/** The paths of the values that differ. */
function differing(one: unknown, other: unknown, path: readonly string[] = []): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [path.join('.')];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differing((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], [...path, key]),
  );
}
