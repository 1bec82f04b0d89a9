// The plan on any date: each list and page of it says which date it shows, leads back to today, and stays at its date.
import { expect } from 'chai';
import { type Served, sampleStore, serve, toolsWith } from '../tools.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

const lists = [
  '/',
  '/classes',
  '/series',
  '/series/it-management',
  '/series/it-management/statements',
  '/actions',
];

async function text(site: Served, path: string): Promise<string> {
  const answer = await get(site, path);
  expect(answer.status, path).to.equal(200);
  return answer.text();
}

function noticeIn(body: string): { said: string; href: string } | null {
  const [, said = '', href = ''] =
    /<div class="notice" role="note">\s*<p>(This is the plan [^<]*) <a href="([^"]+)">See it today/.exec(
      body,
    ) ?? [];
  return said === '' ? null : { said, href: hrefsIn(`href="${href}"`)[0] ?? '' };
}

describe('the plan on another date', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  it('is the one in which a class of that date is compared with others', async () => {
    const dated = hrefsIn(await text(site, '/classes/CI2788/2020-06-01'));
    expect(dated).to.include('/compare?classes=CI2788&on=2020-06-01');
    expect(hrefsIn(await text(site, '/classes/CI2788'))).to.include('/compare?classes=CI2788');
  });

  for (const path of lists) {
    it(`${path} says which date it shows, with the way to today`, async () => {
      expect(noticeIn(await text(site, `${path}?on=2020-01-01`))).to.deep.equal({
        said: 'This is the plan as it stood on January 1, 2020.',
        href: path,
      });
      expect(noticeIn(await text(site, `${path}?on=2028-01-01`))).to.deep.equal({
        said: 'This is the plan as it will stand on January 1, 2028, as far as it is decided today.',
        href: path,
      });
      expect(noticeIn(await text(site, path))).to.equal(null);
      expect(noticeIn(await text(site, `${path}?on=2026-11-22`))).to.equal(null);
    });

    it(`${path} refuses what is no date`, async () => {
      for (const date of ['2024-02-30', 'yesterday', '01/02/2024', '2024']) {
        expect((await get(site, `${path}?on=${encodeURIComponent(date)}`)).status, date).to.equal(400);
      }
    });

    it(`${path} keeps its date in what it leads to, and all of that answers`, async () => {
      const body = await text(site, `${path}?on=2020-06-01`);
      const hrefs = hrefsIn(body)
        .filter((href) => /^\/(?:classes|series)\b/.test(href) && !href.includes('/revisions/'))
        .filter((href) => href !== noticeIn(body)?.href);
      expect(hrefs).to.include.members(['/classes?on=2020-06-01', '/series?on=2020-06-01']);
      for (const href of hrefs) {
        expect(href).to.match(/[?&]on=2020-06-01|\/2020-06-01$/);
        expect((await get(site, href)).status, href).to.equal(200);
      }
    });
  }

  it('keeps the other choices of a list on the way to today, but not its page', async () => {
    const body = await text(site, '/classes?q=manager&on=2020-01-01&flsa=E&page=1');
    expect(noticeIn(body)?.href).to.equal('/classes?q=manager&flsa=E');
    expect(body).to.contain('<a href="/classes?on&#x3D;2020-01-01">Clear all</a>');
  });

  it('is searched from its front page', async () => {
    expect(await text(site, '/?on=2020-01-01')).to.contain(
      '<input type="hidden" name="on" value="2020-01-01">',
    );
    expect(await text(site, '/')).to.not.contain('type="hidden"');
  });

  it('is counted on its front page, with the latest changes of then', async () => {
    const body = await text(site, '/?on=2016-07-01');
    expect(body).to.contain('19 classes in force on July 1, 2016');
    expect(body).to.contain('effective July 1, 2016').and.not.contain('effective January 1, 2018');
    expect(body).to.contain('Accounting</a> <span>4 levels').and.not.contain('IT Management');
    const before = await text(site, '/?on=2010-01-01');
    expect(before).to.contain('0 classes in force').and.not.contain('This plan is empty');
  });

  it('has the series and levels of then', async () => {
    const body = await text(site, '/series?on=2017-06-01');
    expect(body).to.contain('<a href="/classes/CA1091/2017-06-01">Clerk Typist</a>');
    expect(body).to.not.contain('Water').and.not.contain('Office Assistant');
  });

  it('has the actions decided by then', async () => {
    const body = await text(site, '/actions?on=2019-06-11');
    expect([...body.matchAll(/<strong>(CN\d+)/g)].map(([, number]) => number)).to.deep.equal([
      'CN1533',
      'CN1502',
      'CN1478',
      'CN1402',
    ]);
    expect(await text(site, '/actions?on=2019-06-10')).to.not.contain('CN1533');
    expect(await text(site, '/actions?on=2010-01-01')).to.contain('No action has been decided yet');
  });

  it('shows a class with the pay and the neighbours of then, and says that its text still applies', async () => {
    const body = await text(site, '/classes/CI2788/2025-01-01');
    expect(noticeIn(body.replace(' The text is the one in force today.', ''))).to.deep.equal({
      said: 'This is the plan as it stood on January 1, 2025.',
      href: '/classes/CI2788',
    });
    expect(body).to.contain('The text is the one in force today.');
    expect(body).to.contain('schedule of July 1, 2024').and.contain('href="/classes/CI2787/2025-01-01"');
    expect(body).to.contain('href="/series/it-management?on&#x3D;2025-01-01"');
    expect(await text(site, '/classes/CI2788?on=2025-01-01')).to.equal(body);
  });

  it('says of a text that is not in force today only where that text stands', async () => {
    expect(noticeIn(await text(site, '/classes/CI2788/2019-01-01'))).to.equal(null);
    const revision = await text(site, '/classes/CI2788/revisions/4');
    expect(noticeIn(revision)).to.equal(null);
    expect(revision).to.contain('<li><a href="/classes">Classes</a></li>');
  });
});

