// Nothing is sent twice: strong ETags, 304, how long each thing may be kept, and HEAD as GET without its body.
import { expect } from 'chai';
import { createHash } from 'node:crypto';
import type { Served } from '../tools.ts';
import { ask, get, pageKinds, problemPages, sampleSite } from './site.ts';

const current = 'public, max-age=60, must-revalidate';
const permanent = 'public, max-age=31536000, immutable';

const kept: readonly (readonly [path: string, cacheControl: string])[] = [
  ['/', current],
  ['/classes', current],
  ['/classes/CI2788', current],
  ['/classes/CI2788.json', current],
  ['/classes/CI2788.pdf', current],
  ['/classes/CI2788/2019-01-01.txt', current],
  ['/classes/CI2788/revisions', current],
  ['/classes/CI2788/compare', current],
  ['/classes/CI2788/compare/3..4', current],
  ['/classes/CI2788/compare/3..4.json', current],
  ['/classes/CI2788/compare/3..4.pdf', current],
  ['/classes/CI2788/revisions/2', current],
  ['/classes/CI2788/revisions/2.txt', current],
  ['/classes/CI2788/revisions/2.docx', current],
  ['/classes/CI2788/revisions/2.json', permanent],
  ['/classes/CI2788/revisions/2.pdf', permanent],
  ['/series', current],
  ['/series/it-management', current],
  ['/seal.svg', 'public, max-age=3600'],
  ['/healthz', 'no-store'],
  ['/readyz', 'no-store'],
  ['/assets/site.css', 'public, max-age=3600'],
  ['/nothing', 'no-store'],
];

const tagged = [
  ...pageKinds.map(([path]) => path),
  '/classes/CI2788.json',
  '/classes/CI2788.txt',
  '/classes/CI2788.pdf',
  '/classes/CI2788.docx',
  '/classes/CI2788/compare/3..4.json',
  '/classes/CI2788/compare/3..4.txt',
  '/classes/CI2788/compare/CI2789.pdf',
];

describe('conditional requests', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  for (const [path, cacheControl] of kept) {
    it(`${path} may be kept: ${cacheControl}`, async () => {
      expect((await get(site, path)).headers.get('cache-control')).to.equal(cacheControl);
    });
  }

  it('every page has a strong ETag that is the hash of its bytes, the same each time, and another for each compression', async () => {
    for (const path of tagged) {
      const answer = await get(site, path);
      const hash = createHash('sha256')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('hex');
      const encoding = answer.headers.get('content-encoding');
      const tag = encoding ? `"${hash}-${encoding}"` : `"${hash}"`;
      expect(answer.headers.get('etag'), path).to.equal(tag);
      expect((await get(site, path)).headers.get('etag'), path).to.equal(tag);
      expect((await ask(site, path)).headers.etag, path).to.equal(`"${hash}"`);
    }
  });

  it('what the reader already has is answered 304 without a body', async () => {
    for (const path of tagged) {
      const tag = String((await ask(site, path)).headers.etag);
      for (const condition of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const answer = await ask(site, path, { headers: { 'If-None-Match': condition } });
        expect([answer.status, answer.body], `${path} ${condition}`).to.deep.equal([304, '']);
        expect(answer.headers.etag).to.equal(tag);
        expect(answer.headers['cache-control']).to.equal(current);
        expect(answer.headers.vary).to.match(/\bAccept\b(?!-)/);
      }
    }
  });

  it('another ETag is answered in full', async () => {
    for (const condition of ['"other"', '"one", W/"two"', tagged[0] ?? '']) {
      expect((await get(site, '/classes/CI2788', { 'If-None-Match': condition })).status).to.equal(200);
    }
  });

  it('HEAD is GET without the body', async () => {
    const paths = [
      ...tagged,
      '/seal.svg',
      '/healthz',
      '/assets/site.css',
      ...problemPages.map(([path]) => path),
    ];
    for (const path of paths) {
      const whole = await ask(site, path);
      const head = await ask(site, path, { method: 'HEAD' });
      expect([head.status, head.body], path).to.deep.equal([whole.status, '']);
      const { date: _one, ...headers } = head.headers;
      const { date: _other, ...expected } = whole.headers;
      expect(headers, path).to.deep.equal(expected);
    }
  });
});
