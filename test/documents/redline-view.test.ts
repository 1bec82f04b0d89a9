// A redline as people read it. The redline of CI2788 from revision 3 to revision 4 stands in test/approved/ and is approved
// anew with UPDATE_APPROVED=1 npx mocha test/documents/redline-view.test.ts.
import { expect } from 'chai';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Block, PlanSettings, Specification } from '../../schemas/types.ts';
import { listOfChanges } from '../../server/documents/list-of-changes.ts';
import { redlineView } from '../../server/documents/redline-view.ts';
import { redlineOf } from '../../server/model/redline.ts';
import { classByCode } from '../../server/store/classes.ts';
import type { Store } from '../../server/store/database.ts';
import { planSettings, seriesTitles } from '../../server/store/plan.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { loadViews } from '../../server/views.ts';
import { clerk, settings as clerkSettings } from '../model/dock-clerk.ts';
import { sampleStore, today } from '../tools.ts';
import { watchful } from '../watchful-views.ts';

const views = watchful(loadViews());
const approved = new URL('../approved/CI2788-3-4-redline.html', import.meta.url);

function withDuties(...blocks: Block[]): Specification {
  return { ...clerk, sections: { ...clerk.sections, duties: { state: 'text', blocks } } };
}

function item(id: string, text: string, level: 1 | 2 = 1): Block {
  return { id, kind: 'item', level, text };
}

/** Every change with its words, as the page numbers them. */
function labels(before: Specification | null, after: Specification): string[] {
  const { parts } = redlineView(redlineOf(before, after, clerkSettings));
  return parts.flatMap(({ section }) =>
    [...(section?.facts ?? []), ...(section?.blocks ?? [])].flatMap(({ step }) =>
      step ? [`${step.number}/${step.total} ${step.label}`] : [],
    ),
  );
}

