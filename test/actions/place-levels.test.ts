// Levels of a series in an action: a change for each class that moves, beside what the action changes of it already, and
// all or nothing.
import { expect } from 'chai';
import { levelsInAction, placeLevels } from '../../server/actions/place-levels.ts';
import { openAction } from '../../server/actions/open-action.ts';
import type { ActionChoice } from '../../server/actions/into-action.ts';
import type { Move } from '../../server/model/series-levels.ts';
import { actionByNumber } from '../../server/store/actions.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import {
  acting,
  add,
  adopt,
  classId,
  instrument,
  noEdit,
  type Office,
  openOffice,
  refusalOf,
  step,
} from './office.ts';

const series = 'dock-clerks';
const opened: ActionChoice = { number: 'CN1', open: instrument };
const given: ActionChoice = { number: 'CN1', open: null };
const move = (number: number, to: number): Move => ({ classId: classId(number), from: 1, to });

describe('levels placed by an action', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
  });
  afterEach(() => office.close());

  const place = (into: ActionChoice, ...moves: readonly Move[]) =>
    placeLevels(acting(office, office.ada), into, series, moves);
  const levels = async (number: string | null) =>
    (await levelsInAction(office.store, series, { number, on: '2027-01-01' })).map(({ title, level }) => [
      title,
      level,
    ]);

  it('are changes of an action that is opened for them, and stand in no other', async () => {
    await place(opened, move(2, 2), move(3, 3));
    const arranged = [
      ['Dock Clerk 1', 1],
      ['Dock Clerk 2', 2],
      ['Dock Clerk 3', 3],
    ];
    expect(await levels('CN1')).to.deep.equal(arranged);
    expect((await levels(null)).map(([, level]) => level)).to.deep.equal([1, 1, 1]);
    const drafts = await draftsOf(office.store, 'CN1');
    expect(drafts.map(({ classId: id, intent }) => [id, intent])).to.deep.equal([
      [classId(2), 'change'],
      [classId(3), 'change'],
    ]);
    await step(office, 'CN1', 'submit', office.ada);
    await adopt(office, 'CN1');
    expect(await levels(null)).to.deep.equal(arranged);
  });

  it('leave as it is what the action changes of a class already', async () => {
    await openAction(acting(office, office.ada), 'CN1', instrument);
    const edit = { ...noEdit, title: 'Quay Clerk', payGrade: 'G-9' };
    await add(office, 'CN1', [{ classId: classId(2), intent: 'change', edit }]);
    await place(given, move(2, 4));
    const [draft, ...others] = await draftsOf(office.store, 'CN1');
    expect(others).to.deep.equal([]);
    expect(draft?.body).to.deep.include({ title: 'Quay Clerk', series: { id: series, level: 4 } });
    expect(draft?.body.sections.details).to.include({ payGrade: 'G-9' });
  });

  it('move no class that the action abolishes, and then move none', async () => {
    await openAction(acting(office, office.ada), 'CN1', instrument);
    await add(office, 'CN1', [{ classId: classId(1), intent: 'abolish', edit: noEdit }]);
    expect(await refusalOf(place(given, move(1, 2), move(2, 3)))).to.equal('step-not-possible');
    expect((await draftsOf(office.store, 'CN1')).map(({ classId: id }) => id)).to.deep.equal([classId(1)]);
    expect((await levels('CN1')).map(([title]) => title)).to.deep.equal(['Dock Clerk 2', 'Dock Clerk 3']);
  });

  it('open no action where a class is not there', async () => {
    expect(await refusalOf(place(opened, { classId: 'class-nobody', from: 1, to: 2 }))).to.equal(
      'class-not-found',
    );
    expect(await actionByNumber(office.store, 'CN1')).to.equal(null);
  });

  it('are not placed in an action that is submitted', async () => {
    await place(opened, move(2, 2));
    await step(office, 'CN1', 'submit', office.ada);
    expect(await refusalOf(place(given, move(3, 3)))).to.not.equal('not refused');
  });
});
