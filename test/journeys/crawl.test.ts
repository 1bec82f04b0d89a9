// Every link of the public site leads somewhere, and nothing comes from another site: of the server, and of the same site as
// files that any file server can serve.
import { expect } from 'chai';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Published, publishSite } from '../../scripts/static/publish.ts';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { crawl } from './crawl.ts';

/** What every file server does, and nothing else: a file, the index of a folder, a slash behind a folder's name. */
function fileServer(folder: string): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site.invalid').pathname);
    const kind = statSync(join(folder, path), { throwIfNoEntry: false });
    if (kind?.isDirectory() && !path.endsWith('/')) {
      response.writeHead(301, { Location: `${encodeURI(path)}/` }).end();
      return;
    }
    const file = join(folder, path, kind?.isDirectory() ? 'index.html' : '');
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': /html$/.test(file) ? 'text/html' : 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
}

describe('the links of the public site', function () {
  this.timeout(300_000);
  let site: Served;
  before(async () => void (site = await sampleSite({ publicUrl: 'https://classes.example.gov' })));
  after(() => site.close());

  it('lead somewhere, and nothing is loaded from elsewhere', async () => {
    const { paths, dead, foreign } = await crawl(site.address);
    expect(dead).to.deep.equal([]);
    expect(foreign).to.deep.equal([]);
    expect(paths).to.include.members(['/verify', '/careers', '/data/plan.zip']);
    expect(paths.length).to.be.greaterThan(150);
  });

  describe('as files', () => {
    let folder: string;
    let server: Server;
    let published: Published;

    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'classplan-static-'));
      published = await publishSite({
        ...{ from: site.address, folder, publicUrl: 'https://classes.example.gov', server: null },
        also: ['/classes/CA1091'],
        progress: () => undefined,
      });
      server = fileServer(folder);
      await once(server, 'listening');
    });
    after(() => {
      server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    });

    it('lead somewhere too, also those of feeds and of the map of the site', async () => {
      expect(published.dead).to.deep.equal([]);
      const { port } = server.address() as AddressInfo;
      const { paths, dead, foreign } = await crawl(`http://127.0.0.1:${port}`);
      expect([dead, foreign]).to.deep.equal([[], []]);
      expect(paths.length).to.be.greaterThan(100);
    });

    it('keep the addresses that were printed and cited', () => {
      expect(published.files).to.include.members([
        'index.html',
        'classes/CI2788/index.html',
        'classes/CI2788.pdf',
        'classes/CI2788/revisions/4/index.html',
        'classes/CI2788/revisions/4.pdf',
        'v/CI2788.4/index.html',
        'classes/CA1091/index.html',
      ]);
    });

    it('hold nothing of the staff area, and no form that nobody would answer', () => {
      expect(published.files.filter((file) => /^(manage|sign-in|api\/v1\/actions)/.test(file))).to.deep.equal(
        [],
      );
    });
  });
});
