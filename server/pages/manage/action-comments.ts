// What the staff page of an action says of its comments: the open threads of each change, the box that carries them on, and
// how many comments of the public wait.
import type { PlanSettings } from '../../../schemas/types.ts';
import { openThreadsInWords } from '../../model/thread.ts';
import type { Act } from '../../model/workflow.ts';
import type { Action } from '../../store/actions.ts';
import { actionsCommentedOn } from '../../store/comment-lists.ts';
import type { Tools } from '../../tools.ts';

/** What a person ticks who carries open threads on, with their number; null where none is open or nothing is asked. */
export function carryingOf(act: Act, { procedure }: PlanSettings, open: number) {
  const asking: Act = procedure.postingDays === null ? 'adopt' : 'post';
  if (act !== asking || open === 0) return null;
  return { value: String(open), label: `Carry on with ${openThreadsInWords(open)}` };
}

export function threadsLink(open: number, href: string) {
  return {
    href: `${href}/comments`,
    text: open === 0 ? 'Comments' : openThreadsInWords(open),
    isOpen: open > 0,
  };
}

/** How many comments of the public there are, and how many wait; null where there is none. */
export async function commentsView({ store }: Tools, { number }: Action) {
  const [counts] = await actionsCommentedOn(store, number);
  if (!counts) return null;
  const { total, waiting } = counts;
  const text = total === 1 ? 'One comment' : `${total} comments`;
  return { text: `${text}, ${waiting} waiting.`, href: `/manage/comments?action=${number}` };
}
