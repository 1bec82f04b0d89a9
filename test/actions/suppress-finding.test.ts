// A finding is let stand for a reason, told again when it is lifted or its passage changes; both are in the audit.
import { expect } from 'chai';
import { addChanges } from '../../server/actions/add-changes.ts';
import { liftSuppression } from '../../server/actions/lift-suppression.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { requireAction, requireDraft } from '../../server/actions/requirements.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { suppressFinding } from '../../server/actions/suppress-finding.ts';
import { findingsOfAction } from '../../server/documents/draft-findings.ts';
import { countsBySeverity, findingsOfPlan } from '../../server/documents/findings.ts';
import type { Person } from '../../server/model/person.ts';
import type { Store } from '../../server/store/database.ts';
import { allPeople } from '../../server/store/people.ts';
import { now, sampleStore, today } from '../tools.ts';
import { instrument, noEdit, refusalOf } from './office.ts';
import { audit, auditLength } from './people-room.ts';

describe('letting a finding stand', () => {
  let store: Store;
  let by: Person;
  before(async () => {
    store = await sampleStore();
    const [first] = (await allPeople(store)).filter(({ roles }) => roles.includes('analyst'));
    if (!first) throw new Error('The sample plan has no analyst');
    by = first;
  });
  after(() => store.close());

  const acting = () => ({ store, now, today, by });
  const overtime = async () => {
    const found = (await findingsOfPlan(store, today)).find(
      ({ rule }) => rule === 'flsa.overtime-supervisor',
    );
    if (!found) throw new Error('The sample plan shows no such finding');
    return found;
  };
  const reason = 'Overtime was agreed with the union in 2019.';

  it('records who, when and why, and no longer counts it', async () => {
    const { key, evidence } = await overtime();
    const { note } = await countsBySeverity(store, today);
    await suppressFinding(acting(), { key, reason, action: null });
    expect((await overtime()).suppression).to.include({ reason, byName: by.name, at: now.toISOString() });
    expect((await countsBySeverity(store, today)).note).to.equal(note - 1);
    const [entry] = await audit(store);
    expect(entry).to.include({ act: 'finding-suppressed', subject: 'finding flsa.overtime-supervisor' });
    expect(entry?.detail).to.include({ class: 'class-executive-assistant', evidence, reason });
  });

  it('is refused where it stands already, where nothing is found, and without a reason', async () => {
    const length = await auditLength(store);
    const { key } = await overtime();
    const refused = (request: { key: string; reason: string; action?: string }) =>
      refusalOf(suppressFinding(acting(), { action: null, ...request }));
    expect(await refused({ key, reason })).to.equal('finding-not-found');
    expect(await refused({ key: '0'.repeat(64), reason })).to.equal('finding-not-found');
    expect(await refused({ key, reason: '  ' })).to.equal('form-not-readable');
    expect(await refused({ key, reason: 'a'.repeat(2001) })).to.equal('form-not-readable');
    expect(await refused({ key, reason, action: 'CN9' })).to.equal('action-not-found');
    expect(await auditLength(store)).to.equal(length);
  });

  it('is lifted by another entry, and then told again', async () => {
    const { key } = await overtime();
    await liftSuppression({ store, now, by }, key);
    expect((await overtime()).suppression).to.equal(null);
    expect((await audit(store))[0]).to.include({ act: 'suppression-lifted', personId: by.id });
    expect(await refusalOf(liftSuppression({ store, now, by }, key))).to.equal('finding-not-found');
  });

  it('holds in a draft as long as the passage stays, wherever it is moved', async () => {
    const classId = 'class-librarian';
    await openAction(acting(), 'CN2000', instrument);
    await addChanges(acting(), 'CN2000', [{ classId, intent: 'change', edit: noEdit }], today);
    const write = async (...words: string[]) => {
      const { hash: base, body, effectiveOn, carry, choices } = await requireDraft(store, 'CN2000', classId);
      const blocks = words.map((text, place) => ({
        ...{ id: `x${place}`, kind: 'item' as const, level: 1 as const, text },
      }));
      const sections = { ...body.sections, desirable: { state: 'text' as const, blocks } };
      const edit = { base, effectiveOn, carry, choices, settle: {}, body: { ...body, sections } };
      await saveDraft(acting(), 'CN2000', classId, edit);
    };
    const gendered = async () => {
      const drafts = await findingsOfAction(store, await requireAction(store, 'CN2000'), today);
      return drafts.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'wording.gendered'));
    };
    await write('Reads his own mail.');
    const [found] = await gendered();
    if (!found) throw new Error('Nothing is found');
    await suppressFinding(acting(), { key: found.key, reason: 'A quotation.', action: 'CN2000' });
    expect((await gendered()).map(({ suppression }) => suppression?.reason)).to.deep.equal(['A quotation.']);
    await write('Knows the harbor.', 'Reads his own mail.');
    expect((await gendered()).map(({ suppression }) => suppression?.reason)).to.deep.equal(['A quotation.']);
    await write('Reads his own mail at noon.');
    expect((await gendered()).map(({ suppression }) => suppression)).to.deep.equal([null]);
  });
});
