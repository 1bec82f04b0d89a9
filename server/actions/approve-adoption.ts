// A person decides: adopt this action, exactly as it was displayed. What follows (printing, recording) is carried out
// under this approval and can be tried again after a crash.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { writeLog } from '../store/action-log.ts';
import { type Action } from '../store/actions.ts';
import { keepAdoption } from '../store/adoptions.ts';
import { writeAudit } from '../store/audit.ts';
import type { Store } from '../store/database.ts';
import { previewAdoption } from './preview-adoption.ts';
import {
  type Actor,
  requireAct,
  requireAction,
  requireNoAuthor,
  requireSame,
  requireSettings,
} from './requirements.ts';
import { requireReady } from './take-step.ts';

export async function approveAdoption(
  { store, now, today, by }: { store: Store; now: Date; today: CalendarDate; by: Actor },
  number: string,
  displayed: string,
): Promise<void> {
  const at = now.toISOString();
  await store.transaction(async (transaction) => {
    const settings = await requireSettings(transaction);
    const action = await requireAction(transaction, number);
    requireAct(action, 'adopt', settings);
    await requireNoAuthor(transaction, action, by);
    requireCommentsClosed(action, today);
    const preview = await previewAdoption(transaction, action, settings);
    requireSame(displayed, preview.hash);
    requireReady(preview);
    const { hash, planned } = preview;
    const adoption = {
      action: number,
      hash,
      approvedBy: by.id,
      approvedAt: at,
      total: planned.length,
      movedAt: at,
      fault: null,
    };
    await keepAdoption(transaction, adoption);
    await writeLog(transaction, {
      action: number,
      at,
      by: by.id,
      act: 'adopt',
      step: action.step,
      note: 'Approved',
      hash,
      snapshot: null,
    });
    await writeAudit(transaction, {
      at: now,
      personId: by.id,
      act: 'action-approve',
      subject: `action ${number}`,
      detail: { hash },
    });
  });
}

/** Comments are open through the last day; a posting of no days closes at once. */
function requireCommentsClosed({ postedOn, commentsUntil }: Action, today: CalendarDate): void {
  if (commentsUntil === null || commentsUntil === postedOn || today > commentsUntil) return;
  throw refusal('comments-open', { detail: `Comments are open until ${commentsUntil}.` });
}
