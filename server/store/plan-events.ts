// What happened in the plan that the public may follow, in the order of time: decisions, postings and what became of them, and
// texts that came into the record without an action. Events are only ever added at the end.
import { sql } from 'kysely';
import type { Instant } from '../../schemas/types.ts';
import type { Store } from './database.ts';
import { fromRow, type RecordedRevision } from './record.ts';

/** What is followed: the whole plan, the postings alone, or one class. */
export type Followed =
  { readonly what: 'plan' } | { readonly what: 'actions' } | { readonly what: 'class'; readonly id: string };

export interface PublicStep {
  readonly kind: 'step';
  readonly at: Instant;
  readonly action: string;
  readonly act: 'post' | 'reopen' | 'withdraw';
  /** The hash upon which it was done. */
  readonly hash: string;
  /** The snapshot of the posting: its own, or the last one before it. */
  readonly posting: unknown;
}

export type PlanEvent =
  | PublicStep
  | {
      readonly kind: 'entry';
      readonly at: Instant;
      readonly entry: RecordedRevision<'action'> | RecordedRevision<'class'>;
    };

interface Listed {
  readonly source: 'entry' | 'step';
  readonly id: number;
}

export async function countEvents(store: Store, followed: Followed): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from (${events(followed)})`.execute(store.db);
  return rows[0]?.total ?? 0;
}

/** The events from the `from`-th on (from 0), oldest first. */
export async function eventsFrom(
  store: Store,
  followed: Followed,
  from: number,
  count: number,
): Promise<PlanEvent[]> {
  const { rows } = await sql<Listed>`select source, id from (${events(followed)})
    order by at, source, id limit ${count} offset ${from}`.execute(store.db);
  const entries = await entriesAt(store, idsOf(rows, 'entry'));
  const steps = await stepsAt(store, idsOf(rows, 'step'));
  return rows.map(({ source, id }) => {
    const event = (source === 'entry' ? entries : steps).get(id);
    if (!event) throw new Error(`The ${source} ${id} is listed and not there`);
    return event;
  });
}

function idsOf(rows: readonly Listed[], wanted: Listed['source']): number[] {
  return rows.filter(({ source }) => source === wanted).map(({ id }) => id);
}

function events(followed: Followed) {
  if (followed.what === 'actions') return steps(null);
  if (followed.what === 'class')
    return sql`select 'entry' as source, seq as id, recorded_at as at from revisions
      where subject = 'class' and subject_id = ${followed.id} union all ${steps(followed.id)}`;
  return sql`select 'entry' as source, seq as id, recorded_at as at from revisions
    where subject = 'action' or (subject = 'class' and not exists (select 1 from revisions as decision
      where decision.subject = 'action' and decision.subject_id = revisions.action))
    union all ${steps(null)}`;
}

/** Postings, and what became of an action that had been posted; where a class is given, with a change of it. */
function steps(classId: string | null) {
  const concerns = (log: 'action_log' | 'posting') =>
    classId === null
      ? sql`true`
      : sql`exists (select 1 from json_each(${sql.ref(`${log}.snapshot`)}, '$.planned') as planned
          where json_extract(planned.value, '$.classId') = ${classId})`;
  return sql`select 'step' as source, id, at from action_log
    where (act = 'post' and ${concerns('action_log')})
      or (act in ('reopen', 'withdraw') and exists (select 1 from action_log as posting
        where posting.action = action_log.action and posting.act = 'post'
          and posting.id < action_log.id and ${concerns('posting')}))`;
}

async function entriesAt(store: Store, seqs: readonly number[]): Promise<Map<number, PlanEvent>> {
  const rows = await store.db.selectFrom('revisions').selectAll().where('seq', 'in', seqs).execute();
  return new Map(
    rows.map((row) => {
      const entry = fromRow(row) as RecordedRevision<'action'> | RecordedRevision<'class'>;
      return [row.seq, { kind: 'entry', at: row.recorded_at, entry }];
    }),
  );
}

async function stepsAt(store: Store, ids: readonly number[]): Promise<Map<number, PlanEvent>> {
  const rows = await store.db
    .selectFrom('action_log')
    .select(['id', 'at', 'action', 'act', 'hash'])
    .select(
      sql<string>`(select posting.snapshot from action_log as posting
        where posting.action = action_log.action and posting.act = 'post' and posting.id <= action_log.id
        order by posting.id desc limit 1)`.as('posting'),
    )
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, at, action, act, hash, posting }) => {
      const step = act as PublicStep['act'];
      return [id, { kind: 'step', at, action, act: step, hash, posting: JSON.parse(posting) as unknown }];
    }),
  );
}
