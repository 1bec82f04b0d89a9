// The sample plan with a drift: the IT Manager says of the IT Manager Senior what nobody does any more.
import type { Specification } from '../../schemas/types.ts';
import type { Store } from '../../server/store/database.ts';
import { appendRevision, revisionInForce } from '../../server/store/record.ts';
import { now, today } from '../tools.ts';

export const series = 'it-management';
export const [speaker, spokenOf, block] = ['class-it-manager', 'class-it-manager-senior', 'b4'] as const;
export const drifted =
  'The IT Manager Senior, the next higher class, negotiates treaties with vendors abroad and audits the embassies of the federation.';
export const mended =
  'The IT Manager Senior, the next higher class, manages an information technology operation made up of several work groups.';
const rest = 'The IT Manager works within that plan and budget.';

export async function addDrift(store: Store): Promise<void> {
  await amend(store, speaker, (body) => withStatement(body, `${drifted} ${rest}`));
}

function withStatement(body: Specification, text: string): Specification {
  const { distinguishing } = body.sections;
  const blocks = distinguishing && 'blocks' in distinguishing ? distinguishing.blocks : [];
  if (!blocks.some(({ id }) => id === block)) throw new Error(`The text has no block ${block}`);
  const changed = blocks.map((each) => (each.id === block ? { ...each, text } : each));
  return { ...body, sections: { ...body.sections, distinguishing: { state: 'text', blocks: changed } } };
}

/** Records another revision of a class, in force today. */
export async function amend(
  store: Store,
  classId: string,
  change: (body: Specification) => Specification,
): Promise<void> {
  await store.transaction(async (transaction) => {
    const current = await revisionInForce(transaction, 'class', classId, today);
    if (!current) throw new Error(`There is no class ${classId}`);
    await appendRevision(transaction, {
      ...{ subject: 'class', subjectId: classId, status: 'active', changes: ['amend'], events: [] },
      ...{
        effectiveOn: today,
        decidedOn: null,
        recordedAt: now.toISOString(),
        recordedBy: 'test',
        action: null,
      },
      body: change(current.body),
    });
  });
}
