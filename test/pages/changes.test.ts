// /changes: the page, the JSON and the table say the same, however the list is narrowed; dates that cannot be are corrected.
import { expect } from 'chai';
import type { PlanChanges } from '../../schemas/types.ts';
import { problemsOf } from '../../server/schemas.ts';
import { openStore } from '../../server/store/open.ts';
import { beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { append, classEntry } from '../store/record-room.ts';
import { now, serve, type Served, toolsWith } from '../tools.ts';
import { get, hrefsIn, sampleSite } from './site.ts';

/** Those between cells, not those within one. */
const commas = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
const span = 'from=2018-12-31&to=2024-07-01';

describe('the plan between two dates', () => {
  let site: Served;
  before(async () => void (site = await sampleSite()));
  after(() => site.close());

  async function read(path: string, status = 200): Promise<string> {
    const answer = await get(site, path);
    expect(answer.status, path).to.equal(status);
    return answer.text();
  }
  const readJson = async (query: string) => JSON.parse(await read(`/changes.json?${query}`)) as PlanChanges;

  /** The cells of the table under one of its heads. */
  async function columnOf(query: string, head: string): Promise<(string | undefined)[]> {
    const bytes = await (await get(site, `/changes.csv?${query}`)).arrayBuffer();
    const text = Buffer.from(bytes).toString('utf8');
    expect(text.startsWith('\uFEFF')).to.equal(true);
    const lines = text.slice(1).trimEnd().split('\r\n');
    const rows = lines.map((line) => line.split(commas).map((cell) => cell.replace(/^"|"$/g, '')));
    const place = rows[0]?.indexOf(head) ?? -1;
    return rows.slice(1).map((cells) => cells[place]);
  }

  it('says in words how much differs', async () => {
    const body = await read(`/changes?${span}`);
    expect(body).to.contain(
      '38 classes differ: 7 created, 1 abolished, 8 regraded, 1 retitled, 1 recoded, and 30 amended.',
    );
    expect(body).to.contain('In between: 56 revisions of classes, by 7 actions.');
    expect(body).to.contain('Also changed: 2 series and the pay schedule.');
    expect(body).to.contain('Counted by effective dates, not by the days on which they were recorded');
    expect(body).to.contain('TR-16').and.contain('TR-18');
  });

  for (const kind of ['', 'regrade', 'abolish', 'create', 'recode', 'amend'])
    for (const by of ['class', 'kind', 'action'])
      it(`page, JSON and table agree by ${by}${kind && ` on ${kind}`}`, async () => {
        const query = `${span}&by=${by}${kind && `&kind=${kind}`}`;
        const published = await readJson(query);
        expect(problemsOf('plan-changes.schema.json', published)).to.deep.equal([]);
        const page = await everyPage(`/changes?${query}`);
        const addresses = await columnOf(query, 'Address');
        const expected =
          by === 'action'
            ? published.actions.flatMap(({ revisions }) => revisions.map(({ href }) => href))
            : published.classes.flatMap(({ href, kinds }) =>
                by === 'class' ? [href] : kinds.filter((each) => !kind || each === kind).map(() => href),
              );
        const told = expected.filter((href) => href?.startsWith('/classes/'));
        expect(listed(page)).to.have.members(told);
        expect(addresses.filter((each) => each?.startsWith('/classes/'))).to.have.members(told);
        for (const { redline } of by === 'action' ? [] : published.classes)
          if (redline)
            expect(page).to.contain(
              `Redline: ${redline.changes} ${redline.changes === 1 ? 'change' : 'changes'}`,
            );
      });

  /** Every page of a list, one after the other. */
  async function everyPage(path: string): Promise<string> {
    let all = '';
    for (let next: string | undefined = path; next;) {
      const body = await read(next);
      all += body;
      next = hrefsIn(/<a rel="next"[^>]*>/.exec(body)?.[0] ?? '')[0];
    }
    return all;
  }

  /** The classes and revisions that a page lists, in its order. */
  function listed(page: string): string[] {
    const titles = [...page.matchAll(/class="changes-list__title">(.*)/g)].map(([, line = '']) => line);
    return titles.flatMap((line) => hrefsIn(line)[0] ?? []).filter((href) => href.startsWith('/classes/'));
  }

  it('leads to redlines, texts, files and the other ways to list the same', async () => {
    const hrefs = hrefsIn(await read(`/changes?${span}&by=kind&kind=recode`));
    expect(hrefs).to.include.members([
      '/classes/CA1101/2024-07-01',
      '/classes/CA1101/compare/2018-12-31..2024-07-01',
      `/changes?${span}&kind=recode`,
      `/changes?${span}&by=action&kind=recode`,
      `/changes?${span}&by=kind`,
      `/changes.csv?${span}&by=kind&kind=recode`,
      `/changes.json?${span}&by=kind&kind=recode`,
    ]);
    expect(hrefsIn(await read('/'))).to.include('/changes');
    expect(hrefsIn(await read('/actions'))).to.include('/changes?by=action');
  });

  it('takes the last twelve months where no date is given', async () => {
    const published = await readJson('');
    expect(published).to.include({ from: '2025-11-22', to: '2026-11-22', decidedAsOf: '2026-11-22' });
    expect(await readJson('to=2024-02-29')).to.include({ from: '2023-02-28' });
    const body = await read('/changes');
    expect(body).to.contain('No class differs between the two dates. Choose other dates.');
    expect(body).to.contain('66 pay grades with other pay');
  });

  it('shows what is to come as far as it is decided', async () => {
    const body = await read('/changes?from=2026-11-22&to=2027-06-01');
    expect(body).to.contain('June 1, 2027 is still to come: this is the plan as far as it is decided today');
    expect(body).to.contain('2 classes differ: 2 regraded and 2 amended.');
  });

  it('asks to put the dates in order, with what was typed', async () => {
    const body = await read('/changes?from=2024-07-01&to=2021-01-01&by=action', 422);
    expect(body).to.contain('The first date, July 1, 2024, is after the second, January 1, 2021.');
    expect(body).to.contain('value="2024-07-01"').and.contain('value="2021-01-01"');
    expect(body).to.contain('<input type="hidden" name="by" value="action">');
    const refused = await get(site, '/changes.csv?from=2024-07-01&to=2021-01-01', { accept: 'text/csv' });
    expect(refused.status).to.equal(400);
    expect(refused.headers.get('content-type')).to.contain('application/problem+json');
    expect(((await refused.json()) as { detail: string }).detail).to.contain('Put the earlier one first.');
  });

  it('says of what is no date how it is written', async () => {
    const body = await read('/changes?from=2024-02-30&to=soon', 422);
    expect(body).to.contain('There are 2 problems').and.contain('“soon” is not a date.');
  });

  it('tells of one problem where the other date would be read from it', async () => {
    for (const to of ['0001-01-01', 'soon']) {
      const body = await read(`/changes?to=${to}`, 422);
      expect(body).to.contain('There is a problem').and.contain(`“${to}” is not a date.`);
      expect(body).to.contain('href="#field-to"').and.not.contain('href="#field-from"');
    }
  });

  it('names what is wrong with a page number', async () => {
    for (const page of ['0', '-1', 'two'])
      expect(await read(`/changes?page=${page}`, 400)).to.contain('page is a number from 1 on.');
    expect(await read(`/changes?${span}&page=9`, 404)).to.contain('This list has 1 page.');
  });

  it('answers as page, JSON and CSV, and as nothing else', async () => {
    const types = {
      '/changes': 'text/html',
      '/changes.json': 'application/json',
      '/changes.csv': 'text/csv',
    };
    for (const [path, type] of Object.entries(types))
      expect((await get(site, path)).headers.get('content-type'), path).to.contain(type);
    const asked = await get(site, `/changes?${span}`, { accept: 'text/csv' });
    expect(asked.headers.get('content-type')).to.equal('text/csv; charset=utf-8; header=present');
    expect(asked.headers.get('content-disposition')).to.contain('changes_2018-12-31_2024-07-01_by-class.csv');
    expect((await get(site, '/changes', { accept: 'application/pdf' })).status).to.equal(406);
    for (const path of [
      '/classes/CI2788.csv',
      '/classes/CI2788/history.csv',
      '/classes/CI2788/2024-07-01.csv',
    ])
      expect((await get(site, path)).status, path).to.be.oneOf([400, 404, 406]);
  });
});

describe('a list of many changes', () => {
  let site: Served;
  before(async () => {
    const store = await openStore(':memory:');
    await beginPlan({ store, now, by: 'test' }, readSamplePlan());
    for (let each = 0; each < 120; each += 1)
      await append(
        store,
        classEntry(
          `many-${each}`,
          { code: `M${each}`, title: `=Many ${each}` },
          { effectiveOn: '1999-01-01' },
        ),
      );
    site = await serve(toolsWith(store));
  });
  after(() => site.close());

  it('is shown in pages, and whole in the files', async () => {
    const query = 'from=1998-01-01&to=2000-01-01';
    const last = await (await get(site, `/changes?${query}&page=3`)).text();
    expect(last.match(/class="changes-list__title"/g)).to.have.length(20);
    expect(last).to.contain('Page 3 of 3').and.contain('120 classes differ: all created.');
    expect((await get(site, `/changes?${query}&page=4`)).status).to.equal(404);
    const action = await (await get(site, `/changes?${query}&by=action&page=2`)).text();
    expect(action).to.contain('Without an action').and.contain('continued').and.contain('120 revisions');
    const table = await (await get(site, `/changes.csv?${query}`)).text();
    expect(table.trimEnd().split('\r\n')).to.have.length(121);
    expect(table).to.contain(`"'=Many 7"`);
  });
});
