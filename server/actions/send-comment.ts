// A comment of the public on a posted action: taken while comments are open, and kept until somebody decides on it.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import type { Action } from '../store/actions.ts';
import { actionByNumber } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { classesOf } from '../store/drafts.ts';
import { countComments, insertPublicComment } from '../store/public-comments.ts';
import { requireSettings } from './requirements.ts';

export interface SentComment {
  readonly number: string;
  readonly text: string;
  readonly name: string | null;
  readonly classId: string | null;
}

interface Receiving {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
}

/** The most comments on one action. */
const mostComments = 2000;

/** The reference under which the comment is kept. */
export async function sendComment({ store, now, today }: Receiving, sent: SentComment): Promise<number> {
  const { number, text, name, classId } = sent;
  return store.transaction(async (transaction) => {
    const { procedure } = await requireSettings(transaction);
    const action = await actionByNumber(transaction, number);
    if (!action || !takesComments(action, procedure.comments, today))
      throw refusal('comments-closed', { detail: closedSince(action) });
    if ((await countComments(transaction, number)) >= mostComments)
      throw refusal('too-many-comments', { detail: `${number} has ${mostComments} comments already.` });
    const isKnown = classId !== null && (await classesOf(transaction, number)).includes(classId);
    return insertPublicComment(transaction, {
      ...{ action: number, text, name, classId: isKnown ? classId : null },
      postedOn: action.postedOn ?? today,
      receivedAt: now.toISOString(),
    });
  });
}

/** Through the last day, in the time of the plan. */
export function takesComments(
  { step, commentsUntil }: Pick<Action, 'step' | 'commentsUntil'>,
  isWanted: boolean,
  today: CalendarDate,
): boolean {
  return isWanted && step === 'posted' && commentsUntil !== null && today <= commentsUntil;
}

function closedSince(action: Action | null): string {
  if (action?.commentsUntil) return `Comments were open until ${inWords(action.commentsUntil)}.`;
  return 'This action is not posted for comment.';
}
