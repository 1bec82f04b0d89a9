// Lifts a suppression: the finding is told again. What was recorded of it stays, with who lifted it and when.
import { refusal } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { keepSuppression, suppressionOf } from '../store/suppressions.ts';
import type { Actor } from './requirements.ts';

export async function liftSuppression(
  { store, now, by }: { store: Store; now: Date; by: Actor },
  key: string,
  reason = '',
): Promise<void> {
  await store.transaction(async (transaction) => {
    const standing = await suppressionOf(transaction, key);
    if (!standing) throw refusal('finding-not-found');
    const { rule, classId, evidence } = standing;
    const entry = { act: 'lift', rule, classId, key, evidence, reason, by: by.id, at: now } as const;
    await keepSuppression(transaction, entry);
    await writeAudit(transaction, {
      at: now,
      personId: by.id,
      act: 'suppression-lifted',
      subject: `finding ${rule}`,
      detail: { class: classId ?? 'the plan', evidence, 'was suppressed because': standing.reason },
    });
  });
}
