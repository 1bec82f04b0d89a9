// The series as analysts work on them: empty levels, an order that is arranged in the address and proposed by an action.
import { expect } from 'chai';
import { levelsInAction } from '../../../server/actions/place-levels.ts';
import { openAction } from '../../../server/actions/open-action.ts';
import { actionByNumber } from '../../../server/store/actions.ts';
import { draftsOf } from '../../../server/store/drafts.ts';
import { acting, add, instrument, noEdit, type Office } from '../../actions/office.ts';
import { type Served, signedIn, type SignedIn } from '../../tools.ts';
import { formFields } from '../form-fields.ts';
import { sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const page = '/manage/series/it-management';
const [manager, senior] = ['class-it-manager', 'class-it-manager-senior'];
const words = {
  ...{ action: '', actionNumber: 'CN1960', actionTitle: 'IT levels', actionReason: 'They were wrong.' },
  ...{ actionAuthority: 'Notice', actionEffectiveOn: '2027-02-01' },
};

describe('the tools of a series', () => {
  let site: Served;
  let office: Office;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    ada = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  const read = async (path: string) => (await ada(path)).text();
  const open = (number: string) =>
    openAction(acting(office, office.ada), number, { ...instrument, effectiveOn: '2027-02-01' });

  it('list the series with their levels, what is empty and what is proposed', async () => {
    await open('CN1960');
    const edit = { ...noEdit, series: { id: 'it-management', level: 7 } };
    await add(office, 'CN1960', [{ classId: manager, intent: 'change', edit }]);
    const html = await read('/manage/series');
    expect(html).to.contain(`href="${page}"`).and.contain('In CN1960').and.contain('IT Manager Senior');
    const one = await read(page);
    expect(one).to.contain('IT Manager (CI2787): from level 1 to 7');
    expect(await read(`${page}?in=CN1960`)).to.contain('Levels 1 and 6 are empty.');
  });

  it('move a class by one press, and nothing is changed by it', async () => {
    const html = await read(`${page}?move=above:${manager}`);
    expect(html).to.contain('Nothing is changed yet.').and.contain('now level 1').and.contain('now level 2');
    expect(await read(page)).to.not.contain('Propose this order');
    const fields = formFields(html, { action: page });
    expect(fields.classId).to.have.length(5);
    expect(fields.level).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  it('propose the order that is shown, in an action that is opened for it', async () => {
    const shown = formFields(await read(`${page}?move=above:${manager}`), { action: `${page}/levels` });
    const answer = await ada.post(`${page}/levels`, { ...shown, ...words });
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal('/manage/actions/CN1960');
    const levels = await levelsInAction(office.store, 'it-management', {
      number: 'CN1960',
      on: '2027-02-01',
    });
    expect(levels.slice(0, 2).map(({ classId }) => classId)).to.deep.equal([senior, manager]);
    expect(await draftsOf(office.store, 'CN1960')).to.have.length(2);
  });

  it('tell what is missing and keep what was typed', async () => {
    const shown = formFields(await read(`${page}?move=above:${manager}`), { action: `${page}/levels` });
    const answer = await ada.post(`${page}/levels`, { ...shown, ...words, actionNumber: '' });
    expect(answer.status).to.equal(422);
    expect(await answer.text())
      .to.contain('Give the action a number')
      .and.contain('They were wrong.');
    const wrong = await ada.post(`${page}/levels`, { classId: manager, level: '31', ...words });
    expect(await wrong.text()).to.contain('Give each class a level from 1 to 30.');
    const same = await ada.post(`${page}/levels`, { classId: manager, level: '1', ...words });
    expect(await same.text()).to.contain('The classes stand at these levels already.');
    expect(await actionByNumber(office.store, 'CN1960')).to.equal(null);
  });

  it('leave out of the address what is no level of a class of the series', async () => {
    for (const query of [
      'classId=nobody&level=3',
      `classId=${manager}&level=0`,
      'level=2',
      'move=above:',
      'move=x',
    ])
      expect(await read(`${page}?${query}`), query).to.not.contain('Propose this order');
    const odd = `${page}?classId[a]=1&level[b]=2&move[]=above:${manager}`;
    expect((await ada(odd)).status).to.be.oneOf([200, 400]);
  });

  it('are read by every role and proposed by analysts', async () => {
    const boss = await signedIn(site, 'manager');
    const html = await (await boss(page)).text();
    expect(html).to.contain('IT Manager Senior').and.not.contain('name="move"');
    expect((await boss.post(`${page}/levels`, { classId: manager, level: '2', ...words })).status).to.equal(
      403,
    );
  });

  it('know no series of another name', async () => {
    expect((await ada('/manage/series/alchemy')).status).to.equal(404);
    expect((await ada('/manage/series/%3Cscript%3E')).status).to.equal(404);
  });

  it('show what is hostile as letters', async () => {
    await open('CN1960');
    const title = '<img src=x onerror=alert(1)> {{7*7}}';
    const edit = { ...noEdit, title, series: { id: 'it-management', level: 9 } };
    await add(office, 'CN1960', [{ classId: manager, intent: 'change', edit }]);
    for (const path of [
      page,
      `${page}?in=CN1960`,
      `${page}/new-level?beside=${manager}&side=above&in=CN1960`,
    ]) {
      const html = await read(path);
      expect(html, path).to.contain('&lt;img src').and.contain('{{7*7}}').and.not.contain('<img src=x');
    }
  });
});
