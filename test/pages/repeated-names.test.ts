// Of a name that is repeated in an address the last counts, whatever is asked there; an empty one is none.
import { expect } from 'chai';
import { type Served, type SignedIn, signedIn } from '../tools.ts';
import { sampleSite } from './site.ts';

const pages: readonly (readonly [repeated: string, once: string])[] = [
  ['/classes?q=clerk&q=network', '/classes?q=network'],
  ['/classes?q=network&status=abolished&status=', '/classes?q=network'],
  ['/series?on=2020-01-01&on=2024-07-01', '/series?on=2024-07-01'],
  ['/changes?from=soon&from=2018-12-31&to=2024-07-01', '/changes?from=2018-12-31&to=2024-07-01'],
  ['/verify?revision=CI2788.9&revision=CI2788.4', '/verify?revision=CI2788.4'],
  ['/verify?sha256=abc&sha256=', '/verify'],
  [
    '/compare?classes=CI2788,CF1411&show=some&show=differences',
    '/compare?classes=CI2788,CF1411&show=differences',
  ],
  ['/classes/CI2788/compare/3..4?style=list&style=side', '/classes/CI2788/compare/3..4?style=side'],
  ['/manage/sweeps/new?q=of&q=network&mode=words&mode=phrase', '/manage/sweeps/new?q=network&mode=phrase'],
  ['/manage/series/it-management?move=no&move=', '/manage/series/it-management'],
  ['/manage/checks?severity=any&severity=error', '/manage/checks?severity=error'],
];

describe('a name that is repeated in an address', () => {
  let site: Served;
  let go: SignedIn;
  before(async () => {
    site = await sampleSite();
    go = await signedIn(site, 'analyst');
  });
  after(() => site.close());

  /** What is shown, without the address that the page has of itself. */
  async function main(path: string): Promise<string> {
    const answer = await go(path);
    expect(answer.status, path).to.equal(200);
    return /<main[^]*<\/main>/.exec((await answer.text()).replaceAll(/\?[^"]*"/g, '"'))?.[0] ?? '';
  }

  for (const [repeated, once] of pages)
    it(`counts as its last: ${repeated}`, async () => {
      expect(await main(repeated))
        .to.equal(await main(once))
        .and.not.equal('');
    });
});
