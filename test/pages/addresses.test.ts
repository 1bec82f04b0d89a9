// Every address answers with its content, and what a reader sees of a text says where the text stands in time.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { get, hrefsIn, pageKinds, sampleSite } from './site.ts';

describe('the addresses of the plan', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  for (const [path, words] of pageKinds) {
    it(`GET ${path} answers with its page`, async () => {
      const answer = await get(site, path);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.equal('text/html; charset=utf-8');
      const body = await answer.text();
      expect(body).to.contain(words);
      expect(body).to.match(/<html lang="en-US">[^]*<h1>[^]*<\/main>/);
      expect(body.match(/<h1>/g)).to.have.length(1);
    });
  }

  it('leads only to addresses that answer', async () => {
    const seen = new Set<string>();
    for (const [path] of pageKinds) {
      const body = await (await get(site, path)).text();
      for (const [, source = ''] of body.matchAll(/src="(\/[^"]*)"/g)) seen.add(source);
      for (const href of hrefsIn(body)) seen.add(href.replace(/#.*/, ''));
    }
    expect(seen.size).to.be.above(100);
    for (const href of seen) expect((await fetch(site.address + href)).status, href).to.equal(200);
  });

  it('gives every section of the official text an anchor that the list on the page leads to', async () => {
    const body = await (await get(site, '/classes/CI2788')).text();
    const anchors = [...body.matchAll(/<li><a href="#([^"]+)">/g)].map(([, anchor]) => anchor);
    expect(anchors).to.include.members(['summary', 'duties', 'knowledge-skills', 'details', 'history']);
    for (const anchor of anchors) expect(body).to.contain(`<section class="official-section" id="${anchor}"`);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).to.deep.equal([...new Set(ids)]);
  });

  it('offers the facts of a class with its pay on that day', async () => {
    const body = await (await get(site, '/classes/CI2788')).text();
    expect(body).to.match(/Grade EX-18: \$100,590 to \$152,900 a year/);
    expect(body).to.contain('Exempt');
    expect(body).to.match(/level 2 of 5/);
  });

  it('goes straight to a class from its exact code, past or present', async () => {
    const now = await get(site, '/classes?q=ci2788');
    expect([now.status, now.headers.get('location')]).to.deep.equal([302, '/classes/CI2788']);
    const past = await get(site, '/classes?q=CA1091&on=2020-01-01');
    expect([past.status, past.headers.get('location')]).to.deep.equal([302, '/classes/CA1101/2020-01-01']);
  });

  it('narrows the list by facts and keeps what was chosen', async () => {
    const body = await (await get(site, '/classes?series=it-management&flsa=E&grade=EX-18')).text();
    expect(body).to.contain('1 class').and.contain('<option value="EX-18" selected>');
    expect(body).to.contain('/classes/CI2788"').and.not.contain('/classes/CI2787"');
  });

  it('answers for its health and for the record', async () => {
    expect(await (await get(site, '/healthz')).json()).to.deep.equal({ status: 'ok' });
    const ready = (await (await get(site, '/readyz')).json()) as {
      status: string;
      record: { seq: number };
      printer: string;
    };
    expect(ready.status).to.equal('ok');
    expect(ready.record.seq).to.be.above(96);
    expect(ready.printer).to.equal('ready');
  });
});
