// What waits on somebody's desk: their drafts in open actions, and the actions that are not decided. One query each.
import { sql } from 'kysely';
import type { CalendarDate, Instant, Status } from '../../schemas/types.ts';
import type { Intent } from '../model/change.ts';
import type { Step } from '../model/workflow.ts';
import type { Store } from './database.ts';

export interface DeskDraft {
  readonly action: string;
  readonly actionTitle: string;
  readonly step: Step;
  readonly classId: string;
  readonly intent: Intent;
  readonly code: string | null;
  readonly title: string;
  readonly savedAt: Instant;
  /** Who saved it last, which may be somebody else. */
  readonly savedBy: string | null;
}

/** The drafts of open actions that the person wrote in, the latest saved first, and how many there are. */
export async function draftsWrittenBy(
  store: Store,
  personId: string,
  limit: number,
): Promise<{ rows: DeskDraft[]; total: number }> {
  const { rows } = await sql<DeskDraft & { total: number }>`
    select drafts.action, actions.title as "actionTitle", actions.step, drafts.class_id as "classId", drafts.intent,
      json_extract(drafts.body, '$.code') as code, json_extract(drafts.body, '$.title') as title,
      drafts.saved_at as "savedAt", case when drafts.saved_by = ${personId} then null else people.name end as "savedBy",
      count(*) over () as total
    from drafts join actions on actions.number = drafts.action left join people on people.id = drafts.saved_by
    where actions.step in ('draft', 'in review', 'posted') and (drafts.saved_by = ${personId}
      or exists (select 1 from draft_versions as version where version.action = drafts.action
        and version.class_id = drafts.class_id and version.saved_by = ${personId}))
    order by drafts.saved_at desc, drafts.action, drafts.position limit ${limit}`.execute(store.db);
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export interface DeskAction {
  readonly number: string;
  readonly title: string;
  readonly step: Step;
  readonly effectiveOn: CalendarDate | null;
  readonly postedOn: CalendarDate | null;
  readonly commentsUntil: CalendarDate | null;
  readonly changes: number;
  /** Whether the person wrote in it: then somebody else decides. */
  readonly isOwn: boolean;
  /** The note with which it was returned last and not submitted since; null where it was not. */
  readonly returned: string | null;
}

/** Every action that is not decided, the next to take effect first. */
export async function undecidedActions(store: Store, personId: string): Promise<DeskAction[]> {
  const { rows } = await sql<Omit<DeskAction, 'isOwn'> & { isOwn: number }>`
    select actions.number, actions.title, actions.step, actions.effective_on as "effectiveOn",
      actions.posted_on as "postedOn", actions.comments_until as "commentsUntil",
      (select count(*) from drafts where drafts.action = actions.number) as changes,
      exists (select 1 from action_authors as author where author.action = actions.number
        and author.person_id = ${personId}) as "isOwn",
      (select case when log.act = 'return' then coalesce(log.note, '') end from action_log as log
        where log.action = actions.number and log.act in ('submit', 'return') order by log.id desc limit 1) as returned
    from actions where actions.step in ('draft', 'in review', 'posted', 'provisional')
    order by actions.effective_on is null, actions.effective_on, actions.number`.execute(store.db);
  return rows.map((row) => ({
    ...row,
    isOwn: Boolean(row.isOwn),
    returned: row.step === 'draft' ? row.returned : null,
  }));
}

/** One revision of a class, as a list of what was recorded last tells it. */
export interface RecordedLately {
  readonly code: string;
  readonly title: string;
  readonly number: number;
  readonly status: Status;
  readonly effectiveOn: CalendarDate;
  readonly action: string | null;
}

/** What the record took in last. */
export async function recordedLately(store: Store, limit: number): Promise<RecordedLately[]> {
  const rows = await store.db
    .selectFrom('class_index')
    .innerJoin('revisions', 'revisions.seq', 'class_index.revision_seq')
    .select([
      'class_index.code as code',
      'class_index.title as title',
      'class_index.number as number',
      'class_index.status as status',
      'class_index.effective_on as effectiveOn',
      'revisions.action as action',
    ])
    .orderBy('class_index.revision_seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, status: row.status as Status }));
}
