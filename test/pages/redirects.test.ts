// An address once public never dies: another spelling of a code and a former code lead to the present one, and
// nothing of what was asked for is lost on the way.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { ask, sampleSite } from './site.ts';

const ways: readonly (readonly [from: string, to: string])[] = [
  ['/classes/ci2788', '/classes/CI2788'],
  ['/classes/Ci2788.json', '/classes/CI2788.json'],
  ['/classes/ci2788.pdf?download=1&x=%C3%A9', '/classes/CI2788.pdf?download=1&x=%C3%A9'],
  ['/classes/ci2788?on=2020-01-01', '/classes/CI2788?on=2020-01-01'],
  ['/classes/ci2788/2020-01-01.txt?a=b', '/classes/CI2788/2020-01-01.txt?a=b'],
  ['/classes/ci2788/revisions', '/classes/CI2788/revisions'],
  ['/classes/ci2788/revisions/3.json', '/classes/CI2788/revisions/3.json'],
  ['/classes/CA1091', '/classes/CA1101'],
  ['/classes/ca1091.html', '/classes/CA1101.html'],
  ['/classes/CA1091/2017-01-01', '/classes/CA1101/2017-01-01'],
  ['/classes/CA1091/revisions/1.pdf', '/classes/CA1101/revisions/1.pdf'],
  ['/classes/CA1091.pdf', '/classes/CA1101.pdf'],
  ['/classes/CA1091.json', '/classes/CA1101.json'],
  ['/classes/CA1091.txt', '/classes/CA1101.txt'],
  ['/classes/CA1091?on=2017-01-01', '/classes/CA1101?on=2017-01-01'],
  ['/classes/CA1091/2017-01-01.pdf', '/classes/CA1101/2017-01-01.pdf'],
  ['/classes/CA1091/2017-01-01.json', '/classes/CA1101/2017-01-01.json'],
  ['/classes/ca1091/2017-01-01.txt', '/classes/CA1101/2017-01-01.txt'],
  ['/classes/CA1091/revisions', '/classes/CA1101/revisions'],
  ['/classes/CA1091/revisions/1', '/classes/CA1101/revisions/1'],
  ['/classes/CA1091/revisions/1.json', '/classes/CA1101/revisions/1.json'],
  ['/classes/ca1091/revisions/1.txt', '/classes/CA1101/revisions/1.txt'],
  ['/classes/CA1091/history.json', '/classes/CA1101/history.json'],
  ['/classes/CA1091/history.txt?on=2018-01-01', '/classes/CA1101/history.txt?on=2018-01-01'],
  ['/classes/ci2788/compare', '/classes/CI2788/compare'],
  ['/classes/ci2788/compare/3..4.json?section=duties', '/classes/CI2788/compare/3..4.json?section=duties'],
  ['/classes/CA1091/compare/1..2', '/classes/CA1101/compare/1..2'],
  ['/classes/CI2788/compare/ca1091.txt?on=2020-01-01', '/classes/CI2788/compare/CA1101.txt?on=2020-01-01'],
  ['/classes/CI2788/compare/ci2789?style=side', '/classes/CI2788/compare/CI2789?style=side'],
  ['/classes/%63i2788', '/classes/CI2788'],
  ['/classes/%63%69%32%37%38%38%2ejson', '/classes/CI2788.json'],
];

describe('former addresses', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  for (const [from, to] of ways) {
    it(`${from} leads to ${to}`, async () => {
      const answer = await ask(site, from);
      expect([answer.status, answer.headers.location]).to.deep.equal([301, to]);
      expect(answer.headers['cache-control']).to.equal('public, max-age=60, must-revalidate');
      expect((await ask(site, to)).status).to.equal(200);
    });
  }

  it('stay on this site whatever the query says', async () => {
    const answer = await ask(site, '/classes/ci2788?next=//evil.example/classes/ci2788');
    expect(answer.headers.location).to.equal('/classes/CI2788?next=//evil.example/classes/ci2788');
    expect((await ask(site, '//evil.example/classes/ci2788')).status).to.equal(404);
  });
});
