// What the page of an action shows of its comments: the form while there is time for comments, and what was published.
// Comments have no date on which they are in force: a page of another day shows none.
import type { PlanSettings } from '../../schemas/types.ts';
import { classesPosted } from '../actions/receive-comment.ts';
import { calendarDateAt, inWords } from '../model/calendar-date.ts';
import { countdown } from '../model/deadlines.ts';
import type { Issue } from '../model/issue.ts';
import { isTimeForComments, type PublicComment, writerOf } from '../model/public-comment.ts';
import type { Action } from '../store/actions.ts';
import type { Store } from '../store/database.ts';
import { publishedComments } from '../store/comment-lists.ts';
import { type Field, field, messageOf, summaryOf } from './field.ts';
import type { Sent, Typed } from './form.ts';

/** So many published comments stand on the page of the action itself. */
const shownAtOnce = 50;

export interface Today {
  readonly settings: PlanSettings;
  readonly today: string;
}

export async function commentsView(store: Store, action: Action, today: Today, sent: Sent) {
  const { number } = action;
  const { comments, total } = await publishedComments(store, number, { limit: shownAtOnce, offset: 0 });
  return {
    commenting: await commentingView(store, action, today, sent),
    comments: comments.map((comment) => commentView(comment, action, today.settings)),
    allComments:
      total > comments.length ? { href: `/actions/${number}/comments`, text: `All ${total} comments` } : null,
  };
}

/** The form; null where no comment is taken. */
async function commentingView(
  store: Store,
  action: Action,
  { settings, today }: Today,
  { typed, issues }: Sent,
) {
  const { number, commentsUntil } = action;
  if (!settings.procedure.comments || !isTimeForComments(action, today)) return null;
  const classes = await classesPosted(store, number);
  return {
    href: `/actions/${number}/comments`,
    time: countdown(commentsUntil ?? today, today),
    problems: summaryOf(issues),
    ...fieldsOf(typed, issues),
    classMessage: messageOf('classId', issues),
    classes: classes.map((each) => ({
      value: each.classId,
      label: namedWithCode(each),
      selected: typed.classId === each.classId,
    })),
  };
}

function fieldsOf(typed: Typed, issues: readonly Issue[]): { text: Field; name: Field } {
  const hint = 'You may leave it out. It is shown with the comment.';
  return {
    text: field({ name: 'text', label: 'Your comment', type: 'text', rows: 7 }, typed, issues),
    name: field(
      { name: 'name', label: 'Your name', type: 'text', hint, autocomplete: 'name' },
      typed,
      issues,
    ),
  };
}

/** A comment stays with the posting that it answered; where that is not the present one, it is named. */
export function commentView(comment: PublicComment, { postedOn }: Action, { timeZone }: PlanSettings) {
  return {
    id: `comment-${comment.number}`,
    who: writerOf(comment),
    when: inWords(calendarDateAt(new Date(comment.receivedAt), timeZone)),
    answered: comment.postedOn === postedOn ? null : inWords(comment.postedOn),
    about: comment.about && namedWithCode(comment.about),
    text: comment.text,
  };
}

/** 'Dock Clerk (DK0001)'; a new class may have no code yet. */
export function namedWithCode({ title, code }: { readonly title: string; readonly code: string }): string {
  return code === '' ? title : `${title} (${code})`;
}
