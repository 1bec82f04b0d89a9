// Threads of the staff about a place of a draft. Entries only grow; the last act tells whether a thread is open.
import type { Store, ThreadEntriesTable } from './database.ts';

export type ThreadAct = 'write' | 'resolve' | 'reopen';

export interface ThreadEntry {
  readonly at: string;
  readonly by: string;
  readonly act: ThreadAct;
  readonly text: string;
}

export interface Thread {
  readonly id: string;
  readonly action: string;
  readonly classId: string;
  /** 'sections.duties', 'sections.duties.b7', 'title'; '' for the draft as a whole. */
  readonly place: string;
  /** What stood there when the thread was begun; null where nothing did. */
  readonly quote: string | null;
  readonly entries: readonly ThreadEntry[];
  readonly isOpen: boolean;
}

export async function insertThread(
  store: Store,
  { id, action, classId, place, quote }: Omit<Thread, 'entries' | 'isOpen'>,
): Promise<void> {
  await store.db.insertInto('threads').values({ id, action, class_id: classId, place, quote }).execute();
}

export async function insertThreadEntry(store: Store, thread: string, entry: ThreadEntry): Promise<void> {
  await store.db
    .insertInto('thread_entries')
    .values({ thread, ...entry })
    .execute();
}

/** The threads of an action, or of one of its drafts, in the order in which they were begun. */
export async function threadsOf(store: Store, action: string, classId?: string): Promise<Thread[]> {
  let query = store.db.selectFrom('threads').selectAll().where('action', '=', action);
  if (classId !== undefined) query = query.where('class_id', '=', classId);
  const threads = await query.orderBy('rowid' as never).execute();
  if (threads.length === 0) return [];
  const entries = await store.db
    .selectFrom('thread_entries')
    .innerJoin('threads', 'threads.id', 'thread_entries.thread')
    .selectAll('thread_entries')
    .where('threads.action', '=', action)
    .orderBy('thread_entries.id')
    .execute();
  const byThread = Map.groupBy(entries, ({ thread }) => thread);
  return threads.map(({ id, class_id, place, quote }) => {
    const own = (byThread.get(id) ?? []).map(toEntry);
    return { id, action, classId: class_id, place, quote, entries: own, isOpen: isOpen(own) };
  });
}

export async function threadById(store: Store, action: string, id: string): Promise<Thread | null> {
  return (await threadsOf(store, action)).find((thread) => thread.id === id) ?? null;
}

/** How many open threads each place of a draft has. */
export async function threadCounts(
  store: Store,
  action: string,
  classId: string,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { place, isOpen: open } of await threadsOf(store, action, classId))
    if (open) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

function isOpen(entries: readonly ThreadEntry[]): boolean {
  return entries.findLast(({ act }) => act !== 'write')?.act !== 'resolve';
}

function toEntry({ at, by, act, text }: Omit<ThreadEntriesTable, 'id'>): ThreadEntry {
  return { at, by, act: act as ThreadAct, text };
}
