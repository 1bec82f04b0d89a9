// /verify: what the record says of a copy, as a page and as data; every standing, every odd question, and the short address.
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { Verification } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import type { Served } from '../tools.ts';
import { markup, outsideOfTags } from './markup.ts';
import { payloads } from './payloads.ts';
import { ask, get, sampleSite } from './site.ts';

const nowhere = '0'.repeat(64);

describe('checking a copy', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  /** Its official PDF, printed where it is not yet. */
  async function hashOf(code: string, number: number): Promise<string> {
    const answer = await get(site, `/classes/${code}/revisions/${number}.pdf`);
    expect(answer.status).to.equal(200);
    return createHash('sha256')
      .update(Buffer.from(await answer.arrayBuffer()))
      .digest('hex');
  }

  async function said(query: string): Promise<Verification> {
    const answer = await get(site, `/verify.json?${query}`);
    expect(answer.status, query).to.equal(200);
    const data: unknown = await answer.json();
    expect(problemsOf('verification.schema.json', data), query).to.deep.equal([]);
    return data as Verification;
  }

  async function page(query: string, status = 200): Promise<string> {
    const answer = await ask(site, `/verify?${query}`, { headers: { Accept: 'text/html' } });
    expect(answer.status, query.slice(0, 90)).to.equal(status);
    return answer.body;
  }

  const standings = [
    ['CI2788', 4, 'in force', 'Current: in force since July 1, 2024', null],
    ['CI2788', 3, 'superseded', 'Superseded on July 1, 2024 by revision 4', '/classes/CI2788"'],
    [
      'CF1411',
      3,
      'not yet effective',
      'Not yet effective: in force from January 1, 2027 on',
      '/classes/CF1411"',
    ],
    ['CA1090', 2, 'abolished', 'Abolished on July 1, 2021: the last text of its class', null],
    ['CA1090', 1, 'superseded', 'Superseded on July 1, 2021 when the class was abolished', null],
  ] as const;
  for (const [code, number, kind, heading, wayOn] of standings) {
    it(`tells the official PDF of ${code}, revision ${number}: ${kind}`, async () => {
      const sha256 = await hashOf(code, number);
      const data = await said(`sha256=${sha256}`);
      expect(data).to.include({ copy: 'official', sha256, claims: null });
      expect(data.revision).to.include({ code, number, officialSha256: sha256 });
      expect(data.revision?.standing.kind).to.equal(kind);
      expect(data.sentences[0]).to.equal(`${heading}.`);
      const html = await page(`sha256=${sha256}`);
      expect(html).to.include(heading).and.include(`href="/classes/${code}/revisions/${number}.pdf"`);
      expect(html.includes('The text in force today')).to.equal(wayOn !== null);
      if (wayOn) expect(html).to.include(`href="${wayOn}`);
    });
  }

  it('tells a text in force of which class applies today', async () => {
    const { inForce } = await said(`sha256=${await hashOf('CI2788', 2)}`);
    expect(inForce).to.deep.include({ number: 4, effectiveOn: '2024-07-01' });
    expect((await said(`sha256=${await hashOf('CA1090', 1)}`)).inForce).to.equal(null);
  });

  it('tells that no official PDF has a hash', async () => {
    expect(await said(`sha256=${nowhere}`)).to.include({ copy: 'unknown', revision: null, inForce: null });
    const html = await page(`sha256=${nowhere}`);
    expect(html).to.include('Unknown: no official PDF has this hash').and.include('href="/classes"');
    expect(html).to.include('Reading copies, redlines, drafts, comparisons and renditions are none');
    expect(html).to.include(
      'use the official PDF of its text in force, or of the revision that the file names',
    );
  });

  it('tells a file that claims to be a revision and is not, with the way to the genuine one', async () => {
    const genuine = await hashOf('CI2788', 4);
    const data = await said(`sha256=${nowhere}&claims=CI2788.4`);
    expect(data).to.include({ copy: 'altered', claims: 'CI2788.4' });
    expect(data.revision?.officialSha256).to.equal(genuine);
    const html = await page(`sha256=${nowhere}&claims=CI2788.4`);
    expect(html).to.include(
      'This file says that it is revision 4 of IT Manager Senior (CI2788), and it is not',
    );
    expect(html)
      .to.include('href="/classes/CI2788/revisions/4.pdf"')
      .and.include(nowhere)
      .and.include(genuine);
  });

  it('says so where the claimed revision is not in the record, or not printed', async () => {
    expect((await said(`sha256=${nowhere}&claims=CI2788.9`)).revision).to.equal(null);
    expect(await page(`sha256=${nowhere}&claims=CI2788.9`)).to.include('the record holds no such revision');
    expect(await page(`sha256=${nowhere}&claims=CI2788.1`)).to.include('is not printed yet');
  });

  it('believes the hash and not the claim', async () => {
    const data = await said(`sha256=${await hashOf('CI2788', 4)}&claims=CF1411.1`);
    expect(data.copy).to.equal('official');
    expect(data.revision).to.include({ code: 'CI2788', number: 4 });
  });

  it('says what the record says of a revision alone, and judges no copy', async () => {
    const data = await said('revision=ci2788.4');
    expect(data).to.include({ copy: 'named', sha256: null, claims: 'ci2788.4' });
    expect(data.revision?.record).to.match(/^\d+:[0-9a-f]{16}$/);
    expect(await page('revision=CI2788.4')).to.include('What is on paper has no hash');
    expect((await get(site, '/verify?revision=CI2788.9')).status).to.equal(404);
  });

  const paper = [
    ['CI2788.4', 'plain', 'Current: in force', 'What is on paper has no hash', false],
    [
      'CI2788.3',
      'care',
      'Superseded on July 1, 2024 by revision 4',
      'For today, use the text in force.',
      true,
    ],
    ['CF1411.3', 'care', 'Not yet effective', 'Until that day, use the text in force.', true],
    ['CA1090.1', 'care', 'Superseded on July 1, 2021', 'No text of this class applies any more.', false],
    ['CA1090.2', 'care', 'Abolished on July 1, 2021', 'No text of this class applies any more.', false],
  ] as const;
  for (const [name, tone, heading, advice, leadsOn] of paper) {
    it(`says of ${name} on paper whether it applies today, as it does of a file`, async () => {
      const html = await page(`revision=${name}`);
      expect(html).to.include(`copy-result--${tone}`).and.include(`<strong>${advice}`);
      expect(/<h2 id="answer-heading">.*<\/h2>/.exec(html)?.[0]).to.include(heading);
      const [first] = /<ul class="copy-result__links">\s*<li>.*<\/li>/.exec(html) ?? [''];
      expect(first.includes('The text in force today')).to.equal(leadsOn);
    });
  }

  it('tells no text to use where none is in force', async () => {
    const { sentences } = await said(`sha256=${await hashOf('CA1090', 1)}`);
    expect(sentences.at(-1)).to.equal('It proves what the text was. No text of this class applies any more.');
  });

  it('finds a revision by the code it bore, also where the class has another now', async () => {
    const data = await said('revision=CA1091.1');
    expect(data.revision).to.include({ code: 'CA1091', number: 1 });
    expect(data.revision?.links.html).to.equal('/classes/CA1101/revisions/1');
  });

  it('leads on from the short address', async () => {
    const answer = await get(site, '/v/CI2788.4');
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([
      301,
      '/verify?revision=CI2788.4#answer',
    ]);
    for (const odd of ['CI2788', 'CI2788.0', 'CI2788.4.pdf', '%3Cb%3E.4', 'x'.repeat(400)])
      expect((await get(site, `/v/${odd}`)).status, odd).to.equal(404);
  });

  it('reads a hash however it is pasted, and says what is wrong with what is none', async () => {
    const sha256 = await hashOf('CI2788', 4);
    const line = `${sha256.toUpperCase()}  IT Manager Senior.pdf`;
    expect(await page(`sha256=${encodeURIComponent(line)}`)).to.include('Current: in force');
    const odd = await page('sha256=abc', 422);
    expect(odd).to.include('This has 3.').and.include('value="abc"').and.include('aria-invalid="true"');
    for (const query of [`sha256=${'a'.repeat(5000)}`, `sha256=${nowhere}&sha256=b`])
      expect(await page(query, 422)).to.include('Paste one SHA-256');
  });

  it('asks nothing without a question, and tells programs how to ask', async () => {
    for (const query of ['', 'sha256=', 'sha256=+', 'claims=CI2788.4', 'revision=nothing', 'sha256[]=a'])
      expect(await page(query), query).not.to.include('copy-result');
    for (const query of ['', '?sha256=abc']) {
      const answer = await get(site, `/verify.json${query}`);
      expect(answer.status).to.equal(400);
      expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
    }
    expect((await get(site, '/verify', { Accept: 'application/pdf' })).status).to.equal(406);
  });

  it('says back hostile words letter by letter and never fails', async () => {
    const queries = (text: string) => [
      `sha256=${text}`,
      `sha256=${nowhere}&claims=${text}`,
      `revision=${text}`,
    ];
    const ours = new Set<string>();
    for (const query of queries('abc').concat('revision=CI2788.4'))
      for (const name of markup((await ask(site, `/verify?${query}`)).body)) ours.add(name);
    for (const [index, payload] of payloads.entries()) {
      const query = queries(encodeURIComponent(payload.toWellFormed()))[index % 3] ?? '';
      const { status, body } = await ask(site, `/verify?${query}`, { headers: { Accept: 'text/html' } });
      expect(status, query).to.be.oneOf([200, 422]);
      const foreign = markup(body).filter((name) => !ours.has(name));
      expect(foreign, query).to.deep.equal([]);
      expect(outsideOfTags(body), query).to.not.match(/[<>]/);
    }
  });

  it('keeps an answer no longer than a minute, and sets no cookie', async () => {
    const answer = await ask(site, `/verify?sha256=${nowhere}`);
    expect(answer.headers['cache-control']).to.equal('public, max-age=60, must-revalidate');
    expect(answer.headers['set-cookie']).to.equal(undefined);
  });

  it('is linked from the foot of every page and beside the PDF of a class', async () => {
    expect((await ask(site, '/series')).body).to.include('href="/verify"');
    expect((await ask(site, '/classes/CI2788')).body.match(/href="\/verify"/g)).to.have.length(2);
  });
});
