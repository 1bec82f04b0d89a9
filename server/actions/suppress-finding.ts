// Lets a finding stand, for a reason that is recorded with the passage it was given for. When the passage changes, the finding
// comes back. Only what is found now, in the plan of today or in a draft of an action, can be suppressed.
import type { CalendarDate } from '../../schemas/types.ts';
import { findingsOfAction } from '../documents/draft-findings.ts';
import { findingsOfPlan, type ToldFinding } from '../documents/findings.ts';
import { refusal } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { keepSuppression, suppressionOf } from '../store/suppressions.ts';
import { type Actor, requireAction } from './requirements.ts';

export interface SuppressionRequest {
  /** The key of the finding. */
  readonly key: string;
  readonly reason: string;
  /** The action whose drafts show it; null where the plan of today does. */
  readonly action: string | null;
}

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

export async function suppressFinding(acting: Acting, request: SuppressionRequest): Promise<void> {
  const { store, now, by } = acting;
  const { key, reason } = request;
  if (reason.trim() === '' || reason.length > 2000) throw refusal('form-not-readable');
  const finding = (await findingsShown(acting, request)).find((each) => each.key === key);
  if (!finding) throw refusal('finding-not-found');
  const { rule, classId, evidence } = finding;
  await store.transaction(async (transaction) => {
    if (await suppressionOf(transaction, key)) throw refusal('finding-not-found');
    const entry = { act: 'suppress', rule, classId, key, evidence, reason, by: by.id, at: now } as const;
    await keepSuppression(transaction, entry);
    await writeAudit(transaction, {
      at: now,
      personId: by.id,
      act: 'finding-suppressed',
      subject: `finding ${rule}`,
      detail: { class: classId ?? 'the plan', evidence, reason },
    });
  });
}

async function findingsShown(
  { store, today }: Acting,
  { action }: SuppressionRequest,
): Promise<readonly ToldFinding[]> {
  if (action === null) return findingsOfPlan(store, today);
  const drafts = await findingsOfAction(store, await requireAction(store, action), today);
  return drafts.flatMap(({ findings }) => findings);
}