describe('a scheduled change', () => {
  it('comes into force by the calendar alone: nothing is done between the eve and the day', async () => {
    const store = await sampleStore();
    let time = new Date('2026-12-31T23:59:59-05:00');
    const site = await serve(toolsWith(store, { clock: { now: () => time } }));
    const read = async () => ({
      page: await text(site, '/classes/CF1411'),
      data: (await (await get(site, '/classes/CF1411.json')).json()) as {
        number: number;
        standing: { kind: string };
      },
      plain: await text(site, '/classes/CF1411.txt'),
      list: await text(site, '/classes?series=accounting'),
      second: await text(site, '/classes/CF1411/revisions/2'),
    });
    const eve = await read();
    const head = await store.db.selectFrom('record_head').selectAll().execute();
    time = new Date('2027-01-01T00:00:00-05:00');
    const day = await read();
    expect(await store.db.selectFrom('record_head').selectAll().execute()).to.deep.equal(head);
    await site.close();

    expect(eve.page).to.contain('Revision 2, effective October 21, 2021');
    expect(eve.page).to.contain('A new text takes effect on January 1, 2027.');
    expect(eve.list).to.contain('New text takes effect on January 1, 2027');
    expect(eve.plain).to.contain('A new text takes effect on January 1, 2027.');
    expect([eve.data.number, eve.data.standing.kind]).to.deep.equal([2, 'in force']);
    expect(eve.second).to.not.contain('Superseded');

    expect(day.page).to.contain('Revision 3, effective January 1, 2027').and.not.contain('role="note"');
    expect(day.list).to.not.contain('takes effect');
    expect(day.plain).to.not.contain('takes effect on');
    expect([day.data.number, day.data.standing.kind]).to.deep.equal([3, 'in force']);
    expect(day.second).to.contain('Superseded. It applied from October 21, 2021 until January 1, 2027');
    expect(day.second).to.contain('<a href="/classes/CF1411">Read the text in force today</a>');
  });
});
