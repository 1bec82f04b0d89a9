// What was known at an earlier time: for staff, on every page of the plan, said on the page and kept by nobody else.
import { expect } from 'chai';
import { openAction } from '../../server/actions/open-action.ts';
import { acting, add, instrument, noEdit, step } from '../actions/office.ts';
import { now, type Served, type SignedIn, signedIn } from '../tools.ts';
import { adoptPosted, sampleOffice } from './sample-office.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

const pages = [
  '/',
  '/classes',
  '/classes?q=librarian',
  '/classes/CI2788',
  '/classes/CI2788/2025-01-01',
  '/classes/CI2788.json',
  '/classes/CI2788/history.json',
  '/classes/CI2788/revisions',
  '/classes/CI2788/revisions/1',
  '/series',
  '/series/it-management',
  '/series/it-management/statements',
  '/series/it-management/statements.json',
  '/actions',
  '/actions/CN1746',
];
const later = new Date(now.getTime() + 600_000);
const early = now.toISOString();
const late = later.toISOString();

function withKnown(path: string, knownAt: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}knownAt=${encodeURIComponent(knownAt)}`;
}

describe('what was known at an earlier time', () => {
  let site: Served;
  let staff: SignedIn;

  /** Ten minutes after the sample plan, CN1999 renames and regrades the Librarian, back to July 1, 2026. */
  before(async () => {
    let time = now;
    site = await sampleSite({ clock: { now: () => time } });
    staff = await signedIn(site, 'manager');
    const office = await sampleOffice(site);
    const edit = { ...noEdit, title: 'Reference Librarian', code: 'CL4199', payGrade: 'PR-29' };
    await openAction(acting(office, office.ada), 'CN1999', { ...instrument, effectiveOn: '2026-07-01' });
    await add(office, 'CN1999', [{ classId: 'class-librarian', intent: 'change', edit }]);
    await step(office, 'CN1999', 'submit', office.ada);
    await step(office, 'CN1999', 'post', office.cora);
    time = later;
    await adoptPosted(office, 'CN1999');
  });
  after(() => site.close());

  async function read(path: string, knownAt: string): Promise<string> {
    const answer = await staff(withKnown(path, knownAt));
    expect(answer.status, path).to.equal(200);
    expect(answer.headers.get('cache-control'), path).to.equal('private, no-store');
    expect(answer.headers.get('etag'), path).to.equal(null);
    return answer.text();
  }

  for (const path of pages) {
    it(`${path} is refused to readers and shown to staff`, async () => {
      const refused = await get(site, withKnown(path, early), { Accept: 'text/html' });
      expect(refused.status).to.equal(401);
      expect(refused.headers.get('cache-control')).to.equal('no-store');
      expect(await refused.text()).to.contain('is for the staff of the plan');
      await read(path, early);
    });
  }

  it('is refused to staff where it is no instant', async () => {
    for (const text of ['yesterday', '2024-02-30', '2024-07-01T25:00Z', '2024'])
      expect((await staff(withKnown('/classes', text))).status, text).to.equal(400);
  });

  it('leaves out what was recorded later, on every kind of page', async () => {
    expect(await read('/classes?q=librar', early)).to.not.contain('CL4199');
    expect(await read('/classes?q=librar', late)).to.contain('/classes/CL4199?knownAt&#x3D;');
    expect(await read('/series/library-services', early)).to.contain('>Librarian</a>');
    expect(await read('/series/library-services', late)).to.contain('>Reference Librarian</a>');
    expect(await read('/actions', early)).to.not.match(/CN1999<\/strong>[^<]*<\/a><span>Decided/);
    expect(await read('/actions', late)).to.match(/CN1999<\/strong>[^<]*<\/a><span>Decided/);
    expect(await read('/', early)).to.not.contain('Reference Librarian');
    expect(await read('/', late)).to.contain('Reference Librarian');
  });

  it('has the class at the code and with the text known then, whatever its address is now', async () => {
    const body = await read('/classes/CL4102', early);
    expect(body).to.contain('<h1>Librarian <span class="code">CL4102</span></h1>');
    expect(body).to.contain(
      'This is the plan of today, November 22, 2026, as known at November 22, 2026 at 10:00:00 AM.',
    );
    expect(body).to.contain('All revisions (3)').and.not.contain('PR-29');
    const moved = await staff(withKnown('/classes/CL4199', late));
    expect(moved.status).to.equal(200);
    const unknown = await staff(withKnown('/classes/CL4199', early));
    expect(unknown.status).to.equal(404);
    const former = await staff(withKnown('/classes/CL4102', late));
    expect(former.headers.get('location')).to.equal(`/classes/CL4199?knownAt=${encodeURIComponent(late)}`);
  });

  it('tells the two times apart: what applied on a day, as it was known then and as it is known now', async () => {
    const known = await read('/classes/CL4102/2026-08-01', early);
    expect(known).to.contain('as it stood on August 1, 2026, as known at November 22, 2026 at 10:00:00 AM');
    expect(known).to.contain('<h1>Librarian ');
    const present = await get(site, '/classes/CL4199/2026-08-01');
    expect(await present.text()).to.contain('<h1>Reference Librarian ');
  });

  it('shows a posted action as proposed until its decision was recorded', async () => {
    const proposed = await read('/classes/CL4102', early);
    expect(proposed).to.contain('A change of this class is proposed by CN1999');
    expect(await read('/actions/CN1999', early))
      .to.contain('Proposed: posted, not decided')
      .and.not.contain('Decided</dt>');
    expect(await read('/actions/CN1999', late)).to.contain('>Adopted<');
    expect(await read('/classes/CL4199', late)).to.not.contain('is proposed by');
    const unposted = new Date(now.getTime() - 1).toISOString();
    expect((await staff(withKnown('/actions/CN1999', unposted))).status).to.equal(404);
  });

  it('is kept by the links and the forms of the page', async () => {
    for (const path of ['/', '/classes', '/series', '/series/it-management', '/actions', '/classes/CI2788']) {
      const body = await read(path, early);
      const main = /<main[^]*<\/main>/.exec(body)?.[0] ?? '';
      // A feed is of today for whoever follows it.
      const hrefs = hrefsIn(main).filter((href) => /^\/(?:classes|series|actions)\b(?!.*\.atom$)/.test(href));
      const [way, ...others] = hrefs.filter((href) => !href.includes('knownAt='));
      expect([way, others], path).to.deep.equal([path === '/' ? undefined : path, []]);
    }
    const field = `<input type="hidden" name="knownAt" value="${early}">`;
    expect(await read('/classes', early)).to.contain(field);
    expect(await read('/', early)).to.contain(field);
  });

  it('knows nothing of a time before the record', async () => {
    expect((await staff(withKnown('/classes/CI2788', '2020-01-01'))).status).to.equal(404);
    expect(await read('/classes', '2020-01-01')).to.contain('0 classes');
    expect(await read('/', '2020-01-01')).to.not.contain('This plan is empty');
  });

  it('may be a date, which is the end of that day where the plan is', async () => {
    const body = await read('/classes', '2026-11-22');
    expect(body).to.contain('as known at November 22, 2026 at 11:59:59 PM');
  });
});
