// A change that brings in what the plan does not know is not ready, and says what is allowed; what the text said before
// may stay.
import { expect } from 'chai';
import type { Specification } from '../../schemas/types.ts';
import { addChanges } from '../../server/actions/add-changes.ts';
import { openAction } from '../../server/actions/open-action.ts';
import { previewAdoption } from '../../server/actions/preview-adoption.ts';
import { requireAction, requireSettings } from '../../server/actions/requirements.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import type { Person } from '../../server/model/person.ts';
import type { Store } from '../../server/store/database.ts';
import { draftOf } from '../../server/store/drafts.ts';
import { allPeople } from '../../server/store/people.ts';
import { now, sampleStore, today } from '../tools.ts';

const nothing = { payGrade: null, title: null, code: null, series: null };

describe('facts that the plan does not know', () => {
  let store: Store;
  let by: Person;

  beforeEach(async () => {
    store = await sampleStore();
    const analyst = (await allPeople(store)).find(({ roles }) => roles.includes('analyst'));
    if (!analyst) throw new Error('The sample plan has no analyst');
    by = analyst;
    const words = { title: 'T', reason: 'R', authority: 'A', effectiveOn: '2027-02-01' };
    await openAction({ store, now, by }, 'CN1960', words);
    await addChanges(
      { store, now, by },
      'CN1960',
      [{ classId: 'class-librarian', intent: 'change', edit: nothing }],
      today,
    );
  });
  afterEach(() => store.close());

  async function messagesAfter(edit: (body: Specification) => Specification): Promise<string[]> {
    const draft = await draftOf(store, 'CN1960', 'class-librarian');
    if (!draft) throw new Error('There is no draft');
    const { hash: base, effectiveOn, carry, choices, body } = draft;
    await saveDraft({ store, now, by }, 'CN1960', 'class-librarian', {
      base,
      effectiveOn,
      carry,
      choices,
      settle: {},
      body: edit(body),
    });
    const preview = await previewAdoption(
      store,
      await requireAction(store, 'CN1960'),
      await requireSettings(store),
    );
    return preview.obstacles.map(({ message }) => message);
  }

  const withDetail = (name: string, value: string) => (body: Specification) => ({
    ...body,
    sections: {
      ...body.sections,
      details: { ...body.sections.details, state: 'text' as const, [name]: value },
    },
  });

  for (const name of ['flsa', 'eeo4', 'bargainingUnit', 'soc', 'occupationalGroup', 'civilServiceStatus']) {
    it(`name what is allowed: ${name}`, async () => {
      const [message] = await messagesAfter(withDetail(name, 'ZZ'));
      expect(message).to.match(/^The plan has no .+ ZZ\. It has: /);
    });
  }

  it('are told for a grade outside the pay schedule, and not for one inside', async () => {
    expect(await messagesAfter(withDetail('payGrade', 'ZZ-99'))).to.deep.equal([
      'The pay schedule of that date has no grade ZZ-99.',
    ]);
    expect(await messagesAfter(withDetail('payGrade', 'PR-13'))).to.deep.equal([]);
  });

  it('are told for a series that is not there', async () => {
    const at = (id: string, level: number) => (body: Specification) => ({ ...body, series: { id, level } });
    expect(await messagesAfter(at('nope', 1))).to.deep.equal(['The plan has no series nope on that date.']);
    expect(await messagesAfter(at('library-services', 9))).to.deep.equal([]);
  });
});
