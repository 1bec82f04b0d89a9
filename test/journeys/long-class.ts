// A class whose words are as long as the schema lets them be, in the sample plan beside the others.
import type { Specification } from '../../schemas/types.ts';
import type { Store } from '../../server/store/database.ts';
import { appendRevision, revisionsOf } from '../../server/store/record.ts';
import { now, sampleStore } from '../tools.ts';

const unbroken = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt';
const title =
  `Manager of ${unbroken} and of the Coordination of Interdepartmental Information Technology Procurement, Licensing, Records, Telecommunications and Field Operations`.slice(
    0,
    190,
  );

export const longCode = 'XL9999';

export async function storeWithLongClass(): Promise<Store> {
  const store = await sampleStore();
  const [first] = await revisionsOf(store, 'class', 'class-it-manager-senior');
  if (!first) throw new Error('The sample plan has no CI2788');
  const body: Specification = { ...longBody(first.body), code: longCode, title };
  const { changes, decidedOn, action } = first;
  const stamp = {
    recordedAt: now.toISOString(),
    recordedBy: 'test',
    status: 'active',
    changes,
    decidedOn,
    action,
  } as const;
  const event = {
    on: '2024-01-01',
    kind: 'established',
    instrument: unbroken,
    by: unbroken,
    note: `${unbroken} established`,
    line: null,
  } as const;
  for (const effectiveOn of ['2024-01-01', '2027-06-01']) {
    await store.transaction((transaction) =>
      appendRevision(transaction, {
        ...stamp,
        subject: 'class',
        subjectId: 'class-long-words',
        effectiveOn,
        events: [event],
        body,
      }),
    );
  }
  return store;
}

function longBody(body: Specification): Specification {
  const long = { id: 'b900', kind: 'paragraph', text: `${unbroken} ${unbroken.repeat(3)}` } as const;
  return {
    ...body,
    sections: {
      ...body.sections,
      summary: { state: 'text', blocks: [long] },
      duties: {
        state: 'text',
        blocks: [
          { ...long, kind: 'item', level: 1 },
          { ...long, id: 'b901', kind: 'item', level: 2 },
        ],
      },
      competencies: { state: 'text', blocks: [{ ...long, id: 'b902', kind: 'term', term: unbroken }] },
      licensure: { state: 'none', wording: unbroken.repeat(2) },
      details: { state: 'text', payGrade: unbroken, other: [{ label: unbroken, text: unbroken.repeat(2) }] },
    },
    additional: [{ id: 'a1', heading: `${unbroken} Operated`, blocks: [{ ...long, id: 'b903' }] }],
  };
}
