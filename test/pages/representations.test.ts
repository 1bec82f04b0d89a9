// Every kind of public page in every form: what it answers as, and a 406 with a sentence for what it does not.
import { expect } from 'chai';
import type { PublishedSeries } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import { post, sampleOffice } from './sample-office.ts';
import { setProcedure } from '../actions/office.ts';
import type { Served } from '../tools.ts';
import { get, sampleSite } from './site.ts';

const accepted = {
  html: 'text/html',
  json: 'application/json',
  txt: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
type Form = keyof typeof accepted;

const kinds: readonly (readonly [path: string, forms: readonly Form[]])[] = [
  ['/classes/CI2788', ['html', 'json', 'txt', 'pdf', 'docx']],
  ['/classes/CI2788/2021-11-01', ['html', 'json', 'txt', 'pdf', 'docx']],
  ['/classes/CI2788/revisions/2', ['html', 'json', 'txt', 'pdf', 'docx']],
  ['/classes/CI2788/compare/3..4', ['html', 'json', 'txt', 'pdf', 'docx']],
  ['/series/it-management', ['html', 'json', 'txt']],
  ['/actions/CN1746', ['html', 'json', 'txt']],
  ['/actions/CN1960', ['html', 'txt']],
  ['/changes', ['html', 'json']],
  ['/checkpoint', ['html', 'json', 'txt']],
  ['/data', ['html', 'json']],
];

describe('the representations of a page', () => {
  let site: Served;
  before(async () => {
    site = await sampleSite();
    const office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: 14, comments: true, provisional: false });
    await post(office, 'CN1960', { classId: 'class-librarian', edit: { title: 'Reference Librarian' } });
  });
  after(() => site.close());

  for (const [path, forms] of kinds) {
    for (const form of Object.keys(accepted) as Form[]) {
      const status = forms.includes(form) ? 200 : 406;
      it(`${path} as ${form}: ${status}`, async () => {
        const answer = await get(site, path, { Accept: accepted[form] });
        expect(answer.status).to.equal(status);
        if (status === 200)
          expect(answer.headers.get('content-type')?.split(';')[0]).to.equal(accepted[form]);
        else expect(((await answer.json()) as { detail: string }).detail).to.match(/^[A-Z].*\.$/);
      });
    }
  }

  it('of a series are the same levels as data and as text, with the pay of the day', async () => {
    const series = (await (
      await get(site, '/series/it-management.json?on=2020-01-01')
    ).json()) as PublishedSeries;
    expect(problemsOf('published-series.schema.json', series)).to.deep.equal([]);
    expect(series.on).to.equal('2020-01-01');
    expect(series.levels).to.not.be.empty;
    const text = await (await get(site, '/series/it-management.txt?on=2020-01-01')).text();
    for (const { code, title } of series.levels) expect(text).to.contain(`${title} - ${code}`);
    const now = (await (await get(site, '/series/it-management.json')).json()) as PublishedSeries;
    const senior = now.levels.find(({ code }) => code === 'CI2788');
    expect([senior?.level, senior?.minimum, senior?.maximum]).to.deep.equal([2, 100590, 152900]);
    for (const { href } of now.levels) expect((await get(site, href)).status).to.equal(200);
    expect((await get(site, '/series/alchemy.json')).status).to.equal(404);
  });

  it('of an action as text say what its page says', async () => {
    const decided = await (await get(site, '/actions/CN1746.txt')).text();
    expect(decided).to.match(/Classification action CN1746: .+\n\nAdopted\n\nReason: .+\nAuthority: /);
    expect(decided).to.contain('• IT Manager Senior (CI2788): ');
    const posted = await (await get(site, '/actions/CN1960.txt')).text();
    expect(posted)
      .to.contain('Proposed: posted, not decided')
      .and.contain('• Reference Librarian (CL4102): ');
    expect((await get(site, '/actions/CN9999.txt')).status).to.equal(404);
  });
});
