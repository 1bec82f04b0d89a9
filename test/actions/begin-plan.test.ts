// The sample plan as begun: the facts that the rest of the tests, the documentation and a first look rely on.
import { expect } from 'chai';
import { beginEmptyPlan, beginPlan } from '../../server/actions/begin-plan.ts';
import { readSamplePlan } from '../../server/imports/sample-plan.ts';
import { blocksOf, missingSections } from '../../server/model/specification.ts';
import { sections } from '../../server/model/sections.ts';
import { problemsOf } from '../../server/schemas.ts';
import { levelsOfSeries, type ClassRevision } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { openStore } from '../../server/store/open.ts';
import { allSeries, payRange, planSettings } from '../../server/store/plan.ts';
import { recordHead, revisionsOf } from '../../server/store/record.ts';
import { now, sampleStore, today } from '../tools.ts';

const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

describe('beginning a plan', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(':memory:');
  });
  afterEach(() => store.close());

  it('records everything once, and not again', async () => {
    const contents = readSamplePlan();
    const parts = [
      contents.sharedTexts,
      contents.schedules,
      contents.series,
      contents.classes,
      contents.actions,
    ];
    expect(await beginPlan({ store, now, by: 'test' }, contents)).to.equal(true);
    const head = await recordHead(store);
    expect(head.seq).to.equal(parts.reduce((sum, part) => sum + part.length, 1));
    expect(await beginPlan({ store, now, by: 'test' }, contents)).to.equal(false);
    expect(await beginEmptyPlan({ store, now, by: 'test' }, 'City of Elsewhere')).to.equal(false);
    expect(await recordHead(store)).to.deep.equal(head);
  });

  it('records nothing where one part cannot be recorded', async () => {
    const contents = readSamplePlan();
    const broken = contents.classes.map((each, index) =>
      index === 50 ? { ...each, specification: { ...each.specification, code: null } } : each,
    );
    const failure = await beginPlan({ store, now, by: 'test' }, { ...contents, classes: broken }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.an('error');
    expect((await recordHead(store)).seq).to.equal(0);
    expect(await planSettings(store)).to.equal(null);
  });

  it('can begin empty, with settings that conform', async () => {
    expect(await beginEmptyPlan({ store, now, by: 'test' }, 'City of Elsewhere')).to.equal(true);
    const settings = await planSettings(store);
    expect(settings).to.have.property('employer', 'City of Elsewhere');
    expect(problemsOf('plan-settings.schema.json', settings)).to.deep.equal([]);
    expect((await recordHead(store)).seq).to.equal(1);
  });

  it('begins on the day that it is where the plan is', async () => {
    const contents = { ...readSamplePlan(), sharedTexts: [], schedules: [], series: [], classes: [] };
    const evening = new Date('2026-11-23T03:00:00.000Z');
    await beginPlan({ store, now: evening, by: 'test' }, contents);
    const [revision] = await revisionsOf(store, 'plan', 'plan');
    expect(revision).to.include({ effectiveOn: '2026-11-22', recordedAt: '2026-11-23T03:00:00.000Z' });
  });
});

