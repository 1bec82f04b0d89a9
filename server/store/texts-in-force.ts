// Whole texts of many classes at once: what is in force on a date, and what open actions propose to establish. For
// comparing a text with all others.
import { sql } from 'kysely';
import type { CalendarDate, Specification } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export interface TextInForce {
  readonly classId: string;
  readonly code: string | null;
  readonly body: Specification;
}

/** The text of every class in force on a date, in no order. */
export async function textsInForce(store: Store, on: CalendarDate): Promise<TextInForce[]> {
  const { rows } = await sql<{ classId: string; code: string; body: string }>`
    select found.class_id as "classId", found.code, revisions.body
    from (select class_id, code, status, revision_seq,
        row_number() over (partition by class_id order by effective_on desc, number desc) as place
      from class_index where effective_on <= ${on}) as found
    join revisions on revisions.seq = found.revision_seq
    where found.place = 1 and found.status = 'active'`.execute(store.db);
  return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Specification }));
}

export interface ProposedClass extends TextInForce {
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
