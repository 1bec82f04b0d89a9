// Threads about a draft: begun at a place with the words that stand there, gone on with, resolved and reopened. A comment
// is no change: it moves no hash and makes nobody an author.
import { randomBytes } from 'node:crypto';
import { refusal } from '../errors.ts';
import { passageAt } from '../model/passage.ts';
import type { Store } from '../store/database.ts';
import { insertThread, insertThreadEntry, type ThreadAct, threadById, threadsOf } from '../store/threads.ts';
import { mayAct, type Person } from '../model/person.ts';
import { requireAction, requireDraft } from './requirements.ts';

interface Acting {
  readonly store: Store;
  readonly now: Date;
  readonly by: Person;
}

/** The most threads of one action: more are no discussion that anybody could settle. */
const mostThreads = 2000;

export interface Begun {
  readonly number: string;
  readonly classId: string;
  readonly place: string;
  readonly text: string;
}

export async function beginThread({ store, now, by }: Acting, begun: Begun): Promise<string> {
  const { number, classId, place, text } = begun;
  const id = `t${randomBytes(6).toString('hex')}`;
  await store.transaction(async (transaction) => {
    await requireUndecided(transaction, number);
    const { body } = await requireDraft(transaction, number, classId);
    const threads = await threadsOf(transaction, number);
    if (threads.length >= mostThreads)
      throw refusal('step-not-possible', { detail: `${number} has ${mostThreads} threads already.` });
    const quote = passageAt(body, place);
    await insertThread(transaction, { id, action: number, classId, place, quote });
    await insertThreadEntry(transaction, id, { at: now.toISOString(), by: by.id, act: 'write', text });
  });
  return id;
}

export interface Continued {
  readonly number: string;
  readonly thread: string;
  readonly act: ThreadAct;
  /** May be empty where a thread is resolved or reopened. */
  readonly text: string;
}

export async function continueThread({ store, now, by }: Acting, next: Continued): Promise<void> {
  const { number, thread: id, act, text } = next;
  if (act !== 'write' && !mayAct(by, ['analyst', 'approver']))
    throw refusal('role-needed', { detail: 'Analysts and approvers settle threads.' });
  await store.transaction(async (transaction) => {
    await requireUndecided(transaction, number);
    const thread = await threadById(transaction, number, id);
    if (!thread) throw refusal('thread-not-found');
    // Two people may press at once: what stands already is not done again.
    if ((act === 'resolve' && !thread.isOpen) || (act === 'reopen' && thread.isOpen)) return;
    await insertThreadEntry(transaction, id, { at: now.toISOString(), by: by.id, act, text });
  });
}

async function requireUndecided(store: Store, number: string): Promise<void> {
  const { step } = await requireAction(store, number);
  if (step !== 'adopted' && step !== 'withdrawn' && step !== 'provisional') return;
  throw refusal('step-not-possible', { detail: `${number} is ${step}; its threads are closed.` });
}

/** An action goes on with open threads only where a person says so, knowing how many there are. */
export async function requireSettled(store: Store, number: string, carriesThreads: boolean): Promise<number> {
  const open = (await threadsOf(store, number)).filter(({ isOpen }) => isOpen).length;
  if (open > 0 && !carriesThreads)
    throw refusal('threads-open', {
      detail: open === 1 ? 'One thread is open.' : `${open} threads are open.`,
    });
  return open;
}
