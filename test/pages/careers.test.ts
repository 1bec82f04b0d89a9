// The pages of careers: ladders of all series, and where a class can lead, on any date.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

describe('careers', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  const read = async (path: string) => (await get(site, path)).text();

  it('every series is a ladder that says what the next level asks for', async () => {
    const html = await read('/careers');
    expect(html).to.include('id="it-management"').and.to.include('/classes/CI2788/career');
    expect(html).to.match(
      /Beyond IT Manager: <\/span>Asks for the same education \(bachelor’s degree\) and for one year more/,
    );
  });

  it('a class leads to its next level and into other series, and nothing is promised', async () => {
    const html = await read('/classes/CI2711/career');
    expect(html).to.include('nobody has a right to a move');
    expect(html.indexOf('Systems Administrator Senior')).to.be.below(html.indexOf('IT Manager Senior'));
    expect(html).to.include('Both are in the occupational group Information Technology.');
    expect(html).to.include('None can be read from the texts.');
  });

  it('what leads into a class is told there', async () => {
    expect(await read('/classes/CH1601/career')).to.match(/From other series into[^]*Executive Assistant/);
  });

  it('its links stay at a date', async () => {
    const html = await read('/classes/CI2788/career?on=2022-01-01');
    expect(html).to.include('as it stood on January 1, 2022');
    expect(hrefsIn(html)).to.include('/classes/CI2789/career?on=2022-01-01');
  });

  it('a former code leads on, an abolished class leads nowhere, a class to come not yet', async () => {
    const former = await get(site, '/classes/CA1091/career');
    expect([former.status, former.headers.get('location')]).to.deep.equal([301, '/classes/CA1101/career']);
    expect((await get(site, '/classes/CA1090/career')).status).to.equal(410);
    expect((await get(site, '/classes/CI2788/career?on=2010-01-01')).status).to.equal(404);
  });

  it('the page of a class leads to its career where its text applies', async () => {
    expect(await read('/classes/CI2788')).to.include('href="/classes/CI2788/career"');
    const dated = hrefsIn(await read('/classes/CI2788/2022-01-01'));
    expect(dated).to.include('/classes/CI2788/career?on=2022-01-01');
    expect(hrefsIn(await read('/classes/CA1090')).filter((href) => /\/career$/.test(href))).to.deep.equal([]);
  });
});
