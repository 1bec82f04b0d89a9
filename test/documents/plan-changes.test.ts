// The plan between two dates against a replay of the record, in the sample plan and in plans made up at random; then what
// the sample does not have: retroactive corrections, moves, texts that are changed back.
import { expect } from 'chai';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Specification, Status } from '../../schemas/types.ts';
import {
  type ComparedPlan,
  comparedPlan,
  narrowedTo,
  withCounts,
} from '../../server/documents/plan-changes.ts';
import { inForce } from '../../server/model/in-force.ts';
import { netDifference, type Span } from '../../server/model/plan-changes.ts';
import { beginningSettings } from '../../server/model/plan-settings.ts';
import { redlineOf } from '../../server/model/redline.ts';
import { byApplication } from '../../server/model/standing.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { type NewRevision, type RecordedRevision, revisionsOfEach } from '../../server/store/record.ts';
import { anyBase, anyEdits } from '../model/edited-texts.ts';
import { append, classEntry, textEntry } from '../store/record-room.ts';
import { sampleStore, today } from '../tools.ts';

const settings = beginningSettings('City of Larkhaven');
type Timelines = ReadonlyMap<string, readonly RecordedRevision<'class'>[]>;

async function timelinesOf(store: Store): Promise<Timelines> {
  const rows = await store.db.selectFrom('class_index').select('class_id').distinct().execute();
  return revisionsOfEach(
    store,
    'class',
    rows.map((row) => row.class_id),
  );
}

/** What applies on `from`, and then one revision after the other as they take effect. */
function replayed(timeline: readonly RecordedRevision<'class'>[], { from, to }: Span) {
  const textOf = (revision: RecordedRevision<'class'> | null) =>
    revision?.status === 'active' ? revision.body : null;
  const before = textOf(inForce(timeline, from));
  let after: Specification | null = before;
  for (const revision of [...timeline].sort(byApplication))
    if (revision.effectiveOn > from && revision.effectiveOn <= to) after = textOf(revision);
  return { before, after };
}

async function expectReplay(store: Store, timelines: Timelines, span: Span): Promise<void> {
  const { classes, actions, counts } = await comparedPlan(store, span, today);
  const found = new Map(classes.map((each) => [each.classId, each]));
  for (const [classId, timeline] of timelines) {
    const { before, after } = replayed(timeline, span);
    const changed = found.get(classId);
    const difference = { kinds: changed?.kinds ?? [], amended: changed?.amended ?? [] };
    expect(difference, classId).to.deep.equal(netDifference(before, after));
    expect(difference.kinds.length === 0, classId).to.equal(isSame(before, after));
    if (changed) expect(changed.after?.title, classId).to.equal(after?.title);
  }
  const within = [...timelines.values()]
    .flat()
    .filter(({ effectiveOn }) => effectiveOn > span.from && effectiveOn <= span.to);
  expect(counts.revisions).to.equal(within.length);
  const made = actions.flatMap(({ revisions }) => revisions).filter(({ subject }) => subject === 'class');
  expect(made).to.have.length(within.length);
}

/** A table of facts that says nothing is as good as none. */
function isSame(before: Specification | null, after: Specification | null): boolean {
  if (!before || !after) return before === after;
  const told = ({ sections, ...text }: Specification) => {
    const { details, ...others } = sections;
    return { ...text, others, details: { ...details, state: null } };
  };
  return isDeepStrictEqual(told(before), told(after));
}

/** Two of the days in their order. */
function anySpan(anyDay: fc.Arbitrary<string>): fc.Arbitrary<Span> {
  return fc
    .tuple(anyDay, anyDay)
    .map(([one, other]) => (one <= other ? { from: one, to: other } : { from: other, to: one }));
}

describe('the plan between two dates', () => {
  let store: Store;
  before(async () => void (store = await sampleStore()));
  after(() => store.close());

  it('is in the sample plan what a replay of the texts in force comes to', async () => {
    const timelines = await timelinesOf(store);
    const days = [...new Set([...timelines.values()].flat().map(({ effectiveOn }) => effectiveOn))];
    const anyDay = fc.constantFrom('2010-01-01', '2021-01-01', '2030-01-01', today, ...days);
    await fc.assert(
      fc.asyncProperty(anySpan(anyDay), (span) => expectReplay(store, timelines, span)),
      { numRuns: 60 },
    );
  });

  it('counts in each redline what the redline of the two texts counts', async () => {
    const span = { from: '2021-01-01', to: '2024-07-01' };
    const { classes } = await comparedPlan(store, span, today);
    const timelines = await timelinesOf(store);
    for (const { classId, redline } of await withCounts(store, classes, settings)) {
      if (!redline) continue;
      const { before, after } = replayed(timelines.get(classId) ?? [], span);
      expect(redline.changes, classId).to.equal(redlineOf(before, after, settings).counts.total);
      expect(redline.changes, classId).to.be.above(0);
    }
  });

  it('has nothing between a date and itself', async () => {
    const { classes, actions, texts } = await comparedPlan(store, { from: today, to: today }, today);
    expect([...classes, ...actions, ...texts]).to.deep.equal([]);
  });
});

