// A class keeps its names: what it was called finds it, leads to it, and is told on its page with the dates.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { get, hrefsIn, sampleSite } from './site.ts';
import { adoptPosted, post, sampleOffice } from './sample-office.ts';

describe('lineage', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  async function read(path: string): Promise<string> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return unmarked(await answer.text());
  }

  async function leadsTo(path: string): Promise<string | null> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(302);
    return answer.headers.get('location');
  }

  it('a former title goes straight to its class, as a code does, on any date', async () => {
    expect(await leadsTo('/classes?q=Clerk+Typist')).to.equal('/classes/CA1101');
    expect(await leadsTo('/classes?q=%20clerk++TYPIST')).to.equal('/classes/CA1101');
    expect(await leadsTo('/classes?q=Clerk+Typist&on=2020-01-01')).to.equal('/classes/CA1101/2020-01-01');
  });

  it('a title that applies on that date is searched for', async () => {
    const body = await read('/classes?q=Clerk+Typist&on=2018-01-01');
    expect(body).to.contain('<a href="/classes/CA1091/2018-01-01">Clerk Typist</a>');
    expect(body).to.not.contain('Formerly');
    expect((await get(site, '/classes?q=Office+Assistant')).status).to.equal(200);
  });

  it('a part of a former title or code finds its class, and the row says why', async () => {
    for (const words of ['clerk', 'clerk+typ', 'CA109']) {
      const body = await read(`/classes?q=${words}`);
      expect(body).to.contain('<a href="/classes/CA1101">Office Assistant</a>');
      expect(body).to.contain('Formerly Clerk Typist (CA1091) until July 1, 2019');
    }
    expect(await read('/classes')).to.not.contain('Formerly');
  });

  it('an abolished class is named where nothing else fits, and found', async () => {
    const body = await read('/classes?q=keyboard+transcription&page=1');
    expect(body).to.contain('No class fits').and.contain('1 abolished class fits');
    const href = hrefsIn(body).find((each) => each.includes('status=abolished')) ?? '';
    const found = await read(href);
    expect(found).to.contain('Word Processing Operator').and.contain('Abolished on July 1, 2021');
    expect(await read('/classes?q=keyboard+transcription&on=2020-01-01')).to.not.contain(
      'abolished class fit',
    );
    expect(await read('/classes?q=nothing+like+this')).to.not.contain('abolished class fit');
    expect(await read('/classes?q=nothing+like+this&status=abolished')).to.not.contain('abolished class fit');
  });

  it('the page of a class tells its former names with their dates, and a former text the names since', async () => {
    const present = await read('/classes/CA1101');
    expect(present).to.contain('Formerly Clerk Typist (CA1091), from July 1, 2016 until July 1, 2019.');
    const former = await read('/classes/CA1101/revisions/1');
    expect(former).to.contain('Since July 1, 2019: Office Assistant (CA1101).').and.not.contain('Formerly');
    expect(await read('/classes/CI2788')).to.not.contain('Other titles and codes');
  });

  it('a title that two classes had finds both', async () => {
    const busy = await sampleSite();
    const office = await sampleOffice(busy);
    const renamed = {
      classId: 'class-it-director',
      edit: { title: 'Clerk Typist' },
      effectiveOn: '2026-10-01',
    };
    await post(office, 'CN2001', renamed);
    await adoptPosted(office, 'CN2001');
    await post(office, 'CN2002', { ...renamed, edit: { title: 'IT Director' }, effectiveOn: '2026-11-01' });
    await adoptPosted(office, 'CN2002');
    const answer = await get(busy, '/classes?q=clerk+typist');
    const body = await answer.text();
    const during = await get(busy, '/classes?q=clerk+typist&on=2026-10-15');
    const then = unmarked(await during.text());
    await busy.close();
    expect([answer.status, during.status]).to.deep.equal([200, 200]);
    expect(body).to.contain('/classes/CI2789"').and.contain('/classes/CA1101"');
    expect(body).to.contain('Formerly Clerk Typist (CI2789) until November 1, 2026');
    expect(then).to.contain('<a href="/classes/CI2789/2026-10-15">Clerk Typist</a>');
  });
});

/** Without the marks of the words that were found. */
function unmarked(html: string): string {
  return html.replace(/<\/?mark>/g, '');
}
