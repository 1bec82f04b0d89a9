// The moderation of what the public says: what waits stands first, a reason is asked for, and all of it can be taken along.
import { expect } from 'chai';
import { receiveComment } from '../../../server/actions/receive-comment.ts';
import { commentsOf } from '../../../server/store/public-comments.ts';
import { type Office, setProcedure } from '../../actions/office.ts';
import { now, type Served, type SignedIn, signedIn } from '../../tools.ts';
import { formFields } from '../form-fields.ts';
import { post, sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const list = '/manage/comments';

describe('the moderation of comments', () => {
  let site: Served;
  let office: Office;
  let manager: SignedIn;
  let approver: SignedIn;

  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
    await post(office, 'CN1960', { classId: 'class-librarian', edit: { title: 'Reference Librarian' } });
    await post(office, 'CN1961', { classId: 'class-it-manager', edit: { title: 'Manager of Technology' } });
    manager = await signedIn(site, 'manager');
    approver = await signedIn(site, office.cora.email);
  });
  afterEach(() => site.close());

  const receive = (text: string, number = 'CN1960', name: string | null = null) =>
    receiveComment({ store: office.store, now, today: office.today }, { number, text, name, classId: null });
  const read = async (as: SignedIn, path: string) =>
    (await (await as(path)).text()).replaceAll('&#x3D;', '=');
  const target = (comment: number, number = 'CN1960') => `/manage/actions/${number}/comments/${comment}`;
  const publish = { decision: 'publish', reason: '', list: 'all' };

  it('says where there is nothing to do, and shows the way from the staff area', async () => {
    expect(await read(approver, list)).to.contain('Nobody has commented on an action yet.');
    await receive('First.');
    expect(await read(approver, '/manage'))
      .to.contain(`href="${list}"`)
      .and.contain('1 waits to be read');
    expect(await read(approver, '/manage/actions/CN1960')).to.contain('One comment, 1 waiting.');
    expect(await read(approver, '/manage/actions/CN1961')).to.not.contain('Comments of the public');
  });

  it('shows what waits first, and one action alone where it is chosen', async () => {
    for (const text of ['First.', 'Second.', 'Third.']) await receive(text, 'CN1960', 'Ida');
    await receive('Elsewhere.', 'CN1961');
    await approver.post(target(1), publish);
    const page = await read(approver, list);
    expect(page).to.match(/Second\.[^]*Third\.[^]*Elsewhere\.[^]*First\./);
    expect(page).to.contain('3 comments wait to be read.').and.contain('CN1960 (3, 2 waiting)');
    expect(page).to.contain(`Published by ${office.cora.name}`);
    const one = await read(approver, `${list}?action=CN1961`);
    expect(one).to.contain('Elsewhere.').and.not.contain('Second.');
    expect(one).to.contain('/manage/actions/CN1961/comments.csv');
    expect((await approver(`${list}?action=CN7`)).status).to.equal(404);
    expect((await approver(`${list}?page=2`)).status).to.equal(404);
  });

  it('is read by everybody on the staff, and done by analysts and approvers', async () => {
    await receive('First.');
    const page = await read(manager, list);
    expect(page).to.contain('First.').and.not.contain('>Publish');
    expect((await manager.post(target(1), publish)).status).to.equal(403);
    const analyst = await signedIn(site, office.ada.email);
    expect((await analyst.post(target(1), publish)).status).to.equal(303);
  });

  it('publishes with the form of the page, and leads back to the list that it came from', async () => {
    await receive('First.');
    const form = formFields(await read(approver, `${list}?action=CN1960`), { action: target(1) });
    const answer = await approver.post(target(1), { ...form, decision: 'publish' });
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, `${list}?action=CN1960`]);
    expect((await commentsOf(office.store, 'CN1960'))[0]?.decisions[0]?.decision).to.equal('publish');
    const again = formFields(await read(approver, list), { action: target(1) });
    expect(again).to.include({ decision: 'withhold', list: 'all' });
  });

  it('withholds for a reason only, which is asked for beside the comment', async () => {
    await receive('First.');
    const withhold = { decision: 'withhold', list: 'all' };
    for (const reason of ['', '   ', 'x'.repeat(1001)]) {
      const answer = await approver.post(target(1), { ...withhold, reason });
      const body = await answer.text();
      expect(answer.status).to.equal(422);
      expect(body.replaceAll('&#x3D;', '='))
        .to.contain('href="#field-reason-CN1960-1"')
        .and.contain('id="field-reason-CN1960-1"')
        .and.contain('<details open>');
    }
    expect((await approver.post(target(1), { ...withhold, reason: 'Names a colleague.' })).status).to.equal(
      303,
    );
    expect(await read(approver, list))
      .to.contain('Withheld by')
      .and.contain('Names a colleague.');
    expect((await approver.post(target(1), { ...publish, decision: 'burn' })).status).to.equal(422);
    for (const comment of ['9', '0', 'x'])
      expect((await approver.post(`/manage/actions/CN1960/comments/${comment}`, publish)).status).to.equal(
        404,
      );
  });

  it('goes on page by page, also from a form that came back', async () => {
    for (let count = 1; count <= 51; count += 1) await receive(`Comment ${count}.`);
    const next = 'href="/manage/comments?action=CN1960&amp;page=2"';
    expect(await read(approver, `${list}?action=CN1960`)).to.contain(next);
    const back = await approver.post(target(1), { decision: 'withhold', reason: '', list: 'all' });
    expect((await back.text()).replaceAll('&#x3D;', '=')).to.contain(next);
    expect(await read(approver, `${list}?page=2`))
      .to.contain('Comment 51.')
      .and.contain('Page 2 of 2');
    expect((await approver(`${list}?page=3`)).status).to.equal(404);
  });

  it('gives all of it away as a table and as data, to the staff', async () => {
    await receive('=HYPERLINK("https://evil.example")', 'CN1960', 'Ida');
    await receive('Elsewhere.', 'CN1961');
    await approver.post(target(1), { decision: 'withhold', reason: 'Spam.', list: 'all' });
    const csv = await manager('/manage/actions/CN1960/comments.csv');
    expect(csv.headers.get('content-type')).to.equal('text/csv; charset=utf-8');
    expect(csv.headers.get('content-disposition')).to.equal('attachment; filename="CN1960_comments.csv"');
    expect(csv.headers.get('cache-control')).to.equal('private, no-store');
    const table = await csv.text();
    expect(table).to.contain(`"'=HYPERLINK(""https://evil.example"")"`).and.contain('Spam.');
    expect(table).to.not.contain('Elsewhere.');
    const json = await manager('/manage/actions/CN1960/comments.json');
    expect(json.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    const { action, comments } = (await json.json()) as { action: string; comments: { standing: string }[] };
    expect([action, comments.map(({ standing }) => standing)]).to.deep.equal(['CN1960', ['withheld']]);
    expect((await manager('/manage/actions/CN9/comments.csv')).status).to.equal(404);
  });
});
