// Threads of the staff about a place of a draft. Nothing of a thread changes or goes; its entries only grow.
import {
  countByPlace,
  isOpen,
  type Thread,
  type ThreadAct,
  type ThreadCount,
  type ThreadEntry,
} from '../model/thread.ts';
import type { Store } from './database.ts';
import { classesOf } from './drafts.ts';

/** Begins a thread, which gets its first entry with insertThreadEntry; answers its id. */
export async function insertThread(
  store: Store,
  { action, classId, place, quote }: Omit<Thread, 'id' | 'entries'>,
): Promise<number> {
  const id = await nextId(store, 'threads');
  await store.db.insertInto('threads').values({ id, action, class_id: classId, place, quote }).execute();
  return id;
}

export async function insertThreadEntry(store: Store, thread: number, entry: ThreadEntry): Promise<void> {
  const id = await nextId(store, 'thread_entries');
  await store.db
    .insertInto('thread_entries')
    .values({ id, thread, ...entry })
    .execute();
}

async function nextId(store: Store, table: 'threads' | 'thread_entries'): Promise<number> {
  const last = await store.db
    .selectFrom(table)
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirst();
  return (last?.id ?? 0) + 1;
}

interface Which {
  readonly classId?: string;
  readonly id?: number;
}

/** The threads of an action, or of one of its drafts, in the order in which they were begun. */
export async function threadsOf(
  store: Store,
  action: string,
  { classId, id }: Which = {},
): Promise<Thread[]> {
  let query = store.db
    .selectFrom('threads')
    .innerJoin('thread_entries', 'thread_entries.thread', 'threads.id')
    .select(['threads.id', 'class_id', 'place', 'quote', 'at', 'by', 'act', 'text'])
    .where('action', '=', action);
  if (classId !== undefined) query = query.where('class_id', '=', classId);
  if (id !== undefined) query = query.where('threads.id', '=', id);
  const rows = await query.orderBy('threads.id').orderBy('thread_entries.id').execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((own) =>
    own.slice(0, 1).map((first) => ({
      ...{ id: first.id, action, classId: first.class_id, place: first.place, quote: first.quote },
      entries: own.map(({ at, by, act, text }) => ({ at, by, act: act as ThreadAct, text })),
    })),
  );
}

export async function threadById(
  store: Store,
  action: string,
  classId: string,
  id: number,
): Promise<Thread | null> {
  const [thread] = await threadsOf(store, action, { classId, id });
  return thread ?? null;
}

/** How many threads each place of a draft has: 'sections.duties' → 2 open, 1 resolved. */
export async function threadCounts(
  store: Store,
  action: string,
  classId: string,
): Promise<Map<string, ThreadCount>> {
  return countByPlace(await threadsOf(store, action, { classId }));
}

/** The open threads of each change that the action holds; those of a change that was taken out hold nothing up. */
export async function openThreadsByClass(store: Store, action: string): Promise<Map<string, number>> {
  const threads = await threadsOf(store, action);
  const classIds = await classesOf(store, action);
  return new Map(
    classIds.map((classId) => [
      classId,
      threads.filter((thread) => thread.classId === classId && isOpen(thread)).length,
    ]),
  );
}