describe('the sample plan', () => {
  let store: Store;
  const classes = new Map<string, ClassRevision[]>();
  before(async () => {
    store = await sampleStore();
    const rows = await store.db.selectFrom('class_index').select('class_id').distinct().execute();
    for (const { class_id } of rows) classes.set(class_id, await revisionsOf(store, 'class', class_id));
  });
  after(() => store.close());

  const everyRevision = () => [...classes.values()].flat();

  it('has at least 30 classes and 8 series, none of them empty', async () => {
    expect(classes.size).to.be.at.least(30);
    const series = await allSeries(store, today);
    expect(series.length).to.be.at.least(8);
    for (const { id } of series) expect(await levelsOfSeries(store, id, today), id).not.to.deep.equal([]);
  });

  it('has five levels of IT management', async () => {
    const levels = await levelsOfSeries(store, 'it-management', today);
    expect(levels.map(({ seriesLevel, title }) => `${seriesLevel} ${title}`)).to.deep.equal([
      '1 IT Manager',
      '2 IT Manager Senior',
      '3 IT Director',
      '4 IT Director Senior',
      '5 IT Executive',
    ]);
  });

  it('has CI2788 with every section and four revisions', () => {
    const revisions = classes.get('class-it-manager-senior') ?? [];
    expect(revisions.map(({ effectiveOn }) => effectiveOn)).to.deep.equal([
      '2018-09-21',
      '2021-10-21',
      '2022-11-27',
      '2024-07-01',
    ]);
    for (const { body } of revisions) {
      expect(body.code).to.equal('CI2788');
      expect(Object.keys(body.sections)).to.have.members(sections.map(({ key }) => key));
    }
  });

  it('has classes with three and more texts, one retitled, one abolished, one yet to change', () => {
    const all = [...classes.values()];
    const changed = all.filter(
      (revisions) => new Set(revisions.map(({ effectiveOn }) => effectiveOn)).size >= 3,
    );
    expect(changed.length).to.be.at.least(6);
    expect(
      all.filter((revisions) => new Set(revisions.map(({ body }) => body.title)).size > 1),
    ).not.to.deep.equal([]);
    expect(all.filter((revisions) => revisions.at(-1)?.status === 'abolished')).not.to.deep.equal([]);
    expect(everyRevision().filter(({ effectiveOn }) => effectiveOn > today)).not.to.deep.equal([]);
  });

  it('conforms in every revision and lacks no required section', async () => {
    const settings = await planSettings(store);
    if (!settings) throw new Error('no settings');
    expect(problemsOf('plan-settings.schema.json', settings)).to.deep.equal([]);
    for (const { subjectId, number, body } of everyRevision()) {
      const name = `${subjectId} ${number}`;
      expect(problemsOf('adoptable-specification.schema.json', body), name).to.deep.equal([]);
      expect(missingSections(body, settings), name).to.deep.equal([]);
    }
  });

  it('tells events in every revision, each of which conforms', () => {
    for (const { events, subjectId } of everyRevision()) {
      expect(events, subjectId).not.to.deep.equal([]);
      for (const event of events)
        expect(problemsOf('history-event.schema.json', event), subjectId).to.deep.equal([]);
    }
  });

  it('gives ids once in each specification', () => {
    for (const { body, subjectId } of everyRevision()) {
      const ids = blocksOf(body).map(({ id }) => id);
      expect(new Set(ids).size, subjectId).to.equal(ids.length);
    }
  });

  it('counts the levels of a series truly in every text', async () => {
    let counted = 0;
    for (const { body, subjectId, number } of everyRevision()) {
      const section = body.sections.distinguishing;
      const text = section && 'blocks' in section ? section.blocks.map((block) => block.text).join(' ') : '';
      const [, word] = /There (?:are|is) (\w+) class(?:es)? in the/i.exec(text) ?? [];
      if (!word || !body.series) continue;
      counted += 1;
      const { length } = await levelsOfSeries(store, body.series.id, today);
      expect(word, `${subjectId} ${number}`).to.equal(numbers[length]);
    }
    expect(counted).to.be.at.least(30);
  });

  it('never pays a higher level less, on any date of change', async () => {
    const dates = new Set(everyRevision().map(({ effectiveOn }) => effectiveOn));
    for (const schedule of await revisionsOf(store, 'pay-schedule', 'pay-schedule'))
      dates.add(schedule.effectiveOn);
    for (const on of dates) {
      for (const { id } of await allSeries(store, on)) {
        const levels = await levelsOfSeries(store, id, on);
        const ranges = await Promise.all(levels.map(({ payGrade }) => payRange(store, payGrade ?? '', on)));
        for (const [index, range] of ranges.entries()) {
          expect(range, `${id} ${on} has a range for every grade`).not.to.equal(null);
          const below = ranges[index - 1];
          if (!range || !below) continue;
          expect(range.minimum, `${id} ${on} minimum of level ${index + 1}`).to.be.at.least(below.minimum);
          expect(range.maximum, `${id} ${on} maximum of level ${index + 1}`).to.be.at.least(below.maximum);
        }
      }
    }
  });

  it('names shared texts that it has, in their wording', async () => {
    const known = new Map(readSamplePlan().sharedTexts.map((text) => [text.id, text]));
    let named = 0;
    for (const block of everyRevision().flatMap(({ body }) => blocksOf(body))) {
      if (!('sharedId' in block) || block.sharedId === undefined) continue;
      named += 1;
      expect(known.get(block.sharedId)?.text, block.sharedId).to.equal(block.text);
    }
    expect(named).to.be.at.least(100);
    for (const id of known.keys()) expect(await revisionsOf(store, 'shared-text', id), id).to.have.length(1);
  });
});
