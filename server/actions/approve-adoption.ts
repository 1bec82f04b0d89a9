// A person decides: adopt this action, exactly as it was displayed. What follows (printing, recording) is carried out
// under this approval, with the date decided on here, and can be tried again after a crash.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { areCommentsOpen } from '../model/deadlines.ts';
import { logOf } from '../store/action-log.ts';
import type { Action } from '../store/actions.ts';
import { type Adoption, keepAdoption } from '../store/adoptions.ts';
import type { Store } from '../store/database.ts';
import { previewAdoption } from './preview-adoption.ts';
import {
  type Actor,
  requireAct,
  requireAction,
  requireNoAuthor,
  requirePast,
  requireSame,
  requireSettings,
} from './requirements.ts';
import { requireSettled, withThreads } from './carry-threads.ts';
import { requireReady } from './take-step.ts';
import { tellOf } from './tell-of.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

/**
 * `given` is the day on which the authority decided; null for today. Where a plan does not post, open threads are carried on
 * here: `carried` is how many the person was shown.
 */
export async function approveAdoption(
  { store, now, today, by }: Acting,
  number: string,
  displayed: string,
  given: CalendarDate | null = null,
  carried: number | null = null,
): Promise<void> {
  const at = now.toISOString();
  const decidedOn = given ?? today;
  await store.transaction(async (transaction) => {
    const settings = await requireSettings(transaction);
    const action = await requireAction(transaction, number);
    requireAct(action, 'adopt', settings);
    await requireNoAuthor(transaction, action, by);
    requirePast(decidedOn, { from: action.postedOn, today });
    requireCommentsClosed(action, decidedOn);
    const isPosting = settings.procedure.postingDays !== null;
    const open = isPosting ? 0 : await requireSettled(transaction, number, carried);
    const preview = await previewAdoption(transaction, action, settings);
    requireSame(displayed, preview.hash);
    requireReady(preview);
    const { hash, planned } = preview;
    const approved = { action: number, hash, approvedBy: by.id, approvedAt: at, total: planned.length };
    await keepAdoption(transaction, { ...approved, movedAt: at, fault: null });
    await tellOf(
      transaction,
      { now, by },
      {
        ...{ action: number, act: 'adopt', step: action.step, note: withThreads('Approved', open), hash },
        ...{ snapshot: { decidedOn }, audited: 'approve', detail: { hash, decidedOn } },
      },
    );
  });
}

function requireCommentsClosed(action: Action, on: CalendarDate): void {
  if (!areCommentsOpen(action, on)) return;
  throw refusal('comments-open', { detail: `Comments are open until ${action.commentsUntil}.` });
}

/** The decided date that an approval was given with. */
export async function approvedDate(store: Store, adoption: Adoption): Promise<CalendarDate> {
  const log = await logOf(store, adoption.action);
  const approval = log.findLast(({ act, at }) => act === 'adopt' && at === adoption.approvedAt);
  if (!approval) throw new Error(`The approval of ${adoption.action} is not in its log`);
  return (approval.snapshot as { readonly decidedOn: CalendarDate }).decidedOn;
}
