// /series/ID/statements: the grid of who says what about whom, as a page and as data, on any date; and for analysts the sentence
// that agrees again, one press away.
import { expect } from 'chai';
import type { SeriesStatements } from '../../schemas/types.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { problemsOf } from '../../server/schemas.ts';
import { addDrift, amend, block, drifted, mended, speaker, spokenOf } from '../actions/drifted-series.ts';
import { acting, instrument } from '../actions/office.ts';
import { type Served, signedIn, type SignedIn } from '../tools.ts';
import { formFields } from './form-fields.ts';
import { sampleOffice } from './sample-office.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

const page = '/series/it-management/statements';
const form = '/manage/series/it-management/statements/mend';

describe('the statements of a series', () => {
  let site: Served;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    ada = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  const read = async (path: string) => {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(200);
    return answer.text();
  };
  const data = async (path: string) => {
    const all = JSON.parse(await read(path)) as SeriesStatements;
    expect(problemsOf('series-statements.schema.json', all)).to.deep.equal([]);
    return all;
  };
  const readAs = async (who: SignedIn, path = page) => (await who(path)).text();

  it('are a table with a head for each level in both directions', async () => {
    const html = await read(page);
    expect(html.match(/<th scope="col">/g)).to.have.length(6);
    expect(html.match(/<th scope="row">/g)).to.have.length(5);
    expect(html.match(/<td/g)).to.have.length(25);
    expect(html.match(/Nothing is said\./g)).to.have.length(12);
    expect(html.match(/Agrees with its text/g)).to.have.length(8);
    expect(html).to.contain('Whatever restates another class agrees with the text of that class.');
    expect(html)
      .to.not.contain('There are five classes')
      .and.not.contain('<form method="post" action="/manage');
  });

  it('mark what is no longer said, with the passage and the nearest of today', async () => {
    await addDrift(site.tools.store);
    const html = await read(page);
    expect(html).to.contain('1 statement no longer agrees with the text of the class that it restates.');
    expect(html)
      .to.contain(`href="#${speaker}-of-${spokenOf}"`)
      .and.contain(`<td id="${speaker}-of-${spokenOf}"`);
    for (const word of ['negotiates', 'abroad', 'embassies']) expect(html).to.contain(`<mark>${word}</mark>`);
    expect(html).to.match(/Nearest that it says<\/span> <q>[^<]{20,}<\/q>/);
    expect(html).to.not.contain('Propose it');
  });

  it('stand with every link of the series, for staff with its tools too', async () => {
    expect(await read('/series/it-management')).to.contain(`href="${page}"`);
    expect(hrefsIn(await read('/series/it-management?on=2020-01-01'))).to.include(`${page}?on=2020-01-01`);
    expect(await readAs(ada, '/manage/series/it-management')).to.contain(`href="${page}"`);
  });

  it('are those of any date', async () => {
    await addDrift(site.tools.store);
    const before = await read(`${page}?on=2026-11-21`);
    expect(before).to.contain('as it stood on November 21, 2026').and.not.contain('<mark>');
    expect(before).to.contain('href="/classes/CI2787/2026-11-21"');
    expect((await get(site, `${page}?on=2010-01-01`)).status).to.equal(404);
    expect((await get(site, `${page}?on=soon`)).status).to.equal(400);
    expect((await get(site, `${page}?knownAt=2026-11-01`)).status).to.equal(401);
    expect(await readAs(ada, `${page}?knownAt=2026-11-22`))
      .to.contain('as known at')
      .and.not.contain(form);
  });

  it('are data too, with every cell, by address and by what a program accepts', async () => {
    const all = await data(`${page}.json`);
    expect(all.levels.map(({ title }) => title)).to.deep.equal([
      ...['IT Manager', 'IT Manager Senior', 'IT Director', 'IT Director Senior', 'IT Executive'],
    ]);
    expect([all.cells.length, all.drifted, all.on]).to.deep.equal([25, 0, '2026-11-22']);
    await addDrift(site.tools.store);
    const now = await data(`${page}.json`);
    expect(now.drifted).to.equal(1);
    const cell = now.cells.find(({ by, of }) => by.classId === speaker && of.classId === spokenOf);
    expect(cell?.statements[0]).to.deep.include({
      sentence: drifted,
      at: `sections.distinguishing.${block}`,
    });
    expect(cell?.statements[0]?.restated[0]).to.include({ verdict: 'drifted' });
    expect((await data(`${page}.json?on=2026-11-21`)).drifted).to.equal(0);
    const asked = await get(site, page, { Accept: 'application/json' });
    expect(asked.headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect((await get(site, page, { Accept: 'application/pdf' })).status).to.equal(406);
    expect((await data('/series/systems-administration/statements.json')).outside).to.have.length(1);
    expect((await get(site, '/series/alchemy/statements.json')).status).to.equal(404);
  });

  it('lead an analyst by one press to the draft with the mended sentence', async () => {
    await addDrift(site.tools.store);
    const fields = formFields(await readAs(ada), { action: form });
    const answer = await ada.post(form, fields);
    expect(answer.status).to.equal(303);
    const draft = answer.headers.get('location') ?? '';
    expect(draft).to.match(/^\/manage\/actions\/CN\d+\/changes\/class-it-manager\?saved=mended&at=/);
    const html = await readAs(ada, draft);
    expect(html).to.contain('The sentence is mended in this draft.');
    expect(html).to.contain(`<del>${drifted}</del>`).and.contain(`<ins>${mended}</ins>`);
    expect(await readAs(ada))
      .to.contain('>Proposed in CN')
      .and.not.contain('Propose it');
  });

  it('offer the draft actions that are there', async () => {
    await addDrift(site.tools.store);
    const office = await sampleOffice(site);
    await openAction(acting(office, office.ada), 'CN7000', instrument);
    const html = await readAs(ada);
    expect(html).to.contain('<option value="">A new action</option><option value="CN7000">CN7000 Clerks');
    const fields = { ...formFields(html, { action: form }), action: 'CN7000' };
    expect((await ada.post(form, fields)).headers.get('location')).to.match(/\/CN7000\/changes\//);
  });

  it('tell an analyst where only a person can write the sentence', async () => {
    await addDrift(site.tools.store);
    await amend(site.tools.store, spokenOf, (body) => {
      const summary = {
        state: 'text' as const,
        blocks: [{ id: 'b1', kind: 'paragraph' as const, text: 'Positions here lead work groups.' }],
      };
      return { ...body, sections: { ...body.sections, summary } };
    });
    const html = await readAs(ada);
    expect(html).to.contain('cannot be mended from the two texts alone').and.not.contain('Propose it');
  });

  it('offer nothing to others, nor on another date', async () => {
    await addDrift(site.tools.store);
    expect(await readAs(await signedIn(site, 'manager'))).to.not.contain(form);
    expect(await readAs(ada, `${page}?on=2027-01-01`))
      .to.contain('<mark>')
      .and.not.contain(form);
  });

  it('refuse a form that was shown before a text moved, and one that no page sends', async () => {
    await addDrift(site.tools.store);
    const fields = formFields(await readAs(ada), { action: form });
    await amend(site.tools.store, spokenOf, (body) => ({ ...body, code: 'CI2799' }));
    const late = await ada.post(form, fields);
    expect(late.status).to.equal(409);
    expect(await late.text()).to.contain('The texts have changed since they were shown');
    for (const changed of [
      { number: '0' },
      { block: 'B!' },
      { of: '' },
      { sentence: 'x'.repeat(2001) },
      { more: '1' },
    ])
      expect((await ada.post(form, { ...fields, ...changed })).status).to.equal(400);
  });

  it('show what is hostile as letters', async () => {
    const title = '<img src=x onerror=alert(1)> {{7*7}}';
    await amend(site.tools.store, spokenOf, (body) => ({ ...body, title }));
    const html = await readAs(ada);
    expect(html).to.contain('&lt;img src').and.contain('{{7*7}}').and.not.contain('<img src=x');
  });
});
