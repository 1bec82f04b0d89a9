// Feeds: what RFC 4287 asks of a feed and its entries, every decision and posting once and for ever under one id, the same bytes
// from the same events, archives that stay as they are.
import { expect } from 'chai';
import { openAction } from '../../server/actions/open-action.ts';
import { lastingId } from '../../server/model/feed-id.ts';
import { acting, displayed, instrument, type Office, setProcedure, step } from '../actions/office.ts';
import { takeStep } from '../../server/actions/take-step.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { now, type Served } from '../tools.ts';
import { adoptPosted, post, sampleOffice } from './sample-office.ts';
import { ask, get, hrefsIn, sampleSite } from './site.ts';
import { childrenOf, openXmlReader, textOf, type XmlElement, type XmlReader } from './xml-reader.ts';

const atom = 'http://www.w3.org/2005/Atom';
const librarian = { classId: 'class-librarian', edit: { title: 'Reference Librarian' } };
const feeds = ['/changes.atom', '/actions.atom', '/classes/CI2788/changes.atom'];

describe('feeds', () => {
  let reader: XmlReader;
  let site: Served;
  let office: Office;
  let time: Date;
  before(async () => void (reader = await openXmlReader()));
  after(() => reader.close());
  beforeEach(async () => {
    time = now;
    site = await sampleSite({ clock: { now: () => time } });
    office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
  });
  afterEach(() => site.close());

  async function read(path: string): Promise<XmlElement> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return reader.read(await answer.text());
  }

  async function titlesIn(path: string): Promise<string[]> {
    return childrenOf(await read(path), 'entry').map((entry) => textOf(entry, 'title'));
  }

  const linkOf = (element: XmlElement, rel: string) =>
    childrenOf(element, 'link').find(({ attributes }) => attributes.rel === rel)?.attributes.href ?? null;

  it('have what RFC 4287 asks of a feed and of every entry', async () => {
    await post(office, 'CN1960', librarian);
    for (const path of feeds) {
      const feed = await read(path);
      expect([feed.name, feed.space]).to.deep.equal(['feed', atom]);
      expect(linkOf(feed, 'self')).to.equal(site.address + path);
      expect(textOf(feed, 'author')).to.contain('City of Larkhaven');
      const entries = childrenOf(feed, 'entry');
      const ids = entries.map((entry) => textOf(entry, 'id'));
      expect(new Set([...ids, textOf(feed, 'id')]).size).to.equal(entries.length + 1);
      expect(entries, path).to.not.be.empty;
      for (const element of [feed, ...entries]) {
        expect(textOf(element, 'id')).to.match(
          /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(textOf(element, 'updated')).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(textOf(element, 'title')).to.not.equal('');
        expect(linkOf(element, 'alternate')).to.match(/^http:\/\/127\.0\.0\.1:\d+\//);
      }
      const times = entries.map((entry) => textOf(entry, 'updated'));
      expect(times).to.deep.equal([...times].sort().reverse());
      expect(textOf(feed, 'updated')).to.equal(times[0]);
    }
  });

  it('lead only to addresses that answer', async () => {
    await post(office, 'CN1960', librarian);
    const seen = new Set<string>();
    for (const path of feeds) for (const href of addressesIn(await read(path))) seen.add(href);
    expect(seen.size).to.be.above(50);
    for (const href of seen) expect((await fetch(href)).status, href).to.equal(200);
  });

  function addressesIn(element: XmlElement): string[] {
    const { href } = element.attributes;
    return [...(href === undefined ? [] : [href]), ...element.children.flatMap(addressesIn)];
  }

  it('tell every decision, and every posting with what became of it', async () => {
    const decided = await titlesIn('/changes.atom');
    expect(decided.filter((title) => / adopted: /.test(title))).to.have.length(12);
    await post(office, 'CN1960', librarian);
    time = new Date(now.getTime() + 60_000);
    const by = { ...acting(office, office.ada), now: time };
    const shown = await displayed(office, 'CN1960');
    await takeStep(by, { number: 'CN1960', act: 'reopen', displayed: shown, note: 'A private note.' });
    await openAction(acting(office, office.ada), 'CN1961', { ...instrument, title: 'Never shown' });
    await step(office, 'CN1961', 'withdraw', office.ada);
    const told = [
      'CN1960 taken back to be amended: Clerks of the docks',
      'CN1960 posted: Clerks of the docks',
    ];
    expect(await titlesIn('/actions.atom')).to.deep.equal(told);
    expect((await titlesIn('/changes.atom')).slice(0, 2)).to.deep.equal(told);
    expect((await titlesIn('/classes/CL4102/changes.atom')).slice(0, 2)).to.deep.equal(told);
    expect((await titlesIn('/classes/CI2788/changes.atom')).filter((title) => /CN1960/.test(title))).to.be
      .empty;
    for (const path of ['/changes.atom', '/actions.atom']) {
      const body = await (await get(site, path)).text();
      expect(body).to.not.match(/private|Never shown|CN1961/);
      expect(body).to.not.contain(office.ada.name);
    }
  });

  it('tell a revision once it is decided', async () => {
    const before = await titlesIn('/classes/CL4102/changes.atom');
    await setProcedure(office.store, { postingDays: 0, comments: false, provisional: false });
    await post(office, 'CN1960', librarian);
    await adoptPosted(office, 'CN1960');
    const after = await titlesIn('/classes/CL4102/changes.atom');
    expect(after).to.have.length(before.length + 2);
    expect(after.join('\n')).to.match(
      /Reference Librarian \(CL4102\): revision \d, effective February 1, 2027/,
    );
    expect(await titlesIn('/changes.atom')).to.include('CN1960 adopted: Clerks of the docks');
  });

  it('tell of what came into the record without an action', async () => {
    const [revision] = await revisionsOf(office.store, 'class', 'class-it-manager-senior');
    if (!revision) throw new Error('The sample plan has no IT Manager Senior');
    const { subject, subjectId, status, effectiveOn, decidedOn, recordedBy, body } = revision;
    await office.store.transaction((store) =>
      appendRevision(store, {
        ...{ subject, subjectId, status, effectiveOn, decidedOn, recordedBy, events: [], action: null },
        ...{ changes: ['import'], recordedAt: '2026-11-23T00:00:00.000Z' },
        body: { ...body, title: 'A <b>& "B"' },
      }),
    );
    const [first] = childrenOf(await read('/changes.atom'), 'entry');
    expect(first && textOf(first, 'title')).to.match(/^A <b>& "B" \(CI2788\): revision 5, effective /);
    expect(first && textOf(first, 'content').trim()).to.equal('Imported.');
  });

  it('are the same bytes from the same events, at another time too', async () => {
    await post(office, 'CN1960', librarian);
    for (const path of feeds) {
      const one = await get(site, path);
      const body = await one.text();
      time = new Date(time.getTime() + 86_400_000);
      const other = await get(site, path);
      expect(await other.text()).to.equal(body);
      expect(one.headers.get('content-type')).to.equal('application/atom+xml; charset=utf-8');
      const tag = String((await ask(site, path)).headers.etag);
      expect(tag).to.match(/^"[0-9a-f]{64}"$/);
      expect((await ask(site, path, { headers: { 'If-None-Match': tag } })).status).to.equal(304);
      const changed = other.headers.get('last-modified') ?? '';
      expect(new Date(changed).toISOString().slice(0, 19)).to.equal(
        textOf(await reader.read(body), 'updated').slice(0, 19),
      );
      expect((await ask(site, path, { headers: { 'If-Modified-Since': changed } })).status).to.equal(304);
    }
  });

  it('keep their ids wherever they are asked', async () => {
    const ids = async (served: Served) =>
      (await (await get(served, '/changes.atom')).text()).match(/<id>[^<]*/g)?.slice(1);
    const other = await sampleSite({
      publicUrl: 'https://classes.example.gov',
      store: { ...office.store, close: async () => {} },
    });
    const told = await (await get(other, '/changes.atom')).text();
    expect(told).to.contain(
      '<link rel="self" type="application/atom+xml" href="https://classes.example.gov/changes.atom"/>',
    );
    expect(told).to.not.contain('127.0.0.1');
    expect(await ids(other)).to.deep.equal(await ids(site)).and.not.be.empty;
    await other.close();
  });

  it('go back by full archives that stay as they are', async () => {
    const [revision] = await revisionsOf(office.store, 'class', 'class-it-manager-senior');
    if (!revision) throw new Error('The sample plan has no IT Manager Senior');
    const { subject, subjectId, status, effectiveOn, decidedOn, recordedBy, body } = revision;
    const add = (count: number, hour: string) =>
      office.store.transaction(async (store) => {
        for (let each = 0; each < count; each += 1)
          await appendRevision(store, {
            ...{ subject, subjectId, status, effectiveOn, decidedOn, recordedBy, events: [], action: null },
            ...{ changes: ['import'], recordedAt: `2026-11-23T${hour}:00:00.000Z`, body },
          });
      });
    await add(116, '01');
    const path = '/classes/CI2788/changes.atom';
    const walk = async () => {
      const pages = [];
      for (let href: string | null = site.address + path; href !== null;) {
        const feed = await reader.read(await (await fetch(href)).text());
        pages.push(feed);
        expect(childrenOf(feed, 'archive')).to.have.length(pages.length === 1 ? 0 : 1);
        expect(linkOf(feed, 'next')).to.equal(linkOf(feed, 'prev-archive'));
        href = linkOf(feed, 'prev-archive');
      }
      return pages;
    };
    const pages = await walk();
    expect(pages.map((page) => childrenOf(page, 'entry').length)).to.deep.equal([50, 50, 50]);
    const ids = new Set(
      pages.flatMap((page) => childrenOf(page, 'entry').map((entry) => textOf(entry, 'id'))),
    );
    expect(ids.size).to.equal(120);
    const archive = await (await get(site, `${path}?archive=1`)).text();
    await add(30, '02');
    const longer = await walk();
    expect(longer).to.have.length(3);
    expect(textOf(longer[0] as XmlElement, 'id')).to.equal(textOf(pages[0] as XmlElement, 'id'));
    await add(1, '03');
    expect(await walk()).to.have.length(4);
    expect(await (await get(site, `${path}?archive=1`)).text()).to.equal(archive);
    for (const wrong of ['0', 'x', '-1', '1.5'])
      expect((await get(site, `${path}?archive=${wrong}`)).status).to.equal(400);
    expect((await get(site, `${path}?archive=4`)).status).to.equal(404);
  });

  it('are named in the pages, and under former codes lead to the present one', async () => {
    const named = async (path: string) =>
      [
        ...(await (await get(site, path)).text()).matchAll(
          /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)">/g,
        ),
      ].map(([, href]) => href);
    const plan = ['/changes.atom', '/actions.atom'];
    for (const path of ['/', '/classes', '/actions', '/changes', '/series/it-management'])
      expect(await named(path)).to.deep.equal(plan);
    for (const path of ['/classes/CI2788', '/classes/CI2788/2022-01-01', '/classes/CI2788/revisions/2'])
      expect(await named(path)).to.deep.equal([...plan, '/classes/CI2788/changes.atom']);
    for (const path of ['/', '/actions', '/changes', '/classes/CI2788']) {
      const main = (await (await get(site, path)).text()).split('<main')[1] ?? '';
      expect(
        hrefsIn(main).some((href) => href.endsWith('.atom')),
        path,
      ).to.equal(true);
    }
    const former = await get(site, '/classes/ca1091/changes.atom');
    expect([former.status, former.headers.get('location')]).to.deep.equal([
      301,
      '/classes/CA1101/changes.atom',
    ]);
    expect((await get(site, '/classes/ZZ9999/changes.atom')).status).to.equal(404);
  });
});

describe('the lasting id of an event', () => {
  it('is a UUID of version 8, one for each thing', () => {
    expect(lastingId('a', 'b')).to.equal(lastingId('a', 'b')).and.not.equal(lastingId('ab'));
    const many = new Set(Array.from({ length: 1000 }, (_, index) => lastingId(String(index))));
    expect(many.size).to.equal(1000);
    for (const id of many) expect(id).to.match(/^urn:uuid:\w{8}-\w{4}-8\w{3}-[89ab]\w{3}-\w{12}$/);
  });
});