describe('plans made up at random', () => {
  const anyRevision = fc.record({
    id: fc.constantFrom('one', 'two', 'three'),
    effectiveOn: fc.constantFrom('2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'),
    status: fc.constantFrom<Status>('active', 'active', 'active', 'abolished'),
    body: fc.tuple(anyBase, anyEdits('mine')).map(([base, edit]) => edit(base)),
  });
  const anyDay = fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-15', '2024-03-01', '2024-05-01');

  it('are told as their replay tells them', async () => {
    const many = fc.array(anyRevision, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(many, anySpan(anyDay), async (revisions, span) => {
        const store = await openStore(':memory:');
        for (const { id, effectiveOn, status, body } of revisions)
          await append(store, classEntry(id, body, { effectiveOn, status }));
        await expectReplay(store, await timelinesOf(store), span);
        await store.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('what applies now counts', () => {
  let store: Store;
  beforeEach(async () => void (store = await openStore(':memory:')));
  afterEach(() => store.close());

  const between = (from: string, to: string): Promise<ComparedPlan> =>
    comparedPlan(store, { from, to }, today);
  const add = (
    changed: Partial<Specification>,
    effectiveOn: string,
    more: Partial<NewRevision<'class'>> = {},
  ) => append(store, classEntry('one', changed, { effectiveOn, ...more }));

  it('a text that was corrected retroactively is compared as corrected', async () => {
    await add({ title: 'Clerk' }, '2023-01-01');
    await add({ title: 'Clerck' }, '2024-01-01');
    await add({ title: 'Clerk' }, '2024-01-01', {
      changes: ['correct'],
      recordedAt: '2026-01-01T00:00:00.000Z',
    });
    const plan = await between('2023-06-01', '2024-06-01');
    expect(plan.classes.map(({ kinds }) => kinds)).to.deep.equal([[]]);
    expect(plan.counts).to.deep.include({ classes: 0, changedBack: 1, revisions: 2 });
    const [made] = plan.actions.map(({ revisions }) => revisions);
    expect(made?.map(({ number, isReplaced }) => [number, isReplaced])).to.deep.equal([
      [2, true],
      [3, false],
    ]);
  });

  it('is compared anew when the record grows', async () => {
    await add({ title: 'Clerk' }, '2023-01-01');
    expect((await between('2023-06-01', '2024-06-01')).classes).to.have.length(0);
    await add({ title: 'Aide' }, '2024-01-01');
    expect((await between('2023-06-01', '2024-06-01')).classes).to.have.length(1);
  });

  it('a class that came and went has no difference', async () => {
    await add({}, '2024-01-01', { changes: ['create'] });
    await add({}, '2024-02-01', { status: 'abolished', changes: ['abolish'] });
    const [only] = (await between('2023-01-01', '2025-01-01')).classes;
    expect(only).to.include({ before: null, after: null, href: '/classes/T100/revisions/2', redline: null });
    expect(narrowedTo(await between('2023-01-01', '2025-01-01'), 'none').actions).to.have.length(1);
  });

  it('a move is told by its two places, and addresses are by the code of today', async () => {
    await add({ series: { id: 'clerks', level: 1 } }, '2023-01-01');
    await add({ series: { id: 'clerks', level: 2 } }, '2024-01-01', { changes: ['move'], action: 'CN1' });
    await add({ code: 'T200', series: { id: 'clerks', level: 2 } }, '2025-01-01', { changes: ['recode'] });
    const [moved] = (await between('2023-06-01', '2024-06-01')).classes;
    expect(moved).to.deep.include({ kinds: ['move'], code: 'T100', revisions: [2], actions: ['CN1'] });
    expect([moved?.before?.series?.level, moved?.after?.series?.level]).to.deep.equal([1, 2]);
    expect(moved?.redline?.href).to.equal('/classes/T200/compare/2023-06-01..2024-06-01');
  });

  it('the other texts are told by their net difference, and each revision by its own', async () => {
    await append(store, textEntry('clause', 'One.'));
    await append(store, { ...textEntry('clause', 'Two.'), effectiveOn: '2024-02-01', action: 'CN1' });
    await append(store, { ...textEntry('clause', 'One.'), effectiveOn: '2024-03-01' });
    const plan = await between('2024-01-15', '2024-02-15');
    expect(plan.texts).to.deep.equal([
      {
        subject: 'shared-text',
        id: 'clause',
        title: 'Two.',
        href: null,
        what: ['Wording revised'],
        wording: { before: 'One.', after: 'Two.' },
        revisions: [2],
      },
    ]);
    expect(plan.actions[0]).to.deep.include({ number: 'CN1', title: null });
    expect(plan.actions[0]?.revisions[0]?.what).to.deep.equal(['Wording revised']);
    expect((await between('2024-01-15', '2024-04-01')).texts[0]?.what).to.deep.equal([]);
    expect(narrowedTo(plan, 'amend')).to.deep.include({ texts: [], actions: [], kind: 'amend' });
  });
});
