// What a draft is compared with: the text in force when it takes effect, any other revision by its number, nothing for a
// class that is new. A draft begun from an older text is shown put into the one that it will follow.
import { expect } from 'chai';
import { requireDraft, requireSettings } from '../../server/actions/requirements.ts';
import { draftRedline } from '../../server/documents/draft-redline.ts';
import type { Specification } from '../../schemas/types.ts';
import { Refusal } from '../../server/errors.ts';
import { savePlanText } from '../../server/actions/save-plan-text.ts';
import {
  acting,
  adopt,
  classId,
  draftIn,
  type Office,
  openOffice,
  openReady,
  openWith,
  save,
  step,
} from '../actions/office.ts';

const titled = (title: string) => (text: Specification) => ({ ...text, title });

describe('the redline of a draft', () => {
  let office: Office;
  beforeEach(async () => void (office = await openOffice()));
  afterEach(() => office.close());

  async function redlineIn(number: string, against: number | null = null) {
    const draft = await requireDraft(office.store, number, classId(1));
    return draftRedline(office.store, draft, await requireSettings(office.store), against);
  }

  async function submitAndAdopt(number: string): Promise<void> {
    await step(office, number, 'submit', office.ada);
    await adopt(office, number);
  }

  /** 'Title: Dock Clerk 1 → Harbor Clerk' */
  function changes({ redline }: Awaited<ReturnType<typeof draftRedline>>): string[] {
    const facts = redline.sections.flatMap((section) => section.facts).filter(({ from, to }) => from !== to);
    return facts.map(({ label, from, to }) => `${label}: ${from ?? '·'} → ${to ?? '·'}`);
  }

  it('is against the text in force on its date', async () => {
    await openWith(office, 'CN1', [1]);
    await save(office, 'CN1', 1, { body: titled('Harbor Clerk') });
    const found = await redlineIn('CN1');
    expect(found.against?.number).to.equal(1);
    expect(found.standard?.number).to.equal(1);
    expect(changes(found)).to.deep.equal(['Title: Dock Clerk 1 → Harbor Clerk']);
  });

  it('calls series by their titles, also one that its own action begins', async () => {
    await openWith(office, 'CN1', [1]);
    const porters = { id: 'porters', title: 'Porters', occupationalGroup: null, concept: ['Carries.'] };
    await savePlanText(acting(office, office.ada), 'CN1', {
      ...{ subject: 'series', id: 'porters', base: null, baseNumber: null, status: 'active' },
      body: porters,
    });
    await save(office, 'CN1', 1, { body: (text) => ({ ...text, series: { id: 'porters', level: 2 } }) });
    expect(changes(await redlineIn('CN1'))).to.deep.equal([
      'Series: Dock Clerks, level 1 → Porters, level 2',
    ]);
  });

  it('is against any other revision that is asked for, and refuses one that the class does not have', async () => {
    await openReady(office, 'CN1', [1], { effectiveOn: '2026-12-01' });
    await submitAndAdopt('CN1');
    await openWith(office, 'CN2', [1]);
    await save(office, 'CN2', 1, { body: titled('Harbor Clerk') });
    const found = await redlineIn('CN2', 1);
    expect(found.against?.number).to.equal(1);
    expect(found.standard?.number).to.equal(2);
    expect(found.revisions.map(({ number }) => number)).to.deep.equal([1, 2]);
    expect(changes(found)).to.include.members([
      'Title: Dock Clerk 1 → Harbor Clerk',
      'Pay Grade: G-4 → G-CN1',
    ]);
    const unknown: unknown = await redlineIn('CN2', 3).catch((error: unknown) => error);
    expect(unknown).to.be.instanceOf(Refusal);
    expect(unknown).to.include({ code: 'revision-not-found', detail: 'The class has 2 revisions.' });
  });

  it('shows a draft begun from an older text put into the one that it will follow', async () => {
    await openWith(office, 'CN1', [1]);
    await save(office, 'CN1', 1, { body: titled('Harbor Clerk') });
    await openReady(office, 'CN2', [1], { effectiveOn: '2026-12-01' });
    await submitAndAdopt('CN2');
    const found = await redlineIn('CN1');
    expect(found.against?.number).to.equal(2);
    expect(changes(found)).to.deep.equal(['Title: Dock Clerk 1 → Harbor Clerk']);
    expect(found.text.sections.details?.payGrade).to.equal('G-CN2');
  });

  it('stays against the text before once the action is adopted', async () => {
    await openWith(office, 'CN1', [1]);
    await save(office, 'CN1', 1, { body: titled('Harbor Clerk') });
    await submitAndAdopt('CN1');
    const found = await redlineIn('CN1');
    expect(found.against?.number).to.equal(1);
    expect(changes(found)).to.deep.equal(['Title: Dock Clerk 1 → Harbor Clerk']);
    expect((await draftIn(office, 'CN1', 1)).body.title).to.equal('Harbor Clerk');
  });

  it('is against the text that it was begun from while there is no date', async () => {
    await openWith(office, 'CN1', [1], { effectiveOn: null });
    expect((await redlineIn('CN1')).against?.number).to.equal(1);
  });
});
