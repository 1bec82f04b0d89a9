// The library: other words for a shared text are proposed to every class that uses it, and text and classes are recorded
// together.
import { expect } from 'chai';
import type { SharedText } from '../../schemas/types.ts';
import { decideAllOpen, decideHits } from '../../server/actions/decide-hits.ts';
import { endSweep } from '../../server/actions/end-sweep.ts';
import { proposeSharedText, type SharedTextEdit } from '../../server/actions/propose-shared-text.ts';
import { removeText } from '../../server/actions/save-plan-text.ts';
import { sweepNow } from '../../server/actions/sweep-now.ts';
import { usesIn } from '../../server/model/shared-text-use.ts';
import { blocksOf } from '../../server/model/specification.ts';
import { listHash } from '../../server/model/sweep.ts';
import { actionByNumber } from '../../server/store/actions.ts';
import { draftsOf } from '../../server/store/drafts.ts';
import { allInForce, allSharedTexts } from '../../server/store/plan.ts';
import { planTextOf, planTextsOf } from '../../server/store/plan-texts.ts';
import { revisionsOf } from '../../server/store/record.ts';
import { sweepsOf } from '../../server/store/sweeps.ts';
import { sampleOffice } from '../pages/sample-office.ts';
import { sampleSite } from '../pages/site.ts';
import type { Served } from '../tools.ts';
import { acting, adopt, instrument, type Office, setProcedure, step } from './office.ts';

const on = '2027-02-01';
const choice = { number: 'CN1960', open: { ...instrument, effectiveOn: on } };

describe('other words for a shared text', () => {
  let site: Served;
  let office: Office;
  let text: SharedText;
  let users: string[];

  beforeEach(async () => {
    site = await sampleSite();
    office = await sampleOffice(site);
    await setProcedure(office.store, { postingDays: null, comments: false, provisional: false });
    const found = (await allSharedTexts(office.store, on)).find(({ kind }) => kind === 'competency');
    if (!found) throw new Error('The sample plan has no competency');
    text = found;
    const classes = await allInForce(office.store, 'class', on);
    users = classes
      .filter(({ body }) => usesIn(body, text.id, [text]).length > 0)
      .map(({ subjectId }) => subjectId);
  });
  afterEach(() => site.close());

  const edit = (changed: Partial<SharedTextEdit> = {}): SharedTextEdit => ({
    ...{ base: null, baseNumber: 1, status: 'active' },
    body: { ...text, text: 'Answers for what was done and left undone.' },
    ...changed,
  });
  const propose = (edited = edit(), of: Parameters<typeof proposeSharedText>[1] = choice) =>
    proposeSharedText(acting(office, office.ada), of, edited);

  async function proposed(edited = edit(), of: Parameters<typeof proposeSharedText>[1] = choice) {
    const done = await propose(edited, of);
    if (done.outcome !== 'proposed' || done.sweep === null) throw new Error(done.outcome);
    return done.sweep;
  }

  async function decideAll(sweep: string) {
    const { rows } = await sweepNow(office.store, sweep, office.today);
    const open = rows.filter(({ state }) => state === 'open').map(({ hit }) => hit);
    const all = { decision: 'change', reason: null } as const;
    return decideAllOpen(acting(office, office.ada), sweep, listHash(open), all);
  }

  it('are proposed to every class that uses it', async () => {
    const sweep = await proposed();
    const { rows, action } = await sweepNow(office.store, sweep, office.today);
    expect(users.length).to.be.greaterThan(5);
    expect(rows.map(({ hit }) => hit.classId)).to.have.members(users);
    expect(action.number).to.equal('CN1960');
    expect((await planTextsOf(office.store, 'CN1960')).map(({ id }) => id)).to.deep.equal([text.id]);
  });

  it('are recorded with the classes that take them, and the one that does not keeps its wording', async () => {
    const sweep = await proposed();
    const { rows } = await sweepNow(office.store, sweep, office.today);
    const [kept] = rows;
    if (!kept) throw new Error('Nothing is found');
    const { classId, fingerprint } = kept.hit;
    await decideHits(acting(office, office.ada), sweep, [
      { classId, fingerprint, decision: 'keep', reason: 'Under study.' },
    ]);
    await decideAll(sweep);
    await endSweep(acting(office, office.ada), sweep);
    await step(office, 'CN1960', 'submit', office.ada);
    await adopt(office, 'CN1960');
    const [decided] = await revisionsOf(office.store, 'action', 'CN1960');
    expect(decided?.body.decisions).to.have.length(users.length);
    expect(decided?.body.changes).to.have.length(users.length - 1);
    expect(decided?.body.texts).to.have.length(1);
    const seq = (await revisionsOf(office.store, 'shared-text', text.id)).at(-1)?.seq ?? 0;
    for (const { subjectId, body, seq: own } of await allInForce(office.store, 'class', on)) {
      if (!users.includes(subjectId)) continue;
      const block = blocksOf(body).find((each) => 'sharedId' in each && each.sharedId === text.id);
      expect(block?.text).to.equal(subjectId === classId ? text.text : edit().body.text);
      if (subjectId !== classId) expect(own).to.be.greaterThan(seq);
    }
  });

  it('can be new, or end; what uses a text that ends is proposed to go', async () => {
    const added = { ...text, id: 'competency-patience', term: 'Patience', text: 'Waits.' };
    const made = await propose(edit({ baseNumber: null, body: added }));
    expect(made).to.deep.equal({ outcome: 'proposed', action: 'CN1960', sweep: null });
    const sweep = await proposed(edit({ status: 'abolished', body: text }), { number: 'CN1960', open: null });
    const { rows } = await sweepNow(office.store, sweep, office.today);
    expect(rows).to.have.length(users.length);
    expect(rows.every(({ hit }) => usesIn(hit.after, text.id, [text]).length === 0)).to.equal(true);
  });

  it('take the place of earlier ones in the same action', async () => {
    const first = await proposed();
    const { hash: base = null } = (await planTextOf(office.store, 'CN1960', 'shared-text', text.id)) ?? {};
    const again = edit({ base, body: { ...text, text: 'Answers for it.' } });
    const second = await proposed(again, { number: 'CN1960', open: null });
    const states = (await sweepsOf(office.store, 'CN1960')).map(({ id, state }) => [id, state]);
    expect(states).to.deep.equal([
      [first, 'abandoned'],
      [second, 'open'],
    ]);
    await removeText(acting(office, office.ada), 'CN1960', 'shared-text', text.id);
    expect((await sweepsOf(office.store, 'CN1960')).every(({ state }) => state === 'abandoned')).to.equal(
      true,
    );
  });

  it('come back where the text has moved, and nothing is opened', async () => {
    expect(await propose(edit({ baseNumber: 7 }))).to.deep.equal({
      outcome: 'stale',
      theirs: null,
      number: 1,
    });
    expect(await actionByNumber(office.store, 'CN1960')).to.equal(null);
    expect(await propose(edit({ body: { ...text, text: '' } }))).to.include({ outcome: 'invalid' });
    expect(await draftsOf(office.store, 'CN1960')).to.deep.equal([]);
  });
});
