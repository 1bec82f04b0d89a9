// Readers are given again what was made for those before them: only what anybody may see, and only while nothing has changed.
import { expect } from 'chai';
import { loadViews } from '../../server/views.ts';
import { writeAudit } from '../../server/store/audit.ts';
import { now, sampleStore, type Served, serve, toolsWith } from '../tools.ts';
import { post, sampleOffice } from './sample-office.ts';
import { ask, get } from './site.ts';

describe('answers that are given again', () => {
  let site: Served;
  let rendered: string[];
  let instant: Date;

  beforeEach(async () => {
    const views = loadViews();
    rendered = [];
    instant = now;
    const counting = {
      ...views,
      render: (name: string, view: object) => (rendered.push(name), views.render(name, view)),
    };
    const clock = { now: () => instant };
    site = await serve(toolsWith(await sampleStore(), { views: counting, clock }));
  });
  afterEach(() => site.close());

  const text = async (path: string, headers: Record<string, string> = {}) =>
    (await get(site, path, headers)).text();

  it('are made once, whoever asks, in every form of compression', async () => {
    const plain = await ask(site, '/classes/CI2788');
    for (const encoding of ['gzip', 'br', 'br', 'gzip'])
      expect(await text('/classes/CI2788', { 'Accept-Encoding': encoding })).to.equal(plain.body);
    const again = await ask(site, '/classes/CI2788');
    const { date: _one, ...headers } = again.headers;
    const { date: _other, ...expected } = plain.headers;
    expect(headers).to.deep.equal(expected);
    expect(rendered).to.deep.equal(['pages/class']);
  });

  it('say which compression they have, with an ETag of its own for each', async () => {
    const tags = new Set<string>();
    for (const encoding of ['identity', 'gzip', 'br']) {
      const answer = await ask(site, '/classes/CI2788', { headers: { 'Accept-Encoding': encoding } });
      const tag = String(answer.headers.etag);
      tags.add(tag);
      expect(answer.headers['content-encoding']).to.equal(encoding === 'identity' ? undefined : encoding);
      expect(answer.headers.vary).to.contain('Accept-Encoding');
      const headers = { 'Accept-Encoding': encoding, 'If-None-Match': tag };
      expect((await ask(site, '/classes/CI2788', { headers })).status).to.equal(304);
    }
    expect(tags.size).to.equal(3);
  });

  it('are made anew when something was written that a reader could see', async () => {
    const office = await sampleOffice(site);
    expect(await text('/actions')).to.not.contain('CN2100');
    await post(office, 'CN2100', { classId: 'class-librarian', edit: { title: 'Reference Librarian' } });
    expect(await text('/actions')).to.contain('CN2100');
  });

  it('stay when only the staff could see what was written', async () => {
    await text('/classes');
    await writeAudit(site.tools.store, { at: now, personId: null, act: 'refused', subject: 'x', detail: {} });
    await text('/classes');
    expect(rendered).to.deep.equal(['pages/classes']);
  });

  it('are made anew when the day changes', async () => {
    expect(await text('/classes/CF1411')).to.contain('A new text takes effect on January 1, 2027');
    instant = new Date('2027-01-02T12:00:00Z');
    expect(await text('/classes/CF1411')).to.not.contain('A new text takes effect');
  });

  it('are not for who came with a cookie, nor made of what such a one was shown', async () => {
    await text('/classes', { Cookie: 'classplan=nonsense' });
    await text('/classes', { Cookie: 'classplan=nonsense' });
    expect(rendered).to.have.length(2);
    await text('/classes');
    expect(rendered).to.have.length(3);
  });

  it('keep apart what differs by form, by address and by the site that was asked', async () => {
    expect(await text('/classes/CI2788', { Accept: 'application/json' })).to.match(/^\{/);
    expect(await text('/classes/CI2788', { Accept: 'text/html' })).to.match(/^<!doctype/i);
    expect(await text('/classes?on=2020-01-01')).to.not.equal(await text('/classes'));
  });
});
