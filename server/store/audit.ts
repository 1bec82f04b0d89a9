// The audit: who did, tried or was refused what, and when. An entry is written in the transaction of what it tells
// of, and never changes.
import type { Store } from './database.ts';

export type AuditAct =
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-in-linked'
  | 'sign-out'
  | 'sign-out-everywhere'
  | 'person-added'
  | 'roles-changed'
  | 'person-disabled'
  | 'person-enabled'
  | 'password-set'
  | 'settings-changed'
  | 'finding-suppressed'
  | 'suppression-lifted'
  | 'refused'
  | 'comment-moderated'
  | 'token-made'
  | 'token-used'
  | 'token-revoked'
  | `action-${string}`;

export interface AuditEntry {
  readonly at: Date;
  /** Who acted; null where nobody had signed in, or a command of the server's keeper did it. */
  readonly personId: string | null;
  readonly act: AuditAct;
  /** What it was about: 'person ID', 'route POST /manage/people', 'action CN1746'. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface KeptAuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Appends one entry. To be called inside the transaction of what it tells of. */
export async function writeAudit(store: Store, entry: AuditEntry): Promise<void> {
  const last = await store.db
    .selectFrom('audit')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  await store.db
    .insertInto('audit')
    .values({
      seq: (last?.seq ?? 0) + 1,
      at: entry.at.toISOString(),
      person_id: entry.personId,
      act: entry.act,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail),
    })
    .execute();
}

/** The latest entries before a number, newest first. */
export async function latestAudit(
  store: Store,
  { before, limit }: { before: number | null; limit: number },
): Promise<KeptAuditEntry[]> {
  let query = store.db
    .selectFrom('audit')
    .leftJoin('people', 'people.id', 'audit.person_id')
    .select(['seq', 'at', 'person_id', 'name', 'act', 'subject', 'detail'])
    .orderBy('seq', 'desc')
    .limit(limit);
  if (before !== null) query = query.where('seq', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    personId: row.person_id,
    personName: row.name,
    act: row.act,
    subject: row.subject,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
  }));
}
