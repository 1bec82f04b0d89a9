// A thread: what colleagues say of one place of a draft. Its entries only grow; the last one that settles or reopens it tells
// how it stands. It is no part of the text: it moves no hash and makes nobody an author.
import { sectionOfPlace } from './passage.ts';
import type { Role } from './person.ts';
import type { Step } from './workflow.ts';

export type ThreadAct = 'write' | 'resolve' | 'reopen';

export interface ThreadEntry {
  readonly at: string;
  /** The id of the person. */
  readonly by: string;
  readonly act: ThreadAct;
  /** May be empty where the thread is resolved or reopened. */
  readonly text: string;
}

export interface Thread {
  readonly id: number;
  readonly action: string;
  readonly classId: string;
  /** 'sections.duties', 'sections.duties.b7', 'title'; '' for the draft as a whole. */
  readonly place: string;
  /** What stood there when the thread was begun; null where nothing did, and for the whole. */
  readonly quote: string | null;
  readonly entries: readonly ThreadEntry[];
}

export interface ThreadCount {
  readonly open: number;
  readonly resolved: number;
}

/** Who resolves and reopens; everybody on the staff may begin one and reply. */
export const maySettle: readonly [Role, ...Role[]] = ['analyst', 'approver'];

/** What is decided or withdrawn is not discussed any more. */
export function isDiscussed(step: Step): boolean {
  return step === 'draft' || step === 'in review' || step === 'posted';
}

export function isOpen({ entries }: Pick<Thread, 'entries'>): boolean {
  return entries.findLast(({ act }) => act !== 'write')?.act !== 'resolve';
}

/** How many threads each place has; places without any are absent. */
export function countByPlace(threads: readonly Thread[]): Map<string, ThreadCount> {
  const counts = new Map<string, ThreadCount>();
  for (const thread of threads) {
    const { open, resolved } = counts.get(thread.place) ?? { open: 0, resolved: 0 };
    counts.set(
      thread.place,
      isOpen(thread) ? { open: open + 1, resolved } : { open, resolved: resolved + 1 },
    );
  }
  return counts;
}

/** The open threads of each section, those on a single entry of it with them. */
export function openBySection(counts: ReadonlyMap<string, ThreadCount>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [place, { open }] of counts) {
    const section = sectionOfPlace(place);
    if (open > 0) sums.set(section, (sums.get(section) ?? 0) + open);
  }
  return sums;
}

/** '1 open thread', '3 open threads'. */
export function openThreadsInWords(open: number): string {
  return open === 1 ? '1 open thread' : `${open} open threads`;
}
