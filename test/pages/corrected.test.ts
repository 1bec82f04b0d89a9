// A text that was in force for years and is corrected now: no page says that it never applied.
import { expect } from 'chai';
import type { Served } from '../tools.ts';
import { adoptPosted, post, sampleOffice } from './sample-office.ts';
import { get, sampleSite } from './site.ts';

describe('a late correction', () => {
  let site: Served;
  const read = async (path: string) => (await get(site, path)).text();

  before(async () => {
    site = await sampleSite();
    const office = await sampleOffice(site);
    const edit = { title: 'Corrected Title' };
    await post(office, 'CN1990', { classId: 'class-it-manager-senior', intent: 'correct', edit });
    await adoptPosted(office, 'CN1990');
  });

  after(() => site.close());

  it('is said of the text that it corrects, with its day', async () => {
    const body = await read('/classes/CI2788/revisions/4');
    expect(body).to.contain(
      'Corrected by revision 5, recorded on November 22, 2026; until then it was the text in force.',
    );
    expect(body).to.not.contain('never applied');
  });

  it('stands in the list of revisions', async () => {
    const body = await read('/classes/CI2788/revisions');
    expect(body).to.contain('Corrected by revision 5, recorded on November 22, 2026');
    expect(body).to.not.contain('Corrected before it applied');
  });

  it('leaves the title that the class had until then among its names', async () => {
    const body = await read('/classes/CI2788');
    expect(body).to.match(/Formerly [^<]+ \(CI2788\), from [^<]+ until November 22, 2026\./);
  });
});
