// Decides on a comment of the public: published, or withheld for a reason. What was withheld stays part of what the board
// is given; what was published can be withheld later, and the other way round.
import { refusal } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { commentById, insertDecision } from '../store/public-comments.ts';
import type { Actor } from './requirements.ts';

export interface Moderation {
  readonly comment: number;
  readonly decision: 'publish' | 'withhold';
  readonly reason: string | null;
}

export async function moderateComment(
  { store, now, by }: { readonly store: Store; readonly now: Date; readonly by: Actor },
  { comment: id, decision, reason }: Moderation,
): Promise<void> {
  if (decision === 'withhold' && reason === null) throw refusal('reason-needed');
  await store.transaction(async (transaction) => {
    const comment = await commentById(transaction, id);
    if (!comment) throw refusal('comment-not-found');
    const kept = decision === 'withhold' ? reason : null;
    await insertDecision(transaction, id, { at: now.toISOString(), by: by.id, decision, reason: kept });
    await writeAudit(transaction, {
      ...{ at: now, personId: by.id, act: 'comment-moderated' },
      ...{ subject: `action ${comment.action}`, detail: { comment: id, decision, reason: kept } },
    });
  });
}
