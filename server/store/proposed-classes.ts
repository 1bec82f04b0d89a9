// The classes that open actions propose to establish, with their whole texts: for comparing a text with all others.
import type { Specification } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export interface ProposedClass {
  readonly classId: string;
  readonly code: string | null;
  readonly body: Specification;
  readonly action: string;
}

/** The classes that open actions propose to establish, by action. */
export async function proposedClasses(store: Store): Promise<ProposedClass[]> {
  const rows = await store.db
    .selectFrom('drafts')
    .innerJoin('actions', 'actions.number', 'drafts.action')
    .select(['drafts.action as action', 'drafts.class_id as classId', 'drafts.body as body'])
    .where('drafts.intent', '=', 'create')
    .where('actions.step', 'in', ['draft', 'in review', 'posted'])
    .orderBy('drafts.action')
    .orderBy('drafts.position')
    .execute();
  return rows.map(({ body: text, ...row }) => {
    const body = JSON.parse(text) as Specification;
    return { ...row, code: body.code, body };
  });
}
