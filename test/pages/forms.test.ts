// One revision in four forms: page, data, plain text, official PDF; by its ending, or by what the reader accepts.
import { expect } from 'chai';
import type { Revision } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import type { FakePrinter, Served } from '../tools.ts';
import { get, sampleSite } from './site.ts';

const preferences: readonly (readonly [accept: string, type: string])[] = [
  ['*/*', 'text/html; charset=utf-8'],
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
  ['application/json', 'application/json; charset=utf-8'],
  ['application/*', 'application/json; charset=utf-8'],
  ['text/plain', 'text/plain; charset=utf-8'],
  ['text/*', 'text/html; charset=utf-8'],
  ['application/pdf', 'application/pdf'],
  ['text/html;q=0.2, application/json;q=0.9', 'application/json; charset=utf-8'],
  ['application/json;q=0.1, text/plain;q=0.5, image/png', 'text/plain; charset=utf-8'],
  ['text/html;q=0, */*;q=0.1', 'application/json; charset=utf-8'],
];

describe('the forms of a text', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  for (const [accept, type] of preferences) {
    it(`Accept: ${accept} → ${type}`, async () => {
      const answer = await get(site, '/classes/CI2788', { Accept: accept });
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.equal(type);
      expect(answer.headers.get('vary')).to.match(/\bAccept\b(?!-)/);
    });
  }

  for (const accept of ['image/png', 'application/json;q=0', 'nonsense']) {
    it(`Accept: ${accept} is refused with 406`, async () => {
      const answer = await get(site, '/classes/CI2788', { Accept: accept });
      expect(answer.status).to.equal(406);
      expect(answer.headers.get('vary')).to.match(/\bAccept\b(?!-)/);
      expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
    });
  }

  it('an ending outweighs what the reader accepts', async () => {
    const answer = await get(site, '/classes/CI2788.txt', { Accept: 'application/json' });
    expect(answer.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
  });

  it('publishes every revision of every class as data that conforms to its schema', async () => {
    const table = await (await get(site, '/classes.csv')).text();
    const codes = new Set(
      [...table.matchAll(/^"?([A-Z]{2}\d{4})\b/gm)].map(([, code]) => `/classes/${code}`),
    );
    let revisions = 0;
    for (const address of [...codes, '/classes/CA1090']) {
      const current = (await (await get(site, `${address}.json`)).json()) as Revision;
      expect(problemsOf('revision.schema.json', current), address).to.deep.equal([]);
      for (let number = 1; number <= current.number; number += 1) {
        const answer = await get(site, `${address}/revisions/${number}.json`);
        const revision = (await answer.json()) as Revision;
        expect(problemsOf('revision.schema.json', revision), revision.links.html).to.deep.equal([]);
        expect(revision.number).to.equal(number);
        revisions += 1;
      }
    }
    expect(revisions).to.be.above(90);
  });

  it('offers each form under a name that says what is inside', async () => {
    const names = [];
    for (const ending of ['json', 'txt', 'pdf']) {
      const answer = await get(site, `/classes/CI2788.${ending}`);
      names.push(answer.headers.get('content-disposition'));
    }
    expect(names).to.deep.equal(
      ['json', 'txt', 'pdf'].map(
        (ending) => `inline; filename="CI2788_IT-Manager-Senior_2024-07-01_rev4.${ending}"`,
      ),
    );
  });

  it('prints the official PDF once, however often it is asked for', async () => {
    const printer = site.tools.printer as FakePrinter;
    const before = printer.jobs.length;
    const addresses = [
      '/classes/CI2712.pdf',
      '/classes/CI2712/revisions/3.pdf',
      '/classes/CI2712/2025-01-01.pdf',
    ];
    const bodies = [];
    for (const address of addresses) bodies.push(await (await get(site, address)).text());
    expect(bodies[0]).to.match(/^%PDF/);
    expect(new Set(bodies).size).to.equal(1);
    expect(printer.jobs.length).to.equal(before + 1);
  });

  it('tells the pages and the size of a PDF that is already printed', async () => {
    await get(site, '/classes/CI2711.pdf');
    expect(await (await get(site, '/classes/CI2711')).text()).to.contain('1 page, 1 KB');
    expect(await (await get(site, '/classes/CI2710')).text()).to.not.contain('class-head__size');
  });
});
