// An action goes on with open threads only where a person says so, knowing how many there are.
import { refusal } from '../errors.ts';
import { openThreadsInWords } from '../model/thread.ts';
import type { Store } from '../store/database.ts';
import { openThreadsByClass } from '../store/threads.ts';

/** The open threads of an action, of all changes that it holds. */
export async function countOpenThreads(store: Store, number: string): Promise<number> {
  const counts = await openThreadsByClass(store, number);
  return [...counts.values()].reduce((sum, open) => sum + open, 0);
}

/**
 * Refuses where threads are open and `carried`, the number that the person was shown and carries on, is another. Answers how
 * many are carried on.
 */
export async function requireSettled(store: Store, number: string, carried: number | null): Promise<number> {
  const open = await countOpenThreads(store, number);
  if (open > 0 && carried !== open)
    throw refusal('threads-open', {
      detail: open === 1 ? 'One thread is open.' : `${open} threads are open.`,
    });
  return open;
}

/** The note of a step, with what was carried on: it stands in the log of the action. */
export function withThreads(note: string | null, carried: number): string | null {
  if (carried === 0) return note;
  const told = `${openThreadsInWords(carried)} carried on`;
  return note === null ? told : `${note} (${told})`;
}