describe('a redline as it is read', () => {
  let store: Store;
  let settings: PlanSettings;
  let revisions: readonly Specification[];

  before(async () => {
    store = await sampleStore();
    const found = await classByCode(store, 'CI2788', today);
    const recorded = await revisionsOf(store, 'class', found?.classId ?? '');
    revisions = recorded.map(({ body }) => body);
    settings = (await planSettings(store)) as PlanSettings;
  });
  after(() => store.close());

  it('of CI2788, revision 3 to 4, is as approved', async () => {
    const titles = await seriesTitles(store, today);
    const redline = redlineOf(revisions[2] ?? null, revisions[3] ?? null, settings, titles);
    const names = { beforeName: 'Revision 3', afterName: 'Revision 4' };
    const view = redlineView(redline);
    const html = [
      views.render('parts/redline-legend', {}),
      views.render('parts/redline-view', view),
      views.render('parts/redline-sides', { ...view, ...names }),
      views.render('parts/list-of-changes', { changes: listOfChanges(redline, ''), ...names }),
    ].join('\n');
    if (process.env.UPDATE_APPROVED) writeFileSync(approved, html);
    expect(html).to.equal(readFileSync(approved, 'utf8'));
    expect(html).to.contain(
      '<del><span class="usa-sr-only">deleted: </span>Four (4)</del><ins><span class="usa-sr-only">added: </span>Three (3)</ins> years',
    );
  });

  it('numbers the changes in the order of the page, each with the way to the one before and after it', () => {
    const redline = redlineOf(revisions[0] ?? null, revisions[3] ?? null, settings);
    const { parts, summary } = redlineView(redline);
    const steps = parts
      .flatMap(({ section }) => [...(section?.facts ?? []), ...(section?.blocks ?? [])])
      .flatMap(({ step }) => step ?? []);
    expect(steps.map(({ id }) => id)).to.deep.equal(steps.map((_, index) => `change-${index + 1}`));
    expect(steps.map(({ previous }) => previous)).to.deep.equal(
      steps.map((_, index) => (index === 0 ? null : `#change-${index}`)),
    );
    expect(steps.at(-1)).to.include({ next: null, number: redline.counts.total });
    expect(summary).to.equal('7 changes: 4 added, 1 deleted, 2 changed.');
    const rows = listOfChanges(redline, '/redline');
    expect(rows.map(({ label }) => label)).to.deep.equal(steps.map(({ label }) => label));
    expect(rows.map(({ href }) => href)).to.deep.equal(steps.map(({ id }) => `/redline#${id}`));
  });

  it('folds what did not change where it stands, and loses none of it', () => {
    const redline = redlineOf(revisions[2] ?? null, revisions[3] ?? null, settings);
    const [folded, shown] = [redlineView(redline), redlineView(redline, 'shown')];
    const anchors = folded.parts.flatMap(({ section, unchanged }) => section ?? unchanged?.sections ?? []);
    const all = shown.parts.flatMap(({ section }) => section ?? []);
    expect(anchors).to.deep.equal(all);
    expect(folded.parts.filter(({ section }) => section)).to.have.length(2);
    expect(folded.parts[0]?.unchanged?.headings).to.match(
      /^Title, code and series, General Statement of Duties/,
    );
  });

  it('says in words what each change is', () => {
    const [a, b, c] = [
      item('a', 'Keeps the books.'),
      item('b', 'Collects the fees.'),
      item('c', 'Sends the bills.'),
    ];
    expect(labels(withDuties(a, b, c), withDuties(c, a, b))).to.deep.equal(['1/1 Moved from 3 to 1']);
    expect(labels(withDuties(a, b, c), withDuties(item('c', 'Sends all the bills.'), a, b))).to.deep.equal([
      '1/1 Moved from 3 to 1 and reworded',
    ]);
    expect(labels(withDuties(a, b), withDuties(a, item('b', 'Collects the fees.', 2)))).to.deep.equal([
      '1/1 Indented',
    ]);
    expect(labels(withDuties(a, item('b', 'Files.', 2)), withDuties(a, item('b', 'Sorts.')))).to.deep.equal([
      '1/1 Reworded and no longer indented',
    ]);
    expect(
      labels(withDuties(a), withDuties({ id: 'a', kind: 'clause', text: 'Keeps the books.' })),
    ).to.deep.equal(['1/1 Made a standing clause']);
    expect(labels(withDuties(a, b, c), withDuties(a, c, item('n', 'Audits.')))).to.deep.equal([
      '1/2 Deleted',
      '2/2 Added',
    ]);
    expect(labels(clerk, { ...clerk, title: 'Clerk', code: null })).to.deep.equal([
      '1/2 Changed',
      '2/2 Deleted',
    ]);
    expect(labels(clerk, clerk)).to.deep.equal([]);
  });

  it('says of a section that it is new, but not of each one of a class that is new', () => {
    const added = {
      ...clerk,
      additional: [{ id: 'x1', heading: 'Hours', blocks: [item('x2', 'At night.')] }],
    };
    const standing = (before: Specification | null, after: Specification | null) =>
      redlineView(redlineOf(before, after, clerkSettings)).parts.map(
        ({ section }) => section?.standing ?? null,
      );
    expect(standing(clerk, added).filter((each) => each !== null)).to.deep.equal(['New section']);
    expect(standing(added, clerk).filter((each) => each !== null)).to.deep.equal(['Section taken out']);
    expect(standing(null, added).filter((each) => each !== null)).to.deep.equal([]);
  });

  it('cuts a long text in the list to the words around each change', () => {
    const long = 'keeps the ledgers of the dock in good order and reports on them every month '.repeat(6);
    const [before, after] = [`First, ${long}then stops.`, `First, ${long}then rests.`];
    const redline = redlineOf(withDuties(item('a', before)), withDuties(item('a', after)), clerkSettings);
    const [row] = listOfChanges(redline, '');
    const read = (runs: readonly { readonly text: string }[] = []) => runs.map(({ text }) => text).join('');
    expect(read(row?.after?.runs)).to.match(/^… .{20,60} then rests\.$/);
    expect(read(row?.before?.runs)).to.match(/^… .{20,60} then stops\.$/);
    expect(row?.after?.runs.filter(({ isInserted }) => isInserted).map(({ text }) => text)).to.deep.equal([
      'rests',
    ]);
  });

  it('is marked in words and escapes what people wrote', () => {
    const hostile = '</ins><script>alert(1)</script>';
    const redline = redlineOf(withDuties(item('a', 'Keeps.')), withDuties(item('a', hostile)), clerkSettings);
    const html =
      views.render('parts/redline-view', redlineView(redline)) +
      views.render('parts/list-of-changes', {
        changes: listOfChanges(redline, ''),
        beforeName: hostile,
        afterName: hostile,
      });
    expect(html).to.not.contain('<script');
    expect(html).to.contain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html.match(/<del>/g)).to.have.length(html.match(/deleted: /g)?.length ?? 0);
    expect(html.match(/<ins>/g)).to.have.length(html.match(/added: /g)?.length ?? 0);
  });
});
