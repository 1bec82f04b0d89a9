// What a reader is told around a text: where it stands, in plain words, that it is no vacancy, how to cite it.
import { expect } from 'chai';
import { changeSettings } from '../../server/actions/change-settings.ts';
import { planSettings } from '../../server/store/plan.ts';
import { now, type Served } from '../tools.ts';
import { get, sampleSite } from './site.ts';

describe('around a text', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  const read = async (path: string) => (await get(site, path)).text();
  const standing = (html: string) => /<span class="standing[^"]*">([^<]*)</.exec(html)?.[1];

  const stands = [
    ['/classes/CI2788', 'In force'],
    ['/classes/CI2788/2019-01-01', 'Superseded'],
    ['/classes/CF1411/revisions/3', 'Not yet effective'],
    ['/classes/CA1090', 'Abolished'],
  ] as const;
  for (const [path, words] of stands) {
    it(`${path} begins with its standing: ${words}`, async () => {
      expect(standing(await read(path))).to.equal(words);
    });
  }

  it('plain words stand beside the revision that they were written for, and beside no other', async () => {
    const html = await read('/classes/CI2788');
    expect(html).to.include('In plain words').and.to.include('lead several teams');
    expect(html).to.include('It is not the legal text, which follows.');
    expect(await read('/classes/CI2788/revisions/3')).to.not.include('In plain words');
    expect(await read('/classes/CI2787')).to.not.include('In plain words');
  });

  it('plain words are no part of the text in any other form', async () => {
    for (const form of ['txt', 'json'])
      expect(await read(`/classes/CI2788.${form}`)).to.not.include('lead several teams');
  });

  it('every section has a link to itself', async () => {
    const html = await read('/classes/CI2788');
    const sections = [
      ...html.matchAll(/<section class="official-section" id="([^"]+)" aria-labelledby="\1-heading">/g),
    ];
    const anchors = sections.map(([, anchor]) => anchor).filter((anchor) => anchor !== 'history');
    expect(anchors).to.have.length.above(15);
    for (const anchor of anchors) expect(html).to.include(`<a class="section-link" href="#${anchor}">`);
  });

  it('the citation names the permanent address under which the text is asked for', async () => {
    const html = await read('/classes/CI2788/2019-01-01');
    const [, citation = ''] = /<p id="citation">([^<]*)</.exec(html) ?? [];
    expect(citation).to.include(`${site.address}/classes/CI2788/revisions/1 (accessed November 22, 2026).`);
    expect(citation).to.include('revision 1, effective September 21, 2018');
  });

  it('a text is no vacancy, with the way to the vacancies only where the plan names it', async () => {
    const { store } = site.tools;
    expect(await read('/classes/CI2788'))
      .to.include('not a vacancy')
      .and.to.include('<a href="https://jobs.larkhaven.example/openings">Current openings</a>');
    const settings = await planSettings(store);
    if (!settings) throw new Error('No plan');
    const { jobsUrl: _jobsUrl, plainSummaries: _plainSummaries, ...bare } = settings;
    await changeSettings({ store, now, by: null }, bare);
    const html = await read('/classes/CI2788');
    expect(html).to.include('not a vacancy').and.to.not.include('Current openings');
    expect(html).to.not.include('In plain words');
  });

  it('whoever cannot use something is told whom to tell: the contact for that, or else the one of the plan', async () => {
    const settings = await planSettings(site.tools.store);
    if (!settings) throw new Error('No plan');
    expect(await read('/accessibility')).to.include('mailto:accessibility@larkhaven.example');
    const { accessibilityContact: _accessibilityContact, ...bare } = settings;
    await changeSettings({ store: site.tools.store, now, by: null }, bare);
    const main = /<main[^]*<\/main>/.exec(await read('/accessibility'))?.[0];
    expect(main).to.include('mailto:classification@hr.larkhaven.example');
    await changeSettings({ store: site.tools.store, now, by: null }, { ...bare, contact: null });
    expect(await read('/accessibility')).to.include('Ask the office');
  });
});
