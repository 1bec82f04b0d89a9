// A text that is not the one in force says so in a sentence, with the way to the one that is.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { get, sampleSite } from './site.ts';

const notices: readonly (readonly [path: string, sentence: string, link: string | null])[] = [
  [
    '/classes/CI2788/revisions/2',
    'Superseded. It applied from October 21, 2021 until November 27, 2022, when revision 3 took its place.',
    '/classes/CI2788',
  ],
  [
    '/classes/CI2788/2019-05-05',
    'Superseded. It applied from September 21, 2018 until October 21, 2021, when revision 2 took its place.',
    '/classes/CI2788',
  ],
  [
    '/classes/CF1411/revisions/3',
    'Not yet effective. This text takes effect on January 1, 2027.',
    '/classes/CF1411',
  ],
  [
    '/classes/CF1411/2027-01-01',
    'Not yet effective. This text takes effect on January 1, 2027.',
    '/classes/CF1411',
  ],
  ['/classes/CA1090', 'Abolished. This class was abolished on July 1, 2021; this is its last text.', null],
  [
    '/classes/CA1090/2024-01-01',
    'Abolished. This class was abolished on July 1, 2021; this is its last text.',
    null,
  ],
  [
    '/classes/CA1090/revisions/1',
    'Superseded. It applied from July 1, 2016 until July 1, 2021, when the class was abolished.',
    '/classes/CA1090',
  ],
];

describe('the notice above a text', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  for (const [path, sentence, link] of notices) {
    it(`${path} says: ${sentence}`, async () => {
      const body = await (await get(site, path)).text();
      const notice = /<div class="notice" role="note">\s*<p>([^]*?)<\/p>/.exec(body)?.[1] ?? '';
      expect(notice).to.contain(sentence);
      expect(/href="([^"]+)"/.exec(notice)?.[1] ?? null).to.equal(link);
      const text = await (await get(site, `${path}.txt`)).text();
      expect(text).to.contain(`\n\n${sentence}\n\n`);
    });
  }

  it('is absent where the text is in force', async () => {
    const body = await (await get(site, '/classes/CI2788')).text();
    expect(body).to.not.contain('role="note"');
  });

  it('does not call the last text of an abolished class the one in force', async () => {
    const body = await (await get(site, '/classes/CA1090/revisions/1')).text();
    expect(body).to.not.contain('in force today');
    expect(body).to.contain('This class is abolished: see its last text');
  });

  it('announces the text to come, and where to read it', async () => {
    const body = await (await get(site, '/classes/CF1411')).text();
    expect(body).to.contain(
      'A new text takes effect on January 1, 2027. <a href="/classes/CF1411/revisions/3">Read revision 3</a>',
    );
    expect(body).to.contain('Revision 2, effective October 21, 2021');
  });

  it('tells of an abolition to come', async () => {
    const early = await sampleSite({ clock: { now: () => new Date('2021-01-15T12:00:00Z') } });
    const body = await (await get(early, '/classes/CA1090')).text();
    await early.close();
    expect(body).to.contain('This class is abolished from July 1, 2021 on.');
  });

  it('of a class that is not in force yet leads nowhere else', async () => {
    const early = await sampleSite({ clock: { now: () => new Date('2010-01-15T12:00:00Z') } });
    const answer = await get(early, '/classes/CI2788');
    const body = await answer.text();
    await early.close();
    expect(answer.status).to.equal(200);
    expect(body).to.contain('Not yet effective. This text takes effect on September 21, 2018.');
    expect(body).to.not.contain('in force today');
  });

  it('names the present title of a class whose next title is known', async () => {
    const between = await sampleSite({ clock: { now: () => new Date('2018-01-15T12:00:00Z') } });
    const body = await (await get(between, '/classes/CA1091/revisions')).text();
    await between.close();
    const [, heading = ''] = /<h1>Revisions of ([^<]+) /.exec(body) ?? [];
    expect(heading).to.equal('Clerk Typist');
    expect(body).to.contain('Not yet effective');
  });

  it('links the official PDF of an abolished class to the one that is kept', async () => {
    const body = await (await get(site, '/classes/CA1090')).text();
    const href = /<a class="usa-button" href="([^"]+)"/.exec(body)?.[1] ?? '';
    expect(href).to.equal('/classes/CA1090/revisions/2.pdf');
    expect((await get(site, href)).headers.get('content-type')).to.equal('application/pdf');
  });
});
