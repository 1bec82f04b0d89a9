// /checkpoint: one signed statement in three forms, which moves when the record does and not before.
import { createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import type { PublishedCheckpoint } from '../../schemas/types.ts';
import { isSignedBy, readCheckpoints } from '../../server/model/checkpoint.ts';
import { problemsOf } from '../../server/schemas.ts';
import { recordHead } from '../../server/store/record.ts';
import { append, textEntry } from '../store/record-room.ts';
import type { Served } from '../tools.ts';
import { ask, get, sampleSite } from './site.ts';

describe('the checkpoint page', () => {
  let site: Served;
  before(async () => {
    site = await sampleSite();
  });
  after(() => site.close());

  async function published(): Promise<PublishedCheckpoint> {
    const answer = await get(site, '/checkpoint.json');
    const data: unknown = await answer.json();
    expect(problemsOf('checkpoint.schema.json', data)).to.deep.equal([]);
    return data as PublishedCheckpoint;
  }

  it('signs the head of the record, with a key that it shows', async () => {
    const { seq, hash } = await recordHead(site.tools.store);
    const data = await published();
    expect([data.size, data.hash, data.origin]).to.deep.equal([seq, hash, 'classes.example.gov/record']);
    const [note] = readCheckpoints(data.note);
    expect(note).to.deep.include({ size: seq, hash });
    expect(note && isSignedBy(note, createPublicKey(data.publicKey))).to.equal(true);
    expect(data.verifierKey).to.match(/^classes\.example\.gov\/record\+[0-9a-f]{8}\+A[A-Za-z0-9+/]{43}$/);
  });

  it('says the same in every form', async () => {
    const { note, publicKey, hash } = await published();
    const text = await get(site, '/checkpoint.txt');
    expect(text.headers.get('content-type')).to.equal('text/plain; charset=utf-8');
    expect(text.headers.get('content-disposition')).to.match(/^inline; filename="checkpoint-\d+\.txt"$/);
    expect(await text.text()).to.equal(note);
    const page = (await ask(site, '/checkpoint', { headers: { Accept: 'text/html' } })).body;
    for (const shown of [note, publicKey, hash])
      expect(page.replaceAll('&#x3D;', '=')).to.include(shown.trimEnd());
    expect(
      (await get(site, '/checkpoint', { Accept: 'application/json' })).headers.get('content-type'),
    ).to.match(/^application\/json/);
  });

  it('is not printed as PDF', async () => {
    const answer = await get(site, '/checkpoint', { Accept: 'application/pdf' });
    expect(answer.status).to.equal(406);
  });

  it('is linked from the foot of every page', async () => {
    for (const path of ['/', '/classes/CI2788', '/series'])
      expect((await ask(site, path, { headers: { Accept: 'text/html' } })).body).to.include(
        'href="/checkpoint"',
      );
  });

  for (const path of ['/checkpoint', '/checkpoint.txt', '/checkpoint.json']) {
    it(`${path} keeps its strong ETag until the record grows`, async () => {
      const first = await ask(site, path);
      const etag = String(first.headers.etag);
      expect(etag).to.match(/^"[0-9a-f]{64}"$/);
      expect(first.headers['cache-control']).to.equal('public, max-age=60, must-revalidate');
      const again = { headers: { 'If-None-Match': etag } };
      expect((await ask(site, path, again)).status).to.equal(304);
      await append(site.tools.store, textEntry('another-text', `Wording for ${path}`));
      const grown = await ask(site, path, again);
      expect(grown.status).to.equal(200);
      expect(grown.headers.etag).not.to.equal(etag);
    });
  }
});
