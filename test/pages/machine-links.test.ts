// What programs find in pages and headers: versions and representations as links, the map of the site, and the class as JSON-LD that
// nothing in a text can break out of.
import { expect } from 'chai';
import type { Browser } from 'puppeteer';
import { occupationData } from '../../server/documents/occupation.ts';
import { planSettings } from '../../server/store/plan.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { desk, openBrowser, visit } from '../journeys/visit.ts';
import { clerk } from '../model/dock-clerk.ts';
import { now, type Served } from '../tools.ts';
import { ask, get, sampleSite } from './site.ts';

interface Node {
  readonly '@type': string;
  readonly [name: string]: unknown;
}

describe('the links of a text to its versions', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  const inHeader = (link: string) =>
    new Map(
      [...link.matchAll(/<([^>]+)>; rel="([a-z-]+)"(?:; type="([^"]+)")?/g)].map(
        ([, href = '', rel = '', type]) => [type ? `${rel} ${type}` : rel, href],
      ),
    );
  const linksOf = async (path: string) => inHeader(String((await ask(site, path)).headers.link));

  it('are in the header of every representation and in the head of the page', async () => {
    for (const path of ['/classes/CI2788/revisions/2', '/classes/CI2788/2021-11-01']) {
      for (const ending of ['', '.json', '.txt', '.pdf', '.docx']) {
        const links = await linksOf(path + ending);
        expect(links.get('canonical'), path + ending).to.equal(path);
        expect(links.get('version-history')).to.equal('/classes/CI2788/revisions');
        expect(links.get('latest-version')).to.equal('/classes/CI2788');
        expect(links.get('predecessor-version')).to.equal('/classes/CI2788/revisions/1');
        expect(links.get('successor-version')).to.equal('/classes/CI2788/revisions/3');
        expect(links.get('alternate application/pdf')).to.equal(`${path}.pdf`);
      }
      const head = (await (await get(site, path)).text()).split('</head>')[0];
      for (const rel of ['version-history', 'latest-version', 'predecessor-version', 'successor-version'])
        expect(head).to.contain(`<link rel="${rel}" href="/classes/CI2788`);
    }
  });

  it('end where there is no version before or after', async () => {
    expect((await linksOf('/classes/CI2788/revisions/1')).has('predecessor-version')).to.equal(false);
    expect((await linksOf('/classes/CI2788')).has('successor-version')).to.equal(false);
    expect((await linksOf('/classes/CF1411')).has('successor-version')).to.equal(true);
  });

  it('lead only to addresses that answer, of an abolished class too', async () => {
    for (const path of [
      '/classes/CI2788',
      '/classes/CI2788/2019-01-01',
      '/classes/CA1090',
      '/classes/CF1411',
    ])
      for (const [rel, href] of await linksOf(path))
        expect((await get(site, href)).status, `${path} ${rel} ${href}`).to.equal(200);
  });
});

