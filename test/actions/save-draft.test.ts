// Saving a draft: the base must be named, stale writers are merged or asked, and no edit is ever lost.
import { expect } from 'chai';
import { requireAction } from '../../server/actions/requirements.ts';
import { authorsOf } from '../../server/store/actions.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import type { Specification } from '../../schemas/types.ts';
import { withDetails, withDuty, withExperience } from '../model/dock-clerk.ts';
import { classId, displayed, draftIn, type Office, openOffice, openWith, refusalOf, save } from './office.ts';

const titled = (title: string) => (text: Specification) => ({ ...text, title });
const graded = (payGrade: string) => (text: Specification) => withDetails(text, { payGrade });
const duty = (id: string, words: string) => (text: Specification) => withDuty(text, id, words);

describe('saving a draft', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await openWith(office, 'CN1', [1, 2]);
  });
  afterEach(() => office.close());

  it('keeps the text, the date and the word on later texts', async () => {
    const saved = await save(office, 'CN1', 1, {
      by: office.ben,
      body: titled('T'),
      effectiveOn: '2028-01-01',
      carry: 'not',
    });
    expect(saved.outcome).to.equal('saved');
    const draft = await draftIn(office, 'CN1', 1);
    expect(saved).to.have.property('draft').that.deep.equals(draft);
    expect(draft).to.include({ effectiveOn: '2028-01-01', carry: 'not', savedBy: 'ben', position: 1 });
    expect(draft.body.title).to.equal('T');
    expect(await authorsOf(office.store, 'CN1')).to.have.members(['ada', 'ben']);
  });

  it('moves the hash of the draft and of the action, and of no other draft', async () => {
    const [one, two] = await draftsOf(office.store, 'CN1');
    const { hash } = await requireAction(office.store, 'CN1');
    await save(office, 'CN1', 1, { body: titled('T') });
    const [edited, untouched] = await draftsOf(office.store, 'CN1');
    expect(edited?.hash).not.to.equal(one?.hash);
    expect(untouched).to.deep.equal(two);
    expect((await requireAction(office.store, 'CN1')).hash).not.to.equal(hash);
  });

  it('changes nothing at all where nothing was edited: the writer is not even an author', async () => {
    await save(office, 'CN1', 1, { body: titled('T') });
    const before = [
      await draftIn(office, 'CN1', 1),
      await requireAction(office.store, 'CN1'),
      await displayed(office, 'CN1'),
    ];
    expect((await save(office, 'CN1', 1, { by: office.cora })).outcome).to.equal('unchanged');
    const after = [
      await draftIn(office, 'CN1', 1),
      await requireAction(office.store, 'CN1'),
      await displayed(office, 'CN1'),
    ];
    expect(after).to.deep.equal(before);
    expect(await authorsOf(office.store, 'CN1')).to.deep.equal(['ada']);
  });

  it('puts together what two changed in different places', async () => {
    const shown = await draftIn(office, 'CN1', 1);
    await save(office, 'CN1', 1, { body: duty('b2', 'Keeps all books.'), effectiveOn: '2028-01-01' }, shown);
    const merged = await save(
      office,
      'CN1',
      1,
      { by: office.ben, body: duty('b3', 'Collects all fees.'), carry: 'not' },
      shown,
    );
    expect(merged.outcome).to.equal('merged');
    const draft = await draftIn(office, 'CN1', 1);
    expect(draft.body).to.deep.equal(
      duty('b2', 'Keeps all books.')(duty('b3', 'Collects all fees.')(shown.body)),
    );
    expect(draft).to.include({ effectiveOn: '2028-01-01', carry: 'not' });
  });

  it('gives back what two changed in one place, stores nothing, and takes the settlement', async () => {
    const shown = await draftIn(office, 'CN1', 1);
    await save(office, 'CN1', 1, { body: titled('Ada’s') }, shown);
    const theirs = await draftIn(office, 'CN1', 1);
    const mine = (text: Specification) => withExperience(titled('Ben’s')(text), 'Two years.');
    const answer = await save(office, 'CN1', 1, { by: office.ben, body: mine }, shown);
    expect(answer).to.deep.equal({
      outcome: 'conflict',
      conflicts: [{ at: 'title', base: 'Dock Clerk 1', mine: 'Ben’s', theirs: 'Ada’s' }],
      theirs,
    });
    expect(await draftIn(office, 'CN1', 1)).to.deep.equal(theirs);
    const settled = await save(
      office,
      'CN1',
      1,
      { by: office.ben, body: mine, settle: { title: 'theirs' } },
      shown,
    );
    expect(settled.outcome).to.equal('merged');
    expect((await draftIn(office, 'CN1', 1)).body).to.deep.equal(
      withExperience(titled('Ada’s')(shown.body), 'Two years.'),
    );
  });

  it('asks again where somebody saved while the writer was choosing', async () => {
    const shown = await draftIn(office, 'CN1', 1);
    await save(office, 'CN1', 1, { body: titled('First') }, shown);
    await save(office, 'CN1', 1, { body: graded('G-7') });
    const edit = { by: office.ben, body: (text: Specification) => graded('G-8')(titled('Second')(text)) };
    const answer = await save(office, 'CN1', 1, { ...edit, settle: { title: 'mine' } }, shown);
    expect(answer).to.have.property('conflicts').that.has.length(1);
    expect(answer).to.have.nested.property('conflicts[0].at', 'sections.details.payGrade');
  });

  it('calls a stale save unchanged where it adds nothing', async () => {
    const shown = await draftIn(office, 'CN1', 1);
    await save(office, 'CN1', 1, { body: titled('T') }, shown);
    expect((await save(office, 'CN1', 1, { by: office.ben, body: titled('T') }, shown)).outcome).to.equal(
      'unchanged',
    );
    expect((await save(office, 'CN1', 1, { by: office.ben }, shown)).outcome).to.equal('unchanged');
  });

  it('refuses a base that is no version of this draft', async () => {
    const { hash } = await draftIn(office, 'CN1', 2);
    await save(office, 'CN1', 2, { body: titled('T') });
    for (const base of ['', 'f'.repeat(64), hash])
      expect(await refusalOf(save(office, 'CN1', 1, { base, body: titled('X') })), base).to.equal(
        base === '' ? 'base-missing' : 'base-unknown',
      );
    expect((await draftIn(office, 'CN1', 1)).body.title).to.equal('Dock Clerk 1');
  });

  const invalid: [string, (text: Specification) => unknown, string | null, string][] = [
    ['a text with a foreign part', (text) => ({ ...text, extra: true }), null, ''],
    ['a code with a space', (text) => ({ ...text, code: 'A B' }), null, '/code'],
    ['an empty duty', (text) => withDuty(text, 'b2', ''), null, '/sections/duties'],
    ['a day that is none', (text) => text, '2027-02-30', '/effectiveOn'],
  ];
  for (const [what, body, effectiveOn, at] of invalid) {
    it(`answers that ${what} cannot be saved, and where`, async () => {
      const before = await draftIn(office, 'CN1', 1);
      const answer = await save(office, 'CN1', 1, {
        body: (text) => body(text) as Specification,
        effectiveOn,
      });
      expect(answer.outcome).to.equal('invalid');
      if (answer.outcome === 'invalid')
        expect(answer.problems.map((problem) => problem.at).join()).to.include(at);
      expect(await draftIn(office, 'CN1', 1)).to.deep.equal(before);
    });
  }

  it('refuses a class that the action does not hold', async () => {
    const shown = await draftIn(office, 'CN1', 1);
    expect(await refusalOf(save(office, 'CN1', 3, {}, shown))).to.equal('change-not-found');
  });
});

