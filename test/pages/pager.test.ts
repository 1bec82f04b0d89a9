// A list longer than a page is read page by page, and every choice stays in the address.
import { expect } from 'chai';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import type { Served } from '../tools.ts';
import { get, sampleSite } from './site.ts';

describe('the pages of a long list', () => {
  let site: Served;

  before(async () => {
    site = await sampleSite();
    const { store } = site.tools;
    const [first] = await revisionsOf(store, 'class', 'class-it-manager-senior');
    if (!first) throw new Error('The sample plan has no CI2788');
    const { recordedAt, recordedBy, status, changes, effectiveOn, decidedOn, action, events, body } = first;
    const stated = {
      recordedAt,
      recordedBy,
      status,
      changes,
      effectiveOn,
      decidedOn,
      action,
      events,
    } as const;
    await store.transaction(async (transaction) => {
      for (let number = 1; number <= 65; number += 1) {
        const code = `QQ${1000 + number}`;
        const subject = { subject: 'class', subjectId: `class-${code.toLowerCase()}` } as const;
        await appendRevision(transaction, {
          ...stated,
          ...subject,
          body: { ...body, code, title: `Quartermaster ${number}` },
        });
      }
    });
  });
  after(() => site.close());

  const codesOf = (body: string) => [...body.matchAll(/\/classes\/(QQ\d+)"/g)].map(([, code]) => code);
  const link = (body: string, rel: string) =>
    new RegExp(`rel="${rel}" href="([^"]+)"`)
      .exec(body)?.[1]
      ?.replaceAll('&#x3D;', '=')
      .replaceAll('&amp;', '&');

  it('lead from one to the next and back, and hold every class once', async () => {
    const one = await (await get(site, '/classes?q=quartermaster&flsa=E')).text();
    expect(one).to.contain('65 classes for “quartermaster”').and.contain('Page 1 of 3');
    expect(link(one, 'prev')).to.equal(undefined);
    const next = link(one, 'next') ?? '';
    expect(next).to.equal('/classes?q=quartermaster&flsa=E&page=2');

    const two = await (await get(site, next)).text();
    expect(two).to.contain('Page 2 of 3');
    expect(link(two, 'prev')).to.equal('/classes?q=quartermaster&flsa=E');
    const three = await (await get(site, link(two, 'next') ?? '')).text();
    expect(link(three, 'next')).to.equal(undefined);

    const codes = [...codesOf(one), ...codesOf(two), ...codesOf(three)];
    expect(codesOf(one)).to.have.length(25);
    expect(new Set(codes).size).to.equal(65);
    expect(codes).to.have.length(65);
  });

  it('end where the list ends', async () => {
    const answer = await get(site, '/classes?q=quartermaster&page=4');
    expect(answer.status).to.equal(404);
    expect(await answer.text()).to.contain('This list has 3 pages.');
  });
});
