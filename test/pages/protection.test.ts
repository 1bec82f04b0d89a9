// What every answer carries for the reader's protection, and what is never served.
import { expect } from 'chai';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { get as httpGet } from 'node:http';
import type { Served } from '../tools.ts';
import { ask, pageKinds, problemPages, sampleSite } from './site.ts';

const files = [
  '/assets/site.css',
  '/assets/matrix-table.css',
  '/assets/uswds/css/uswds.min.css',
  '/assets/uswds/fonts/public-sans/PublicSans-Bold.woff2',
];
const others = [
  '/seal.svg',
  '/healthz',
  '/readyz',
  '/classes/CI2788.json',
  '/classes/CI2788.txt',
  '/classes/CI2788.pdf',
  '/classes/ci2788',
];

const outside = [
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/....//....//package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/uswds/../../../package.json',
  '/assets/uswds/%2e%2e%2fpackage.json',
  '/assets/%00site.css',
  '/assets/site.css%00.txt',
  '/assets//etc/passwd',
  '/assets/',
  '/assets/uswds/css/',
  '/../package.json',
  '/assets/.env',
  '/templates/layout.hbs',
  '/data/plan.json',
];

describe('protection', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  it('every answer carries the security headers, errors and files too', async () => {
    const paths = [
      ...pageKinds.map(([path]) => path),
      ...problemPages.map(([path]) => path),
      ...files,
      ...others,
      ...outside,
    ];
    for (const path of paths) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const { headers } = await ask(site, path, { method });
        expect(headers['content-security-policy'], path).to.match(/^default-src 'none'/);
        expect(headers['content-security-policy'], path).to.not.match(/unsafe-(?:inline|eval)|\*|http:/);
        expect(headers['x-content-type-options'], path).to.equal('nosniff');
        expect(headers['referrer-policy'], path).to.equal('same-origin');
        expect(headers['cross-origin-opener-policy'], path).to.equal('same-origin');
        expect(headers['cross-origin-resource-policy'], path).to.equal('same-origin');
        expect(headers, path).to.not.have.any.keys('x-powered-by', 'server', 'set-cookie');
      }
    }
  });

  it('the seal is served so that nothing in it can run', async () => {
    const { headers } = await ask(site, '/seal.svg');
    expect(headers['content-type']).to.match(/^image\/svg\+xml/);
    expect(headers['content-security-policy']).to.equal("default-src 'none'; sandbox");
  });

  it('no page carries a style or a script of its own', async () => {
    for (const [path] of pageKinds) {
      const { body } = await ask(site, path);
      expect(body, path).to.not.match(
        /<script(?! type="module" src="\/assets\/| type="application\/ld\+json">)|<style|\sstyle=|\son[a-z]+=|javascript:/i,
      );
    }
  });

  for (const path of outside) {
    it(`nothing outside the assets is served: ${path}`, async () => {
      const { status, body } = await ask(site, path);
      expect(status).to.be.within(400, 404);
      expect(body).to.not.match(/"classplan"|root:|@partial-block|"employer"/);
    });
  }

  it('pages, data and style sheets are compressed, PDFs are not', async () => {
    const encodings = [];
    for (const path of [
      '/classes/CI2788',
      '/classes/CI2788.json',
      '/classes/CI2788.txt',
      '/assets/site.css',
      '/classes/CI2788.pdf',
    ]) {
      const { headers } = await ask(site, path, { headers: { 'Accept-Encoding': 'gzip' } });
      encodings.push(headers['content-encoding']);
      if (headers['content-encoding']) expect(headers.vary, path).to.contain('Accept-Encoding');
    }
    expect(encodings).to.deep.equal(['gzip', 'gzip', 'gzip', 'gzip', undefined]);
  });

  it('a compressed page is the same page, and no larger than a third', async () => {
    const plain = (await ask(site, '/classes/CI2788')).body;
    for (const [encoding, open] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const packed = await bytes(`${site.address}/classes/CI2788`, encoding);
      expect(open(packed).toString('utf8')).to.equal(plain);
      expect(packed.length).to.be.below(Buffer.byteLength(plain) / 3);
    }
  });
});

function bytes(address: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    httpGet(address, { headers: { 'Accept-Encoding': encoding } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
    }).on('error', reject);
  });
}
