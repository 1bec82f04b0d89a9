// The comparison over HTTP: what is asked for, what is refused, and that page, table and data say the same.
import { expect } from 'chai';
import { parse } from 'node:querystring';
import type { Comparison } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import type { Served } from '../tools.ts';
import { sampleSite } from './site.ts';

const series = '/series/it-management/compare';

describe('the comparison of classes', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  const get = async (path: string) => {
    const answer = await fetch(site.address + path);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const data = async (query: string, address = series) =>
    JSON.parse((await get(`${address}.json${query}`)).text) as Comparison;

  it('of a series shows every level, the lowest first', async () => {
    const { status, text } = await get(series);
    expect(status).to.equal(200);
    expect(text).to.contain('5 classes compared in 19 sections');
    expect(text).to.contain('What IT Director adds over IT Manager Senior');
    const { columns } = await data('');
    expect(columns.map(({ code }) => code)).to.deep.equal(['CI2787', 'CI2788', 'CI2789', 'CI2790', 'CI2791']);
  });

  it('stands as a table from a width on that grows with its columns', async () => {
    const widths: Record<string, string> = {
      'CI2787,CI2788': '44em',
      'CI2787,CI2788,CI2789': '52em',
      '': '70em',
    };
    for (const [levels, width] of Object.entries(widths))
      expect((await get(`${series}?levels=${levels}`)).text).to.contain(
        `<link rel="stylesheet" href="/assets/matrix-table.css" media="(min-width: ${width})">`,
      );
    expect((await get('/compare')).text).to.not.contain('matrix-table.css');
  });

  it('takes levels in the order asked for, by comma or one by one, in any case of letters', async () => {
    const codes = ['CI2789', 'CI2787'];
    for (const query of ['?levels=CI2789,CI2787', '?levels=ci2789&levels=CI2787&levels=']) {
      const { columns } = await data(query);
      expect(columns.map(({ code }) => code)).to.deep.equal(codes);
    }
  });

  it('leaves out what is the same in all where differences are asked for', async () => {
    const [all, differences] = await Promise.all([data(''), data('?show=differences')]);
    expect(all.sections.some(({ isSame }) => isSame)).to.equal(true);
    expect(differences.sections.every(({ isSame }) => !isSame)).to.equal(true);
    expect(differences.sections.flatMap(({ rows }) => rows).every(({ isSame }) => !isSame)).to.equal(true);
    const { text } = await get(`${series}?show=differences`);
    expect(text).to.contain('The same in all:</strong> Licensure');
  });

  it('stands as the plan did on a date, with the pay of then', async () => {
    const { columns, facts } = await data('?on=2020-01-01&levels=CI2787,CI2788');
    const pay = facts.find(({ key }) => key === 'payGrade')?.cells;
    expect(columns[0]?.href).to.equal('/classes/CI2787/2020-01-01');
    expect(pay?.[0]?.detail).to.match(/a year, schedule of .+ 20(19|20)$/);
    expect((await get(`${series}?on=2020-01-01`)).text).to.contain('as it stood on January 1, 2020');
  });

  it('of any classes names those that are not in force, and offers the levels beside them', async () => {
    const { text, status } = await get('/compare?classes=CI2788,CA1090');
    expect(status).to.equal(200);
    expect(text).to.contain('CA1090 is not in force on');
    expect(text).to.contain('value="CI2789"');
    const { columns } = await data('?classes=CI2788,CF1411', '/compare');
    expect(columns.map(({ title }) => title)).to.deep.equal(['IT Manager Senior', 'Accountant']);
  });

  it('with nothing to compare says what to do', async () => {
    expect((await get('/compare')).text).to.contain('Name two to eight classes by their codes');
    expect((await get('/compare.pdf')).status).to.equal(400);
  });

  it('data conforms to its schema', async () => {
    for (const query of ['', '?show=differences', '?levels=CI2788,CI2791'])
      expect(problemsOf('comparison.schema.json', await data(query))).to.deep.equal([]);
  });

  it('the table has a line for every row of the page, and the words of each of its cells', async () => {
    const [{ text: csv, headers }, { text: html }] = await Promise.all([get(`${series}.csv`), get(series)]);
    const shown = html.match(/<tr role="row" id=/g) ?? [];
    const steps = html.match(/class="matrix-step"/g) ?? [];
    const lines = csv.trimEnd().split('\r\n');
    expect(headers.get('content-type')).to.equal('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).to.contain('it-management_comparison.csv');
    expect(lines).to.have.length(1 + shown.length + steps.length);
    expect(csv).to.contain('Raised: Prepares → Directs');
  });

  const refused: [path: string, status: number, words: string][] = [
    [`${series}?show=some`, 400, 'show is one of'],
    ['/series/alchemy/compare', 404, 'No such series'],
    [`${series}.txt`, 404, 'Page not found'],
  ];
  for (const [path, status, words] of refused)
    it(`refuses ${path.slice(0, 60)}`, async () => {
      const answer = await get(path);
      expect(answer.status).to.equal(status);
      expect(answer.text).to.contain(words);
    });

  const many = 'A1, A2, A3, A4, A5, A6, A7, A8, A9';
  const corrected: [asked: string, message: string][] = [
    ['ZZ9999, CI2788', 'No class has or ever had the code ZZ9999. Check it, or search by title.'],
    [
      'ZZ9999, CI2788, ZZ9998',
      'No class has or ever had the code ZZ9999 or ZZ9998. Check it, or search by title.',
    ],
    [many, 'Up to 8 classes can be compared at once, and 9 were asked for. Take some of them out.'],
  ];
  for (const [asked, message] of corrected)
    it(`asks to correct the codes ${asked}, with what was typed`, async () => {
      const path = `/compare?classes=${encodeURIComponent(asked)}`;
      const { status, text, headers } = await get(path);
      expect(status).to.equal(422);
      expect(headers.get('cache-control')).to.contain('no-store');
      expect(text).to.contain(`<li><a href="#field-classes">${message}</a></li>`);
      expect(text)
        .to.match(/id="field-classes" [^>]*aria-invalid="true"/)
        .and.contain(`value="${asked}"`);
      expect(text).to.contain(`${message}</p>`).and.not.contain('Name two to eight');
      const data = await get(path.replace('/compare', '/compare.json'));
      expect(data.status).to.equal(400);
      expect((JSON.parse(data.text) as { detail: string }).detail).to.contain(message);
    });

  it('asks to correct the levels of a series beside their boxes', async () => {
    const { status, text } = await get(`${series}?levels=CF1411,CI2788`);
    expect(status).to.equal(422);
    expect(text).to.contain('<a href="#field-levels">No level of this series has the code CF1411 on');
    expect(text).to.contain('<fieldset class="field field--issue" id="field-levels">');
    expect(text)
      .to.match(/value="CI2788" checked/)
      .and.match(/value="CI2789">/);
    expect((await get(`${series}?levels=${many}`)).text).to.contain('Up to 8 classes');
  });

  it('says of a class that was named twice that it is shown once', async () => {
    const again = await get('/compare?classes=CI2788&classes=CF1411,ci2788');
    expect(again.status).to.equal(200);
    expect(again.text).to.contain('CI2788 was named more than once, and is shown once.');
    expect(again.text).to.contain('2 classes compared');
    const former = await get('/compare?classes=CA1091,CI2788,CA1101');
    expect(former.text).to.contain('CA1091 and CA1101 are codes of the same class, which is shown once.');
    expect((await get(`${series}?levels=CI2788,CI2789,CI2788`)).text).to.contain(
      'CI2788 was named more than once',
    );
    expect((await get('/compare?classes=CI2788,CF1411')).text).to.not.contain('shown once');
  });

  it('keeps its date and its classes in every link to another form of it', async () => {
    const { text } = await get(`${series}?levels=CI2788,CI2789&show=differences&on=2023-01-01`);
    const queries = [...text.matchAll(/href="\/series\/it-management\/compare\.(?:pdf|csv|json)\?([^"]+)"/g)];
    expect(queries).to.have.length(3);
    for (const [, query = ''] of queries)
      expect({ ...parse(query.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')) }).to.deep.equal({
        levels: 'CI2788,CI2789',
        show: 'differences',
        on: '2023-01-01',
      });
  });
});
