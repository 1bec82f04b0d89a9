// A comment of the public on a posted action: taken while there is time for comments, and kept until somebody decides on it.
import type { CalendarDate } from '../../schemas/types.ts';
import { refusal } from '../errors.ts';
import { inWords } from '../model/calendar-date.ts';
import { isTimeForComments, type PublicComment } from '../model/public-comment.ts';
import { type Action, actionByNumber } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { draftsOf } from '../store/drafts.ts';
import { countComments, insertComment } from '../store/public-comments.ts';
import { requireSettings } from './requirements.ts';

interface Receiving {
  readonly store: Store;
  readonly now: Date;
  readonly today: CalendarDate;
}

/** The most comments on one action. */
export const mostComments = 2000;

export interface NewComment {
  readonly number: string;
  readonly text: string;
  readonly name: string | null;
  /** The class that it is about, of the changes of the action; null for the action as a whole. */
  readonly classId: string | null;
}

/** The number of the comment within its action. */
export async function receiveComment({ store, now, today }: Receiving, sent: NewComment): Promise<number> {
  const { number, text, name, classId } = sent;
  return store.transaction(async (transaction) => {
    const { procedure } = await requireSettings(transaction);
    const action = await actionByNumber(transaction, number);
    const postedOn = action?.postedOn ?? null;
    if (!action || postedOn === null) throw refusal('comments-closed');
    if (!procedure.comments || !isTimeForComments(action, today)) throw closed(action);
    if ((await countComments(transaction, number)) >= mostComments) throw refusal('comments-full');
    const about = (await classesPosted(transaction, number)).find((each) => each.classId === classId) ?? null;
    if (classId !== null && about === null) throw refusal('change-not-found');
    const receivedAt = now.toISOString();
    return insertComment(transaction, { action: number, postedOn, receivedAt, about, name, text });
  });
}

/** The classes that a posted action changes, by the names that were posted: nobody edits them while it is. */
export async function classesPosted(
  store: Store,
  number: string,
): Promise<NonNullable<PublicComment['about']>[]> {
  const drafts = await draftsOf(store, number);
  return drafts.map(({ classId, body: { title, code } }) => ({ classId, title, code: code ?? '' }));
}

function closed({ commentsUntil }: Action) {
  if (commentsUntil === null) return refusal('comments-closed');
  return refusal('comments-closed', { detail: `Comments were open until ${inWords(commentsUntil)}.` });
}
