// The entries of the record that the public may follow, in the order in which they were taken in, without their texts.
import { sql } from 'kysely';
import type { CalendarDate, ChangeKind, EntrySubject, Instant, Status } from '../../schemas/types.ts';
import type { Store } from './database.ts';

export const followedSubjects: readonly EntrySubject[] = [
  'class',
  'series',
  'shared-text',
  'pay-schedule',
  'action',
];

export interface FollowedEntry {
  readonly seq: number;
  readonly subject: EntrySubject;
  readonly subjectId: string;
  readonly number: number;
  readonly status: Status;
  readonly changes: ChangeKind[];
  readonly effectiveOn: CalendarDate;
  readonly decidedOn: CalendarDate | null;
  readonly recordedAt: Instant;
  readonly action: string | null;
  readonly hash: string;
  /** The code of a class as the entry says it; null of another subject. */
  readonly code: string | null;
}

export interface Since {
  /** Entries after this number. */
  readonly seq: number;
  /** Entries recorded after this instant. */
  readonly recordedAfter: Instant;
}

/** The first entries since, and how many there are in all. */
export async function entriesSince(
  store: Store,
  since: Since,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ entries: FollowedEntry[]; total: number }> {
  const found = store.db
    .selectFrom('revisions')
    .where('subject', 'in', [...followedSubjects])
    .where('seq', '>', since.seq)
    .where('recorded_at', '>', since.recordedAfter);
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(['seq', 'subject', 'subject_id as subjectId', 'number', 'status', 'changes'])
    .select(['effective_on as effectiveOn', 'decided_on as decidedOn', 'recorded_at as recordedAt'])
    .select(['action', 'hash'])
    .select(sql<string | null>`case subject when 'class' then json_extract(body, '$.code') end`.as('code'))
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const entries = rows.map((row) => ({
    ...row,
    subject: row.subject as EntrySubject,
    status: row.status as Status,
    changes: JSON.parse(row.changes) as ChangeKind[],
  }));
  return { entries, total };
}

/** When the last entry was taken in; null of an empty record. */
export async function lastRecordedAt({ db }: Store): Promise<Instant | null> {
  const { at } = await db
    .selectFrom('revisions')
    .select(({ fn }) => fn.max('recorded_at').as('at'))
    .executeTakeFirstOrThrow();
  return at;
}
