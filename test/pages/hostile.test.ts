// Whatever an address or a query carries, the answer is one of ours: never a 5xx, never markup that we did not
// write, and what is said back is said letter by letter.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { markup, outsideOfTags, unescaped } from './markup.ts';
import { payloads } from './payloads.ts';
import { ask, get, pageKinds, sampleSite } from './site.ts';

const places: readonly ((text: string) => string)[] = [
  (text) => `/classes/${text}`,
  (text) => `/classes/CI2788/${text}`,
  (text) => `/classes/CI2788/revisions/${text}`,
  (text) => `/series/${text}`,
  (text) => `/${text}`,
  (text) => `/classes?on=${text}`,
  (text) => `/classes?page=${text}`,
  (text) => `/classes?status=${text}`,
  (text) => `/classes?group=${text}&series=${text}`,
  (text) => `/classes?grade=${text}&flsa=${text}`,
  (text) => `/series/it-management?on=${text}&${text}=1`,
  (text) => `/classes/ci2788?${text}`,
];

describe('hostile requests', () => {
  let site: Served;
  const ours = new Set<string>();

  before(async () => {
    site = await sampleSite();
    const paths = [...pageKinds.map(([path]) => path), '/nothing', '/classes?q=a&group=IT'];
    for (const path of paths) for (const name of markup((await ask(site, path)).body)) ours.add(name);
    expect(ours).to.include.members(['h1', 'input', 'value=', 'href=', '/html']);
  });
  after(() => site.close());

  it('are three hundred', () => expect(new Set(payloads).size).to.equal(300));

  function expectOurs(body: string, about: string): void {
    const foreign = markup(body).filter((name) => !ours.has(name));
    expect(foreign, about).to.deep.equal([]);
    expect(outsideOfTags(body), about).to.not.match(/[<>]/);
  }

  it('as search words are searched for, or found to be nothing, and said back exactly', async () => {
    for (const payload of payloads) {
      const answer = await get(site, `/classes?q=${encodeURIComponent(payload.toWellFormed())}`);
      const body = await answer.text();
      expectOurs(body, payload);
      const wanted = payload.toWellFormed().trim();
      expect(answer.status, payload).to.equal(wanted.length > 200 ? 400 : 200);
      const said = /name="q" value="([^"]*)"/.exec(body)?.[1] ?? '';
      if (answer.status === 200) expect(unescaped(said), payload).to.equal(wanted);
    }
  });

  it('in every other place are refused in words', async () => {
    for (const [index, payload] of payloads.entries()) {
      const text = encodeURIComponent(payload.toWellFormed());
      for (const place of [places[index % 12], places[(index * 5 + 7) % 12]]) {
        const path = place?.(text) ?? '';
        const answer = await ask(site, path, { headers: { Accept: 'text/html' } });
        expect(answer.status, path).to.be.oneOf([200, 301, 400, 404]);
        if (answer.status === 301) expect(answer.headers.location).to.match(/^\/classes\/CI2788\?/);
        else expectOurs(answer.body, path);
        expect(answer.headers['set-cookie'], path).to.equal(undefined);
      }
    }
  });

  it('are said back as data that can be parsed', async () => {
    for (const payload of payloads.slice(0, 60)) {
      const answer = await get(site, `/classes/${encodeURIComponent(payload.toWellFormed())}.json`);
      expect(answer.status, payload).to.equal(404);
      expect(await answer.json()).to.include({ status: 404 });
    }
  });

  it('are answered when their bytes are no text, or given twice, or too long', async () => {
    const odd = [
      '/classes?q=%',
      '/classes?q=%ff%fe',
      '/classes?q=a&q=b',
      '/classes?q[]=a',
      '/classes?q[a]=b',
      '/classes?__proto__=1',
    ];
    for (const path of [...odd, `/classes?${'a=1&'.repeat(2500)}`]) {
      expect((await ask(site, path)).status, path).to.equal(200);
    }
    expect((await ask(site, `/classes?q=${'a'.repeat(12_000)}`)).status).to.equal(400);
    expect((await ask(site, `/${'a'.repeat(12_000)}`)).status).to.equal(404);
    expect((await ask(site, `/classes?q=${'a'.repeat(20_000)}`)).status).to.equal(431);
    expect((await ask(site, '/classes/%ff')).status).to.equal(400);
  });
});
