// The findings of the sample plan are the ones that its documentation explains; a draft is checked as if it were in force,
// with what it makes untrue elsewhere.
import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { addChanges, removeChange } from '../../server/actions/add-changes.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { requireAction } from '../../server/actions/requirements.ts';
import { findingsOfAction, findingsOfDraft, findingsOfText } from '../../server/documents/draft-findings.ts';
import { countsBySeverity, findingsOfPlan } from '../../server/documents/findings.ts';
import { catalogue } from '../../server/model/findings/catalogue.ts';
import type { Store } from '../../server/store/database.ts';
import { allPeople } from '../../server/store/people.ts';
import { planView } from '../../server/store/plan-view.ts';
import { instrument, noEdit } from '../actions/office.ts';
import { now, sampleStore, today } from '../tools.ts';

const guide = readFileSync(new URL('../../docs/findings.md', import.meta.url), 'utf8');
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('the documentation of findings', () => {
  for (const { id, severity, title, why, mend } of catalogue)
    it(`has ${id} as the catalogue has it`, () => {
      expect(guide).to.include(
        `#### \`${id}\`: ${title}\n\n*${severity}.* ${why}\n\n**To mend it:** ${mend}\n`,
      );
    });

  it('has no rule that the catalogue does not have', () => {
    const documented = [...guide.matchAll(/^#### `([^`]+)`/gm)].map(([, id]) => id);
    expect(documented.sort()).to.deep.equal(catalogue.map(({ id }) => id).sort());
  });

  it('is reached from the README, which names the command', () => {
    expect(readme).to.include('`npm run check-plan`').and.to.include('docs/findings.md');
  });
});

describe('the findings of the sample plan', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  it('are those that the documentation explains, as often as it says', async () => {
    const counts = new Map<string, number>();
    for (const { rule } of await findingsOfPlan(store, today)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const part = guide.slice(guide.indexOf('## What the sample plan shows'));
    const explained = [...part.matchAll(/^\| `([^`]+)` \| (\d+) \|/gm)].map(([, id, count]) => [
      id,
      Number(count),
    ]);
    expect([...counts]).to.deep.equal(explained);
  });

  it('are no errors and no warnings, today and on every day on which something changed', async () => {
    const { note } = await countsBySeverity(store, today);
    expect(note).to.be.above(0);
    for (const on of ['2016-08-01', '2018-02-01', '2019-08-01', '2021-12-01', '2024-08-01', '2027-02-01'])
      expect(await countsBySeverity(store, on), on).to.include({ error: 0, warning: 0 });
  });
});

describe('the findings of an action', () => {
  let store: Store;
  const acting = async () => {
    const [by] = (await allPeople(store)).filter(({ roles }) => roles.includes('analyst'));
    if (!by) throw new Error('The sample plan has no analyst');
    return { store, now, by };
  };
  before(async () => {
    store = await sampleStore();
    await openAction(await acting(), 'CN2000', { ...instrument, effectiveOn: '2027-02-01' });
    const changes = [
      { classId: 'class-it-manager', intent: 'change', edit: { ...noEdit, payGrade: 'EX-23' } },
      { classId: 'class-librarian', intent: 'change', edit: { ...noEdit, title: 'Reader Guide' } },
      { classId: 'class-accountant-senior', intent: 'abolish', edit: noEdit },
    ] as const;
    await addChanges(await acting(), 'CN2000', changes, today);
  });
  after(() => store.close());

  const found = async () => {
    const drafts = await findingsOfAction(store, await requireAction(store, 'CN2000'), today);
    return new Map(
      drafts.map(({ classId, findings }) => [
        classId,
        findings.map(({ rule, classId: at }) => `${rule} ${at ?? ''}`).sort(),
      ]),
    );
  };

  it('are of its drafts together, and of the texts that they make untrue', async () => {
    const findings = await found();
    expect(findings.get('class-it-manager')).to.deep.equal(['level.grade-falls class-it-manager-senior']);
    const retitled = findings.get('class-librarian') ?? [];
    expect(retitled).to.include('series.names class-librarian');
    expect(retitled).to.include('reference.dead class-library-assistant');
    const abolished = findings.get('class-accountant-senior') ?? [];
    expect(abolished).to.include('reference.dead class-accountant');
    expect(abolished).to.include('series.level-gap class-accounting-manager');
    expect(abolished.filter((each) => each.endsWith('class-accountant-senior'))).to.deep.equal([]);
  });

  it('of one draft are its own, and none where the action does not change the class', async () => {
    const one = await findingsOfDraft(store, 'CN2000', 'class-it-manager', today);
    expect(one.map(({ rule }) => rule)).to.deep.equal(['level.grade-falls']);
    expect(await findingsOfDraft(store, 'CN2000', 'class-accountant', today)).to.deep.equal([]);
    expect(await findingsOfDraft(store, 'CN9', 'class-accountant', today)).to.deep.equal([]);
  });

  it('change with the drafts', async () => {
    await removeChange(await acting(), 'CN2000', 'class-librarian');
    expect([...(await found()).keys()]).to.deep.equal(['class-it-manager', 'class-accountant-senior']);
  });

  it('can be asked for a text that is only being written', async () => {
    const { classes } = await planView(store, '2027-02-01');
    const body = classes.find(({ classId }) => classId === 'class-librarian')?.body;
    if (!body) throw new Error('There is no librarian');
    const text = { classId: 'class-librarian', intent: 'change', on: '2027-02-01' } as const;
    expect(await findingsOfText(store, { ...text, body })).to.deep.equal([]);
    const { probation: _gone, ...sections } = body.sections;
    const [finding] = await findingsOfText(store, { ...text, body: { ...body, sections } });
    expect(finding).to.include({ rule: 'section.missing', at: 'sections.probation', suppression: null });
    const blank = { code: null, title: '', series: null, sections: {}, additional: [] };
    const rules = await findingsOfText(store, { classId: 'new-1', intent: 'create', on: today, body: blank });
    expect([...new Set(rules.map(({ rule }) => rule))]).to.deep.equal(['section.missing']);
  });
});