describe('the map of the site', () => {
  let site: Served;
  beforeEach(async () => void (site = await sampleSite()));
  afterEach(() => site.close());

  const pagesIn = (body: string) =>
    [...body.matchAll(/<loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(
      ([, address = '', on]) => ({
        address: address.replace('&#x3D;', '='),
        on,
      }),
    );

  it('has every class under the code of today, every series and action, with the day of its last change', async () => {
    const answer = await get(site, '/sitemap.xml');
    expect(answer.headers.get('content-type')).to.equal('application/xml; charset=utf-8');
    const pages = pagesIn(await answer.text());
    for (const { address } of pages)
      expect((await fetch(address, { redirect: 'manual' })).status, address).to.equal(200);
    const dayOf = (path: string) => pages.find(({ address }) => address === site.address + path)?.on;
    // What was recorded on the day of the tests, or took effect since.
    expect(dayOf('/classes/CI2788')).to.equal('2026-11-22');
    expect(dayOf('/actions/CN1746')).to.equal('2026-11-22');
    expect(dayOf('/series/it-management')).to.equal('2026-11-22');
    expect(pages.map(({ address }) => address)).to.include(`${site.address}/classes/CA1090`);
    expect(pages.some(({ address }) => address.endsWith('/CA1091'))).to.equal(false);
    const later = await sampleSite({ clock: { now: () => new Date('2027-03-01T15:00:00.000Z') } });
    const found = pagesIn(await (await get(later, '/sitemap.xml')).text());
    await later.close();
    expect(found.find(({ address }) => address.endsWith('/classes/CF1411'))?.on).to.equal('2027-01-01');
    expect(found.find(({ address }) => address.endsWith('/classes/CI2788'))?.on).to.equal('2026-11-22');
  });

  it('is an index of parts above 1,500 addresses', async () => {
    const { store } = site.tools;
    await store.transaction(async (transaction) => {
      for (let number = 1; number <= 1500; number += 1)
        await appendRevision(transaction, {
          ...{ subject: 'class', subjectId: `class-many-${number}`, status: 'active', changes: ['import'] },
          ...{
            effectiveOn: '2020-01-01',
            decidedOn: null,
            recordedAt: now.toISOString(),
            recordedBy: 'test',
          },
          ...{ action: null, events: [], body: { ...clerk, code: `MA${number}`, title: `Many ${number}` } },
        });
    });
    const index = await (await get(site, '/sitemap.xml')).text();
    expect(index).to.contain('<sitemapindex');
    const parts = pagesIn(index);
    expect(parts.map(({ address }) => address)).to.deep.equal(
      [1, 2].map((part) => `${site.address}/sitemap.xml?part=${part}`),
    );
    const all = [];
    for (const { address } of parts) all.push(...pagesIn(await (await fetch(address)).text()));
    expect(new Set(all.map(({ address }) => address)).size)
      .to.equal(all.length)
      .and.be.above(1540);
    expect((await get(site, '/sitemap.xml?part=3')).status).to.equal(404);
  });

  it('is named to robots, who are kept out of the staff area', async () => {
    const answer = await get(site, '/robots.txt');
    expect(answer.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
    expect(await answer.text()).to.equal(
      `User-agent: *\nDisallow: /manage\nDisallow: /sign-in\n\nSitemap: ${site.address}/sitemap.xml\n`,
    );
  });
});

describe('a class as JSON-LD', () => {
  let browser: Browser;
  let site: Served;
  before(async () => {
    browser = await openBrowser();
    site = await sampleSite();
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** As a browser under the site's own policy finds it. */
  async function graphAt(path: string): Promise<Node[]> {
    const { page, complaints, go } = await visit(browser, site, desk);
    await go(path);
    const blocks = (await page.evaluate(
      `[...document.querySelectorAll('script:not([src])')].map((each) => [each.type, each.textContent])`,
    )) as [string, string][];
    expect(await page.evaluate('typeof stolen')).to.equal('undefined');
    expect(complaints).to.deep.equal([]);
    await page.close();
    expect(blocks.map(([type]) => type)).to.deep.equal(['application/ld+json']);
    return (JSON.parse(blocks[0]?.[1] ?? '') as { '@graph': Node[] })['@graph'];
  }

  it('is an Occupation with what it demands and pays, and its place among the pages', async () => {
    const [occupation, crumbs] = await graphAt('/classes/CI2788');
    expect(occupation).to.include({ '@type': 'Occupation', name: 'IT Manager Senior', identifier: 'CI2788' });
    expect(occupation?.occupationalCategory).to.include({ '@type': 'CategoryCode', codeValue: '11-3021' });
    expect(occupation?.estimatedSalary).to.deep.equal([
      {
        '@type': ['MonetaryAmountDistribution', 'MonetaryAmount'],
        ...{ name: 'base', currency: 'USD', duration: 'P1Y', minValue: 100590, maxValue: 152900 },
      },
    ]);
    for (const name of ['educationRequirements', 'experienceRequirements', 'description'])
      expect(occupation?.[name]).to.be.a('string').and.not.be.empty;
    for (const name of ['responsibilities', 'skills'])
      expect(occupation?.[name]).to.be.an('array').and.not.be.empty;
    expect(crumbs?.['@type']).to.equal('BreadcrumbList');
    expect(crumbs?.itemListElement).to.deep.equal([
      { '@type': 'ListItem', position: 1, name: 'Classes', item: '/classes' },
      { '@type': 'ListItem', position: 2, name: 'IT Management series', item: '/series/it-management' },
      { '@type': 'ListItem', position: 3, name: 'IT Manager Senior', item: '/classes/CI2788' },
    ]);
  });

  it('holds whatever a text says, and lets nothing out', async () => {
    const hostile = '</script><script>stolen = 1</script><!--<script>\u2028\u2029&amp;';
    const [revision] = await revisionsOf(site.tools.store, 'class', 'class-it-manager-senior');
    if (!revision) throw new Error('The sample plan has no IT Manager Senior');
    const { subject, subjectId, status, recordedBy, recordedAt, body } = revision;
    const changed = { ...body, title: hostile };
    await site.tools.store.transaction((store) =>
      appendRevision(store, {
        ...{ subject, subjectId, status, recordedBy, recordedAt, effectiveOn: '2026-11-01', decidedOn: null },
        ...{ changes: ['retitle'], events: [], action: null, body: changed },
      }),
    );
    const [occupation] = await graphAt('/classes/CI2788/revisions/5');
    expect(occupation?.name).to.equal(hostile);
    const settings = await planSettings(site.tools.store);
    if (!settings) throw new Error('There is no plan');
    const text = occupationData({ body: changed, settings, pay: null, address: '/x', series: null });
    expect(text).to.not.match(/[<>&\u2028\u2029]/);
  });
});
