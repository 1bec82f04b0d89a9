// Begins a thread at a place of a draft, with the words that stand there. A comment is no change: it moves no hash, and whoever
// writes it may still decide on the action.
import { refusal } from '../errors.ts';
import { isPlaceIn, passageAt } from '../model/passage.ts';
import { isDiscussed } from '../model/thread.ts';
import type { Store } from '../store/database.ts';
import { insertThread, insertThreadEntry, threadsOf } from '../store/threads.ts';
import { type Actor, requireAction, requireDraft } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Pick<Actor, 'id'>;
}

/** More on one draft are no discussion that anybody could settle. */
const mostThreads = 500;

export interface NewThread {
  readonly number: string;
  readonly classId: string;
  readonly place: string;
  readonly text: string;
}

/** The id of the thread. */
export async function beginThread({ store, now, by }: Acting, begun: NewThread): Promise<number> {
  const { number, classId, place, text } = begun;
  return store.transaction(async (transaction) => {
    await requireUndecided(transaction, number);
    const { body } = await requireDraft(transaction, number, classId);
    if (!isPlaceIn(body, place)) throw refusal('place-not-found');
    const threads = await threadsOf(transaction, number, { classId });
    if (threads.length >= mostThreads)
      throw refusal('discussion-full', { detail: `The draft has ${mostThreads} threads.` });
    const quote = passageAt(body, place);
    const thread = await insertThread(transaction, { action: number, classId, place, quote });
    await insertThreadEntry(transaction, thread, { at: now.toISOString(), by: by.id, act: 'write', text });
    return thread;
  });
}

/** What is decided or withdrawn is not discussed any more; its threads are kept. */
export async function requireUndecided(store: Store, number: string): Promise<void> {
  const { step } = await requireAction(store, number);
  if (isDiscussed(step)) return;
  throw refusal('step-not-possible', { detail: `${number} is ${step}; its threads are closed.` });
}
