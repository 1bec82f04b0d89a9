// A comment of the public on a posted action. It waits until somebody of the office has read it; every decision on it is kept,
// and the latest counts. Of whoever wrote it, only the name that they gave is known.
import type { CalendarDate } from '../../schemas/types.ts';
import type { Role } from './person.ts';
import type { Step } from './workflow.ts';

export interface CommentDecision {
  readonly at: string;
  /** The id of the person. */
  readonly by: string;
  readonly decision: 'publish' | 'withhold';
  /** Why it is withheld; null where it is published. */
  readonly reason: string | null;
}

export interface PublicComment {
  readonly action: string;
  /** Counted from 1 within the action. */
  readonly number: number;
  /** The posting that it answers. */
  readonly postedOn: CalendarDate;
  readonly receivedAt: string;
  /** The class that it is about, named as it was posted; null for the action as a whole. */
  readonly about: { readonly classId: string; readonly title: string; readonly code: string } | null;
  readonly name: string | null;
  readonly text: string;
  /** From the first to the one that counts; none while it waits. */
  readonly decisions: readonly CommentDecision[];
}

/** Who publishes and withholds. */
export const mayModerate: readonly [Role, ...Role[]] = ['analyst', 'approver'];

export type CommentStanding = 'waiting' | 'published' | 'withheld';

export function standingOf({ decisions }: Pick<PublicComment, 'decisions'>): CommentStanding {
  const last = decisions.at(-1);
  if (!last) return 'waiting';
  return last.decision === 'publish' ? 'published' : 'withheld';
}

/** 'CN1746/3': what the writer is given, and what everybody calls it by. */
export function referenceOf({ action, number }: Pick<PublicComment, 'action' | 'number'>): string {
  return `${action}/${number}`;
}

export function writerOf({ name }: Pick<PublicComment, 'name'>): string {
  return name ?? 'Anonymous';
}

interface Posted {
  readonly step: Step;
  readonly commentsUntil: CalendarDate | null;
}

/** Through the last day of the posting, which for a posting of no days is the day itself. */
export function isTimeForComments({ step, commentsUntil }: Posted, on: CalendarDate): boolean {
  if (step !== 'posted' || commentsUntil === null) return false;
  return on <= commentsUntil;
}
