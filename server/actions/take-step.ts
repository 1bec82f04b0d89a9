// The steps of an action other than its adoption: submit, return with a note, post, reopen to amend, withdraw.
import type { CalendarDate, PlanSettings } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { type Act, daysAfter, type Step } from '../model/workflow.ts';
import { type Action, updateAction } from '../store/actions.ts';
import { draftsOf } from '../store/drafts.ts';
import { forgetAdoption } from '../store/adoptions.ts';
import type { Store } from '../store/database.ts';
import { requireSettled, withThreads } from './carry-threads.ts';
import { type Preview, previewAdoption } from './preview-adoption.ts';
import {
  type Actor,
  requireAct,
  requireAction,
  requireNoAuthor,
  requireSame,
  requireSettings,
} from './requirements.ts';
import { tellOf } from './tell-of.ts';

export interface StepRequest {
  readonly number: string;
  readonly act: Exclude<Act, 'adopt' | 'ratify'>;
  /** The hash that was displayed to the person who acts. */
  readonly displayed: string;
  readonly note: string | null;
  /** How many open threads the person was shown and carries on; asked where the action is posted. */
  readonly carried?: number | null;
}

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly by: Actor;
}

export async function takeStep({ store, now, today, by }: Acting, request: StepRequest): Promise<Step> {
  const { number, act, displayed, note, carried = null } = request;
  return store.transaction(async (transaction) => {
    const settings = await requireSettings(transaction);
    const action = await requireAction(transaction, number);
    const step = requireAct(action, act, settings);
    if (act === 'return' && note === null) throw refusal('note-needed');
    const preview = await previewAdoption(transaction, action, settings);
    requireSame(displayed, preview.hash);
    if (act === 'submit' || act === 'post') requireReady(preview);
    if (act === 'post') await requireNoAuthor(transaction, action, by);
    const open = act === 'post' ? await requireSettled(transaction, number, carried) : 0;
    await updateAction(transaction, number, { step, ...datesOf(act, today, settings) });
    if (act !== 'submit') await forgetAdoption(transaction, number);
    const snapshot =
      act === 'post'
        ? { ...(await posting(transaction, action, preview)), ...datesOf(act, today, settings) }
        : null;
    const { hash } = preview;
    const told = withThreads(note, open);
    const deed = { action: number, act, step, note: told, hash, snapshot, detail: { note: told, hash } };
    await tellOf(transaction, { now, by }, deed);
    return step;
  });
}

/** What the action still lacks before it can go on, as a sentence; null where nothing. */
export function whyNotReady({ planned, obstacles, texts, textObstacles, pending }: Preview): string | null {
  const obstacle = obstacles[0] ?? textObstacles[0];
  if (obstacle) return obstacle.message;
  if (pending[0] !== undefined) return pending[0];
  return planned.length === 0 && texts.length === 0 ? 'It holds no change yet.' : null;
}

export function requireReady(preview: Preview): void {
  const detail = whyNotReady(preview);
  if (detail !== null) throw refusal('not-adoptable', { detail });
}

function datesOf(act: Act, today: CalendarDate, settings: PlanSettings) {
  if (act === 'return' || act === 'reopen') return { postedOn: null, commentsUntil: null };
  if (act !== 'post') return {};
  return { postedOn: today, commentsUntil: daysAfter(today, settings.procedure.postingDays ?? 0) };
}

/** The posting as it was shown: kept for ever, also when the action is amended and posted again. */
async function posting(store: Store, action: Action, preview: Preview): Promise<object> {
  const { number, title, reason, authority, effectiveOn } = action;
  const drafts = await draftsOf(store, number);
  const intents = Object.fromEntries(drafts.map(({ classId, intent }) => [classId, intent]));
  const { planned, texts, decisions } = preview;
  const instrument = { number, title, reason, authority, effectiveOn };
  const also = { ...(texts.length > 0 && { texts }), ...(decisions.length > 0 && { decisions }) };
  return { instrument, intents, planned, ...also };
}
