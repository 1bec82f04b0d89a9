// /classes as people find a class: what was understood is said and can be undone, what is chosen can be given up, every link
// leads to what it promises; the same list as JSON and CSV; suggestions.
import { expect } from 'chai';
import type { FoundClassList } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import type { Served } from '../tools.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

describe('the list of classes', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  async function read(path: string): Promise<string> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  }

  const data = async (path: string) => JSON.parse(await read(path)) as FoundClassList;
  const linkTo = (body: string, pattern: RegExp) =>
    hrefsIn(body).find((href) => pattern.test(href)) ?? 'none';

  it('says how it understood the words, and searches for exactly them where it is asked to', async () => {
    const body = await read('/classes?q=netwrok+boss');
    expect(body).to.contain('No class has “netwrok”; showing “network”.').and.contain('Also searched for: ');
    const exact = await read(linkTo(body, /exact=1/));
    expect(exact).to.contain('Searched for exactly these words').and.contain('No class fits');
    expect(exact).to.not.contain('showing');
    expect(linkTo(exact, /^\/classes\?q=netwrok\+boss$/)).to.equal('/classes?q=netwrok+boss');
  });

  it('shows the passage with its words marked, and leads to its section', async () => {
    const body = await read('/classes?q=reference+collection');
    expect(body).to.contain('<mark>reference</mark>');
    const href = linkTo(body, /#/);
    expect(href).to.equal('/classes/CL4102#summary');
    expect(await read(href)).to.contain('id="summary"');
  });

  it('marks only with its own marks, whatever was typed', async () => {
    const body = await read(`/classes?q=${encodeURIComponent('<mark>manager</mark> <b>')}`);
    expect(body).to.not.contain('<b>').and.not.contain('<mark><');
  });

  it('gives up each choice by its chip, and keeps the others', async () => {
    const body = await read('/classes?q=manager&group=IT&flsa=E&sort=code');
    const chips = /<ul class="chips"[^]*?<\/ul>/.exec(body)?.[0] ?? '';
    expect(chips).to.contain('Occupational group: Information Technology');
    expect(hrefsIn(chips)).to.deep.equal([
      '/classes?q=manager&flsa=E&sort=code',
      '/classes?q=manager&group=IT&sort=code',
      '/classes',
    ]);
  });

  it('offers in its facets what leads to as many classes as are told', async () => {
    const body = await read('/classes?flsa=E');
    const facets = /<aside class="facets"[^]*?<\/aside>/.exec(body)?.[0] ?? '';
    const offered = [...facets.matchAll(/<a href="([^"]*)"[^>]*>[^<]*<\/a> <span>(\d+)<\/span>/g)];
    expect(offered.length).to.be.above(20);
    for (const [, href = '', count] of offered.slice(0, 12)) {
      const [address = ''] = hrefsIn(`href="${href}"`);
      expect((await data(address.replace('/classes', '/classes.json'))).total, address).to.equal(
        Number(count),
      );
    }
  });

  it('goes by letters, and every letter with a link has classes', async () => {
    const body = await read('/classes');
    const hrefs = hrefsIn(/<ul class="letters"[^]*?<\/ul>/.exec(body)?.[0] ?? '');
    expect(hrefs).to.include('/classes?letter=A').and.not.include('/classes?letter=Z');
    const totals = [];
    for (const href of hrefs) totals.push((await data(href.replace('/classes', '/classes.json'))).total);
    expect(totals.reduce((sum, total) => sum + total, 0)).to.equal(40);
  });

  it('is browsed by group, series and grade, and every way leads somewhere', async () => {
    const body = await read('/browse?on=2020-06-01');
    const main = /<main[^]*<\/main>/.exec(body)?.[0] ?? '';
    const hrefs = hrefsIn(main).filter((href) => href.includes('on=2020-06-01'));
    for (const pattern of [/letter=/, /group=/, /\/series\//, /grade=/])
      expect(linkTo(main, pattern)).to.match(/on=/);
    for (const href of hrefs) expect(await read(href), href).to.not.contain('No class fits');
  });

  it('says what to do where nothing fits', async () => {
    const body = await read('/classes?q=manager&group=LB&grade=XX-1');
    expect(body).to.contain('No class fits');
    expect(linkTo(body, /^\/classes\?q=manager$/)).to.equal('/classes?q=manager');
  });

  it('refuses a question of more than 200 characters in words', async () => {
    const answer = await get(site, `/classes?q=${'a'.repeat(201)}`);
    expect(answer.status).to.equal(400);
    expect(await answer.text()).to.contain('Search for at most 200 characters');
    expect((await get(site, `/suggest.json?q=${'a'.repeat(201)}`)).status).to.equal(400);
  });

  it('is the same as JSON, of its schema, page by page', async () => {
    const first = await data('/classes.json?sort=code');
    expect(problemsOf('found-classes.schema.json', first)).to.deep.equal([]);
    expect(first.page).to.deep.equal({ number: 1, count: 2, next: '/classes.json?sort=code&page=2' });
    const second = await data(first.page.next ?? '');
    const codes = [...first.classes, ...second.classes].map(({ code }) => code);
    expect(codes)
      .to.deep.equal([...codes].sort())
      .and.to.have.length(40);
    const found = await data('/classes.json?q=netwrok+boss');
    expect(problemsOf('found-classes.schema.json', found)).to.deep.equal([]);
    expect(found.corrected).to.deep.equal([{ typed: 'netwrok', read: 'network' }]);
    expect(found.classes[0]?.passage).to.include({ section: 'Knowledge & Skills' });
  });

  it('is the whole list as CSV', async () => {
    const answer = await get(site, '/classes.csv?on=2020-01-01&flsa=N');
    const { total } = await data('/classes.json?on=2020-01-01&flsa=N');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(answer.headers.get('content-type')).to.contain('text/csv');
    expect(answer.headers.get('content-disposition')).to.contain('classes_2020-01-01.csv');
    expect(lines[0]).to.match(/^\uFEFF?"Code","Title"/);
    expect(lines).to.have.length(total + 1);
  });

  describe('suggestions', () => {
    const suggest = async (query: string) => {
      const answer = await get(site, `/suggest.json?${query}`);
      expect(answer.status).to.equal(200);
      const { suggestions } = (await answer.json()) as {
        suggestions: { title: string; code: string; href: string }[];
      };
      return suggestions;
    };

    it('are the classes whose names begin so, at most eight, for a minute', async () => {
      expect((await suggest('q=flee')).map(({ title }) => title)).to.include('Fleet Technician');
      expect(await suggest('q=senior')).to.have.length(8);
      expect((await suggest('q=CI278')).map(({ code }) => code)).to.include('CI2788');
      const answer = await get(site, '/suggest.json?q=flee');
      expect(answer.headers.get('cache-control')).to.contain('max-age=60');
    });

    it('know what people say and what they mistype', async () => {
      expect((await suggest('q=network+boss'))[0]?.title).to.equal('IT Manager');
      expect((await suggest('q=libarian'))[0]?.title).to.equal('Librarian');
    });

    it('are of the date, and lead to it', async () => {
      const [first] = await suggest('q=clerk+typ&on=2018-01-01');
      expect(first).to.deep.equal({
        code: 'CA1091',
        title: 'Clerk Typist',
        href: '/classes/CA1091/2018-01-01',
      });
    });

    it('are none for nothing', async () => {
      for (const query of ['', 'q=', 'q=a', 'q=%22*', 'q=zzzz'])
        expect(await suggest(query), query).to.deep.equal([]);
    });
  });
});