describe('racing saves', () => {
  let office: Office;
  before(async () => {
    office = await openOffice();
    await openWith(office, 'CN1', [1, 2]);
  });
  after(() => office.close());

  it('of different fields are both kept, 150 times', async () => {
    for (let round = 1; round <= 150; round += 1) {
      const shown = await draftIn(office, 'CN1', 1);
      const outcomes = await Promise.all([
        save(office, 'CN1', 1, { by: office.ada, body: titled(`Title ${round}`) }, shown),
        save(
          office,
          'CN1',
          1,
          { by: office.ben, body: graded(`G-${round}`), effectiveOn: dayOf(round) },
          shown,
        ),
      ]);
      expect(outcomes.map(({ outcome }) => outcome).sort()).to.deep.equal(['merged', 'saved']);
      const draft = await draftIn(office, 'CN1', 1);
      expect(draft.body).to.deep.equal(graded(`G-${round}`)(titled(`Title ${round}`)(shown.body)));
      expect(draft.effectiveOn).to.equal(dayOf(round));
    }
  });

  it('of one field have exactly one winner, and the other keeps the text, 150 times', async () => {
    for (let round = 1; round <= 150; round += 1) {
      const shown = await draftIn(office, 'CN1', 2);
      const titles = [`Ada ${round}`, `Ben ${round}`];
      const outcomes = await Promise.all([
        save(office, 'CN1', 2, { by: office.ada, body: titled(`Ada ${round}`) }, shown),
        save(office, 'CN1', 2, { by: office.ben, body: titled(`Ben ${round}`) }, shown),
      ]);
      const winner = outcomes.findIndex(({ outcome }) => outcome === 'saved');
      const loser = outcomes[1 - winner];
      expect(loser).to.have.property('outcome', 'conflict');
      expect(loser).to.have.nested.property('conflicts[0].mine', titles[1 - winner]);
      expect(loser).to.have.nested.property('conflicts[0].theirs', titles[winner]);
      expect((await draftIn(office, 'CN1', 2)).body.title).to.equal(titles[winner]);
    }
  });

  it('kept every version of every save', async () => {
    const rows = await office.store.db.selectFrom('draft_versions').select(['class_id', 'hash']).execute();
    expect(rows.filter(({ class_id }) => class_id === classId(1))).to.have.length(1 + 2 * 150);
    expect(rows.filter(({ class_id }) => class_id === classId(2))).to.have.length(1 + 150);
  });
});

function dayOf(round: number): string {
  return new Date(Date.UTC(2027, 0, round)).toISOString().slice(0, 10);
}
