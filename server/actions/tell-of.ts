// Tells of what was done to an action: an entry in its log and one in the audit, in the transaction of the deed.
import { type LogEntry, writeLog } from '../store/action-log.ts';
import { type AuditEntry, writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';

interface Deed extends Pick<LogEntry, 'action' | 'act' | 'step' | 'hash'> {
  readonly note?: string | null;
  readonly snapshot?: unknown;
  /** What the audit calls it, where that is not the act. */
  readonly audited?: string;
  readonly detail: AuditEntry['detail'];
}

export async function tellOf(
  store: Store,
  { now, by }: { readonly now: Date; readonly by: { readonly id: string } },
  { audited, detail, note = null, snapshot = null, ...deed }: Deed,
): Promise<void> {
  await writeLog(store, { ...deed, note, snapshot, at: now.toISOString(), by: by.id });
  await writeAudit(store, {
    at: now,
    personId: by.id,
    act: `action-${audited ?? deed.act}`,
    subject: `action ${deed.action}`,
    detail,
  });
}
