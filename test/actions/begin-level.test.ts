// A new level beside a neighbour: the class, and room for it, in one action and one transaction.
import { expect } from 'chai';
import { beginLevel, type NewLevel } from '../../server/actions/begin-level.ts';
import type { ActionChoice } from '../../server/actions/into-action.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { levelsInAction, placeLevels } from '../../server/actions/place-levels.ts';
import { highestLevel } from '../../server/model/series-levels.ts';
import { actionByNumber } from '../../server/store/actions.ts';
import { draftOf, draftsOf } from '../../server/store/drafts.ts';
import { acting, add, classId, instrument, noEdit, type Office, openOffice } from './office.ts';

const opened: ActionChoice = { number: 'CN1', open: instrument };
const given: ActionChoice = { number: 'CN1', open: null };
const wanted: NewLevel = {
  seriesId: 'dock-clerks',
  neighbour: classId(1),
  side: 'above',
  title: 'Dock Lead',
};

describe('a new level of a series', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    const moves = [2, 3].map((number) => ({ classId: classId(number), from: 1, to: number }));
    await placeLevels(acting(office, office.ada), { ...opened, number: 'CN0' }, 'dock-clerks', moves);
  });
  afterEach(() => office.close());

  const begin = (into: ActionChoice, changed: Partial<NewLevel> = {}) =>
    beginLevel(acting(office, office.ada), into, { ...wanted, ...changed });
  const levels = async (number: string) =>
    (await levelsInAction(office.store, 'dock-clerks', { number, on: '2027-01-01' })).map(
      ({ title, level }) => `${level} ${title}`,
    );

  it('begins as a copy without code and grade, and moves those above it up', async () => {
    const begun = await begin({ number: 'CN0', open: null });
    if (begun.outcome !== 'begun') throw new Error(begun.outcome);
    expect(await levels('CN0')).to.deep.equal([
      '1 Dock Clerk 1',
      '2 Dock Lead',
      '3 Dock Clerk 2',
      '4 Dock Clerk 3',
    ]);
    const draft = await draftOf(office.store, 'CN0', begun.classId);
    expect(draft).to.include({ intent: 'create', baseNumber: null });
    expect(draft?.body).to.include({ code: null, title: 'Dock Lead' });
    expect(draft?.body.sections.details).to.not.have.any.keys('payGrade', 'establishedOn');
    expect(JSON.stringify(draft?.body.sections.duties)).to.contain('Collects fees.');
  });

  it('takes the place of its neighbour below, where nothing is empty', async () => {
    await begin({ number: 'CN0', open: null }, { neighbour: classId(2), side: 'below' });
    expect(await levels('CN0')).to.deep.equal([
      '1 Dock Clerk 1',
      '2 Dock Lead',
      '3 Dock Clerk 2',
      '4 Dock Clerk 3',
    ]);
  });

  it('copies the neighbour as the action has it', async () => {
    await openAction(acting(office, office.ada), 'CN1', instrument);
    await add(office, 'CN1', [
      { classId: classId(1), intent: 'change', edit: { ...noEdit, title: 'Quay Clerk' } },
    ]);
    await begin(given);
    expect(await levels('CN1'))
      .to.include('1 Quay Clerk')
      .and.include('2 Dock Lead');
  });

  it('opens no action where the neighbour stands in no such series', async () => {
    for (const changed of [{ neighbour: 'class-nobody' }, { seriesId: 'porters' }])
      expect(await begin(opened, changed)).to.deep.equal({ outcome: 'no-neighbour' });
    expect(await actionByNumber(office.store, 'CN1')).to.equal(null);
  });

  it('is not beside a class that the action abolishes', async () => {
    await openAction(acting(office, office.ada), 'CN1', instrument);
    await add(office, 'CN1', [{ classId: classId(1), intent: 'abolish', edit: noEdit }]);
    expect(await begin(given)).to.deep.equal({ outcome: 'no-neighbour' });
    expect(await draftsOf(office.store, 'CN1')).to.have.length(1);
  });

  it('finds no room above the highest level, and then changes nothing', async () => {
    const top = [{ classId: classId(1), from: 1, to: highestLevel }];
    await placeLevels(acting(office, office.ada), opened, 'dock-clerks', top);
    expect(await begin(given)).to.deep.equal({ outcome: 'no-room' });
    expect(await draftsOf(office.store, 'CN1')).to.have.length(1);
  });
});
