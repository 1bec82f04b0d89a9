// Goes on with a thread: a reply, its settling, its reopening. Each is an entry; nothing that was said is changed.
import { refusal } from '../errors.ts';
import { mayAct, type Person } from '../model/person.ts';
import { isOpen, maySettle, type ThreadAct } from '../model/thread.ts';
import type { Store } from '../store/database.ts';
import { insertThreadEntry, threadById } from '../store/threads.ts';
import { requireUndecided } from './begin-thread.ts';
import { requireDraft } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Person;
}

/** More entries than anybody reads. */
const mostEntries = 500;

export interface NextEntry {
  readonly number: string;
  readonly classId: string;
  readonly thread: number;
  readonly act: ThreadAct;
  /** May be empty where the thread is resolved or reopened. */
  readonly text: string;
}

export async function continueThread({ store, now, by }: Acting, next: NextEntry): Promise<void> {
  const { number, classId, thread: id, act, text } = next;
  if (act !== 'write' && !mayAct(by, maySettle)) throw refusal('role-needed');
  await store.transaction(async (transaction) => {
    await requireUndecided(transaction, number);
    await requireDraft(transaction, number, classId);
    const thread = await threadById(transaction, number, classId, id);
    if (!thread) throw refusal('thread-not-found');
    if (thread.entries.length >= mostEntries)
      throw refusal('discussion-full', { detail: `The thread has ${mostEntries} entries.` });
    // Two people may press at once: what stands already is not done again, and what was written with it is kept.
    const isDone = act === (isOpen(thread) ? 'reopen' : 'resolve');
    if (isDone && text === '') return;
    const entry = { at: now.toISOString(), by: by.id, act: isDone ? 'write' : act, text } as const;
    await insertThreadEntry(transaction, id, entry);
  });
}
