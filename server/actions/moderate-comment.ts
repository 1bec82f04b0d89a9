// Decides on a comment of the public: published, or withheld for a reason. What was withheld stays part of what the board is
// given. Either can be decided otherwise later; every decision is kept.
import { refusal } from '../errors.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { commentByNumber, insertDecision } from '../store/public-comments.ts';
import type { Actor } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Pick<Actor, 'id'>;
}

export interface Moderation {
  readonly action: string;
  readonly comment: number;
  readonly decision: 'publish' | 'withhold';
  /** Needed where it is withheld. */
  readonly reason: string | null;
}

export async function moderateComment({ store, now, by }: Acting, moderation: Moderation): Promise<void> {
  const { action, comment: number, decision } = moderation;
  const reason = decision === 'withhold' ? moderation.reason : null;
  if (decision === 'withhold' && reason === null) throw refusal('reason-needed');
  await store.transaction(async (transaction) => {
    const comment = await commentByNumber(transaction, action, number);
    if (!comment) throw refusal('comment-not-found');
    const last = comment.decisions.at(-1);
    // Two people may press at once: what stands already is not decided again.
    if (last?.decision === decision && last.reason === reason) return;
    await insertDecision(transaction, comment, { at: now.toISOString(), by: by.id, decision, reason });
    await writeAudit(transaction, {
      ...{ at: now, personId: by.id, act: 'comment-moderated' },
      ...{ subject: `action ${action}`, detail: { comment: number, decision, reason } },
    });
  });
}
