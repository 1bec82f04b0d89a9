// Parts of an official PDF (RFC 9110, 14): one range is answered 206, anything else with the whole or 416.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { ask, sampleSite } from './site.ts';

const path = '/classes/CI2788/revisions/4.pdf';

describe('ranges of an official PDF', () => {
  let site: Served;
  let whole: string;
  let tag: string;

  before(async () => {
    site = await sampleSite();
    const answer = await ask(site, path);
    whole = answer.body;
    tag = String(answer.headers.etag);
    expect(answer.headers['accept-ranges']).to.equal('bytes');
    expect(whole.length).to.be.above(60);
  });
  after(() => site.close());

  const part = (range: string, headers = {}) => ask(site, path, { headers: { Range: range, ...headers } });

  it('the first bytes', async () => {
    const answer = await part('bytes=0-3');
    expect([answer.status, answer.body]).to.deep.equal([206, '%PDF']);
    expect(answer.headers['content-range']).to.equal(`bytes 0-3/${whole.length}`);
    expect([answer.headers['content-length'], answer.headers.etag]).to.deep.equal(['4', tag]);
  });

  it('from a byte to the end', async () => {
    const answer = await part('bytes=5-');
    expect([answer.status, answer.body]).to.deep.equal([206, whole.slice(5)]);
    expect(answer.headers['content-range']).to.equal(`bytes 5-${whole.length - 1}/${whole.length}`);
  });

  it('the last bytes', async () => {
    expect(await part('bytes=-7')).to.deep.include({ status: 206, body: whole.slice(-7) });
    expect(await part('bytes=-99999')).to.deep.include({ status: 206, body: whole });
  });

  it('an end beyond the end is the end', async () => {
    expect(await part('bytes=10-99999')).to.deep.include({ status: 206, body: whole.slice(10) });
  });

  it('a range that is not there is a 416 that nobody keeps', async () => {
    const answer = await part('bytes=99999-');
    expect([answer.status, answer.body]).to.deep.equal([416, '']);
    expect(answer.headers['content-range']).to.equal(`bytes */${whole.length}`);
    expect(answer.headers['cache-control']).to.equal('no-store');
  });

  it('several ranges, other units and nonsense are answered whole', async () => {
    for (const range of ['bytes=0-3,8-9', 'lines=0-3', 'bytes=x-y', 'nonsense']) {
      expect(await part(range), range).to.deep.include({ status: 200, body: whole });
    }
  });

  it('If-Range: the part where the reader has these bytes, the whole where it has others', async () => {
    expect(await part('bytes=0-3', { 'If-Range': tag })).to.deep.include({ status: 206, body: '%PDF' });
    for (const stale of ['"other"', `W/${tag}`, 'Wed, 01 Jul 2026 00:00:00 GMT']) {
      expect(await part('bytes=0-3', { 'If-Range': stale }), stale).to.deep.include({
        status: 200,
        body: whole,
      });
    }
  });

  it('a 304 goes before a range, and HEAD has none', async () => {
    expect(await part('bytes=0-3', { 'If-None-Match': tag })).to.deep.include({ status: 304, body: '' });
    const head = await ask(site, path, { method: 'HEAD', headers: { Range: 'bytes=0-3' } });
    expect([head.status, head.headers['content-length']]).to.deep.equal([200, String(whole.length)]);
  });
});
