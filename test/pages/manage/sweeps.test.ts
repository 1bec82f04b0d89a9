// Sweeps by their pages, as plain forms: search, propose, decide over several pages, end; what is hostile stays letters,
// and five hundred classes are a matter of pages.
import { expect } from 'chai';
import { draftsOf } from '../../../server/store/drafts.ts';
import { allInForce } from '../../../server/store/plan.ts';
import { appendRevision, revisionsOf } from '../../../server/store/record.ts';
import { allSweeps, decisionsOf } from '../../../server/store/sweeps.ts';
import { adopt, setProcedure, step } from '../../actions/office.ts';
import { now, type Served, signedIn, type SignedIn } from '../../tools.ts';
import { payloads } from '../payloads.ts';
import { sampleOffice } from '../sample-office.ts';
import { sampleSite } from '../site.ts';

const asked = { q: 'license', mode: 'phrase', edit: 'replace', with: 'permit' } as const;
const words = {
  ...{ action: '', number: 'CN1960', title: 'Permits', reason: 'The statute has changed.' },
  ...{ authority: 'Statute 12', effectiveOn: '2027-02-01' },
};

describe('the pages of sweeps', () => {
  let site: Served;
  let ada: SignedIn;
  beforeEach(async () => {
    site = await sampleSite();
    ada = await signedIn(site, 'analyst');
  });
  afterEach(() => site.close());

  const search = (fields: Readonly<Record<string, string>>) =>
    ada(`/manage/sweeps/new?${new URLSearchParams(fields).toString()}`);

  async function begin(fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await ada.post('/manage/sweeps', { ...asked, ...words, ...fields });
    expect(answer.status).to.equal(303);
    return answer.headers.get('location') ?? '';
  }

  const read = async (path: string) => (await ada(path)).text();
  const count = (html: string) => html.match(/<li class="hit">/g)?.length ?? 0;

  /** What a page says of each class on it, to be sent back with decisions. */
  function seenOn(html: string): Record<string, string> {
    const found = html.matchAll(/name="(seen\.[a-z0-9-]+)" value="([0-9a-f]{64})"/g);
    return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
  }
  const classesOn = (html: string) => Object.keys(seenOn(html)).map((name) => name.slice('seen.'.length));
  const shownOn = (html: string) => /name="shown" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';

  it('search the whole plan and mark what is found, changing nothing', async () => {
    const answer = await search({ q: 'license' });
    const html = await answer.text();
    expect(answer.status).to.equal(200);
    expect(answer.headers.get('cache-control')).to.equal('private, no-store');
    expect(html)
      .to.match(/<mark>license<\/mark>/)
      .and.to.match(/26 classes, in force on November 22, 2026/);
    expect(html).to.not.contain('Begin the sweep');
    expect(count(html)).to.equal(25);
    expect(count(await (await search({ q: 'license', page: '2' })).text())).to.equal(1);
    expect(await (await search({ q: 'zeppelin' })).text()).to.contain('Nothing is found');
  });

  it('narrow the search by section, series, grade, case and date', async () => {
    const heading = async (fields: Readonly<Record<string, string>>) =>
      /<h2 id="found">(\d+) class/.exec(await (await search({ q: 'license', ...fields })).text())?.[1];
    const all = Number(await heading({}));
    for (const fields of [
      { section: 'licensure' },
      { series: 'accounting' },
      { grade: 'PR-13' },
      { on: '2018-01-01' },
    ])
      expect(Number(await heading(fields)), JSON.stringify(fields)).to.be.below(all);
    expect(await heading({ case: 'kept', q: 'LICENSE' })).to.equal('0');
  });

  it('show what is proposed as a redline, and offer to decide it in an action', async () => {
    const html = await (await search(asked)).text();
    expect(html).to.match(/<del><span class="usa-sr-only">deleted: <\/span>license<\/del>/);
    expect(html).to.match(/<ins><span class="usa-sr-only">added: <\/span>permit<\/ins>/);
    expect(html).to.contain('Begin the sweep');
    expect(await allSweeps(site.tools.store)).to.deep.equal([]);
  });

  for (const [what, fields, message] of [
    ['an expression that cannot be read', { q: '(', mode: 'expression' }, 'Unterminated group'],
    ['a group that is not there', { q: 'a(b)', mode: 'expression', edit: 'replace', with: '$2' }, 'names $2'],
    [
      'words that stand apart',
      { q: 'a b', mode: 'words', edit: 'replace', with: 'c' },
      'cannot be replaced as one',
    ],
    ['nothing to add', { q: 'license', edit: 'item' }, 'Write what is to be added'],
    ['too much to look for', { q: 'x'.repeat(501) }, 'up to 500 characters'],
    ['a day that is none', { q: 'license', on: '2027-02-30' }, 'Write the date'],
  ] as const) {
    it(`tell of ${what}`, async () => {
      const answer = await search(fields);
      expect(answer.status).to.equal(422);
      expect(await answer.text())
        .to.contain(message)
        .and.to.contain('There is a problem');
    });
  }

  it('tell what is missing where a sweep is begun, and keep what was typed', async () => {
    const answer = await ada.post('/manage/sweeps', { ...asked, ...words, number: '', reason: '' });
    const html = await answer.text();
    expect(answer.status).to.equal(422);
    expect(html).to.contain('Give the action a number').and.to.contain('Say why it is needed.');
    expect(html).to.contain('value="Statute 12"').and.to.contain('name="with" value="permit"');
    const unproposed = await ada.post('/manage/sweeps', { ...asked, edit: '', ...words });
    expect(await unproposed.text()).to.contain('Choose what is to be proposed');
    const gone = await ada.post('/manage/sweeps', { ...asked, ...words, action: 'CN7' });
    expect(await gone.text()).to.contain('That action is no draft any more');
    expect((await ada.post('/manage/sweeps', { ...asked, ...words, number: 'CN1746' })).status).to.equal(422);
  });

  it('decide class by class over days, end in one action, and stand in the record', async () => {
    const path = await begin();
    const html = await read(path);
    expect(html)
      .to.contain('0 of 26 decided')
      .and.to.contain('Decide on the 26 classes that are open first.');
    const [first = '', second = ''] = classesOn(html);
    const seen = seenOn(html);
    const unsaid = await ada.post(`${path}/decisions`, { ...seen, [`decision.${first}`]: 'keep' });
    expect(unsaid.status).to.equal(422);
    expect(await unsaid.text()).to.contain('Say why this class is kept as it is.');
    const kept = await ada.post(`${path}/decisions`, {
      ...seen,
      [`decision.${first}`]: 'keep',
      [`reason.${first}`]: 'A board of the state says license.',
      [`decision.${second}`]: 'change',
    });
    const after = kept.headers.get('location') ?? '';
    expect(await read(after))
      .to.contain('2 classes decided.')
      .and.to.contain('2 of 26 decided');
    expect(await read(`${path}?show=keep`)).to.contain('A board of the state says license.');
    const rest = await read(path);
    const all = await ada.post(`${path}/all`, { shown: shownOn(rest), decision: 'change', why: '' });
    expect(all.status).to.equal(303);
    expect(await read(path))
      .to.contain('26 of 26 decided')
      .and.to.contain('Put 25 changes into CN1960');
    const ended = await ada.post(`${path}/steps`, { step: 'end' });
    expect(ended.headers.get('location')).to.equal('/manage/actions/CN1960');
    expect(await read('/manage/actions/CN1960')).to.contain('25 changed, 1 kept');
    expect(await read(path))
      .to.contain('<td>Changed</td>')
      .and.to.contain('Take the sweep up again');
    const office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: null, comments: false, provisional: false });
    await step(office, 'CN1960', 'submit', office.ada);
    await adopt(office, 'CN1960');
    const page = await fetch(`${site.address}/actions/CN1960?on=2027-02-01`, {
      headers: { Accept: 'text/html' },
    });
    expect(await page.text())
      .to.contain('Decided class by class')
      .and.to.contain('A board of the state');
    const data = await fetch(`${site.address}/actions/CN1960.json`);
    expect(((await data.json()) as { decisions: object[] }).decisions).to.have.length(26);
  });

  it('decide all on one page, with one reason where they are kept', async () => {
    const path = await begin();
    const seen = seenOn(await read(path));
    const unsaid = await ada.post(`${path}/decisions`, { ...seen, all: 'keep', why: '' });
    expect(unsaid.status).to.equal(422);
    const html = await unsaid.text();
    expect(html).to.contain('Say why these classes are kept as they are.').and.to.contain('id="field-why"');
    const done = await ada.post(`${path}/decisions`, { ...seen, all: 'keep', why: 'Under study.' });
    expect(done.headers.get('location')).to.contain('done=25');
    expect(await read(path)).to.contain('25 of 26 decided');
    const [sweep] = await allSweeps(site.tools.store);
    const decisions = await decisionsOf(site.tools.store, sweep?.id ?? '');
    expect(new Set(decisions.map(({ reason }) => reason))).to.deep.equal(new Set(['Under study.']));
  });

  it('are not decided upon what was not shown', async () => {
    const path = await begin();
    const html = await read(path);
    const [first = ''] = classesOn(html);
    const stale = await ada.post(`${path}/decisions`, {
      [`seen.${first}`]: '0'.repeat(64),
      [`decision.${first}`]: 'change',
    });
    expect(await read(stale.headers.get('location') ?? '')).to.contain('1 has changed since they were shown');
    const all = await ada.post(`${path}/all`, { shown: '0'.repeat(64), decision: 'change', why: '' });
    expect(all.status).to.equal(409);
    expect(
      (await ada.post(`${path}/all`, { shown: shownOn(html), decision: 'keep', why: '' })).status,
    ).to.equal(422);
    expect((await ada.post(`${path}/steps`, { step: 'end' })).status).to.equal(409);
    expect(await draftsOf(site.tools.store, 'CN1960')).to.deep.equal([]);
  });

  it('are given up, and then nothing can be decided', async () => {
    const path = await begin();
    expect((await ada.post(`${path}/steps`, { step: 'abandon' })).headers.get('location')).to.equal(path);
    const html = await read(path);
    expect(html).to.contain('Given up').and.to.not.contain('Save these decisions');
    expect((await ada.post(`${path}/steps`, { step: 'end' })).status).to.equal(409);
    expect(await read('/manage/sweeps')).to.contain('Given up');
  });

  it('are read by staff who do not write, without a form', async () => {
    const path = await begin();
    const manager = await signedIn(site, 'manager');
    const html = await (await manager(path)).text();
    expect(html).to.contain('0 of 26 decided').and.to.not.contain('Save these decisions');
    expect(await (await manager(`/manage/sweeps/new?q=license&edit=remove`)).text()).to.not.contain(
      'Begin the sweep',
    );
    expect((await ada('/manage/sweeps/0123456789abcdef')).status).to.equal(404);
    expect((await ada(`${path}?show=none`)).status).to.equal(400);
    expect((await ada(`${path}?page=0`)).status).to.equal(400);
  });

  it('answer in time where an expression would run for ever', async () => {
    await site.tools.store.transaction((transaction) => longText(transaction));
    const begun = performance.now();
    const answer = await search({ q: '(a+)+$', mode: 'expression' });
    expect(performance.now() - begun).to.be.below(6000);
    expect(answer.status).to.equal(422);
    expect(await answer.text()).to.contain('takes longer than 3 seconds');
  });

  async function longText(store: Served['tools']['store']): Promise<void> {
    const [first] = await allInForce(store, 'class', '2026-11-22');
    if (!first) throw new Error('There is no class');
    const summary = {
      state: 'text' as const,
      blocks: [{ id: 'b900', kind: 'paragraph' as const, text: `${'a'.repeat(5000)}!` }],
    };
    await appendRevision(store, {
      ...{ subject: 'class', subjectId: first.subjectId, status: 'active', changes: ['amend'], events: [] },
      ...{ effectiveOn: '2026-11-22', decidedOn: null, recordedAt: now.toISOString(), recordedBy: 'test' },
      ...{ action: null, body: { ...first.body, sections: { ...first.body.sections, summary } } },
    });
  }

  it('say what is hostile back letter by letter', async () => {
    const benign = await (await search({ ...asked, q: 'license' })).text();
    const tags = (html: string) => new Set([...html.matchAll(/<(\/?[a-z!][^\s>]*)/gi)].map(([, tag]) => tag));
    const ours = new Set([
      ...tags(benign),
      ...tags(await read('/manage/actions')),
      ...tags(await read(await begin())),
    ]);
    for (const tag of [
      'h2',
      'div',
      '/div',
      'ul',
      'li',
      '/ul',
      '/li',
      'section',
      '/section',
      'p',
      '/p',
      'strong',
      '/strong',
    ])
      ours.add(tag);
    for (const [index, payload] of payloads.slice(0, 60).entries()) {
      const text = payload.toWellFormed();
      // An expression runs in a thread of its own, which takes its time to begin.
      const expression = { q: text, mode: 'expression', edit: 'replace', with: text };
      for (const fields of [
        { q: text },
        { q: 'license', edit: 'replace', with: text },
        { q: 'license', edit: 'item', with: text },
        ...(index % 6 === 0 ? [expression] : []),
        { q: 'license', series: text, grade: text },
      ]) {
        const answer = await search(fields);
        expect(answer.status, payload).to.be.oneOf([200, 422]);
        const foreign = [...tags(await answer.text())].filter((tag) => !ours.has(tag));
        expect(foreign, payload).to.deep.equal([]);
      }
    }
  }).timeout(60_000);

  it('show what was hostile in a proposal and a reason as letters', async () => {
    const text = '<script>alert(1)</script> {{7*7}} "\' onload=x';
    const path = await begin({ with: text, title: text, reason: text });
    const html = await read(path);
    const [first = ''] = classesOn(html);
    const decided = { ...seenOn(html), [`decision.${first}`]: 'keep', [`reason.${first}`]: text };
    expect((await ada.post(`${path}/decisions`, decided)).status).to.equal(303);
    for (const page of [path, `${path}?show=keep`, '/manage/sweeps', '/manage/actions/CN1960']) {
      const said = await read(page);
      expect(said, page)
        .to.contain('&lt;script&gt;')
        .and.to.contain('{{7*7}}')
        .and.to.not.contain('<script>');
    }
  });

  it('show five hundred classes twenty-five at a time', async () => {
    const { store } = site.tools;
    const classes = await allInForce(store, 'class', '2026-11-22');
    await store.transaction(async (transaction) => {
      for (let number = 1; number <= 500; number += 1) {
        const { body } = classes[number % classes.length] ?? {};
        if (!body) throw new Error('There is no class');
        const summary = {
          state: 'text' as const,
          blocks: [{ id: 'b900', kind: 'paragraph' as const, text: 'Keeps the zeppelin register.' }],
        };
        await appendRevision(transaction, {
          ...{ subject: 'class', subjectId: `class-copy-${number}`, status: 'active', changes: ['create'] },
          ...{
            effectiveOn: '2020-01-01',
            decidedOn: null,
            recordedAt: now.toISOString(),
            recordedBy: 'test',
          },
          ...{ action: null, events: [] },
          body: { ...body, code: `ZZ${number}`, series: null, sections: { ...body.sections, summary } },
        });
      }
    });
    const path = await begin({ q: 'zeppelin', with: 'airship' });
    const begun = performance.now();
    const last = await read(`${path}?show=open&page=20`);
    expect(performance.now() - begun).to.be.below(5000);
    expect(count(last)).to.equal(25);
    expect(last).to.contain('Page 20 of 20').and.to.contain('Decide all 500');
    const done = await ada.post(`${path}/all`, { shown: shownOn(last), decision: 'change', why: '' });
    expect(done.headers.get('location')).to.contain('done=500');
    expect((await ada.post(`${path}/steps`, { step: 'end' })).status).to.equal(303);
    expect(await draftsOf(store, 'CN1960')).to.have.length(500);
    expect(await read('/manage/actions/CN1960')).to.contain('500 changed, 0 kept');
    expect(await revisionsOf(store, 'action', 'CN1960')).to.deep.equal([]);
  }).timeout(60_000);
});
